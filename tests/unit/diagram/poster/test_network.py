"""The line network: where stations stand, how ways run between them, what is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Curve, Label
from liantu.diagram.poster import routes
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.network import NARROWEST, WIDEST, draw, lay
from liantu.diagram.theme import PRINT
from liantu.telling.poster.model import Joint
from tests.unit.diagram.poster.planted import network

GRID = routes.Grid(tuple(100.0 * n for n in range(9)), tuple(80.0 * n for n in range(4)), 100.0)


def between(found: routes.Plan, source: str, target: str) -> tuple[tuple[float, float], ...]:
    return routes.corners(found, GRID, Joint(source, target, live=False))


def test_columns_are_the_longest_way_and_stations_stand_once() -> None:
    found = routes.plan(network("abcde", "abfe", "xe"), 4)
    assert found.columns == {"a": 0, "b": 1, "c": 2, "d": 3, "e": 4, "f": 2, "x": 0}
    assert found.rows == {"a": 0, "b": 0, "c": 0, "d": 0, "e": 0, "f": 1, "x": 2}
    assert found.heads == {"abcde": (0, 0), "abfe": (1, 2), "xe": (2, 0)}
    assert (found.across, found.down) == (5, 3)


def test_a_row_is_taken_only_where_the_columns_beside_are_free() -> None:
    assert routes.plan(network("abcd", "bx", "ay"), 4).rows["y"] == 2
    assert routes.plan(network("abcde", "dx", "ay"), 4).rows["y"] == 1


def test_fewer_lines_leave_the_first_and_what_adds_nothing_is_no_line() -> None:
    found = network("abcd", "bc", "bx", "cy")
    assert [way.id for way in routes.plan(found, 4).ways] == ["abcd", "bx", "cy"]
    assert [way.id for way in routes.plan(found, 2).ways] == ["abcd", "bx"]
    drawn = routes.plan(found, 2).joints(found)
    assert [(j.source, j.target) for j in drawn] == [("a", "b"), ("b", "c"), ("c", "d"), ("b", "x")]


def test_a_circle_of_lines_ends() -> None:
    found = routes.plan(network("abc", "cax"), 4)
    assert found.columns == {"a": 0, "b": 1, "c": 2, "x": 1}


def test_ways_go_down_behind_their_source_and_up_before_their_target() -> None:
    found = routes.plan(network("abcd", "bxyd"), 4)
    assert between(found, "a", "b") == ((0, 0), (100, 0))
    assert between(found, "b", "x") == ((100, 0), (150, 0), (150, 80), (200, 80))
    assert between(found, "y", "d") == ((300, 80), (350, 80), (350, 0), (400, 0))


def test_a_way_over_a_station_passes_above_it() -> None:
    found = routes.plan(network("abc", "acx"), 4)
    corners = between(found, "a", "c")
    assert (corners[0], corners[-1]) == ((0, 0), (200, 0))
    assert min(y for _, y in corners) == -routes.OVER
    assert not any(x == 100 and y == 0 for x, y in corners)


def test_ways_of_one_source_share_a_lane_and_others_stand_beside() -> None:
    shown = network("abcdef", "bxyd", "bpqr", "cuvw")
    found = routes.plan(shown, 4)
    lanes = routes.lanes(found, found.joints(shown))
    assert lanes["b", "x"] == lanes["b", "p"] == 0.0
    assert lanes["c", "u"] == 0.0
    crossing = network("abcd", "xyd", "cz")
    both = routes.plan(crossing, 4)
    beside = routes.lanes(both, both.joints(crossing))
    assert beside == {("y", "d"): 0.0, ("c", "z"): routes.BESIDE}


def labels(items: Iterator[Item]) -> list[Label]:
    return [item for item in items if isinstance(item, Label)]


def drawn(width: float = 900.0, most: int = 4, lines: int = 2) -> list[Item]:
    found = lay(network("abcde", "abfg", "hcd", made="cde"), width, most, lines)
    return list(draw(found, 0.0, 0.0, {"b": 1}, PRINT))


def test_a_network_is_as_high_as_its_rows_and_their_texts() -> None:
    found = lay(network("abcde", "abfg", made="cde"), 900.0, 4, 2)
    assert found.step == pytest.approx((900 - 96 - 8) / 5)
    assert list(found.heights) == [58 + 26, 58 + 26]
    assert found.height == 34 + 2 * 84 + 4
    assert lay(network("abc"), 2000.0, 4, 1).step == WIDEST
    assert lay(network("abcdefghij"), 900.0, 4, 1).crowded
    assert lay(network("abcdefgh"), 900.0, 4, 1).step < NARROWEST
    assert lay(network(), 900.0, 4, 2).height == 0


def test_every_station_stands_once_with_letter_name_and_texts() -> None:
    texts = [label.text for label in labels(iter(drawn()))]
    for p in "abcdefgh":
        assert texts.count(p * 3) == 1
    assert texts.count("产") == 3
    assert texts.count("购") == 5
    assert texts.count("鲁西集团") == 8
    assert texts.count("1") == 1
    assert {"abcde线", "abfg线", "hcd线", "5站通3站", "4站通0站"} <= set(texts)
    assert "3条，实线＝本地相接，虚线＝断在这一段" in texts


def test_one_line_of_text_tells_both_where_it_fits() -> None:
    texts = [label.text for label in labels(iter(drawn(1100.0, lines=1)))]
    assert texts.count("鲁西集团 20万吨/年") == 8


def test_live_ways_are_solid_and_broken_ones_dashed() -> None:
    curves = [item for item in drawn() if isinstance(item, Curve)]
    assert sum(not c.dash for c in curves) == 2
    assert {c.stroke for c in curves if not c.dash} == {PRINT.segments.bar}
    assert all(c.stroke_width == 2.4 for c in curves if c.dash)


def test_spots_are_the_products_and_lie_within() -> None:
    items = drawn()
    frame = next(item for item in items if isinstance(item, Box))
    spots = [item for item in items if isinstance(item, Spot)]
    assert sorted(s.target.id for s in spots) == sorted("abcdefgh")
    for spot in spots:
        assert spot.x >= 0 and spot.x + spot.width <= frame.width
        assert spot.y >= 0 and spot.y + spot.height <= frame.height + 0.1


@pytest.mark.parametrize("width", [700.0, 900.0, 1117.0])
def test_no_text_lies_on_another(width: float) -> None:
    rects = []
    for label in labels(iter(drawn(width))):
        wide = measure.width(label.text, label.size, bold=label.bold)
        left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        rects.append((left, label.y - label.size * 0.78, left + wide, label.y + label.size * 0.1))
    for at, a in enumerate(rects):
        for b in rects[at + 1 :]:
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            assert across <= 1.5 or down <= 1.5
