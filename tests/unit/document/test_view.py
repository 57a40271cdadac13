"""A view told in plain values is the same view again, and nothing else stops it from being one."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.cli.ranges import RANGES
from liantu.document.sound import FOCUS, SCENARIO, WEIGHT, sound
from liantu.document.view import THIN, UTILISATION, Offers, View, plain, restored
from liantu.model import Atlas, Enterprise, Status
from liantu.model.boards import CRITERIA, Board
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.focus import MAP, PLANS, POSTER, TREE, WHOLE, Focus
from liantu.model.records import Project
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from liantu.model.target import Target
from tests.helpers.atlases import atlas, product, route

OFFERS = Offers(frozenset({"diagnosis", "balance"}), frozenset({"products", "city"}))


def folder() -> Atlas:
    made = atlas([product("a", raw=True), product("b", route("a"))])
    firm = Enterprise("firm", "某厂", "东县")
    project = Project("works", "某项目", Status.PLANNED)
    kept = Scenario(id="kept", name="某情景")
    return replace(
        made, enterprises={"firm": firm}, projects={"works": project}, scenarios={"kept": kept}
    )


CITY = folder()
START = Scenario()
CHAIN = next(iter(CITY.chains))
SECTION = CITY.chains[CHAIN].sections[0].id


def again(view: View, atlas_: Atlas = CITY) -> View:
    raw = json.loads(json.dumps(plain(view)))
    return restored(raw, atlas_, OFFERS)


targets = st.sampled_from(
    [None, *(Target(*t) for t in (("chain", CHAIN), ("product", "b"), ("project", "works")))]
)
focuses = st.builds(
    Focus,
    page=st.sampled_from(["home", "map", "poster", "lists", "charts", "report", "plan"]),
    plan=st.sampled_from(PLANS),
    against=st.sampled_from(["", "2022-10-25", "kept"]),
    left=st.sampled_from([None, Target("chain", CHAIN), Target("county", "东县")]),
    right=st.sampled_from([None, Target("chain", CHAIN), Target("county", "东县")]),
    chain=st.just(CHAIN),
    section=st.sampled_from([None, SECTION]),
    target=targets,
    map=st.sampled_from([None, Target("enterprise", "firm")]),
    lens=st.sampled_from(sorted(OFFERS.lenses)),
    county=st.sampled_from(["", "东县"]),
    fold=st.sampled_from(["", "a"]),
    box=st.sampled_from(["", "s-1"]),
    view=st.sampled_from(["segments", "tree"]),
    detail=st.sampled_from(["tiles", "auto", "whole"]),
    every=st.booleans(),
    trunk=st.booleans(),
    list=st.sampled_from(sorted(OFFERS.lists)),
    scope=st.sampled_from(["shown", "", CHAIN]),
)
points = {
    str(b): st.fixed_dictionaries({c: st.floats(0, 1000) for c in CRITERIA[b]}) for b in Board
}
ids = st.lists(st.sampled_from(["a", "b"]), unique=True).map(tuple)
dates = st.sampled_from(["", "2022", "2022-10", "2022-10-26", "2024-02-29"])
amounts = st.none() | st.floats(0, 1e9)
choices = st.builds(
    ProjectChoice, st.just("works"), st.booleans(), st.none() | st.integers(1, 9), dates
)
plants = st.builds(Plant, st.just("firm"), st.sampled_from(["a", "b"]), amounts, st.text(), dates)
part, day, span = st.floats(0, 1), st.integers(0, 30), st.none() | st.integers(1, 365)
named = {
    ShockKind.ENTERPRISE: st.just("firm"),
    ShockKind.PRODUCT: st.sampled_from(["a", "b"]),
    ShockKind.OUTSIDE: st.sampled_from(["a", "b"]),
    ShockKind.COUNTY: st.just("东县"),
}
shocks = st.one_of(st.builds(Shock, st.just(k), id_, part, day, span) for k, id_ in named.items())
measures = st.builds(
    Measure,
    st.sampled_from([k for k in MeasureKind if k is not MeasureKind.RESTORE]),
    day,
    st.sampled_from(["", "firm"]),
    st.sampled_from(["", "a", "b"]),
    part,
    st.none() | st.floats(0, 365),
    st.text(max_size=20),
    st.text(max_size=20),
)
drills = st.builds(
    Drill,
    st.lists(shocks, max_size=2).map(tuple),
    st.lists(measures, max_size=2).map(tuple),
    st.integers(1, 365),
    st.none() | st.floats(0, 365),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
ONE = Drill((Shock(ShockKind.ENTERPRISE, "firm"),))
scenarios = st.builds(
    Scenario,
    id=st.sampled_from(["", "kept"]),
    name=st.text(max_size=20),
    note=st.text(max_size=20),
    date=dates,
    external=ids,
    ambition=ids,
    utilisation=st.none() | st.floats(0, 1, exclude_min=True),
    thin=st.none() | st.floats(0, 10, exclude_min=True),
    counting=st.lists(st.sampled_from(Status), unique=True).map(tuple),
    weights=st.just({}) | st.fixed_dictionaries(points),
    projects=st.lists(choices, max_size=2).map(tuple),
    stops=st.lists(st.builds(Stop, st.just("firm"), dates), max_size=2).map(tuple),
    plants=st.lists(plants, max_size=2).map(tuple),
    drill=drills,
)


@given(st.builds(View, focuses, scenarios))
def test_what_is_told_is_restored(view: View) -> None:
    assert again(view) == view


def test_of_the_assumptions_only_what_the_folder_does_not_ask_for_is_told() -> None:
    assert plain(View(Focus(), START))["scenario"] == {"date": ""}
    changed = Scenario(thin=1.2, external=("a",), projects=(ProjectChoice("works", on=False),))
    assert plain(View(Focus(), changed))["scenario"] == {
        "date": "",
        "thin": 1.2,
        "external": ["a"],
        "projects": [{"project": "works", "on": False, "phase": None, "since": ""}],
    }


def test_what_the_folder_asks_for_anew_holds_where_nothing_else_was_assumed() -> None:
    raw = plain(View(Focus(), Scenario(thin=1.2)))
    other = replace(CITY, library=replace(CITY.library, utilisation=0.8, thin=0.9))
    found = restored(raw, other, OFFERS).scenario.switches(other.library)
    assert (found.utilisation, found.thin) == (0.8, 1.2)


def test_one_changed_weight_is_told_alone() -> None:
    view = View(Focus(), Scenario(weights={"fill": {"demand": 55.0}}))
    assert plain(view)["scenario"]["weights"] == {"fill": {"demand": 55.0}}
    assert again(view) == view


def test_a_scenario_that_is_kept_no_longer_keeps_its_assumptions_alone() -> None:
    found = again(View(Focus(), Scenario(id="gone", name="某情景", thin=1.2))).scenario
    assert found == Scenario(name="某情景", thin=1.2)


@pytest.mark.parametrize(
    ("gone", "field", "left"),
    [
        ("products", "target", None),
        ("products", "fold", ""),
        ("enterprises", "map", None),
        ("enterprises", "county", ""),
    ],
)
def test_what_is_gone_falls_back_alone(gone: str, field: str, left: object) -> None:
    focus = Focus(
        MAP,
        CHAIN,
        target=Target("product", "b"),
        map=Target("enterprise", "firm"),
        county="东县",
        fold="a",
        view=TREE,
        detail=WHOLE,
    )
    found = again(View(focus, START), replace(CITY, **{gone: {}})).focus
    assert getattr(found, field) == left
    assert (found.page, found.chain, found.view, found.detail) == (MAP, CHAIN, TREE, WHOLE)


def test_without_its_chain_the_map_gives_way_to_the_home_page_and_others_stay() -> None:
    focus = Focus(MAP, CHAIN, SECTION, Target("product", "b"), lens="balance", fold="a", box="s")
    bare = replace(CITY, chains={})
    assert again(View(focus, START), bare).focus == Focus(lens="balance")
    poster = replace(focus, page=POSTER)
    assert again(View(poster, START), bare).focus == Focus(POSTER, lens="balance")


def test_a_thing_chosen_on_the_page_of_the_city_needs_no_chain() -> None:
    focus = Focus(POSTER, target=Target("product", "b"))
    assert again(View(focus, START)).focus == focus


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("page", "nowhere"),
        ("page", 3),
        ("section", "gone"),
        ("target", {"kind": "product", "id": 7}),
        ("target", {"kind": "planet", "id": "b"}),
        ("target", "b"),
        ("map", {"kind": "product", "id": "b"}),
        ("lens", "x-ray"),
        ("county", "x" * 300),
        ("view", "globe"),
        ("detail", []),
        ("every", "yes"),
        ("trunk", 1),
        ("list", "matches"),
        ("scope", "elsewhere"),
    ],
)
def test_a_bad_value_of_what_is_looked_at_counts_as_absent(field: str, value: object) -> None:
    sane = Focus(chain=CHAIN)
    raw = plain(View(sane, START))
    raw["focus"][field] = value
    raw["focus"]["novelty"] = value
    assert restored(raw, CITY, OFFERS).focus == sane


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2022-02-30"),
        ("date", "1066"),
        ("date", 20221026),
        ("utilisation", 0),
        ("utilisation", 1.5),
        ("utilisation", True),
        ("thin", float("nan")),
        ("thin", 10**400),
        ("counting", ["dreamt"]),
        ("counting", "operating"),
        ("external", {"a": 1}),
        ("external", ["gone", 7]),
        ("weights", {"fill": {"demand": -1, "luck": 3}, "luck": {"demand": 1}}),
        ("weights", {"fill": 3}),
        ("weights", []),
        ("projects", [{"project": "gone"}, {"on": True}, "works"]),
        ("stops", {"enterprise": "firm"}),
        ("plants", [{"enterprise": "firm", "product": "gone"}]),
        ("name", 7),
    ],
)
def test_a_bad_assumption_counts_as_absent(field: str, value: object) -> None:
    raw = {"scenario": {field: value, "novelty": value}}
    assert restored(raw, CITY, OFFERS).scenario == START


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
NAMES = [
    *plain(View(Focus(), START))["focus"],
    "date",
    "external",
    "weights",
    "thin",
    "projects",
]
twisted = st.fixed_dictionaries(
    {},
    optional={
        part: json_values | st.dictionaries(st.sampled_from(NAMES), json_values)
        for part in ("focus", "scenario")
    },
)


@given(json_values | twisted)
def test_whatever_is_read_something_can_be_looked_at(raw: Any) -> None:
    found = restored(raw, CITY, OFFERS)
    assert found.focus.chain in ("", CHAIN)
    assert sound(sound(raw)) == sound(raw)
    assert again(found) == found


def test_nothing_that_can_be_looked_at_is_forgotten() -> None:
    assert set(FOCUS) == {f.name for f in fields(Focus)}
    assert set(SCENARIO) == {f.name for f in fields(Scenario)}


def test_the_ranges_are_those_of_the_command_line() -> None:
    for name, (least, most) in (("utilisation", UTILISATION), ("thin", THIN), ("weight", WEIGHT)):
        assert (RANGES[name].least, RANGES[name].most) == (least, most)


def test_what_fails_and_is_gone_leaves_the_drill_and_so_does_what_would_restore_it() -> None:
    firm, gone = Shock(ShockKind.ENTERPRISE, "firm"), Shock(ShockKind.ENTERPRISE, "gone")
    measures_ = (Measure(MeasureKind.RESTORE, id="firm"), Measure(MeasureKind.RESTORE, id="gone"))
    drill = Drill((firm, gone, Shock(ShockKind.COUNTY, "西县")), measures_)
    found = again(View(Focus(), Scenario(drill=drill))).scenario
    assert found.drill == Drill((firm,), measures_[:1])


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"days": 0}, Drill()),
        ({"days": 366}, Drill()),
        ({"days": 7.0, "stock": -1, "deduced": "no"}, Drill(days=7)),
        ({"shocks": [{"id": "firm"}, {"kind": "flood", "id": "firm"}, 3]}, Drill()),
        ({"shocks": [{"kind": "enterprise", "id": "firm", "share": 2, "days": 0, "x": 1}]}, ONE),
        ({"shocks": [{"kind": "enterprise", "id": "firm", "start": True}]}, ONE),
        ({"shocks": {"kind": "enterprise"}, "measures": "all"}, Drill()),
        (["shocks"], Drill()),
    ],
)
def test_of_a_drill_that_somebody_made_up_only_what_is_sound_is_believed(
    told: object, left: Drill
) -> None:
    raw = {"scenario": {"drill": told}}
    assert restored(raw, CITY, OFFERS).scenario.drill == left
