"""Sheets go out, are filled in, come back: exactly what was answered is taken, lies are caught."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from liantu.analysis.reading import Reading
from liantu.analysis.tracking import Step, live, tallies
from liantu.briefing.asking_sheets import to_workbook
from liantu.library.difference import same
from liantu.library.importing.tables import Table
from liantu.library.replies.intake import Intake
from liantu.library.replies.judging import judged
from liantu.library.replies.sheets import Returned, returned
from liantu.library.replies.taking import declared_edit, sent_edit, taken_edit
from liantu.model import Atlas, Status
from liantu.model.verification import Answer, Reply
from liantu.telling.task_sheets import TaskSheet, task_sheets
from tests.helpers.filled_sheets import fill
from tests.helpers.readings import loaded, shipped_at

DAY, DUE = "2024-12-31", "2025-01-15"
HEAD, ANSWER = 3, 7
Rows = list[list[Any]]


@cache
def sheets() -> tuple[TaskSheet, ...]:
    return task_sheets(shipped_at(DAY), DUE, "市工信局")


def sheet(county: str = "茌平区") -> TaskSheet:
    return next(s for s in sheets() if s.county == county)


def rows_of(county: str = "茌平区") -> Rows:
    """The rows of a sheet as they come back, not filled in."""
    from liantu.library.importing.tables import tables_of

    return [list(row) for row in tables_of(to_workbook(sheet(county)), "x")[0].rows]


def put(rows: Rows, place: int, *words: Any) -> Rows:
    """Fill in the answers of a line, counted from 1."""
    rows[HEAD + place][ANSWER : ANSWER + len(words)] = words
    return rows


def back(rows: Rows, name: str = "茌平.xlsx") -> Returned:
    return returned(name, (Table("摸底任务单", tuple(map(tuple, rows))),))


def intake(*files: Returned, atlas: Atlas | None = None) -> Intake:
    return judged(atlas or loaded().atlas, files)


def codes(found: Intake) -> list[str]:
    return [t.code.removeprefix("library.reply.") for t in found.troubles]


def sent() -> Atlas:
    keys = [line.key for s in sheets() for line in s.lines]
    return sent_edit(keys, "市工信局").change(loaded().atlas)


def replies(atlas: Atlas) -> dict[tuple[str, str], Reply]:
    return live(atlas, DAY)


# -- what goes out


def test_every_county_gets_its_lines_and_no_more_than_forty() -> None:
    """度假区 has none: nobody there makes, needs or holds what is asked about."""
    counties = loaded().atlas.library.region.counties
    assert [s.county for s in sheets()] == [c for c in counties if c not in ("未注明", "度假区")]
    assert all(0 < len(s.lines) <= 40 for s in sheets())
    assert all(len({line.key for line in s.lines}) == len(s.lines) for s in sheets())


def test_sending_is_one_step_that_makes_every_line_asked() -> None:
    atlas = sent()
    lines = [line.key for s in sheets() for line in s.lines]
    assert len(atlas.answers) == len(lines)
    assert {r.answer for r in atlas.answers} == {Answer.ASKED}
    assert {(r.date, r.due, r.office) for r in atlas.answers} == {(DAY, DUE, "市工信局")}
    assert sent_edit(lines, "市工信局").label == f"下发摸底任务单：10 个县市区、{len(lines)} 条"


# -- what comes back

WORDS = {
    Answer.MADE: ("有", "有 ", "有。"),
    Answer.NONE: ("无", "無", "没有"),
    Answer.UNCLEAR: ("不清",),
}


@pytest.mark.parametrize("seed", range(6))
def test_filled_at_random_sorted_and_cut_exactly_these_answers_are_taken(seed: int) -> None:
    chance = random.Random(seed)
    wanted: dict[tuple[str, str], tuple[Answer, float | None]] = {}
    files = []
    for county in ("茌平区", "临清市", "高唐县"):
        rows = rows_of(county)
        for place, line in enumerate(sheet(county).lines, 1):
            answer = chance.choice([*WORDS, None])
            if answer is None:
                continue
            amount = chance.choice([None, float(chance.randint(1, 900))])
            unit = loaded().atlas.products[line.key.product].unit
            firm = f"{county}第{place}制造有限公司"
            told = f"约{amount:g}{unit.removesuffix('/年')}" if amount else ""
            own = (firm, told, 2023.0) if answer is Answer.MADE else ()
            put(rows, place, chance.choice(WORDS[answer]), *own)
            wanted[line.key.line] = (answer, amount)
        lines = rows[HEAD + 1 : HEAD + 41]
        chance.shuffle(lines)
        kept = [row for row in lines if row[ANSWER] or chance.random() < 0.5]
        files.append(back(rows[: HEAD + 1] + kept + rows[HEAD + 41 :], f"{county}.xlsx"))
    found = intake(*files, atlas=sent())
    assert [t.words for t in found.troubles if t.stops] == []
    atlas = taken_edit(found, "2025-01-10").change(sent())
    got = {k: r for k, r in replies(atlas).items() if r.answer is not Answer.ASKED}
    assert {k: r.answer for k, r in got.items()} == {k: a for k, (a, _) in wanted.items()}
    for (product, county), (answer, amount) in wanted.items():
        made = [
            (c.status, c.as_of, c.amount)
            for e, c in atlas.makers.get(product, ())
            if e.county == county and e.name.endswith("制造有限公司")
        ]
        if answer is Answer.MADE:
            assert made == [(Status.OPERATING, "2023", amount)]
        else:
            assert made == []
    assert len(replies(atlas)) == len(replies(sent()))


def test_taking_twice_changes_nothing_more() -> None:
    rows = put(rows_of(), 1, "有", "甲乙铝业有限公司", "3万吨", "2023")
    put(rows, 2, "无")
    once = taken_edit(intake(back(rows)), DAY).change(loaded().atlas)
    again = intake(back(rows), atlas=once)
    assert again.answered == ()
    assert not again.stopped


def test_a_firm_on_record_only_gets_the_capacity() -> None:
    rows = put(rows_of(), 1, "有", "信发集团", "自用，不掌握")
    put(rows, 4, "有", "山东信发华兴化工有限公司", "25万吨")
    found = intake(back(rows))
    assert codes(found) == ["same"]
    atlas = taken_edit(found, DAY).change(loaded().atlas)
    assert set(atlas.enterprises) == set(loaded().atlas.enterprises)
    own = atlas.enterprises["xinfa"]
    before = loaded().atlas.enterprises["xinfa"]
    assert replace(own, capacities=own.capacities[:-1]) == before
    last = own.capacities[-1]
    assert (last.product, last.amount, last.claim) == ("alsheet", None, "自用，不掌握")
    source = atlas.sources[last.sources[0]]
    assert (source.title, source.date) == ("摸底答复：茌平区（口径日期 2024-12-31）", DAY)


def test_two_counties_that_name_one_new_firm_make_it_once() -> None:
    one = put(rows_of("茌平区"), 1, "有", "齐鲁甲乙（集团）有限公司", "3万吨")
    two = put(rows_of("临清市"), 1, "有", "齐鲁甲乙(集团)有限责任公司", "2万吨")
    found = intake(back(one, "1.xlsx"), back(two, "2.xlsx"))
    atlas = taken_edit(found, DAY).change(loaded().atlas)
    new = [e for k, e in atlas.enterprises.items() if k not in loaded().atlas.enterprises]
    assert [len(e.capacities) for e in new] == [2]


def test_one_line_may_name_several_firms() -> None:
    rows = put(rows_of(), 1, "有", "甲铝业有限公司；乙铝业有限公司", "3万吨；在建2万吨", 2024.0)
    put(rows, 2, "有", "甲铝业有限公司；乙铝业有限公司", "共5万吨")
    found = intake(back(rows))
    assert codes(found) == ["amount_shared", "amount_shared"]
    atlas = taken_edit(found, DAY).change(loaded().atlas)
    got = {(e.name, c.product): c for e in atlas.enterprises.values() for c in e.capacities}
    assert got["甲铝业有限公司", "alsheet"].amount == 3
    assert got["乙铝业有限公司", "alsheet"].status is Status.BUILDING
    assert got["乙铝业有限公司", "anode"].amount is None
    assert replies(atlas)["alsheet", "茌平区"].firms == "甲铝业有限公司、乙铝业有限公司"


def test_what_is_not_yet_made_is_no_answer_of_yes() -> None:
    rows = put(rows_of(), 1, "有", "甲铝业有限公司", "2万吨，2026年投产")
    put(rows, 2, "无", "乙化工有限公司", "在建3万吨")
    found = intake(back(rows))
    assert codes(found) == ["not_yet"]
    atlas = taken_edit(found, DAY).change(loaded().atlas)
    answers = replies(atlas)
    assert answers["alsheet", "茌平区"].answer is Answer.UNCLEAR
    assert answers["anode", "茌平区"].answer is Answer.NONE
    new = Reading.of(atlas, shipped_at(DAY).scenario)
    assert not new.situation.is_local("alsheet")


# -- lies


Spoil = Callable[[Rows], Sequence[Any]]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda r: put(r, 1, "见附件"), "word"),
        (lambda r: put(r, 1, "有"), "firm"),
        (lambda r: put(r, 1, "有", "无"), "firm"),
        (lambda r: put(r, 1, "无", "甲铝业有限公司"), "none_firm"),
        (lambda r: put(r, 1, "", "甲铝业有限公司"), "unanswered"),
        (lambda r: put(r, 1, "有", "甲铝业有限公司", "", "去年"), "year"),
        (lambda r: r[HEAD].__setitem__(7, "情况"), "no_table"),
        (lambda r: r[HEAD].__setitem__(9, "产量"), "heads"),
        (lambda r: [row.pop(0) for row in r], "heads"),
        (lambda r: r[HEAD].__setitem__(6, "答复"), "heads_twice"),
        (lambda r: r[4].__setitem__(0, r[4][0].replace("聊城市", "德州市")), "region"),
        (lambda r: r[4].__setitem__(0, r[4][0].replace("茌平区", "禹城市")), "county"),
        (lambda r: r[4].__setitem__(0, r[4][0].replace("alsheet", "nothing")), "product"),
        (lambda r: r[4].__setitem__(0, r[5][0]), "moved"),
        (lambda r: (put(r, 1, "无"), r[4].__setitem__(0, None)), "no_key"),
        (lambda r: (put(r, 1, "无"), r[4].__setitem__(0, "liantu-ask-9|a|b")), "no_key"),
        (lambda r: r.__delitem__(slice(4, 60)), "no_lines"),
    ],
)
def test_a_file_that_says_something_wrong_stops_everything(spoil: Spoil, code: str) -> None:
    rows = put(rows_of(), 3, "无")
    spoil(rows)
    found = intake(back(rows))
    assert codes(found) == [code]
    assert found.stopped
    assert found.troubles[0].words.endswith("。")
    assert "茌平.xlsx" in found.troubles[0].place


def test_a_line_of_another_county_does_not_slip_in() -> None:
    rows = put(rows_of("茌平区"), 1, "无")
    rows.insert(HEAD + 5, put(rows_of("高唐县"), 1, "无")[HEAD + 1])
    found = intake(back(rows))
    assert codes(found) == ["mixed"]
    assert found.stopped


def test_the_same_county_twice_with_different_answers_is_a_conflict() -> None:
    one, two = back(put(rows_of(), 1, "无"), "甲.xlsx"), back(put(rows_of(), 1, "不清"), "乙.xlsx")
    found = intake(one, two)
    assert codes(found) == ["conflict"]
    assert found.stopped
    assert "甲.xlsx 第 5 行" in found.troubles[0].words
    same_again = intake(one, replace(one, name="丙.xlsx"))
    assert (same_again.troubles, len(same_again.answered)) == ((), 1)


def test_a_later_answer_replaces_the_one_of_the_day_after_saying_so() -> None:
    atlas = taken_edit(intake(back(put(rows_of(), 1, "不清"))), DAY).change(loaded().atlas)
    found = intake(back(put(rows_of(), 1, "无")), atlas=atlas)
    assert codes(found) == ["again"]
    after = taken_edit(found, DAY).change(atlas)
    assert replies(after)["alsheet", "茌平区"].answer is Answer.NONE
    assert len(after.answers) == 1


def test_a_sheet_of_an_earlier_round_does_not_win() -> None:
    later = put(rows_of(), 1, "有", "甲铝业有限公司", "3万吨")
    for row in later[HEAD + 1 : HEAD + 41]:
        row[0] = row[0].replace(DAY, "2025-03-31")
    atlas = taken_edit(intake(back(later)), "2025-04-10").change(loaded().atlas)
    found = intake(back(put(rows_of(), 1, "无")), atlas=atlas)
    assert codes(found) == ["older"]
    after = taken_edit(found, "2025-04-11").change(atlas)
    assert live(after, "2025-04-11")["alsheet", "茌平区"].answer is Answer.MADE


@pytest.mark.parametrize("words", ["=cmd|'/c calc'!A0", "＝1+1", "=HYPERLINK(1)", "012", "1E5"])
def test_words_of_a_cell_stay_words(words: str) -> None:
    """G098 to G100: nothing typed in becomes a formula or a number."""
    rows = put(rows_of(), 1, "有", "甲铝业有限公司", "", "", words)
    atlas = taken_edit(intake(back(rows)), DAY).change(loaded().atlas)
    note = replies(atlas)["alsheet", "茌平区"].note
    assert note == f"依据：{words}" or note == "依据：＝1+1"


def test_blank_lines_stay_sent() -> None:
    atlas = taken_edit(intake(back(put(rows_of(), 1, "无"))), DAY).change(sent())
    found = {t.county: t for t in tallies(atlas, DAY, [])}
    assert found["茌平区"].steps[Step.ANSWERED] == 1
    assert found["茌平区"].steps[Step.SENT] == 39
    late = {t.county: t for t in tallies(atlas, "2025-01-16", [])}
    assert late["茌平区"].step is Step.LATE
    assert {t.county: t for t in tallies(atlas, DUE, [])}["茌平区"].step is Step.SENT


def test_a_file_on_disk_is_read_as_it_was_typed(tmp_path: Path) -> None:
    from liantu.library.importing.tables import read_tables

    path = tmp_path / "任务单.xlsx"
    path.write_bytes(to_workbook(sheet()))
    filled = fill(path, tmp_path / "填好.xlsx", {2: ("無", "", "", "", "问了企业")}, "茌平区工信局")
    got = returned(filled.name, read_tables(filled))
    assert got.office == "茌平区工信局"
    assert [line.told for line in got.lines if any(line.told)] == [("無", "", "", "", "问了企业")]
    found = intake(got)
    source = next(
        iter(
            taken_edit(found, DAY).change(loaded().atlas).sources.keys()
            - loaded().atlas.sources.keys()
        )
    )
    assert source == "mdf-20241231-07"


# -- declarations


def test_a_declaration_counts_until_it_ends() -> None:
    edit = declared_edit("全市", "", DAY, {"until": "2025-06-30"}, "全部产业链")
    atlas = edit.change(loaded().atlas)
    assert edit.label == "完整性声明：全市 · 全部产业链"
    scenario = shipped_at(DAY).scenario
    now = Reading.of(atlas, scenario)
    later = Reading.of(atlas, replace(scenario, date="2025-06-30"))
    assert now.verdicts["alsheet"].standing == "none"
    assert later.verdicts["alsheet"].standing == "unseen"
    assert not same(atlas, loaded().atlas)


def test_a_county_that_has_answered_is_not_asked_again() -> None:
    rows = put(put(rows_of(), 4, "无"), 3, "不清")
    atlas = taken_edit(intake(back(rows)), DAY).change(loaded().atlas)
    again = task_sheets(Reading.of(atlas, shipped_at(DAY).scenario), DUE, "", ["茌平区", "高新区"])
    asked = {s.county: {line.key.product for line in s.lines} for s in again}
    assert "cpe" not in asked["茌平区"]
    assert "alf3" in asked["茌平区"]
    assert "cpe" in asked["高新区"]


def test_the_bytes_are_the_same_twice() -> None:
    assert to_workbook(sheet()) == to_workbook(sheet())
    assert io.BytesIO(to_workbook(sheet())).read(2) == b"PK"
