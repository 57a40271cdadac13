"""Text of 看板: lines by the rules of Chinese type, sizes that fit, numbers kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.diagram.poster import kit
from liantu.diagram.poster.wrapping import SLACK

WORDS = (
    "中段成型，两头在外。环己酮肟至锦纶帘子布、双酚A至聚碳酸酯在本地相连；在产12个环节中鲁西集团占10个；"
    "苯酚、环己酮等3种本地未见、靠外购；下游30个环节见到5个。"
)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    for room in range(60, 400, 7):
        lines = kit.wrap(WORDS, room, 9.0)
        assert "".join(lines) == WORDS
        assert not any(line[0] in "，。；、）" for line in lines)
        assert not any(line[-1] in "（“《" for line in lines)
        assert all(kit.wide(line, 9.0) <= room + SLACK for line in lines)


@pytest.mark.parametrize("room", range(60, 400, 11))
def test_no_last_line_is_a_single_character(room: int) -> None:
    last = kit.wrap(WORDS, room, 9.0)[-1]
    assert sum(c not in "，。；、）" for c in last) >= 2


def test_numbers_stay_with_their_units() -> None:
    words = "汽车内饰件等年需聚碳酸酯约17.7万吨"
    for room in range(72, 300, 5):
        assert any("17.7万吨" in line for line in kit.wrap(words, room, 9.0))


def test_a_number_is_not_parted_from_its_noun_by_a_blank() -> None:
    words = "环节零散，尚未成链。下游 18 个环节见到 1 个。"
    for room in range(90, 300, 3):
        lines = kit.wrap(words, room, 9.0)
        assert any("18 个" in line for line in lines)
        assert len(lines[-1].strip("。")) >= 2
        assert not any(line != line.strip() for line in lines)


def test_a_word_wider_than_its_room_falls_apart() -> None:
    lines = kit.wrap("polytetrafluoroethylene", 40.0, 9.0)
    assert "".join(lines) == "polytetrafluoroethylene"
    assert max(kit.wide(line, 9.0) for line in lines) <= 40.0 + SLACK


def test_a_nearly_empty_last_line_is_drawn_in() -> None:
    words = "聚碳酸酯本地在产而余量不详先问企业余量和延伸意愿再议"
    room = kit.wide(words[:-1], 9.2)
    lines, points = kit.tidy(words, room, 9.2)
    assert lines == (words,)
    assert 8.7 <= points < 9.2


def test_what_does_not_fit_is_made_smaller_down_to_the_least() -> None:
    words = "己内酰胺"
    assert kit.fit(words, 100.0, 11.0) == 11.0
    assert kit.fit(words, kit.wide(words, 9.0), 11.0) == pytest.approx(9.0, abs=0.11)
    assert kit.fit(words, kit.wide(words, 7.0), 11.0) is None
    found = kit.first_fit(("年需17万吨，未见产出", "年需17万吨"), 54.0, 8.5)
    assert found is not None
    assert found[0] == "年需17万吨"
    assert 7.5 <= found[1] < 8.5


@given(st.text("甲乙丙，。（）A1.", min_size=1, max_size=60), st.floats(30, 300))
def test_wrapping_loses_nothing(words: str, room: float) -> None:
    assert "".join(kit.wrap(words, room, 9.0)) == words
