"""The small named checks over a folder that reads well."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest

from liantu import wording
from liantu.issues import Issue, Severity
from liantu.library import load
from liantu.library.checks import catalogue
from liantu.model import (
    Atlas,
    Enterprise,
    Phase,
    Project,
    ProjectState,
    Source,
    Status,
    Unmapped,
)
from liantu.telling.health import loop_issues
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.folders import CHAIN, ENTERPRISES, LIBRARY, write
from tests.unit.library.test_judgement_checks import CASES
from tests.unit.library.test_ledger_checks import CASES as LEDGERS
from tests.unit.library.test_scenarios import CASES as SCENARIOS
from tests.unit.library.test_story_checks import CASES as STORIES
from tests.unit.library.test_supply_checks import CASES as SUPPLIES

PLANT = "      - {product: bpa, amount: 20, unit: 万吨/年, status: operating, since: 2022-10-26}\n"


PLANNED = "      - {product: phenol, status: planned}\n"


def issues(folder: Path, code: str, **files: str) -> list[Issue]:
    content: dict[str, str | bytes] = {f"{name}.yaml": text for name, text in files.items()}
    return [i for i in load(write(folder, content)).issues if i.code == f"library.{code}"]


def with_capacity(row: str) -> str:
    return ENTERPRISES.replace(PLANT, PLANT + row)


def test_a_product_that_nobody_makes_is_named_at_its_line(tmp_path: Path) -> None:
    text = ENTERPRISES.replace(PLANNED, "")
    (found,) = issues(tmp_path, "no_maker", enterprises=text)
    assert found.params["product"] == "苯酚"
    assert (found.place.file, found.severity) == ("01-resin.yaml", Severity.INFO)
    assert CHAIN.split("\n")[found.place.line - 1].strip() == "phenol:"


def test_a_by_product_has_a_maker(tmp_path: Path) -> None:
    chain = (
        CHAIN + "        byproducts:\n          phenol: {per_unit: 0.1, unit: t, basis: estimate}\n"
    )
    text = ENTERPRISES.replace(PLANNED, "")
    assert issues(tmp_path, "no_maker", **{"01-resin": chain, "enterprises": text}) == []


def test_an_amount_without_unit_is_told(tmp_path: Path) -> None:
    text = ENTERPRISES.replace("amount: 20, unit: 万吨/年", "amount: 20")
    (found,) = issues(tmp_path, "no_unit", enterprises=text)
    assert (found.params["enterprise"], found.params["unit"]) == ("试验化工有限公司", "万吨/年")


def test_two_capacities_at_one_time_are_told(tmp_path: Path) -> None:
    row = "      - {product: bpa, amount: 30, unit: 万吨/年, status: operating, since: 2023}\n"
    (found,) = issues(tmp_path, "overlap", enterprises=with_capacity(row))
    assert found.params == {
        "enterprise": "试验化工有限公司",
        "product": "双酚A",
        "amounts": "20 万吨/年、30 万吨/年",
    }


def test_capacities_that_follow_one_another_do_not_overlap(tmp_path: Path) -> None:
    first = PLANT.replace("since: 2022-10-26", "since: 2020, until: 2022-12")
    later = "      - {product: bpa, amount: 30, unit: 万吨/年, status: operating, since: 2023}\n"
    text = ENTERPRISES.replace(PLANT, first + later)
    assert issues(tmp_path, "overlap", enterprises=text) == []


def test_planned_and_unknown_capacities_do_not_overlap(tmp_path: Path) -> None:
    rows = (
        "      - {product: bpa, amount: 100, unit: 万吨/年, status: planned}\n"
        "      - {product: bpa, status: operating}\n"
    )
    assert issues(tmp_path, "overlap", enterprises=with_capacity(rows)) == []


def doubtful() -> Atlas:
    """A city in which every check finds something."""
    unbalanced = replace(route("x", "y", per_unit=0.5), mass_in=1.0, mass_out=2.0)
    products = [
        replace(product("x", route("x y"), unbalanced, route("", id_="nothing")), name="X"),
        replace(product("y", route("x late")), name="X"),
        *map(product, ("p-a", "p_a", "nobody", "homeless", "late")),
    ]
    once, again = maker("b", "x", 1.0), maker("b", "x", 2.0)
    firms = [
        replace(maker("a", "x", 1.0, unit="万台/年"), county="远县"),
        replace(once, capacities=once.capacities + again.capacities),
        maker("c", "y", 1.0, unit="", since="2023", until="2022", route="nowhere"),
        Enterprise("d", "d", "甲县", unmapped=(Unmapped("别的", "没有环节"),)),
        replace(maker("f", "y"), aka=("b",)),
    ]
    doubted = maker("e", "p-a", 3.0)
    firms.append(replace(doubted, capacities=(replace(doubted.capacities[0], contested=True),)))
    firms.append(maker("g", "y", status=Status.PLANNED))
    firms.append(maker("h", "y", status=Status.PLANNED, project="far"))
    city = atlas(products, firms, {"up": "x y p-a p_a nobody", "down": "late"})
    (section,) = city.chains["c"].sections
    bare = replace(city.chains["c"], id="bare", sections=(replace(section, members=()),))
    chains = {**city.chains, "bare": bare}
    coming = (Phase(Status.PLANNED, "y"),)
    begun = {"status": Status.PLANNED, "state": ProjectState.BUILDING, "phases": coming}
    projects = {
        "near": Project(id="near", name="近", enterprise="g", **begun),
        "far": Project(id="far", name="远", enterprise="a", **begun),
    }
    sources = {"s": Source("s", "没人引用")}
    region = replace(city.library.region, counties=("甲县", "乙县"), grid=("甲县 · 甲县", "丙县"))
    library = replace(city.library, region=region)
    return replace(city, library=library, chains=chains, sources=sources, projects=projects)


def test_a_plan_of_the_counties_names_each_once(tmp_path: Path) -> None:
    plan = "  grid: [西县 · 东县]\n"
    text = LIBRARY.replace("  edition:", plan + "  edition:")
    loaded = load(write(tmp_path, {"library.yaml": text}))
    assert loaded.atlas.library.region.places == (("西县", 0, 0), ("东县", 0, 2))
    assert not [i for i in loaded.issues if "grid" in i.code]


def test_every_check_finds_and_has_a_title_and_a_sentence() -> None:
    judged = {f"library.{code}" for code, *_ in CASES}
    judged |= {f"library.work_{code}" for code, _ in LEDGERS}
    judged |= {f"library.{code}" for code, *_ in (*SCENARIOS, *STORIES)}
    judged |= {f"library.{code}" for code, *_ in SUPPLIES}
    city = doubtful()
    found = {issue.code: issue for issue in (*catalogue.check(city), *loop_issues(city))}
    assert found.keys() | judged == catalogue.KINDS.keys()
    for code, issue in found.items():
        assert issue.severity is catalogue.KINDS[code]
        assert wording.text(f"{code}.title")
        assert wording.issue_text(issue)


def test_a_contested_capacity_is_told_and_overlaps_nothing(tmp_path: Path) -> None:
    row = (
        "      - {product: bpa, amount: 30, unit: 万吨/年, status: operating, contested: yes,"
        " note: 行业网}\n"
    )
    text = with_capacity(row)
    (found,) = issues(tmp_path, "contested", enterprises=text)
    assert found.params["told"] == "30 万吨/年 行业网"
    assert issues(tmp_path, "overlap", enterprises=text) == []


def test_reading_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    load(write(tmp_path))
    assert gc.isenabled()
    gc.disable()
    load(tmp_path)
    assert not gc.isenabled()
    gc.enable()


def test_a_line_that_runs_upstream_is_noticed(tmp_path: Path) -> None:
    text = CHAIN.replace(
        "up: [phenol, acetone]\n    down: [bpa]", "up: [phenol, bpa]\n    down: [acetone]"
    )
    (found,) = issues(tmp_path, "backward", **{"01-resin": text})
    assert (found.params["product"], found.params["input"]) == ("双酚A", "丙酮")
    assert found.severity is Severity.INFO


def test_a_route_that_the_product_has_not_is_told(tmp_path: Path) -> None:
    text = ENTERPRISES.replace("status: operating,", "status: operating, route: condens,")
    (found,) = issues(tmp_path, "unknown_route", enterprises=text)
    assert (found.params["route"], found.params["known"]) == ("condens", "condensation")


def with_mass(mass: str) -> str:
    return CHAIN + f"        mass: {mass}\n"


@pytest.mark.parametrize(
    ("mass", "code", "typed", "summed"),
    [
        ("{in: 1.2, out: 1}", "mass_in", "1.2", "1.115"),
        ("{in: 1.115, out: 1.3}", "mass_out", "1.3", "1"),
    ],
)
def test_a_stated_mass_is_only_a_check_on_the_sum(
    tmp_path: Path, mass: str, code: str, typed: str, summed: str
) -> None:
    (found,) = issues(tmp_path, code, **{"01-resin": with_mass(mass)})
    assert (found.params["typed"], found.params["summed"]) == (typed, summed)
    assert found.severity is Severity.WARNING


def test_masses_are_summed_whatever_the_file_states(tmp_path: Path) -> None:
    text = with_mass("{in: 9, out: 1}").replace("per_unit: 0.85", "per_unit: 0.5")
    (found,) = issues(tmp_path, "mass_balance", **{"01-resin": text})
    assert (found.params["mass_in"], found.params["mass_out"]) == ("0.765", "1")
    assert issues(tmp_path, "mass_balance", **{"01-resin": with_mass("{in: 0.1, out: 1}")}) == []
    opened = text.replace("out: 1}", "out: 1, open: yes}")
    assert issues(tmp_path, "mass_balance", **{"01-resin": opened}) == []


def test_steam_in_t_is_no_mass(tmp_path: Path) -> None:
    text = CHAIN.replace("per_unit: 0.85", "per_unit: 0.5").replace(
        "products:\n", "products:\n  steam:\n    name: 蒸汽\n    unit: 万吨/年\n    utility: yes\n"
    )
    text += "          steam: {per_unit: 2, unit: t, basis: estimate}\n"
    assert issues(tmp_path, "mass_balance", **{"01-resin": text}) == []
    text = text.replace("utility: yes\n", "utility: yes\n    energy: yes\n", 1)
    assert len(issues(tmp_path, "mass_balance", **{"01-resin": text})) == 1


OTHER = "  other:\n    name: {name}\n    county: {county}\n"


@pytest.mark.parametrize(
    ("name", "county", "more"),
    [
        ("试验化工 有限公司", "东县", ""),
        ("新名化工有限公司", "东县", "    aka: [试验化工有限公司]\n"),
        ("新名化工有限公司", "西县", "    aka: [试验化工有限公司]\n"),
        ("新名化工有限公司", "西县", "    aka: [（试验）化工]\n"),
        ("新名化工有限公司", "西县", "    aka: [试验化工股份有限公司]\n"),
        ("试验化工有限责任公司", "东县", ""),
        ("试验化工（有限）公司", "西县", ""),
    ],
)
def test_a_firm_entered_under_its_old_and_its_new_name_is_told(
    tmp_path: Path, name: str, county: str, more: str
) -> None:
    firms = ENTERPRISES.replace(
        "    county: 东县\n", "    aka: [(试验) 化工]\n    county: 东县\n", 1
    )
    firms += OTHER.format(name=name, county=county) + more
    found = issues(tmp_path, "aliases", enterprises=firms)
    found += issues(tmp_path / "b", "same_name", enterprises=firms)
    (issue,) = found
    assert issue.params["ids"] == "plant、other"
    assert issue.severity is Severity.WARNING


@pytest.mark.parametrize(("one", "two"), [("（", "("), ("）", ")"), ("", " "), ("", "　")])
def test_brackets_and_blanks_do_not_make_another_name(tmp_path: Path, one: str, two: str) -> None:
    names = [f"试验{mark}化工有限公司" for mark in (one, two)]
    firms = ENTERPRISES.replace("试验化工有限公司", names[0])
    firms += OTHER.format(name=f'"{names[1]}"', county="东县")
    (issue,) = issues(tmp_path, "same_name", enterprises=firms)
    assert issue.params["count"] == 2


def test_two_firms_of_one_group_are_not_doubled_by_their_parent(tmp_path: Path) -> None:
    firms = ENTERPRISES + OTHER.format(name="别家有限公司", county="东县")
    assert issues(tmp_path, "aliases", enterprises=firms) == []
