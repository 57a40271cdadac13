"""Heads of lines: as large as the line is wide, and never behind its last corner."""

from __future__ import annotations

import math

import pytest

from liantu.diagram.drawing import Curve, rounded
from liantu.render.arrows import arrow_head


def length(curve: Curve) -> float:
    tip, left, right = arrow_head(curve)
    back = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
    return math.dist(tip, back)


def bent(last: float, width: float = 1.0) -> Curve:
    """A line down, then ``last`` to the right."""
    return Curve(rounded([(0.0, 0.0), (0.0, 40.0), (last, 40.0)], 4.5), "#000000", width)


def test_a_head_grows_with_its_line() -> None:
    assert length(bent(60.0)) == pytest.approx(6.0)
    assert length(bent(60.0, 2.0)) == pytest.approx(4.2 * math.sqrt(2) + 1.8)


def test_a_head_reaches_back_to_the_last_corner_at_most() -> None:
    assert length(bent(5.0)) == pytest.approx(5.0)
    assert length(bent(2.0)) == pytest.approx(3.5)


def test_a_curve_has_its_whole_head() -> None:
    curve = Curve(((0.0, 0.0), (20.0, 0.0), (20.0, 40.0), (40.0, 40.0)), "#000000", 1.0)
    assert length(curve) == pytest.approx(6.0)
