"""What is assumed, in one line and one by one."""

from __future__ import annotations

from liantu.model.scenario import ProjectChoice, Scenario, Stop
from liantu.telling.assumed import assumed, assumptions_of, listed, named
from liantu.telling.scenarios import idle
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")
BASE = READING.base


def test_a_long_list_names_three_things_and_counts_all() -> None:
    assert listed(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert listed(["甲", "乙", "丙", "丁"]) == "甲、乙、丙等4个"
    firms = tuple(Stop(id_) for id_ in list(BASE.enterprises)[:40])
    products = tuple(sorted(p.id for p in BASE.products.values() if not p.raw)[:60])
    line = assumed(READING.under(Scenario(date="2022-12-31", stops=firms, external=products)))
    assert line.startswith("未保存的情景：假定停产：")
    assert "等40个" in line and "等60个" in line
    assert len(line) < 160
    told = [*assumptions_of(BASE, Scenario(stops=firms), 100)]
    assert told[0].count("、") == 39


def test_reality_is_told_by_nothing_and_named() -> None:
    assert (assumed(READING), named(READING)) == ("", "现状")


def test_what_changes_nothing_has_a_reason() -> None:
    done = next(p for p in BASE.projects.values() if p.id != "P001" and not p.phases)
    bare = next(e for e in BASE.enterprises.values() if not e.capacities)
    scenario = Scenario(
        projects=(ProjectChoice("P001"), ProjectChoice(done.id), ProjectChoice(done.id, False)),
        stops=(Stop(bare.id), Stop("luxi")),
        external=("bauxite", "bpa"),
        ambition=("bpa",),
    )
    told = [*idle(BASE, scenario)]
    assert [any(word in one for one in told) for word in (done.name, bare.label, "铝土矿")] == [
        True,
        True,
        True,
    ]
    assert len(told) == 5
    assert [*idle(BASE, Scenario())] == ["没有作任何假定，看到的与现状一样。"]
