"""Shapes that break layout engines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from liantu import paths
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import arrange
from liantu.layout.engine import lay_out
from liantu.layout.geometry import Layout, Link, Node
from liantu.library import load
from tests.helpers.readings import reading

GOLDEN = Path(__file__).parents[2] / "golden" / "layouts"


def cards(*bands: int) -> list[Node]:
    return [Node(f"n{i:03d}", 164, 54, band) for i, band in enumerate(bands)]


def chain(count: int) -> list[Link]:
    return [Link(f"n{i:03d}", f"n{i + 1:03d}") for i in range(count - 1)]


def test_nothing_at_all() -> None:
    layout = lay_out([], [], 3)
    assert layout.nodes == ()
    assert len(layout.bands) == 3


def test_one_card_and_an_empty_band() -> None:
    layout = lay_out(cards(1), [], 3)
    assert len(layout.nodes) == 1
    assert all(band.width > 100 for band in layout.bands)


def test_a_path_of_a_hundred_is_wrapped_into_view() -> None:
    layout = lay_out(cards(*([0] * 100)), chain(100), 1)
    assert len({n.layer for n in layout.nodes}) == 100
    xs = {n.id: n.x for n in layout.nodes}
    assert all(xs[k.source] < xs[k.target] for k in chain(100))


def test_a_cycle_and_a_self_loop_do_not_hang() -> None:
    links = [*chain(3), Link("n002", "n000"), Link("n001", "n001")]
    layout = lay_out(cards(0, 0, 0), links, 1)
    assert len(layout.links) == 3
    assert sum(k.backward for k in layout.links) == 1


def test_links_against_the_stages_are_drawn_backwards() -> None:
    layout = lay_out(cards(0, 1), [Link("n001", "n000")], 2)
    (link,) = layout.links
    assert link.backward
    assert link.points[0][0] > link.points[-1][0]


def test_two_components_do_not_overlap() -> None:
    layout = lay_out(cards(0, 1, 0, 1), [Link("n000", "n001"), Link("n002", "n003")], 2)
    assert len({(n.x, n.y) for n in layout.nodes}) == 4


def test_one_link_less_moves_little() -> None:
    atlas = load(paths.shipped_chains()).atlas
    view = build_view(reading(atlas), "pc-nylon")
    nodes = [Node(c.id, c.width, c.height, c.band) for c in view.cards]
    links = [Link(k.source, k.target) for k in view.links]
    before = lay_out(nodes, links, 3)
    after = lay_out(nodes, links[1:], 3, previous=before.order)
    layer = {n.id: n.layer for n in before.nodes}
    same = [n.id for n in after.nodes if layer[n.id] == n.layer]
    assert len(same) >= 0.9 * len(nodes)
    for one in same:
        for other in same:
            if layer[one] == layer[other]:
                was = before.order[one] < before.order[other]
                assert was == (after.order[one] < after.order[other])


def as_text(layout: Layout) -> str:
    rows = [f"{n.id} {n.layer} {round(n.x)} {round(n.y)}" for n in layout.nodes]
    return "\n".join(sorted(rows)) + "\n"


@pytest.mark.parametrize("chain_id", ["cu", "soy"])
def test_golden_layouts(chain_id: str) -> None:
    """Set LIANTU_GOLDEN=1 to write the files anew after a wanted change."""
    atlas = load(paths.shipped_chains()).atlas
    found = as_text(arrange(build_view(reading(atlas), chain_id)))
    path = GOLDEN / f"{chain_id}.txt"
    if os.environ.get("LIANTU_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found
