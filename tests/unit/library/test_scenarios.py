"""Scenarios in files: read, checked, written line by line, and refused with a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu import paths
from liantu.library.editing import Draft, edited
from liantu.library.edits.removing import remove
from liantu.library.edits.scenarios import keep
from liantu.library.parts import read_data
from liantu.library.plain import plain
from liantu.library.reader import load, load_files, read_folder
from liantu.library.scenarios import file_of, scenarios_of
from liantu.library.writing.writer import rewritten
from liantu.model import Status
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from tests.helpers.readings import loaded

WHOLE = """\
format: 1
scenarios:
  s1:
    name: 试算
    date: 2027-12
    projects:
      - P001
      - {project: P006, phase: 1, since: 2026-06}
      - {project: P010, on: no}
    stops: [luxi]
    plants:
      - {enterprise: luxi, product: pc, amount: 30, unit: 万吨/年}
    external: [phenol]
    counting: [building]
    weights: {fill: {demand: 40}}
    drill:
      days: 14
      stock: 2.5
      deduced: no
      shocks:
        - {enterprise: luxi, share: 0.4, start: 2, days: 7}
        - {county: 茌平区}
        - {outside: benzene}
      measures:
        - {kind: restore, day: 3, of: luxi, share: 0.2, who: 市工信局}
        - {kind: replace, enterprise: xiangguang, product: pc, share: 0.5}
        - {kind: stock, product: pc, days: 5}
        - {kind: note, note: 向省厅报告}
