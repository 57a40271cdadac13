"""Sources are numbered as they are cited, graded, and only those that a superior may read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.briefing.cited import Cited, foreign, group, is_later, printable
from liantu.model import Source
from tests.helpers.atlases import atlas, product
from tests.helpers.papers import shipped
from tests.helpers.readings import reading

NEWS = Source("news", "链长制推进会召开", "聊城日报", "2022-06")
LAW = Source("law", "化工投资项目管理规定", "山东省人民政府", "2023-01-01")
ENGLISH = Source("english", "Luxi expands capacity", "Plastics Technology", "2016")
BAD = Source("bad", "双氧水公司爆炸事故", "每日经济新闻")


def cited() -> Cited:
    small = replace(atlas([product("x")]), sources={s.id: s for s in (NEWS, LAW, ENGLISH, BAD)})
    return Cited(reading(small, "2022-12-31"))


def test_numbers_follow_the_order_of_citing_and_stay() -> None:
    found = cited()
    assert found.marks(["news"]) == "[1]"
    assert found.marks(["law", "news"]) == "[1][2]"
    assert found.marks(["news"]) == "[1]"


def test_lines_tell_the_grade_and_what_is_later_than_the_date() -> None:
    found = cited()
    found.marks(["news", "law"])
    assert found.lines() == [
        "化工投资项目管理规定，山东省人民政府，2023年1月1日〔官方〕〔口径日期后〕",
        "链长制推进会召开，聊城日报，2022年6月〔报道〕",
    ]


def test_a_foreign_source_is_cited_only_where_there_is_nothing_better() -> None:
    found = cited()
    assert found.marks(["english", "news"]) == "[1]"
    assert found.lines() == ["链长制推进会召开，聊城日报，2022年6月〔报道〕"]
    assert found.marks(["english"]) == "[2]"
    assert found.lines()[1].endswith("〔其他〕〔英文〕")


def test_what_is_unbecoming_is_not_printed() -> None:
    found = cited()
    assert found.marks(["bad"]) == ""
    assert found.lines() == []


@pytest.mark.parametrize(
    ("title", "publisher", "wanted"),
    [
        ("通知", "聊城市工业和信息化局", "official"),
        ("2020年年度报告摘要", "上海证券报", "company"),
        ("投产公告", "鲁西化工集团股份有限公司", "company"),
        ("亮点工作回眸", "聊城日报", "press"),
        ("行业概况", "转载", "other"),
    ],
)
def test_groups(title: str, publisher: str, wanted: str) -> None:
    assert group(Source("s", title, publisher)) == wanted


def test_no_printed_source_of_the_city_is_an_accident_or_a_question_page() -> None:
    kept = [s for s in shipped().sources.values() if printable(s)]
    assert len(kept) > 300
    assert not any(word in s.title for s in kept for word in ("爆炸", "Illegal", "问答"))
    assert any(foreign(s) for s in kept)


@pytest.mark.parametrize(
    ("date", "day", "later"),
    [
        ("2023", "2022-12-31", True),
        ("2022", "2022-10-26", False),
        ("2022-11", "2022-10-26", True),
        ("2022-10-27", "2022-10", False),
        ("", "2022-10", False),
    ],
)
def test_later_is_told_as_exactly_as_the_dates_are(date: str, day: str, later: bool) -> None:
    assert is_later(date, day) is later
