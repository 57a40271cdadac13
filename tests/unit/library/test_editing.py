"""An edit is what the reader would make of the same words, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from liantu.library.difference import difference, same
from liantu.library.editing import Draft, RefusedError, edited, new_id, trial, uses
from liantu.library.plain import ALL, ids, plain
from liantu.model import Atlas
from tests.helpers.papers import shipped


def _with(atlas: Atlas, kind: str, id_: str, **values: Any) -> Draft:
    return Draft(kind, id_, {**(plain(atlas, kind, id_) or {}), **values})


def test_every_shipped_thing_reads_back_from_its_plain_values() -> None:
    atlas = shipped()
    for kind in ALL:
        drafts = [Draft(kind, id_, plain(atlas, kind, id_)) for id_ in ids(atlas, kind)]
        assert same(edited(atlas, drafts), atlas), kind


def test_a_changed_capacity_changes_only_its_enterprise() -> None:
    atlas = shipped()
    values = plain(atlas, "enterprise", "luxi") or {}
    capacities = [dict(one) for one in values["capacities"]]
    at = next(n for n, one in enumerate(capacities) if one["product"] == "bpa")
    capacities[at]["amount"] = "40"
    after = edited(atlas, [_with(atlas, "enterprise", "luxi", capacities=capacities)])
    assert after.enterprises["luxi"].capacities[at].amount == 40
    (change,) = difference(atlas, after)
    assert (change.kind, change.id, change.keys) == ("enterprise", "luxi", ("capacities",))
    assert difference(after, after) == ()


@pytest.mark.parametrize(
    ("values", "path", "code"),
    [
        ({"unit": "万吨每年"}, ("unit",), "library.unknown_unit"),
        ({"name": ""}, ("name",), "library.empty_key"),
        ({"molar_mass": "约 228"}, ("molar_mass",), "library.want_number"),
        ({"flags": [{"text": "甲", "source": ["~"]}]}, None, "library.bad_id"),
        ({"nmae": "双酚"}, ("nmae",), "library.unknown_key_near"),
    ],
)
def test_a_bad_value_is_refused_at_its_place(
    values: dict[str, Any], path: tuple[str, ...] | None, code: str
) -> None:
    atlas = shipped()
    draft = _with(atlas, "product", "bpa", **values)
    (fault, *_) = trial(atlas, draft)
    assert fault.issue.code == code
    assert fault.path == (path or ("flags", 0, "source", 0))
    with pytest.raises(RefusedError) as refused:
        edited(atlas, [draft])
    assert [f.issue.code for f in refused.value.faults] == [code]


def test_all_drafts_or_none() -> None:
    atlas = shipped()
    good = Draft("source", "note-1", {"title": "调研记录"})
    bad = Draft("source", "note-2", {})
    with pytest.raises(RefusedError):
        edited(atlas, [good, bad])
    both = edited(atlas, [good, Draft("source", "note-2", {"title": "另一份"})])
    assert {c.id for c in difference(atlas, both)} == {"note-1", "note-2"}


def test_drafts_may_name_each_other() -> None:
    atlas = shipped()
    source = Draft("source", "note-1", {"title": "调研记录"})
    cites = _with(atlas, "product", "bpa", flags=[{"text": "关键", "source": ["note-1"]}])
    assert edited(atlas, [cites, source]).products["bpa"].flags[0].sources == ("note-1",)


def test_what_is_taken_away_leaves_the_lists_that_name_it() -> None:
    atlas = shipped()
    cited = next(
        s for s in atlas.sources if any(s in e.sources for e in atlas.enterprises.values())
    )
    after = edited(atlas, [Draft("source", cited, None)])
    assert cited not in after.sources
    assert not [c for c in difference(atlas, after) if cited in repr(c.after)]


def test_uses_tell_what_goes_with_a_product() -> None:
    atlas = shipped()
    found = {(use.kind, use.id): use for use in uses(atlas, "product", "bpa")}
    assert (
        "members" in found["chain", "pc-nylon"].keys
        or "sections" in found["chain", "pc-nylon"].keys
    )
    assert found["product", "pc"].keys == ("routes",)
    assert found["enterprise", "luxi"].keys == ("capacities",)
    after = edited(atlas, [Draft("product", "bpa", None)])
    assert {(c.kind, c.id) for c in difference(atlas, after)} == {*found, ("product", "bpa")}


def test_new_units_count_old_capacities_anew() -> None:
    atlas = shipped()
    units = {**(plain(atlas, "library", "library") or {})["units"]}
    units["万吨/年"] = {"base": "kg", "factor": "10000000"}
    after = edited(atlas, [_with(atlas, "library", "library", units=units)])
    assert (after.products["bpa"].base_unit, after.products["bpa"].base_per_unit) == ("kg", 1e7)


def test_new_ids_are_free() -> None:
    atlas = shipped()
    assert new_id(atlas, "product", "bpa") == "bpa-2"
    assert new_id(atlas, "product", "PEEK 树脂") == "peek"
    project = new_id(atlas, "project")
    assert project.startswith("P")
    assert project not in atlas.projects
    assert new_id(atlas, "enterprise", "某某公司") not in atlas.enterprises