"""


def test_a_file_of_a_colleague_reads_whole(tmp_path: Path) -> None:
    path = tmp_path / "试算.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    (found,), issues = scenarios_of(path, loaded().atlas)
    assert issues == ()
    assert found == Scenario(
        id="s1",
        name="试算",
        date="2027-12",
        external=("phenol",),
        counting=(Status.BUILDING,),
        weights={"fill": {"demand": 40.0}},
        projects=(
            ProjectChoice("P001"),
            ProjectChoice("P006", phase=1, since="2026-06"),
            ProjectChoice("P010", on=False),
        ),
        stops=(Stop("luxi"),),
        plants=(Plant("luxi", "pc", 30.0, "万吨/年"),),
        drill=Drill(
            days=14,
            stock=2.5,
            deduced=False,
            shocks=(
                Shock(ShockKind.ENTERPRISE, "luxi", 0.4, 2, 7),
                Shock(ShockKind.COUNTY, "茌平区"),
                Shock(ShockKind.OUTSIDE, "benzene"),
            ),
            measures=(
                Measure(MeasureKind.RESTORE, 3, "luxi", share=0.2, who="市工信局"),
                Measure(MeasureKind.REPLACE, 0, "xiangguang", "pc", 0.5),
                Measure(MeasureKind.STOCK, product="pc", days=5.0),
                Measure(MeasureKind.NOTE, note="向省厅报告"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("P001", "P999", "unknown_named"),
        ("[luxi]", "[nobody]", "unknown_named"),
        ("phase: 1", "phase: 1.5", "number_whole"),
        ("phase: 1", "phase: 0", "number_least"),
        ("on: no", "on: maybe", "want_yes_no"),
        ("name: 试算", "nome: 试算", "unknown_key_near"),
        ("2027-12", "2027-13", "no_such_day"),
        ("scenarios:", "scenario:", "unknown_key_near"),
        ("outside: benzene", "outside: benzenes", "unknown_named"),
        ("{enterprise: luxi, share", "{enterprise: nobody, share", "unknown_named"),
        ("enterprise: xiangguang", "enterprise: nobody", "unknown_named"),
        ("{county: 茌平区}", "{county: 茌平区, outside: benzene}", "shock_of"),
        ("{county: 茌平区}", "{share: 1}", "shock_of"),
        ("share: 0.4", "share: 1.4", "number_huge"),
        ("share: 0.4", "share: 0", "number_above"),
        ("start: 2", "start: -2", "number_least"),
        ("days: 14", "days: 0", "number_least"),
        ("days: 14", "days: 999", "number_huge"),
        ("of: luxi, share", "share", "measure_lacks"),
        ("of: luxi", "enterprise: luxi", "measure_lacks"),
        ("enterprise: xiangguang, ", "enterprise: xiangguang, of: luxi, ", "measure_of"),
        ("product: pc, days: 5", "product: pc", "measure_lacks"),
        ("kind: note", "kind: notes", "want_choice"),
    ],
)
def test_a_bad_file_is_told_with_its_place(tmp_path: Path, was: str, now: str, code: str) -> None:
    path = tmp_path / "试算.yaml"
    path.write_text(WHOLE.replace(was, now), encoding="utf-8")
    _, issues = scenarios_of(path, loaded().atlas)
    assert f"library.{code}" in [issue.code for issue in issues]
    assert all(issue.place.file == "试算.yaml" for issue in issues)


def test_a_new_scenario_gets_a_file_of_its_own_and_reads_back() -> None:
    before, files = loaded().atlas, read_folder(paths.shipped_chains())
    values = {"name": "试算", "stops": ["luxi"], "projects": [{"project": "P001"}]}
    after = edited(before, [Draft("scenario", "s1", values)])
    new = rewritten(files, before, after)
    assert set(new) == {"scenarios/s1.yaml"}
    again = load_files({**files, **new}).atlas
    assert again.scenarios["s1"] == Scenario(
        id="s1", name="试算", projects=(ProjectChoice("P001"),), stops=(Stop("luxi"),)
    )
    assert plain(again, "scenario", "s1") == {
        "name": "试算",
        "stops": ["luxi"],
        "projects": ["P001"],
    }


def test_a_scenario_that_goes_leaves_a_folder_that_reads_clean() -> None:
    before, files = loaded().atlas, read_folder(paths.shipped_chains())
    after = edited(before, [Draft("scenario", "bpa-120", None)])
    new = rewritten(files, before, after)
    again = load_files({**files, **new})
    assert "bpa-120" not in again.atlas.scenarios
    codes = [i.code for i in again.issues if i.place.file.startswith("scenarios/")]
    assert codes == []


def test_a_project_that_goes_leaves_the_scenarios() -> None:
    after = edited(loaded().atlas, [Draft("project", "P001", None)])
    assert after.scenarios["bpa-120"].projects == ()


SHOCKS = WHOLE[WHOLE.index("      shocks:") : WHOLE.index("      measures:")]
CASES = [
    ("scenario_phase", "phase: 1", "phase: 9"),
    ("scenario_twice", "stops: [luxi]", "stops: [luxi, luxi]"),
    ("scenario_name", "name: 试算", "name: 双酚A 120万吨全部投产"),
    ("scenario_twice", "- {county: 茌平区}", "- {county: 茌平区}\n        - {county: 茌平区}"),
    ("drill_county", "茌平区", "茌平县"),
    ("drill_start", "start: 2", "start: 14"),
    ("drill_day", "day: 3", "day: 14"),
    ("drill_empty", SHOCKS, ""),
    ("drill_restore", "of: luxi", "of: luxl"),
]
"""Each doubt, and what in the file becomes what."""


@pytest.mark.parametrize(("code", "was", "now"), [*CASES, ("unknown_project", "P001", "P999")])
def test_doubts_and_errors_in_a_folder_are_told(code: str, was: str, now: str) -> None:
    files = read_folder(paths.shipped_chains())
    files["scenarios/s1.yaml"] = WHOLE.replace(was, now).encode()
    found = [i.code for i in load_files(files).issues if i.place.file == "scenarios/s1.yaml"]
    assert found == [f"library.{code}"]


parts = st.floats(0, 1, allow_nan=False).map(lambda v: round(v, 3))
days = st.integers(0, 30)
firms, products = st.sampled_from(["luxi", "xinfa"]), st.sampled_from(["pc", "bpa"])
shocks = st.one_of(
    st.builds(
        Shock, st.just(kind), named, parts.filter(bool), days, st.none() | st.integers(1, 365)
    )
    for kind, named in (
        (ShockKind.ENTERPRISE, firms),
        (ShockKind.PRODUCT, products),
        (ShockKind.OUTSIDE, products),
        (ShockKind.COUNTY, st.just("高新区")),
    )
)
words = st.sampled_from(["", "市工信局", "#1: 号"])
measures = st.one_of(
    st.builds(Measure, st.just(MeasureKind.RESTORE), days, firms, share=parts, who=words),
    st.builds(Measure, st.just(MeasureKind.REPLACE), days, firms, products, parts, note=words),
    st.builds(Measure, st.just(MeasureKind.BUY), days, product=products, share=parts),
    st.builds(Measure, st.just(MeasureKind.STOCK), days, product=products, days=st.just(2.5)),
    st.builds(Measure, st.just(MeasureKind.NOTE), days, note=st.just("向省厅报告"), who=words),
)
drills = st.builds(
    Drill,
    st.lists(shocks, max_size=3).map(tuple),
    st.lists(measures, max_size=3).map(tuple),
    st.integers(1, 365),
    st.none() | st.just(0.0) | st.just(7.5),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=60)
@given(drills)
def test_a_drill_that_was_written_reads_as_it_was(drill: Drill) -> None:
    kept = Scenario(id="s1", name="试算", drill=drill)
    parts_ = read_data(file_of(kept), "s1.yaml")
    assert parts_.context.issues == []
    assert parts_.values["scenarios"] == (kept,)


def test_with_a_firm_goes_its_shock_and_what_would_restore_it() -> None:
    before = loaded().atlas
    drill = Drill(
        shocks=(Shock(ShockKind.ENTERPRISE, "luxi"), Shock(ShockKind.ENTERPRISE, "xinfa")),
        measures=(
            Measure(MeasureKind.RESTORE, 3, "luxi", share=0.5),
            Measure(MeasureKind.REPLACE, 0, "luxi", "pc"),
            Measure(MeasureKind.NOTE, 0, "luxi", note="问鲁西"),
            Measure(MeasureKind.BUY, product="pc"),
        ),
    )
    kept = keep(before, Scenario(id="s1", name="试算", drill=drill)).change(before)
    left = Drill(
        shocks=(Shock(ShockKind.ENTERPRISE, "xinfa"),),
        measures=(Measure(MeasureKind.NOTE, note="问鲁西"), Measure(MeasureKind.BUY, product="pc")),
    )
    assert remove(kept, "enterprise", "luxi").change(kept).scenarios["s1"].drill == left
    gone = edited(kept, [Draft("enterprise", "luxi", None)])
    assert gone.scenarios["s1"].drill == left


def test_the_drill_of_2022_says_what_is_assumed_in_it() -> None:
    atlas = loaded().atlas
    drill = atlas.scenarios["huilong"].drill
    assert drill.shocks == (Shock(ShockKind.ENTERPRISE, "huilong"),)
    (again,) = drill.measures
    assert (again.kind, again.id, again.share) == (MeasureKind.RESTORE, "huilong", 0.5)
    assert "假定" in again.note and "29" in again.note
    supply = atlas.supplies["S012"]
    assert supply.essential is True and supply.share is None and supply.stock_days is None
    assert supply.sources == ("lcrb2022",)


def test_the_shipped_scenarios_are_sound() -> None:
    found = load(paths.shipped_chains())
    assert [i for i in found.issues if i.place.file.startswith("scenarios/")] == []
    assert set(found.atlas.scenarios) == {"bpa-120", "bpa-120-pc-30", "bpa-stop", "huilong"}
