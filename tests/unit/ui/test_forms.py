"""Forms of every kind of thing have words for every field and every choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from liantu.library import load
from liantu.library.editing import Draft
from liantu.library.fields.drill_fields import Recast
from liantu.library.fields.judgement_fields import Brief
from liantu.library.parsing.convert import ChoiceValue, DateValue, ListValue, MapValue, NumberValue
from liantu.library.parsing.record import Field, Keyed, Record, Spread
from liantu.library.plain import ALL, plain, record
from liantu.telling.searching import search
from liantu.ui.forms import layout
from liantu.ui.forms.inputs import ChoiceInput
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.making import make_input
from liantu.ui.forms.panel import Panel
from liantu.ui.forms.words import brief, caption, choices, tidy
from tests.helpers.atlases import atlas as made_atlas
from tests.helpers.atlases import product
from tests.helpers.folders import LIBRARY, write
from tests.helpers.readings import loaded


def inside(reader: Any) -> Iterator[Record]:
    """The records that a form of a record can lead to."""
    match reader:
        case Record():
            yield reader
            for item in reader.fields:
                yield from inside(item.read)
        case Brief() | Spread() | Keyed() | Recast():
            yield from inside(reader.record)
        case ListValue():
            yield from inside(reader.item)
        case MapValue():
            yield from inside(reader.value)


RECORDS = {one.name: one for kind in ALL if kind != "library" for one in inside(record(kind))}


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_that_is_shown_exists_and_has_a_name(name: str) -> None:
    found = RECORDS[name]
    keys = (*layout.shown(found), *layout.folded(found))
    assert len(keys) == len(set(keys))
    assert [k for k in keys if k not in found.by_key] == []
    names = [caption(found, found.by_key[k]) for k in keys]
    assert [n for n in names if n.isascii()] == []
    assert {f.key for f in found.fields if f.required} - set(keys) <= {"id", "stages", "members"}


def choosing() -> Iterator[tuple[str, Field, ChoiceValue]]:
    for found in RECORDS.values():
        for item in found.fields:
            reader = item.read.item if isinstance(item.read, ListValue) else item.read
            if isinstance(reader, ChoiceValue):
                yield f"{found.name}.{item.key}", item, reader


@pytest.mark.parametrize("where", [w for w, _, _ in choosing() if w != "answer.answer"])
def test_every_choice_has_words(where: str) -> None:
    reader = next(r for w, _, r in choosing() if w == where)
    words = choices(reader)
    assert [w for w in words.values() if w.isascii()] == []
    assert list(words) == [str(one) for one in reader.kind]


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("2022年10月26日", "2022-10-26"),
        ("2022.1.5", "2022-01-05"),
        ("２０２２", "2022"),
        ("2022/10", "2022-10"),
        ("去年", "去年"),
        ("2022-10-26", "2022-10-26"),
    ],
)
def test_days_are_taken_as_they_are_typed(typed: str, held: str) -> None:
    assert tidy(DateValue(), typed) == held


@pytest.mark.parametrize(
    ("typed", "held"),
    [("1,200", "1200"), ("０．５", "0.5"), ("20万", "20万"), (" 3 ", "3"), ("约40", "约40")],
)
def test_a_number_is_never_read_out_of_words(typed: str, held: str) -> None:
    assert tidy(NumberValue(), typed) == held


def test_things_are_found_by_name_alias_and_initials(tmp_path: Path) -> None:
    atlas = load(write(tmp_path / "资料")).atlas
    known = Known(atlas, search.with_pinyin(search.build(atlas)))
    assert [one.id for one in known.find("product", "双酚")] == ["bpa"]
    assert [one.id for one in known.find("product", "BPA")] == ["bpa"]
    assert [one.id for one in known.find("product", "bt")] == ["acetone"]
    assert [(o.id, o.remark) for o in known.find("enterprise", "syhg")] == [("plant", "东县")]
    assert [one.words for one in known.find("source", "日报")] == ["试验日报"]
    assert [one.id for one in known.find("product", "")] == ["phenol", "acetone", "bpa"]
    assert known.find("product", "没有的") == ()


def test_what_a_form_brings_can_be_chosen_at_once(tmp_path: Path) -> None:
    known = Known(load(write(tmp_path / "资料")).atlas)
    more = known.bringing(Draft("source", "talk", {"title": "座谈会记录"}))
    assert [one.id for one in more.find("source", "座谈")] == ["talk"]
    assert known.find("source", "座谈") == ()


def test_counties_are_free_words_where_the_folder_names_none(tmp_path: Path) -> None:
    bare = LIBRARY.replace("  counties: [东县, 西县]\n", "")
    known = Known(load(write(tmp_path / "资料", {"library.yaml": bare})).atlas)
    assert known.options("enterprise", "county", {}) is None
    named = Known(load(write(tmp_path / "另一个")).atlas)
    assert named.options("enterprise", "county", {}) == (("东县", "东县"), ("西县", "西县"))


@pytest.mark.parametrize(
    ("name", "key", "shown"),
    [
        ("supply", "essential", {"": "（不填）", "yes": "是", "no": "否"}),
        ("drill", "deduced", {"": "是", "no": "否"}),
        ("project_choice", "on", {"": "是", "no": "否"}),
    ],
)
def test_a_flag_that_is_not_written_may_be_unknown_or_yes(
    qtbot: QtBot, name: str, key: str, shown: dict[str, str]
) -> None:
    found = RECORDS[name]
    made = make_input(found, found.by_key[key], Known(made_atlas([product("a")])))
    assert isinstance(made, ChoiceInput)
    qtbot.addWidget(made)
    combo = made.combo
    told = {combo.itemData(at): combo.itemText(at) for at in range(combo.count())}
    assert told == shown
    for value in shown:
        made.show_value(value)
        assert made.value() == value


def test_a_drill_within_a_scenario_is_told_in_short_and_kept_as_it_is(qtbot: QtBot) -> None:
    atlas = loaded().atlas
    values = plain(atlas, "scenario", "huilong") or {}
    panel = Panel(record("scenario"), values, Known(atlas))
    qtbot.addWidget(panel)
    assert panel.inputs["drill"].value() == values["drill"]
    told = brief(RECORDS["drill"], values["drill"], Known(atlas))
    assert told.startswith("汇隆 · 恢复生产")
    (measure,) = values["drill"]["measures"]
    inner = Panel(RECORDS["measure"], measure, Known(atlas))
    qtbot.addWidget(inner)
    assert inner.inputs["kind"].value() == "restore"
    assert inner.inputs["of"].value() == "huilong"
