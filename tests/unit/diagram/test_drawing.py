"""Shapes are moved whole, and a polyline is rounded without leaving its way."""

from __future__ import annotations

import math

from liantu.diagram.drawing import Clip, Polygon, moved, rounded
from liantu.diagram.page import printable


def test_a_polygon_is_moved_with_its_border() -> None:
    shape = Polygon(((0, 0), (10, 0), (5, 8)), "#112233", "#445566", 2.0, (3.0, 1.0), 0.5)
    assert moved(shape, 2.0, 1.0, -1.0) == Polygon(
        ((1, -1), (21, -1), (11, 15)), "#112233", "#445566", 4.0, (6.0, 2.0), 0.5
    )
    assert moved(Clip(0, 0, 5, 5, (shape,)), 2.0, 0.0, 0.0).shapes == (moved(shape, 2.0, 0, 0),)
    assert printable(shape) is shape


def test_a_corner_becomes_an_arc_of_the_radius() -> None:
    points = rounded([(0, 0), (20, 0), (20, 30)], 5.0)
    assert (len(points) - 1) % 3 == 0
    assert points[0] == (0, 0)
    assert points[-1] == (20, 30)
    assert points[3] == (15, 0)
    assert points[6] == (20, 5)
    assert math.dist((15, 5), points[3]) == math.dist((15, 5), points[6]) == 5


def test_short_sides_get_smaller_corners_and_repeated_corners_none() -> None:
    points = rounded([(0, 0), (0, 0), (4, 0), (4, 40)], 5.0)
    assert points[3] == (2, 0)
    assert points[6] == (4, 2)
    assert all(0 <= x <= 4 and 0 <= y <= 40 for x, y in points)
    assert rounded([(3, 3), (3, 3)], 5.0) == ((3, 3),)
    assert rounded([(0, 0), (9, 0)], 5.0) == ((0, 0), (3, 0), (6, 0), (9, 0))
