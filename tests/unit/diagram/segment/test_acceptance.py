"""Every shipped chain in every usual area: it reads, nothing is hidden, nothing lies on another.

Areas are in px; those of paper are what the sheet leaves for the map, in 1/96 inch.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest

from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import LENSES
from liantu.diagram.segment.mapping import PAPER_TOP, Area, build_map, graph_of
from liantu.diagram.segment.model import Graph, Kind, Map
from liantu.diagram.segment.paint import draw
from liantu.diagram.theme import LIGHT
from tests.helpers import map_measures as measures
from tests.helpers.line_metrics import crossings
from tests.helpers.readings import loaded, shipped_at

CHAINS = tuple(loaded().atlas.chains)
POINTS = 0.75
PAPER = {"A3": (1527.0, 1013.0, 7.5), "A4": (1063.0, 670.0, 6.5), "16:9": (1222.0, 610.0, 9.0)}
"""Width and height of the map on the sheet, and the least type in points."""


def _paper(name: str) -> Area:
    width, height, least = PAPER[name]
    return Area(width, height, base=least / POINTS / 12.0, top=PAPER_TOP)


AREAS = {
    "1050x504": Area(1050, 504),
    "910x560": Area(910, 560),
    "816x560": Area(816, 560),
    "1590x800": Area(1590, 800),
    **{name: _paper(name) for name in PAPER},
}
LEAST = dict.fromkeys(AREAS, 0.97 * 12) | {n: least / POINTS for n, (*_, least) in PAPER.items()}
LEAST["816x560"] = 11.0
BOTH = [(chain, area) for chain in CHAINS for area in AREAS]
WIDEST = 0.6
"""Drawing units that a text may be wider than measured."""


@cache
def made(chain: str, area: str) -> Map:
    return build_map(graph_of(shipped_at(), chain), AREAS[area])


@cache
def shapes(chain: str, area: str) -> tuple[Shape, ...]:
    return draw(made(chain, area), LIGHT, LENSES["diagnosis"])


@pytest.mark.parametrize(("chain", "area"), BOTH)
def test_the_smallest_text_can_be_read(chain: str, area: str) -> None:
    least = min(label.size for label in measures.labels(shapes(chain, area)) if label.text)
    assert least >= LEAST[area] - 0.05


@pytest.mark.parametrize(("chain", "area"), BOTH)
def test_nothing_lies_on_another_or_beyond_the_area(chain: str, area: str) -> None:
    found = made(chain, area)
    assert (measures.overlaps(found), measures.outside(found), measures.hits(found)) == (0, 0, 0)
    wide, high = AREAS[area].width, AREAS[area].height
    for label in measures.labels(shapes(chain, area)):
        width = measures.wide(label)
        left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        assert left >= -WIDEST, label.text
        assert left + width <= wide + WIDEST, label.text
        assert label.y <= high, label.text


@pytest.mark.parametrize("chain", CHAINS)
def test_the_lines_of_a_card_lie_inside_it(chain: str) -> None:
    odd = {f"{w}x{h}": Area(w, h) for w, h in ((1059, 814), (1189, 592), (1395, 814), (979, 564))}
    for name, area in (AREAS | odd).items():
        found = (
            made(chain, name) if name in AREAS else build_map(graph_of(shipped_at(), chain), area)
        )
        assert measures.overfull(found) == [], name


@pytest.mark.parametrize(("chain", "area"), BOTH)
def test_names_are_whole_and_makers_are_named(chain: str, area: str) -> None:
    found = made(chain, area)
    assert measures.whole_names(found) >= 0.85
    if found.placed.level >= 0:
        written = {label.text for label in measures.labels(shapes(chain, area))}
        text = " ".join(written)
        for item in found.graph.items:
            if item.kind is Kind.LOCAL and item.makers and item.id in found.placed.cards:
                assert item.makers[0][:3] in text, item.name


@pytest.mark.parametrize("area", AREAS)
def test_nearly_all_names_are_whole(area: str) -> None:
    shares = [measures.whole_names(made(chain, area)) for chain in CHAINS]
    assert sum(shares) / len(shares) >= (0.97 if area == "816x560" else 0.99)


@pytest.mark.parametrize(("chain", "area"), BOTH)
def test_lines_are_few_and_light(chain: str, area: str) -> None:
    found = made(chain, area)
    assert crossings(found.lines) <= 100
    assert measures.ink(found) <= 0.041


@pytest.mark.parametrize(("chain", "area"), BOTH)
def test_the_area_is_filled(chain: str, area: str) -> None:
    found = made(chain, area).placed
    rects = [*found.boxes.values(), *found.strips.values(), *found.panels]
    right = max(r.right for r in rects) * found.scale
    bottom = max(r.bottom for r in rects) * found.scale
    assert right == pytest.approx(AREAS[area].width, abs=1.0)
    assert AREAS[area].height - 14 <= bottom <= AREAS[area].height + 0.5


@pytest.mark.parametrize("chain", CHAINS)
def test_what_is_not_drawn_is_counted(chain: str) -> None:
    for area in AREAS:
        found = made(chain, area).placed
        counted = [p for row, _ in found.counted for p in row.items]
        ids = sorted([*found.cards, *found.chips, *counted])
        assert ids == sorted(i.id for i in made(chain, area).graph.items), area


@pytest.mark.parametrize("chain", ["pc-nylon", "machinery", "soy"])
def test_the_order_of_the_input_changes_nothing(chain: str) -> None:
    graph, chance = graph_of(shipped_at(), chain), random.Random(5)
    items, edges, segments = list(graph.items), list(graph.edges), list(graph.segments)
    for rows in (items, edges, segments):
        chance.shuffle(rows)
    mixed = replace(graph, items=tuple(items), edges=tuple(edges), segments=tuple(segments))
    one, other = build_map(graph, AREAS["1050x504"]), build_map(mixed, AREAS["1050x504"])
    assert one.placed == other.placed
    assert one.lines == other.lines
    assert one.named == other.named


@pytest.mark.parametrize("chain", ["pc-nylon", "al", "machinery", "it", "nev", "soy"])
@pytest.mark.parametrize("area", ["910x560", "1590x800"])
def test_a_small_change_moves_little(chain: str, area: str) -> None:
    whole = graph_of(shipped_at(), chain)
    before = made(chain, area)
    chance, moved, all_ = random.Random(5), 0, 0
    for trial in range(4):
        after = build_map(
            _without(whole, chance, trial % 2), AREAS[area], previous=before.placed.plan
        )
        for product in after.graph.by_id:
            one, other = before.placed.place(product), after.placed.place(product)
            if one and other:
                scales = before.placed.scale, after.placed.scale
                way = abs(one.x * scales[0] - other.x * scales[1])
                way += abs(one.y * scales[0] - other.y * scales[1])
                moved += way > 40
                all_ += 1
    assert moved <= 0.05 * all_


def _without(graph: Graph, chance: random.Random, edge: int) -> Graph:
    """The graph without one edge, or without one product."""
    if edge:
        gone = chance.randrange(len(graph.edges))
        return replace(graph, edges=(*graph.edges[:gone], *graph.edges[gone + 1 :]))
    product = chance.choice(sorted(graph.by_id))
    parts = (replace(s, items=tuple(p for p in s.items if p != product)) for s in graph.segments)
    return replace(
        graph,
        items=tuple(i for i in graph.items if i.id != product),
        edges=tuple(e for e in graph.edges if product not in (e.source, e.target)),
        segments=tuple(s for s in parts if s.items),
    )
