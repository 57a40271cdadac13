"""Two versions in words: what changed, what follows from it and why."""

from __future__ import annotations

from typing import Any

import pytest

from liantu.library.editing import Draft, edited
from liantu.library.parsing.record import Keyed, Record
from liantu.library.plain import ALL, ids, plain, record
from liantu.library.three_ways import Conflict, Taken
from liantu.model import Atlas
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import compared
from liantu.telling.versions.conflicts import conflict_row, doubles, taken_line
from liantu.telling.versions.pieces import pieces
from liantu.telling.versions.rows import brief_rows, thing_rows
from liantu.telling.versions.summary import basis, board_lines, numbers, sentence
from liantu.telling.versions.values import Names, key_word
from tests.helpers.readings import shipped_at
from tests.helpers.versions import NEW, comparison, version


def names() -> Names:
    atlas = shipped_at().atlas
    return Names(atlas, atlas)


def told(kind: str, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return pieces(names(), kind, before, after)


def capacity(**values: str) -> dict[str, list[dict[str, str]]]:
    item = {"product": "pc", "amount": "20", "unit": "万吨/年", "status": "operating"}
    return {"capacities": [item | values]}


def test_the_sentence_says_what_changed_and_what_follows() -> None:
    words = sentence(comparison())
    assert words.startswith("与“2024Q3上报版”相比，“2024Q4上报版”共有 3 处资料变化")
    assert "企业新增 1、修改 1" in words
    assert "数字删除 1" in words
    assert "；11 个环节有变化：苯酚由疑似短链·向上变为本地在产（细链）；" in words


def test_versions_that_say_the_same_are_the_same() -> None:
    atlas = shipped_at().atlas
    found = compared(version("甲", atlas), version("乙", atlas))
    assert found.same
    assert sentence(found) == "与“甲”相比，“乙”的资料没有变化。"
    assert thing_rows(found) == class_rows(found) == []
    assert all(one.before == one.after and one.turn == "0" for one in numbers(found))
    assert board_lines(found) == ["三张榜单前 5 名没有变化。"]


def test_every_thing_is_told_once_by_chain() -> None:
    rows = thing_rows(comparison())
    assert {(row.kind, row.id, row.how) for row in rows} == {
        ("enterprise", "N001", "added"),
        ("enterprise", "luxi", "changed"),
        ("figure", next(iter(shipped_at().atlas.figures)), "removed"),
    }
    new = next(row for row in rows if row.id == "N001")
    assert (new.chain, new.letter) == ("聚碳酸酯·尼龙", "增")
    assert new.line == "新锐化工：高新区；产能 苯酚 30 万吨/年（在产）"
    changed = next(row for row in rows if row.id == "luxi")
    assert changed.line == "鲁西集团：双酚A 产能 20 → 40 万吨/年"


def test_the_reason_of_a_class_is_what_was_changed() -> None:
    rows = {row.product: row for row in class_rows(comparison())}
    phenol = rows["phenol"]
    assert (phenol.how, phenol.after) == ("added", "细链")
    assert phenol.why == (
        "新锐化工 苯酚 新增产能 30 万吨/年（在产）；本地需求 17 万吨/年 → 34 万吨/年"
    )
    assert rows["acetone"].why.startswith("苯酚 转为本地在产")
    assert all(row.why for row in rows.values())
    assert next(iter(rows.values())).how == "added"


def test_numbers_count_both_versions() -> None:
    found = comparison()
    count = {one.words: (one.before, one.after, one.turn) for one in numbers(found)}
    firms = len(shipped_at().atlas.enterprises)
    assert count["入库企业"] == (firms, firms + 1, "+1")
    local = [
        sum(v.local for v in side.reading.verdicts.values()) for side in (found.before, found.after)
    ]
    assert count["本地在产环节"][:2] == tuple(local)


def test_the_date_alone_is_told_as_such() -> None:
    atlas = shipped_at().atlas
    found = compared(
        version("甲", atlas, date="2022-10-26"), version("乙", atlas, date="2024-12-31")
    )
    assert found.things == ()
    rows = class_rows(found)
    assert {row.product for row in rows} == found.drift
    assert not any("口径日期" in row.why for row in rows)
    assert all(row.why for row in rows)
    assert any(row.why.startswith("鲁西集团 ") for row in rows)
    assert basis(found)[0] == "口径日期：前 2022-10-26，后 2024-12-31。"


def test_who_is_known_only_later_is_no_new_user() -> None:
    """Nobody says since when 极景门窗 makes windows, so that they are no news of 2022."""
    atlas = shipped_at().atlas
    before = version("甲", atlas, date="2021-12-31")
    rows = class_rows(compared(before, version("乙", atlas, date="2022-12-31")))
    why = {row.product: row.why for row in rows}
    assert why["igu"] == "本地用户 断桥铝门窗 才见记录，起点不详"
    assert "本地新增用户 双酚A" in why["phenol"]


def test_another_date_of_other_data_is_told_as_the_reason() -> None:
    old = shipped_at().atlas
    new = edited(old, [Draft("enterprise", "N001", NEW)])
    found = compared(version("甲", old), version("乙", new, date="2024-12-31"))
    rows = [row for row in class_rows(found) if row.product in found.drift]
    assert any("口径日期由 2022-10-26 到 2024-12-31" in row.why for row in rows)
    assert basis(found)[0].startswith("两版口径日期不同")


def test_what_could_not_be_read_is_not_told_as_deleted() -> None:
    atlas = shipped_at().atlas
    found = compared(version("甲", atlas), version("乙", atlas, errors=3))
    assert "“乙”有 3 处资料错误，读不出的内容未参与对比，不等于被删除。" in basis(found)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (capacity(), capacity(amount="40"), "聚碳酸酯 产能 20 → 40 万吨/年"),
        (capacity(), capacity(unit="吨/年", amount="5"), "聚碳酸酯 产能 20 万吨/年 → 5 吨/年"),
        (capacity(), capacity(status="stopped"), "聚碳酸酯 状态 在产 → 停产"),
        (capacity(), {}, "聚碳酸酯 删去产能 20 万吨/年（在产）"),
        ({}, capacity(), "聚碳酸酯 新增产能 20 万吨/年（在产）"),
        (
            capacity(until="2018"),
            capacity(until="2018", amount="6"),
            "聚碳酸酯（至 2018） 产能 20 → 6 万吨/年",
        ),
        (
            capacity(status="planned"),
            capacity(status="planned", amount="6"),
            "聚碳酸酯（规划） 产能 20 → 6 万吨/年",
        ),
        ({"short": "甲"}, {"short": "乙"}, "简称 甲 → 乙"),
        ({}, {"short": "乙"}, "简称补为 乙"),
        ({"short": "甲"}, {}, "简称删去（原 甲）"),
        ({"inferred": "yes"}, {}, "推定删去（原 是）"),
        ({"note": "甲" * 60}, {"note": "乙" * 60}, "说明文字有改动"),
        ({"chains": ["chem"]}, {"chains": ["chem", "pc-nylon"]}, "所在产业链增加 聚碳酸酯·尼龙"),
        ({"chains": ["chem", "cu"]}, {"chains": ["cu"]}, "所在产业链减少 煤盐氟硅化工"),
        ({"chains": ["chem", "cu"]}, {"chains": ["cu", "chem"]}, "所在产业链次序有调整"),
        ({"honours": [{"name": "甲奖"}]}, {"honours": []}, "删去荣誉“甲奖”"),
    ],
)
def test_a_change_is_told_in_the_words_of_the_office(
    before: dict[str, Any], after: dict[str, Any], words: str
) -> None:
    assert told("enterprise", before, after) == [words]


