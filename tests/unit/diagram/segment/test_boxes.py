"""Columns of cards in a box."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.diagram.segment.boxes import contents, header_width, measure_box, partition
from liantu.diagram.segment.cardtext import Texts
from liantu.diagram.segment.levels import FOLDED, LEAN, NORMAL, TILES
from tests.unit.diagram.segment.graphs import graph_of


def tallest(heights: tuple[float, ...], cuts: tuple[int, ...], gap: float) -> float:
    ends = [0, *cuts, len(heights)]
    columns = [heights[a:b] for a, b in itertools.pairwise(ends)]
    return max(sum(column) + gap * (len(column) - 1) for column in columns)


@given(
    st.lists(st.floats(10, 90), min_size=1, max_size=8).map(tuple),
    st.integers(1, 5),
    st.floats(0, 9),
)
@settings(max_examples=80, deadline=None)
def test_no_partition_is_lower(heights: tuple[float, ...], count: int, gap: float) -> None:
    columns, high = partition(heights, count, gap)
    size = len(heights)
    assert [at for column in columns for at in column] == list(range(size))
    assert len(columns) <= count
    cuts = tuple(column[0] for column in columns[1:])
    assert high == pytest.approx(tallest(heights, cuts, gap))
    others = (
        tallest(heights, cuts, gap)
        for parts in range(min(count, size))
        for cuts in itertools.combinations(range(1, size), parts)
    )
    assert high == pytest.approx(min(others))


def test_what_cannot_be_high_enough_stays_impossible() -> None:
    assert partition((10.0, math.inf, 20.0), 2, 3.0)[1] == math.inf
    assert partition((), 3, 3.0) == ((), 0.0)


def test_a_box_of_fewer_cards_than_cells_has_wider_cards() -> None:
    graph = graph_of((5,), name=lambda _, at: f"一二三四五六七八{at}")
    box = contents(graph, NORMAL, graph.segments[0])
    texts = Texts(graph, NORMAL)
    narrow, wide = (measure_box(NORMAL, texts, box, span, 84.0) for span in (5, 9))
    assert [len(m.columns) for m in (narrow, wide)] == [4, 4]
    assert wide.height < narrow.height


def test_leaner_levels_turn_cards_into_chips_and_counts() -> None:
    graph = graph_of((7, 7, 7))
    cards = {
        level.id: [len(contents(graph, level, s).cards) for s in graph.segments]
        for level in (NORMAL, LEAN, FOLDED)
    }
    assert cards == {1: [5, 1, 5, 1, 5, 1], 0: [5, 0, 5, 0, 5, 0], -3: [0] * 6}
    words = [chip.name for chip in contents(graph, TILES, graph.segments[0]).chips if not chip.key]
    assert words == ["可延伸 1"]


def test_a_header_asks_for_its_name_and_the_count() -> None:
    graph = graph_of((5,))
    box = contents(graph, NORMAL, graph.segments[0])
    need = header_width(NORMAL, box.segment)
    short = measure_box(NORMAL, Texts(graph, NORMAL), box, 1, 40.0).short
    lack = need - 50.0
    assert lack > 0
    assert short == pytest.approx(lack + 28.0 + 3 * lack)
