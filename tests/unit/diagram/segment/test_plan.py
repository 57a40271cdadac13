"""The layout of the segment map: levels by area, edge cases, the kept plan."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.model import Graph, Kind, Placed, Rect
from liantu.diagram.segment.plan import lay_out
from liantu.model import focus
from tests.unit.diagram.segment.graphs import edge, graph_of

WIDE = (1590.0, 800.0)
USUAL = (910.0, 560.0)
LEAST_SCALE = 0.92
LONG = "特别长的产品名称用来试验换行与截断"


def whole(placed: Placed, graph: Graph) -> None:
    """Every product stands once or is counted once; nothing overlaps, nothing lies outside."""
    counted = [product for what, _ in placed.counted for product in what.items]
    seen = [*placed.cards, *placed.chips, *counted]
    assert sorted(seen) == sorted(item.id for item in graph.items)
    small = [*placed.cards.values(), *placed.chips.values(), *(r for _, r in placed.counted)]
    apart(small, placed)
    apart([*placed.boxes.values(), *placed.strips.values()], placed)
    for product, rect in placed.cards.items():
        assert inside(rect, placed.boxes[placed.columns[product][0]])


def inside(rect: Rect, outer: Rect) -> bool:
    return (
        outer.x <= rect.x + 0.01
        and outer.y <= rect.y + 0.01
        and rect.right <= outer.right + 0.01
        and rect.bottom <= outer.bottom + 0.01
    )


def apart(rects: list[Rect], placed: Placed) -> None:
    area = Rect(0.0, 0.0, placed.width, placed.height)
    for at, rect in enumerate(rects):
        assert inside(rect, area)
        assert not any(meet(rect, other) for other in rects[:at])


def meet(a: Rect, b: Rect) -> bool:
    across = a.x < b.right - 0.01 and b.x < a.right - 0.01
    return across and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def test_more_room_tells_more_and_never_below_readable() -> None:
    graph = graph_of((14, 14, 14))
    areas = ((500.0, 300.0), (600.0, 420.0), USUAL, (1050.0, 700.0), WIDE)
    placed = [lay_out(graph, *area) for area in areas]
    levels = [p.level for p in placed]
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (-4, 4)
    assert placed[-1].scale == 1.4
    for area, found in zip(areas, placed, strict=True):
        whole(found, graph)
        assert found.scale >= max(BY_ID[found.level].target, LEAST_SCALE)
        assert found.width * found.scale >= area[0] - 0.01


CASES = {
    "one product": graph_of((1, 0, 0)),
    "one a stage": graph_of((1, 1, 1), [edge("s0p0", "s1p0"), edge("s1p0", "s2p0")]),
    "no edges": graph_of((12, 9, 20)),
    "an empty stage": graph_of((10, 0, 14), [edge(f"s0p{i}", f"s2p{i}") for i in range(10)]),
    "cycles": graph_of(
        (6, 6, 6),
        [
            edge("s0p0", "s0p1"),
            edge("s0p1", "s0p2"),
            edge("s0p2", "s0p0"),
            edge("s2p0", "s0p0"),
            edge("s1p1", "s1p1"),
        ],
    ),
    "five stages": graph_of((8, 12, 9, 14, 10)),
    "long names": graph_of((8, 8, 8), name=lambda s, at: LONG * (1 + at % 2) + f"{s}{at}"),
    "only bought": graph_of((6, 0, 3), kind=lambda n: Kind.BOUGHT),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("area", [WIDE, USUAL, (420.0, 260.0)])
@pytest.mark.parametrize("detail", [focus.AUTO, focus.TILES, focus.WHOLE])
def test_every_kind_of_graph_is_placed(case: str, area: tuple[float, float], detail: str) -> None:
    graph = CASES[case]
    placed = lay_out(graph, *area, detail=detail)
    whole(placed, graph)
    assert len(placed.panels) == len(placed.shelves) == len(graph.stages)
    assert placed.scale >= LEAST_SCALE
    levels = {focus.TILES: {-4}, focus.WHOLE: {4}, focus.AUTO: set(BY_ID)}
    assert placed.level in levels[detail]


def test_same_picture_however_the_graph_was_read() -> None:
    edges = [edge(f"s0p{i}", f"s1p{i * 3 % 14}", 0.1 * i) for i in range(12)]
    graph = graph_of((14, 14, 14), edges)
    shuffled = random.Random(5)

    def mixed(rows: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(shuffled.sample(rows, len(rows)))

    other = replace(
        graph, items=mixed(graph.items), edges=mixed(graph.edges), segments=mixed(graph.segments)
    )
    assert lay_out(other, *USUAL) == lay_out(graph, *USUAL)


def test_a_kept_plan_moves_little() -> None:
    graph = graph_of((14, 14, 14))
    before = lay_out(graph, *USUAL)
    gone = graph.items[17].id
    less = replace(
        graph,
        items=tuple(i for i in graph.items if i.id != gone),
        segments=tuple(
            replace(s, items=tuple(p for p in s.items if p != gone)) for s in graph.segments
        ),
    )
    after = lay_out(less, *USUAL, previous=before.plan)
    assert after.plan == before.plan
    whole(after, less)
    stayed = [p for p, column in after.columns.items() if before.columns[p] == column]
    assert len(stayed) >= 0.95 * len(after.columns)
    near = [
        p
        for p, rect in after.cards.items()
        if abs(rect.x - before.cards[p].x) + abs(rect.y - before.cards[p].y) <= 40
    ]
    assert len(near) >= 0.95 * len(after.cards)


def test_a_plan_of_another_area_only_keeps_the_order() -> None:
    graph = graph_of((14, 14, 14), [edge("s0p13", "s0p0"), edge("s1p13", "s1p0")])
    before = lay_out(graph, *USUAL)
    after = lay_out(graph, *WIDE, previous=before.plan)
    assert after.plan.order == before.plan.order
    assert after.level > before.level


def test_an_enlarged_map_is_kept_too() -> None:
    graph = graph_of((21, 21, 21))
    before = lay_out(graph, *USUAL, detail=focus.WHOLE)
    assert before.width * before.scale > USUAL[0] + 100
    assert lay_out(graph, *USUAL, detail=focus.WHOLE, previous=before.plan) == before


def test_paper_has_its_own_least_scale() -> None:
    graph = graph_of((14, 14, 14))
    half = lay_out(graph, 1590.0, 800.0, base=0.5, top=1.6)
    same = lay_out(graph, 3180.0, 1600.0, top=1.6)
    assert (half.level, half.width, half.cards) == (same.level, same.width, same.cards)
    assert half.scale == same.scale / 2


def test_tiles_count_what_could_follow() -> None:
    graph = graph_of((21, 21, 21))
    placed = lay_out(graph, *USUAL, detail=focus.TILES)
    kinds = {graph.by_id[product].kind for product in placed.chips}
    assert kinds == {Kind.LOCAL, Kind.BROKEN, Kind.UP, Kind.BLANK, Kind.BOUGHT}
    assert "可延伸 1 未布局 1" in {what.words for what, _ in placed.counted}


def test_bought_materials_get_a_box_of_their_own_where_all_is_shown() -> None:
    graph = graph_of((14, 14, 14))
    placed = lay_out(graph, *WIDE, detail=focus.WHOLE)
    assert [(s.id, s.name, s.stage) for s in placed.bought.values()] == [
        (9, "市外调入", 0),
        (10, "市外调入", 1),
        (11, "市外调入", 2),
    ]
    assert placed.strips == {}
    assert set(placed.boxes) == set(range(12))
