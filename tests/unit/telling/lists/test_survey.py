"""摸底任务单: what is worth asking, whom, and where; a county gets at most forty lines."""

from __future__ import annotations

from collections import Counter

from liantu.analysis.asking import AT_MOST, settled
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope, names, several
from liantu.telling.lists.survey import ANSWERS, AskRow
from tests.helpers.readings import shipped_at

CITY = Scope(city=True)
READING = shipped_at("2022-12-31")
SURVEY = find("survey")


def rows(scope: Scope = CITY) -> list[AskRow]:
    return list(SURVEY.rows(READING, scope))


def test_the_questions_come_by_their_value() -> None:
    found = rows()
    assert [row.question for row in found] == list(READING.questions)
    values = [round(row.question.value, 6) for row in found]
    assert values == sorted(values, reverse=True)


def test_no_county_gets_more_than_forty_lines() -> None:
    counties = [c for c in READING.atlas.library.region.counties if c != "未注明"]
    lines = Counter(
        county
        for row in rows()
        for county in counties
        if names(SURVEY.column("county").text(row), county)
    )
    assert max(lines.values()) == AT_MOST
    assert "未注明" not in {c for row in rows() for c in row.counties}


def test_a_question_goes_where_its_firms_are() -> None:
    atlas = READING.atlas
    for row in rows()[:20]:
        own = {atlas.enterprises[e].county for e in (*row.ask, *row.users)} - {"未注明"}
        sent = set(several(SURVEY.column("county").text(row)))
        assert sent
        assert sent <= own


def test_no_county_is_asked_about_an_industry_that_it_does_not_have() -> None:
    found = {row.id: row for row in rows()}
    assert set(found["graphp"].counties) <= {"东昌府区", "冠县", "茌平区", "高唐县", "开发区"}
    assert not [row.id for row in found.values() if "度假区" in row.counties]
    told = {row.id: row.named(row.ask) for row in (found["cclfoil"], found["a356"], found["wc"])}
    assert told == {"cclfoil": "祥光铜业", "a356": "信源集团", "wc": ""}


def test_it_says_how_much_the_first_questions_settle() -> None:
    share = settled(READING.questions)
    assert share is not None
    assert SURVEY.remarked(READING, CITY) == f"查清前 20 项，可定性 {share:.0%}。".replace(
        "%", " %"
    )


def test_phenol_is_asked_about_with_reasons_and_room_for_the_answer() -> None:
    row = next(row for row in rows(Scope(chains=("pc-nylon",))) if row.id == "phenol")
    cells = {column.id: column.text(row) for column in SURVEY.columns}
    assert cells["class"] == "疑似短链·向上"
    assert cells["why"].startswith("资料收录不全 10%")
    assert cells["asked_users"] == "鲁西集团"
    assert all(cells[answer] == "" for answer in ANSWERS)
    assert {*ANSWERS} <= {column.id for column in SURVEY.on_sheet}
    assert not {*ANSWERS} & {column.id for column in SURVEY.on_screen}
