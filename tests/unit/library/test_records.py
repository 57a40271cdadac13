"""A record is read whole or not at all, and what is left out is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import wording
from liantu.issues import Issue, Severity
from liantu.library.fields.format import FILE
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import IdValue, ListValue, TextValue
from liantu.library.parsing.record import Keyed, Record
from liantu.library.parts import read_bytes
from liantu.library.reader import load
from liantu.model import Atlas
from tests.helpers.folders import CHAIN, ENTERPRISES, write


def records(record: Record) -> dict[str, Record]:
    """Every record of the format by name."""
    found = {record.name: record}
    for item in record.fields:
        read: object = item.read
        while isinstance(read, ListValue):
            read = read.item
        inner = getattr(read, "record", None) if not isinstance(read, Record) else read
        if isinstance(inner, Record):
            found |= records(inner)
    return found


RECORDS = records(FILE)
TEXTS = [
    (record.name, item.key)
    for record in RECORDS.values()
    for item in record.fields
    if item.required and isinstance(item.read, TextValue | IdValue)
]
BLANKS = ['""', '"  "', '"\u3000"', '"\u200b"', "''"]


def errors(context: Context) -> list[Issue]:
    return [i for i in context.issues if i.severity is Severity.ERROR]


@pytest.mark.parametrize(("name", "key"), TEXTS)
@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_required_text_is_told_where_it_stands(name: str, key: str, blank: str) -> None:
    from liantu.library.parsing.composer import compose

    context = Context("f.yaml")
    rows = [f"{f.key}: {blank if f.key == key else 'x'}" for f in RECORDS[name].fields]
    at = next(n for n, row in enumerate(rows) if row.startswith(f"{key}:"))
    tree = compose("\n".join(rows), context)
    assert tree is not None
    RECORDS[name](tree, context)
    spots = {(i.place.line, i.place.column) for i in errors(context)}
    assert (at + 1, len(key) + 3) in spots


def test_there_are_many_required_texts() -> None:
    assert len(TEXTS) >= 30


@pytest.mark.parametrize("item", ['""', '"　"', "~"])
def test_an_empty_item_of_a_list_is_told(item: str) -> None:
    context = Context("f.yaml")
    values = read_bytes(CHAIN.replace("aka: [BPA]", f"aka: [BPA, {item}]").encode(), context)
    (issue,) = errors(context)
    assert (issue.code, issue.place.line) == ("library.empty_item", 23)
    assert next(p for p in values["products"] if p["id"] == "bpa")["aka"] == ("BPA",)


def read(folder: Path, chain: str = CHAIN, firms: str = ENTERPRISES) -> tuple[Atlas, list[Issue]]:
    loaded = load(write(folder, {"01-resin.yaml": chain, "enterprises.yaml": firms}))
    return loaded.atlas, [i for i in loaded.issues if i.severity is Severity.ERROR]


PHENOL = "          phenol: {per_unit: 0.85, unit: t, basis: estimate}\n"
BESIDE = "        byproducts:\n          phenol: {per_unit: 1, unit: t, basis: source, "


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("per_unit: 0.85", "per_unit: 0.85吨"),
        ("per_unit: 0.85", "per_unit: 0"),
        ("per_unit: 0.85", 'per_unit: ""'),
        ("basis: estimate", "basis: 很强"),
        ("          phenol: {", "          苯酚: {"),
        ("unit: t, basis: estimate", 'unit: "", basis: estimate'),
        ("unit: t, basis: estimate", "unit: ~, basis: estimate"),
        ("per_unit: 0.85", "per_unt: 0.85"),
        (PHENOL, PHENOL + "          acetone: {per_unit: 1, unit: t, basis: source}\n"),
        (PHENOL, PHENOL + "          ? [a]\n          : {per_unit: 1}\n"),
        (PHENOL, "          phenol: 0.85\n"),
        (PHENOL, "          phenol:\n"),
        ("        inputs:\n", "        imputs:\n"),
        ("        inputs:\n", "        kind: mak\n        inputs:\n"),
        ("name: 缩合\n", "name: 缩合\n" + BESIDE + "recycle: 是}\n"),
        ("name: 缩合\n", "name: 缩合\n" + BESIDE + "recycel: yes}\n"),
    ],
)
def test_a_bad_line_leaves_the_route_out_whole_and_says_so(
    tmp_path: Path, old: str, new: str
) -> None:
    assert old in CHAIN
    atlas, found = read(tmp_path, CHAIN.replace(old, new))
    assert atlas.products["bpa"].routes == ()
    told = [i for i in found if ("route", "condensation") in i.lost]
    assert len(told) == 1
    assert "因此未读入：" in wording.issue_text(told[0])
    assert "路线 condensation" in wording.issue_text(told[0])
    assert told[0].place.line > 21


def test_a_bad_extra_of_an_input_costs_only_itself(tmp_path: Path) -> None:
    atlas, found = read(tmp_path, CHAIN.replace("per_unit: 0.85", "per_unit: 0.85, floor: 约1"))
    assert [i.lost for i in found] == [()]
    assert len(atlas.products["bpa"].routes[0].inputs) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("since: 2022-10-26", "since: 2022年"),
        ("since: 2022-10-26", "until: 2022-13"),
        ("since: 2022-10-26", "untill: 2020"),
        ("since: 2022-10-26", "contested: 是"),
        ("unit: 万吨/年", f"unit: {'长' * 61}"),
    ],
)
def test_a_capacity_without_its_bounds_is_left_out(tmp_path: Path, old: str, new: str) -> None:
    """Without the bad word it would count for ever, or as what it is not."""
    atlas, found = read(tmp_path, firms=ENTERPRISES.replace(old, new, 1))
    assert [c.product for c in atlas.enterprises["plant"].capacities] == ["phenol"]
    assert [i.lost for i in found] == [(("capacity", "bpa"),)]


def test_what_was_left_out_is_named_by_its_kind() -> None:
    for name in RECORDS:
        assert wording.text(f"library.kind.{name}")
    assert isinstance(RECORDS["route"].by_key["inputs"].read, Keyed)
