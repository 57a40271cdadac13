"""The shipped chains in the areas in which they are shown: all of it readable, nothing overlaps."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from liantu.diagram.segment.boxes import header_width
from liantu.diagram.segment.cardtext import card_text
from liantu.diagram.segment.graph import build_graph
from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.model import Graph, Placed
from liantu.diagram.segment.plan import lay_out
from tests.helpers.readings import loaded, shipped_at
from tests.unit.diagram.segment.checks import whole

AREAS = {
    "1050×504": (1050.0, 504.0, 1.0, 1.4),
    "910×560": (910.0, 560.0, 1.0, 1.4),
    "816×560": (816.0, 560.0, 1.0, 1.4),
    "1590×800": (1590.0, 800.0, 1.0, 1.4),
    "816×344": (816.0, 344.0, 1.0, 1.4),
    "A3": (1527.0, 1013.0, 0.833, 1.6),
    "A4": (1060.0, 680.0, 0.722, 1.6),
}
READABLE = 11.6
"""Least type in pixels: that of the leanest level with makers."""
CHAINS = tuple(loaded().atlas.chains)


@cache
def graph(chain: str) -> Graph:
    return build_graph(shipped_at(), chain)


@cache
def placed(chain: str, area: str) -> Placed:
    width, height, base, top = AREAS[area]
    return lay_out(graph(chain), width, height, base=base, top=top)


@pytest.mark.parametrize("area", AREAS)
def test_every_chain_fits_and_fills_every_area(area: str) -> None:
    width, height, base, _ = AREAS[area]
    for chain in CHAINS:
        found = placed(chain, area)
        whole(found, graph(chain))
        assert found.width * found.scale == pytest.approx(width)
        assert found.height * found.scale == pytest.approx(height)
        assert found.panels[-1].right == pytest.approx(found.width)
        assert found.scale >= base * BY_ID[found.level].target - 1e-9


@pytest.mark.parametrize("area", ["1050×504", "910×560", "816×560", "1590×800"])
def test_usual_windows_show_makers_at_readable_size(area: str) -> None:
    for chain in CHAINS:
        found = placed(chain, area)
        level = BY_ID[found.level]
        assert found.level >= -1
        assert found.scale * (level.small if level.inputs else level.detail) >= READABLE
        for product, rect in found.cards.items():
            item = graph(chain).by_id[product]
            assert not item.makers or card_text(level, item, rect).details


@pytest.mark.parametrize("area", AREAS)
def test_no_header_is_cut(area: str) -> None:
    for chain in CHAINS:
        found = placed(chain, area)
        level = BY_ID[found.level]
        for segment in graph(chain).segments:
            assert found.boxes[segment.id].width >= header_width(level, segment) - 0.01


@pytest.mark.parametrize("chain", ["pc-nylon", "machinery", "it", "nev"])
@pytest.mark.parametrize("area", ["910×560", "1590×800"])
def test_a_product_less_moves_little(chain: str, area: str) -> None:
    before = placed(chain, area)
    cards = moved = other = 0
    for gone in list(before.cards)[::9]:
        after = lay_out(without(graph(chain), gone), *AREAS[area][:2], previous=before.plan)
        assert after.plan.panels == before.plan.panels
        cards += len(after.cards)
        moved += sum(far(before, p, rect.x, rect.y) for p, rect in after.cards.items())
        other += sum(before.columns.get(p) != column for p, column in after.columns.items())
    assert moved <= 0.05 * cards
    assert other <= 0.02 * cards


def far(placed: Placed, product: str, x: float, y: float) -> bool:
    rect = placed.cards.get(product)
    return rect is None or (abs(rect.x - x) + abs(rect.y - y)) * placed.scale > 40


def without(graph: Graph, product: str) -> Graph:
    return replace(
        graph,
        items=tuple(item for item in graph.items if item.id != product),
        edges=tuple(e for e in graph.edges if product not in {e.source, e.target}),
        segments=tuple(
            replace(s, items=tuple(p for p in s.items if p != product)) for s in graph.segments
        ),
    )
