"""The layout of the segment map: levels by area, edge cases, the kept plan."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.model import Kind
from liantu.diagram.segment.plan import lay_out
from liantu.model import focus
from tests.unit.diagram.segment.checks import whole
from tests.unit.diagram.segment.graphs import edge, graph_of

WIDE = (1590.0, 800.0)
USUAL = (910.0, 560.0)
LEAST_SCALE = 0.92
LONG = "特别长的产品名称用来试验换行与截断"


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
    assert (after.plan.panels, after.plan.shelves) == (before.plan.panels, before.plan.shelves)
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
    after = lay_out(graph, *USUAL, detail=focus.WHOLE, previous=before.plan)
    assert after.plan == before.plan
    assert (after.width, after.height) == pytest.approx((before.width, before.height))
    assert after.columns == before.columns


@pytest.mark.parametrize("detail", [focus.TILES, focus.AUTO])
@pytest.mark.parametrize("area", [USUAL, (500.0, 300.0), (300.0, 200.0)])
def test_a_kept_plan_of_the_same_graph_is_the_same_picture(
    detail: str, area: tuple[float, float]
) -> None:
    graph = graph_of((21, 21, 21))
    before = lay_out(graph, *area, detail=detail)
    after = lay_out(graph, *area, detail=detail, previous=before.plan)
    assert (after.plan, after.columns) == (before.plan, before.columns)
    assert set(after.chips) == set(before.chips)
    assert [what for what, _ in after.counted] == [what for what, _ in before.counted]


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


@pytest.mark.parametrize("counts", [(300, 20, 20), (500, 300, 400)])
def test_hundreds_of_products_end_in_what_can_still_be_read(counts: tuple[int, ...]) -> None:
    graph = graph_of(counts)
    placed = lay_out(graph, *WIDE)
    whole(placed, graph)
    assert placed.scale >= LEAST_SCALE
    assert placed.level <= -1


def test_the_level_of_the_former_picture_is_held_a_little_longer() -> None:
    graph = graph_of((14, 14, 14))
    scale = 1.0
    while lay_out(graph, USUAL[0] * scale, USUAL[1] * scale).level >= 1:
        scale -= 0.01
    area = USUAL[0] * scale, USUAL[1] * scale
    before = lay_out(graph, USUAL[0] * (scale + 0.01), USUAL[1] * (scale + 0.01))
    assert lay_out(graph, *area).level < 1
    assert lay_out(graph, *area, previous=before.plan).level == before.level == 1


def test_boxes_keep_what_is_made_and_broken_where_rows_are_few() -> None:
    kinds = [Kind.BLANK] * 6 + [Kind.UP, Kind.BROKEN, Kind.LOCAL]
    graph = graph_of((90, 90, 90), kind=lambda n: kinds[n % len(kinds)])
    placed = lay_out(graph, 700.0, 400.0)
    assert placed.level == -4
    urgent = {Kind.LOCAL: 3, Kind.BROKEN: 2, Kind.UP: 1}
    cut = [what for what, _ in placed.counted if what.words.startswith("+")]
    assert len(cut) > 5
    for what in cut:
        items = graph.segments[what.segment].items
        away = [urgent.get(graph.by_id[p].kind, 0) for p in what.items]
        kept = [urgent.get(graph.by_id[p].kind, 0) for p in items if p in placed.chips]
        assert max(away) <= min(kept)
    whole(placed, graph)


@given(
    counts=st.lists(st.integers(0, 14), min_size=1, max_size=4).filter(any),
    links=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=20),
    length=st.integers(1, 24),
    size=st.tuples(st.integers(240, 1700), st.integers(160, 1100)),
    detail=st.sampled_from([focus.AUTO, focus.AUTO, focus.TILES, focus.WHOLE]),
)
@settings(max_examples=25, deadline=None)
def test_nothing_overlaps_or_leaves_its_place(
    counts: list[int], links: list[tuple[int, int]], length: int, size: tuple[int, int], detail: str
) -> None:
    ids = [f"s{stage}p{at}" for stage, count in enumerate(counts) for at in range(count)]
    pairs = {(ids[a % len(ids)], ids[b % len(ids)]) for a, b in links}
    graph = graph_of(
        counts,
        [edge(a, b) for a, b in sorted(pairs) if a != b],
        name=lambda stage, at: (LONG * 2)[: (at * 7 + stage) % length + 1] + f"{stage}-{at}",
    )
    placed = lay_out(graph, *map(float, size), detail=detail)
    whole(placed, graph)
    assert placed.scale >= LEAST_SCALE
    assert placed.panels[-1].right == pytest.approx(placed.width)