def test_an_unknown_amount_is_never_zero() -> None:
    item = capacity()
    del item["capacities"][0]["amount"]
    assert told("enterprise", item, capacity()) == ["聚碳酸酯 产能 不详 → 20 万吨/年"]


def test_recipes_and_members_are_told_by_names() -> None:
    route = {"r1": {"name": "光气法", "inputs": {"bpa": {"per_unit": "0.9", "unit": "t"}}}}
    other = {"r1": {"name": "光气法", "inputs": {"bpa": {"per_unit": "0.95", "unit": "t"}}}}
    assert told("product", {"routes": route}, {"routes": other}) == [
        "工艺路线“光气法”投入“双酚A”单耗 0.9 → 0.95"
    ]
    assert told("chain", {"members": {"up": ["bpa"]}}, {"members": {"up": ["bpa", "pc"]}}) == [
        "各段环节增加 聚碳酸酯"
    ]


def declared(found: Record, seen: set[str]) -> set[tuple[str, str]]:
    """Every key of a record and of the records in it."""
    if found.name in seen:
        return set()
    seen.add(found.name)
    keys = {(found.name, field.key) for field in found.fields}
    for field in found.fields:
        read: Any = field.read
        for part in (read, getattr(read, "item", None), getattr(read, "record", None)):
            inner = part.record if isinstance(part, Keyed) else part
            keys |= declared(inner, seen) if isinstance(inner, Record) else set()
    return keys


