"""Merging: what one side changed is taken, what both did is asked, nothing of theirs is lost."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from liantu.library.editing import Draft, edited
from liantu.library.merging import Side, UndecidedError, drafts, left, merge
from liantu.library.plain import ids, plain
from liantu.library.reader import load_files
from liantu.library.three_ways import Way
from liantu.model import Atlas
from tests.helpers.folders import GOOD

PLANT = {
    "name": "甲厂",
    "county": "东县",
    "capacities": [
        {"product": "bpa", "amount": "20", "unit": "万吨/年", "status": "operating"},
        {"product": "bpa", "amount": "100", "unit": "万吨/年", "status": "planned"},
    ],
    "source": ["s1"],
}


def base() -> Atlas:
    return load_files({name: text.encode() for name, text in GOOD.items()}).atlas


def changed(atlas: Atlas, kind: str, id_: str, **values: Any) -> Atlas:
    told = {**(plain(atlas, kind, id_) or {}), **values}
    return edited(atlas, [Draft(kind, id_, {k: v for k, v in told.items() if v is not None})])


def ways(ours: Any, theirs: Any, was: Any = PLANT, *, sound: bool = True) -> tuple[Way, Any]:
    way = Way("enterprise", "plant", sound)
    return way, way.merge(was, ours, theirs)


def with_(**values: Any) -> dict[str, Any]:
    return copy.deepcopy(PLANT) | values


def plants(*amounts: str) -> list[dict[str, str]]:
    found = copy.deepcopy(PLANT["capacities"])
    assert isinstance(found, list)
    for item, amount in zip(found, amounts, strict=True):
        item["amount"] = amount
    return found


def test_what_only_one_side_changed_is_taken() -> None:
    way, found = ways(with_(note="我"), with_(short="他"))
    assert found == with_(note="我", short="他")
    assert [taken.path for taken in way.taken] == [("short",)]
    assert way.conflicts == []


def test_the_same_change_of_both_is_no_conflict() -> None:
    way, found = ways(with_(note="同"), with_(note="同"))
    assert found == with_(note="同")
    assert not way.conflicts and not way.taken


def test_one_field_in_two_ways_is_a_conflict_with_all_three_values() -> None:
    way, _ = ways(with_(name="乙厂"), with_(name="丙厂"))
    (conflict,) = way.conflicts
    assert (conflict.path, conflict.base, conflict.ours, conflict.theirs) == (
        ("name",),
        "甲厂",
        "乙厂",
        "丙厂",
    )


def test_capacities_are_merged_one_by_one() -> None:
    ours, theirs = with_(capacities=plants("30", "100")), with_(capacities=plants("20", "80"))
    way, found = ways(ours, theirs)
    assert [item["amount"] for item in found["capacities"]] == ["30", "80"]
    assert way.conflicts == []


def test_an_amount_in_two_ways_is_asked_with_its_unit_and_its_item() -> None:
    theirs = plants("40", "100")
    theirs[0]["unit"] = "吨/年"
    way, _ = ways(with_(capacities=plants("30", "100")), with_(capacities=theirs))
    (conflict,) = way.conflicts
    assert conflict.path == ("capacities", "bpa", "amount")
    assert conflict.ours == {"amount": "30", "unit": "万吨/年"}
    assert conflict.theirs == {"amount": "40", "unit": "吨/年"}
    assert isinstance(conflict.item, dict) and conflict.item["status"] == "operating"


def test_half_of_a_status_is_never_taken_from_each() -> None:
    ours, theirs = plants("20", "100"), plants("20", "100")
    ours[1] |= {"status": "operating", "since": "2024-01"}
    theirs[1] |= {"status": "stopped"}
    way, _ = ways(with_(capacities=ours), with_(capacities=theirs))
    (conflict,) = way.conflicts
    assert conflict.path == ("capacities", "bpa", "status")


def test_sources_are_merged_as_a_set() -> None:
    way, found = ways(with_(source=["s1", "s2"]), with_(source=["s3"]))
    assert found["source"] == ["s2", "s3"]
    assert way.conflicts == []


def test_new_capacities_of_both_are_kept_and_equal_ones_once() -> None:
    new = {"product": "pc", "amount": "5", "unit": "万吨/年", "status": "operating"}
    other = {**new, "status": "planned", "amount": "9"}
    both = [*plants("20", "100"), new]
    _, found = ways(with_(capacities=both), with_(capacities=[*both, other]))
    assert found["capacities"] == [*both, other]
    way, _ = ways(with_(capacities=both), with_(capacities=[*both[:2], {**new, "amount": "6"}]))
    assert [c.path for c in way.conflicts] == [("capacities", "pc", "amount")]


@pytest.mark.parametrize("gone", ["ours", "theirs"])
def test_what_one_took_away_and_the_other_changed_is_asked(gone: str) -> None:
    sides = {"ours": with_(note="改"), "theirs": with_(note="改")} | {gone: None}
    way, _ = ways(sides["ours"], sides["theirs"])
    (conflict,) = way.conflicts
    assert conflict.path == ()
    assert getattr(conflict, gone) is None


def test_what_theirs_lacks_is_asked_where_theirs_has_errors() -> None:
    way, found = ways(PLANT, None)
    assert found is None and way.taken
    way, _ = ways(PLANT, None, sound=False)
    assert [c.unsure for c in way.conflicts] == [True]
    way, _ = ways(PLANT, {"name": "甲厂", "county": "西县"}, sound=False)
    assert {c.path for c in way.conflicts} == {("capacities",), ("source",)}
    assert [t.path for t in way.taken] == [("county",)]


def test_without_a_base_nothing_counts_as_taken_away() -> None:
    way, found = ways(with_(note="我"), with_(short="他", source=["s2"]), None)
    assert found == with_(note="我", short="他", source=["s1", "s2"])
    assert way.conflicts == []
    assert ways(PLANT, None, None)[1] == PLANT


def test_lists_whose_order_speaks_are_asked_whole() -> None:
    way = Way("library", "library")
    way.merge({"grid": ["甲 乙"]}, {"grid": ["乙 甲"]}, {"grid": ["甲 · 乙"]})
    assert [c.path for c in way.conflicts] == [("grid",)]


def test_every_conflict_has_to_be_decided() -> None:
    was = base()
    ours = changed(was, "enterprise", "plant", name="我厂")
    theirs = changed(was, "enterprise", "plant", name="他厂", note="他说")
    merged = merge(ours, theirs, was)
    with pytest.raises(UndecidedError) as caught:
        drafts(merged, {})
    assert caught.value.conflicts == merged.conflicts
    (conflict,) = merged.conflicts
    mine = edited(ours, drafts(merged, {conflict: Side.OURS})).enterprises["plant"]
    other = edited(ours, drafts(merged, {conflict: Side.THEIRS})).enterprises["plant"]
    assert (mine.name, mine.note) == ("我厂", "他说")
    assert (other.name, other.note) == ("他厂", "他说")
    assert left(merged, {conflict: Side.OURS}) == (conflict,)
    assert left(merged, {conflict: Side.THEIRS}) == ()


def test_two_new_firms_under_one_id_are_two_firms() -> None:
    was = base()
    new = {"county": "东县", "capacities": [{"product": "bpa", "status": "planned"}]}
    ours = edited(was, [Draft("enterprise", "E1", {"name": "我新厂", **new})])
    theirs = edited(
        was,
        [
            Draft("enterprise", "E1", {"name": "他新厂", **new}),
            Draft("project", "P1", {"name": "项目", "status": "planned", "enterprise": "E1"}),
        ],
    )
    merged = merge(ours, theirs, was)
    found = edited(ours, drafts(merged, {}))
    assert merged.renamed == {("enterprise", "E1"): "E1_2"}
    assert found.enterprises["E1"].name == "我新厂"
    assert found.enterprises["E1_2"].name == "他新厂"
    assert found.projects["P1"].enterprise == "E1_2"


def test_one_firm_renamed_by_one_side_stays_one() -> None:
    was = base()
    theirs = changed(was, "enterprise", "plant", name="改名化工", aka=["试验化工有限公司"])
    merged = merge(was, theirs, None)
    assert merged.renamed == {}
    assert ids(
        edited(was, drafts(merged, dict.fromkeys(merged.conflicts, Side.THEIRS))), "enterprise"
    ) == ("plant",)


def test_a_firm_that_both_took_away_is_gone_and_one_taken_away_by_theirs_is_told() -> None:
    was = base()
    theirs = edited(was, [Draft("enterprise", "plant", None)])
    merged = merge(was, theirs, was)
    assert [(t.kind, t.id, t.theirs) for t in merged.taken if t.kind == "enterprise"] == [
        ("enterprise", "plant", None)
    ]
    assert "plant" not in edited(was, drafts(merged, {})).enterprises
    assert merge(theirs, theirs, was).changes == ()
