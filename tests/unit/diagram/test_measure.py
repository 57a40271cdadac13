"""Text sizes without Qt: coverage of the font, and wrapping within limits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liantu.diagram import measure


def test_coverage_is_that_of_the_font() -> None:
    assert measure.missing("双酚A CO₂") == set()
    assert measure.missing("𠮷👩⾊") == {"𠮷", "👩", "⾊"}


@given(st.text(min_size=1, max_size=60), st.integers(1, 4), st.floats(30, 300))
def test_wrapped_lines_fit(text: str, lines: int, limit: float) -> None:
    found = measure.wrap(text, 12, limit, lines)
    assert len(found) <= lines
    for line in found:
        assert measure.width(line, 12) <= limit + 12 * (len(line) == 1)


@given(st.text(alphabet="双酚聚碳酸酯()ABC12 ", min_size=1, max_size=40))
def test_nothing_is_lost_while_there_is_room(text: str) -> None:
    joined = "".join(measure.wrap(text, 12, 120, 99))
    assert joined.replace(" ", "") == text.replace(" ", "")


def test_a_latin_word_is_kept_whole() -> None:
    assert measure.wrap("工业铝型材LFPCELL", 12, 90, 2) == ("工业铝型材", "LFPCELL")


def test_no_line_begins_with_a_slash_and_a_hyphen_keeps_its_letter() -> None:
    assert measure.wrap("铜母线/排", 12, 40, 4) == ("铜母", "线/排")
    assert measure.wrap("氯化氢/盐酸", 12, 50, 4) == ("氯化氢/", "盐酸")
    assert measure.wrap("Low-E玻璃", 12, 42, 4) == ("Low-E", "玻璃")
    assert measure.wrap("C/Z型钢檩条", 12, 48, 4) == ("C/Z型钢", "檩条")


def test_a_shortened_name_keeps_its_end() -> None:
    names = [f"高强度耐热不锈钢无缝钢管({end}型)" for end in "甲乙丙"]
    short = [measure.cut_inside(name, 12, 120) for name in names]
    assert short == ["高强度耐热不…(甲型)", "高强度耐热不…(乙型)", "高强度耐热不…(丙型)"]
    assert all(measure.width(name, 12) <= 120 for name in short)
    assert measure.cut_inside("双酚A", 12, 120) == "双酚A"
    assert measure.cut_inside("高强度耐热不锈钢", 12, 40) == measure.cut("高强度耐热不锈钢", 12, 40)
