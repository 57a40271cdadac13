"""The front of a portfolio as a chart: legible, inside, each choice to be pointed at."""

from __future__ import annotations

import itertools

import pytest

from liantu.diagram.theme import DARK, PRINT
from liantu.render.charts import plot
from liantu.telling.charts.model import Aim
from liantu.telling.portfolio.chart import Dot, Tradeoff
from tests.unit.render.charts.test_drawing import WIDTH, meet


def chart(*pairs: tuple[float, float], falling: bool = False) -> Tradeoff:
    dots = tuple(
        Dot(aim=aim, points=points, words=f"{points:g}", tip=str(at), to=Aim(at=at), seen=at == 1)
        for at, (aim, points) in enumerate(pairs)
    )
    return Tradeoff(
        title="t",
        finding="f",
        note="n",
        dots=dots,
        across="用资金 亿元",
        up="分值",
        falling=falling,
    )


CROWDED = chart(
    (0.03, 10), (0.41, 20), (2.1, 30), (2.15, 40), (2.5, 50), (55.3, 84.7), (55.7, 94.7)
)
FALLING = chart((2, 17), (3, 15), (4, 12), falling=True)


@pytest.mark.parametrize("found", [CROWDED, FALLING, chart((-3, 5), (8, 9))])
@pytest.mark.parametrize("width", [WIDTH, 440.0, 760.0])
def test_words_are_inside_and_apart(found: Tradeoff, width: float) -> None:
    pen = plot.draw(found, width, PRINT)
    for word in pen.written:
        assert word.x >= -0.5 and word.x + word.width <= pen.width + 0.5, word
        assert word.y >= -2 and word.y + word.height <= pen.height + 2, word
    pairs = [(a.words, b.words) for a, b in itertools.combinations(pen.written, 2) if meet(a, b)]
    assert pairs == []
    assert "94.7" not in {d.words for d in found.dots} or any(
        w.words == "94.7" for w in pen.written
    )


def test_each_choice_can_be_pointed_at_and_leads_to_itself() -> None:
    pen = plot.draw(CROWDED, WIDTH, DARK, DARK.paper)
    assert [hit.aim.at for hit in pen.hits if hit.aim] == list(range(7))
    boxes = [hit.artist.get_bbox() for hit in pen.hits]
    lefts = [box.x0 for box in boxes]
    assert lefts == sorted(lefts)
    assert boxes[0].y0 > boxes[-1].y0  # fewer points stand lower; y counts from above


def test_the_same_front_has_the_same_bytes() -> None:
    assert plot.svg(CROWDED) == plot.svg(CROWDED)


def test_a_single_choice_draws_nothing() -> None:
    one = chart((3, 5))
    assert one.empty and plot.height(one, WIDTH) == plot.EMPTY
