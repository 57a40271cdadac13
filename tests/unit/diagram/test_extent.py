"""The room that shapes take: nothing that is painted lies outside of it."""

from __future__ import annotations

import pytest

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Label, Polygon, Shape
from liantu.diagram.extent import extent


@pytest.mark.parametrize(
    ("shape", "points"),
    [
        (Box(10, 20, 30, 40, stroke="#000000", stroke_width=2), [(9, 19), (41, 61)]),
        (Polygon(((0, 0), (10, 5), (0, 10))), [(0, 0), (10, 5), (0, 10)]),
        (Curve(((0, 0), (10, 0), (20, 0), (30, 50)), "#000000"), [(0, 0), (30, 50)]),
        (Clip(5, 5, 10, 10, (Box(0, 0, 100, 100),)), [(5, 5), (15, 15)]),
    ],
)
def test_the_corners_lie_inside(shape: Shape, points: list[tuple[float, float]]) -> None:
    x, y, width, height = extent(shape)
    assert all(x <= a <= x + width and y <= b <= y + height for a, b in points)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100.0), ("middle", 80.0), ("end", 60.0)])
def test_a_label_reaches_to_its_anchor(anchor: str, left: float) -> None:
    words = "双酚A"
    size = 40 / measure.width(words, 1.0)
    x, y, width, height = extent(Label(100, 50, words, size, "#000000", anchor=anchor))
    assert x == pytest.approx(left - size / 2)
    assert width == pytest.approx(40 + size)
    assert y < 50 - size < 50 < y + height
