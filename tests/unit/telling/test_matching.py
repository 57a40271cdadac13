"""One matcher: width, case, words in any order, aliases, pinyin; the best first."""

from __future__ import annotations

import pytest

from liantu.telling.searching import matching
from liantu.telling.searching.matching import (
    Rank,
    asked,
    fits,
    holds,
    key,
    match,
    match_beside,
    spelt,
)


def rank(typed: str, *names: str) -> Rank | None:
    return match(asked(typed), spelt(key(names)))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("双酚Ａ", "双酚A"),
        ("Ａ356", "A356铸造铝合金锭"),
        ("LCD", "显示模组ＬＣＤ"),
        ("ＬＣＤ", "显示模组LCD"),
        ("III", "Ⅲ类基础油"),
        ("尼龙６", "尼龙6切片"),
        ("尼龙6", "尼龙６切片"),
        ("BPA", "bpa"),
        ("双酚 A", "双酚A"),
        ("双酚　Ａ", "双酚A"),
        ("Ａ　双酚", "双酚A"),
        ("(株)", "（株）"),
        ("1,4丁二醇", "1,4-丁二醇"),
        ("Al2O3", "Al₂O₃"),
        ("6.5", "产能 6.5 万吨"),
    ],
)
def test_width_case_marks_and_order_make_no_difference(typed: str, name: str) -> None:
    assert fits(typed, (name,))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("65", "产能 6.5 万吨"),
        ("双酚B", "双酚A"),
        ("双酚 氯", "双酚A"),
        ("uangfen", "双酚A"),
        ("fs", "双酚A"),
    ],
)
def test_what_is_not_there_is_not_found(typed: str, name: str) -> None:
    assert not fits(typed, (name,))


def test_nothing_typed_leaves_all_and_ranks_none() -> None:
    assert fits("  ", ("双酚A",))
    assert fits("", ())
    assert rank("　", "双酚A") is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("sfa", "双酚A"), ("shuangfena", "双酚A"), ("shfena", "双酚A"), ("shuangf", "双酚A")),
        *(("zzcs", "重质长丝"), ("czcs", "重质长丝"), ("zhongzhizhangsi", "重质长丝")),
        *(("chongzhi", "重质长丝"), ("changsi", "重质长丝")),
        *(("hangye", "行业协会"), ("xy", "行业协会"), ("yinhang", "聊城银行")),
        *(("getie", "铬铁"), ("luotie", "铬铁"), ("lt", "铬铁")),
        *(("lvtu", "铝土矿"), ("lutu", "铝土矿"), ("lütu", "铝土矿"), ("ltk", "铝土矿")),
        *(("dong e", "东阿阿胶"), ("dongee", "东阿阿胶"), ("deej", "东阿阿胶")),
        *(("rezha", "热轧卷"), ("rzj", "热轧卷"), ("tanxing", "弹性体"), ("pa6qp", "PA6切片")),
        *(("shenxian", "莘县"), ("chuandong", "传动轴"), ("tiaowei", "调味品")),
    ],
)
def test_pinyin_in_full_by_initials_and_mixed_in_its_usual_readings(typed: str, name: str) -> None:
    assert fits(typed, (name,))


def test_spellings_are_not_looked_for_before_they_are_made() -> None:
    plain = key(("双酚A", "BPA"))
    assert match(asked("sfa"), plain) is None
    assert match(asked("bpa"), plain) is Rank.EXACT
    assert match(asked("sfa"), spelt(plain)) is Rank.SPELT


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("信发集团", Rank.EXACT),
        ("xfjt", Rank.SPELT),
        ("xinfajituan", Rank.SPELT),
        ("信发", Rank.NAME),
        ("xf", Rank.INITIALS),
        ("xinf", Rank.SPELLING),
        ("集团", Rank.INSIDE),
        ("jt", Rank.INSIDE),
        ("中通", None),
    ],
)
def test_ranks(typed: str, expected: Rank | None) -> None:
    assert rank(typed, "信发集团") is expected


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("信发", "山东信发华源"),
        ("xf", "山东信发华源"),
        ("信发", "聊城市茌平区信发华源"),
        ("铬", "铁合金(铬/锰)"),
        ("锰", "铁合金(铬/锰)"),
        ("铝芯", "电缆 铝芯"),
        ("356", "A356铝锭"),
    ],
)
def test_a_word_begins_after_marks_scripts_and_places(typed: str, name: str) -> None:
    assert rank(typed, name) is Rank.WORD


def test_the_best_name_tells() -> None:
    assert rank("bpa", "双酚A", "BPA") is Rank.EXACT
    assert rank("pa6", "PA66", "PA6切片") is Rank.NAME


def test_the_worst_of_several_words_tells() -> None:
    assert rank("铬 铁", "铁合金(铬/锰)") is Rank.WORD
    assert rank("酚 双", "双酚A") is Rank.INSIDE


def test_all_words_but_one_may_fit_what_stands_beside() -> None:
    name, county = key(("信发铝业",)), key(("茌平区",))
    assert match_beside(asked("茌平 铝业"), name, county) is Rank.AROUND
    assert match_beside(asked("茌平"), name, county) is None
    assert match_beside(asked("茌平 区"), name, county) is None
    assert match_beside(asked("信发 铝业"), name, county) is Rank.EXACT


def test_one_letter_starts_a_name() -> None:
    assert rank("s", "双酚A") is Rank.INITIALS
    assert rank("f", "双酚A") is None


def test_sentences_are_not_spelt() -> None:
    assert not fits("ds", ("理由" * 12 + "断水",))
    assert fits("断水", ("理由" * 12 + "断水",))


def test_a_row_holds_words_of_several_cells_and_the_other_names_of_its_things() -> None:
    known = spelt(key(("双酚A", "BPA")))
    row = matching.row(("双酚A", "茌平区", "0.5"), (known,))
    assert holds(asked("bpa 茌平"), row)
    assert holds(asked("sfa ０.５"), row)
    assert not holds(asked("bpa 东阿"), row)
    assert not holds(asked("a茌"), row), "a word does not run over two cells"
