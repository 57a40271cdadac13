"""The days of a drill as a chart: legible, a band from the least to the most, each day there."""

from __future__ import annotations

import itertools

import pytest

from liantu.diagram.theme import DARK, PRINT
from liantu.render.charts import plot
from liantu.telling.charts.course import Course, Flag, Stretch
from liantu.telling.charts.model import Aim
from tests.unit.render.charts.test_drawing import WIDTH, meet


def course(days: int, *steps: tuple[int, float, float], flags: tuple[int, ...] = ()) -> Course:
    ends = [*(start for start, _, _ in steps[1:]), days]
    return Course(
        title="t",
        finding="f",
        note="n",
        days=days,
        stretches=tuple(
            Stretch(start=start, end=end, low=low, high=high, tip="", aim=Aim(at=start))
            for (start, low, high), end in zip(steps, ends, strict=True)
        ),
        flags=tuple(Flag(day=day, words="恢复部分生产", tip="", aim=Aim(at=day)) for day in flags),
        up="平均减产",
        across="停产后第几天",
    )


STEPS = course(30, (0, 0.2, 0.5), (3, 0.4, 1.0), (12, 0.0, 0.0), flags=(0, 1, 2, 3, 29))


@pytest.mark.parametrize("found", [STEPS, course(1, (0, 0.5, 1.0)), course(365, (0, 0.1, 0.9))])
@pytest.mark.parametrize("width", [WIDTH, 440.0, 760.0])
def test_words_are_inside_and_apart(found: Course, width: float) -> None:
    pen = plot.draw(found, width, PRINT)
    for word in pen.written:
        assert word.x >= -0.5 and word.x + word.width <= pen.width + 0.5, word
        assert word.y >= -2 and word.y + word.height <= pen.height + 2, word
    pairs = [(a.words, b.words) for a, b in itertools.combinations(pen.written, 2) if meet(a, b)]
    assert pairs == []


def test_days_and_flags_can_be_pointed_at() -> None:
    pen = plot.draw(STEPS, WIDTH, DARK, DARK.paper)
    assert [hit.aim.at for hit in pen.hits if hit.aim] == [0, 3, 12, 0, 1, 2, 3, 29]
    days = [hit.artist.get_bbox() for hit in pen.hits[:3]]
    assert [round((box.x1 - box.x0) / (days[0].x1 - days[0].x0), 3) for box in days] == [1, 3, 6]


def test_nothing_lost_is_nothing_to_draw() -> None:
    assert course(30, (0, 0.0, 0.0)).empty
    assert not STEPS.empty