def test_every_key_of_a_file_has_a_word() -> None:
    keys = {pair for kind in ALL for pair in declared(record(kind), set())}
    assert len(keys) > 100
    assert {(kind, key) for kind, key in keys if key_word(kind, key) == key} == set()


def test_every_thing_of_the_city_can_be_told_as_new_and_as_gone() -> None:
    atlas = shipped_at().atlas
    known = names()
    for kind in ALL:
        for id_ in ids(atlas, kind)[:30]:
            values = plain(atlas, kind, id_) or {}
            assert known.of(kind, id_)
            assert all(told(kind, {}, values))
            assert all(told(kind, values, {}))


def test_marks_of_the_map_are_what_changed() -> None:
    marks = comparison().marks()
    assert marks["phenol"] == "added"
    assert marks["bpa"] == "changed"
    assert "al" not in marks


def test_a_conflict_is_told_with_names_and_all_values() -> None:
    item = {"product": "bpa", "amount": "40", "unit": "万吨/年"}
    row = conflict_row(
        names(),
        Conflict(
            "enterprise",
            "luxi",
            ("capacities", "bpa", "amount"),
            {"amount": "20", "unit": "万吨/年"},
            {"amount": "40", "unit": "万吨/年"},
            {"amount": "25", "unit": "万吨/年"},
            item,
        ),
    )
    assert row.about == "企业 鲁西集团 产能 双酚A"
    assert (row.ours, row.theirs, row.base) == ("40 万吨/年", "25 万吨/年", "20 万吨/年")
    gone = conflict_row(
        names(), Conflict("enterprise", "luxi", (), None, {"name": "甲"}, None, None, True)
    )
    assert (gone.ours, gone.theirs) == ("名称 甲", "无")
    assert gone.note == "同事的资料有错误，读不到不等于删除。"


def test_what_is_taken_is_told() -> None:
    assert taken_line(names(), Taken("enterprise", "luxi", (), None, {"name": "甲"})) == (
        "新增 企业 鲁西集团"
    )
    before = plain(atlas(), "enterprise", "luxi") or {}
    line = taken_line(names(), Taken("enterprise", "luxi", (), before, {**before, "short": "鲁西"}))
    assert line == "企业 鲁西集团：简称 鲁西集团 → 鲁西"


def atlas() -> Atlas:
    return shipped_at().atlas


def test_products_of_one_version_only_are_listed() -> None:
    old = atlas()
    new = edited(old, [Draft("product", "neu", {"name": "新环节", "unit": "万吨/年"}, "chem")])
    found = compared(version("甲", old), version("乙", new))
    assert found.came == ("neu",)
    (row,) = class_rows(found)
    assert (row.name, row.before, row.how) == ("新环节", "无此环节", "added")
    back = compared(version("乙", new), version("甲", old))
    assert back.went == ("neu",)
    assert class_rows(back)[0].target is None


def test_a_firm_that_both_entered_under_two_ids_is_told() -> None:
    old = atlas()
    new = {"name": "鲁西化工集团股份公司", "county": "高新区"}
    theirs = edited(old, [Draft("enterprise", "E9", new)])
    assert doubles(old, theirs) == [
        "“鲁西化工集团股份公司”两边编号不同，合并后有两条，请核对后去掉一条"
    ]
    assert doubles(old, old) == []


def test_questions_that_went_out_are_told_once_a_county() -> None:
    atlas = shipped_at().atlas
    sent = [
        {"product": product, "county": "茌平区", "answer": answer, "date": "2022-12-31"}
        for product, answer in (("pc", "asked"), ("bpa", "asked"), ("phenol", "none"))
    ]
    after = edited(atlas, [Draft("answer", f"new-{n}", one) for n, one in enumerate(sent)])
    found = compared(version("甲", atlas), version("乙", after))
    assert len(thing_rows(found)) == 3
    lines = [row.noted for row in brief_rows(found)]
    assert lines == [
        "〔新增〕答复 苯酚 · 茌平区：茌平区，2022-12-31，无",
        "〔新增〕答复 茌平区：摸底任务单已下发 2 项",
    ]
