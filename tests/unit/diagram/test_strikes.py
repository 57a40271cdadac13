"""What a stop does to products, in the words and counts of the lens 断供."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.diagram.drawing import Box, Label
from liantu.diagram.lenses import OUTAGE, failing
from liantu.diagram.strikes import Failure, Strike, days_words, loss_words, struck, summed, worst
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.diagram.views.map_view import Card
from liantu.model.standing import Standing
from tests.helpers.colours import contrast

STOP = Strike(0, makers=(1, 1))
SOON = Strike(1, days=(3.0, 10.0), loss=(0.2, 0.8), makers=(2, 2))
LATE = Strike(2, days=(12.0, None), structural=True, recorded=False, makers=(1, 1))
FAILURE = Failure(
    "甲停产",
    {"a": STOP, "b": SOON, "c": LATE},
    {"d": Strike(1, loss=(0.5, 0.5), recorded=False, less=True)},
    frozenset({("a", "b"), ("b", "c")}),
)


@pytest.mark.parametrize(
    ("early", "late", "words"),
    [
        (0, None, "库存不详"),
        (3, None, "≥3天"),
        (3, 10, "3–10天"),
        (5, 5, "5天"),
        (0, 0, "当天"),
        (0, 7, "0–7天"),
    ],
)
def test_days_are_an_interval_or_unknown(early: float, late: float | None, words: str) -> None:
    assert days_words(early, late) == words


def test_a_loss_is_a_figure_only_where_volumes_are_known() -> None:
    assert loss_words(0.4, 0.4, structural=False) == "−40%"
    assert loss_words(0.2, 0.8, structural=False) == "−20～80%"
    assert loss_words(0.4, 0.4, structural=True) == "结构"


@pytest.mark.parametrize(
    ("strike", "line", "letter", "number"),
    [
        (STOP, "全部停产", "停", "停"),
        (replace(STOP, makers=(1, 3)), "停产 1/3 家", "停", "停"),
        (replace(STOP, makers=(0, 0)), "市外断供", "停", "停"),
        (replace(STOP, share=0.5), "减产 50%", "减", "减"),
        (replace(STOP, share=0.5, makers=(0, 0)), "市外减供 50%", "减", "减"),
        (SOON, "3–10天 −20～80%", "料", "3"),
        (LATE, "≥12天 结构", "料", "12"),
        (replace(LATE, days=(0.0, None), makers=(1, 2)), "库存不详 1/2 家", "料", "?"),
        (replace(SOON, days=(0.0, None)), "−20～80% 库存不详", "料", "?"),
        (FAILURE.less["d"], "−50%", "少", "少"),
        (Strike(1, structural=True, less=True), "可能减供", "少", "少"),
    ],
)
def test_a_strike_is_told_on_a_card(strike: Strike, line: str, letter: str, number: str) -> None:
    assert (strike.line, strike.letter, strike.number) == (line, letter, number)


def test_lines_that_do_not_fit_are_left_out_and_none_is_cut() -> None:
    assert SOON.rows(3, lambda _: True) == ("3–10天 −20～80%",)
    assert SOON.rows(2, lambda line: len(line) < 9) == ("3–10天", "−20～80%")
    assert SOON.rows(1, lambda line: len(line) < 9) == ("3–10天",)
    assert SOON.rows(0, lambda _: True) == ()
    assert SOON.rows(2, lambda _: False) == ()


def test_a_step_shows_what_has_happened_so_far() -> None:
    first = replace(FAILURE, step=1)
    assert [p for p in "abcd" if FAILURE.seen(p)] == ["a", "b", "c", "d"]
    assert [p for p in "abcd" if first.seen(p)] == ["a", "b"]
    assert first.fresh(SOON)
    assert not first.fresh(STOP)
    assert (FAILURE.steps, FAILURE.at(2)) == (2, frozenset({"c"}))
    assert FAILURE.way("a", "b") is SOON
    assert FAILURE.way("b", "c") is LATE
    assert first.way("b", "c") is None
    assert FAILURE.way("a", "c") is None


def test_counts_say_how_many_are_deduced() -> None:
    whole = "停产 1 个环节，断料 2 个环节，其中推定 1 个"
    assert FAILURE.told == f"甲停产：{whole}，另有 1 个可能减供"
    start = replace(FAILURE, step=0).told
    assert start == "甲停产，到第 0 步：停产 1 个环节，断料 0 个环节，其中推定 0 个"
    assert failing(FAILURE).told == f"断供图（{FAILURE.told}）"
    assert failing(Failure()).told == "断供图"


def test_a_box_tells_its_worst() -> None:
    found = FAILURE.reached("abc")
    assert worst(found) is SOON
    assert summed(found) == ("停1 料2 3–10天", "停1 料2")
    assert summed([STOP]) == ("停1",)
    assert summed([FAILURE.less["d"]]) == ("少1",)


def test_only_what_is_reached_stands_out() -> None:
    lens = failing(replace(FAILURE, step=1))
    assert lens.id == OUTAGE
    assert [p for p in "abcde" if not lens.quiets(p)] == ["a", "b"]
    assert not failing(Failure(behind={"a": 3})).quiets("e"), "nothing fades without a stop"


def test_a_card_of_the_layered_map_has_border_and_letter() -> None:
    card = Card("c", ("丙",), 13.0, "", Standing.MADE, 164.0, 54.0, 0, (), "", "丙")
    ring, plate, letter = struck(FAILURE, card, LIGHT, 1.0, True)
    assert isinstance(ring, Box)
    assert ring.dash, "what is deduced has dashes"
    assert isinstance(plate, Box)
    assert plate.fill == LIGHT.hit.tint
    assert isinstance(letter, Label)
    assert letter.text == "料"
    (far,) = [s.text for s in struck(FAILURE, card, LIGHT, 1.0, False) if isinstance(s, Label)]
    assert far == "12"
    assert struck(replace(FAILURE, step=1), card, LIGHT, 1.0, True) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_its_colours_can_be_read(theme: Theme) -> None:
    for tone in (theme.stop, theme.hit):
        assert contrast(tone.color, tone.tint) >= 4.5
        assert contrast(tone.letter, tone.color) >= 4.5
