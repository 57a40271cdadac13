"""One assumption more or less."""

from __future__ import annotations

from dataclasses import replace

from liantu.model import supposing
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop

BEFORE = Scenario(
    projects=(ProjectChoice("P1"), ProjectChoice("P2", phase=2), ProjectChoice("P2")),
    stops=(Stop("a"), Stop("b", "2026")),
    plants=(Plant("a", "bpa", 20, "万吨/年"),),
    external=("pc",),
)


def test_a_choice_takes_the_place_of_the_one_before() -> None:
    off = ProjectChoice("P2", on=False, phase=2, since="2026-05")
    after = supposing.with_choice(BEFORE, off)
    assert after.projects == (ProjectChoice("P1"), off, ProjectChoice("P2"))
    assert supposing.choice_of(after, "P2", 2) == off
    assert supposing.choice_of(after, "P2") == ProjectChoice("P2")
    more = supposing.with_choice(BEFORE, ProjectChoice("P3"))
    assert more.projects == (*BEFORE.projects, ProjectChoice("P3"))
    assert supposing.without_choice(more, "P3") == BEFORE


def test_a_phase_goes_without_its_project_and_a_project_with_all_its_phases() -> None:
    assert supposing.choice_of(supposing.without_choice(BEFORE, "P2", 2), "P2") is not None
    assert supposing.without_project(BEFORE, "P2").projects == (ProjectChoice("P1"),)
    assert supposing.without_project(BEFORE, "P9") == BEFORE


def test_a_firm_is_stopped_once() -> None:
    after = supposing.with_stop(BEFORE, Stop("a", "2027-01-01"))
    assert after.stops == (Stop("a", "2027-01-01"), Stop("b", "2026"))
    assert supposing.stop_of(after, "a") == Stop("a", "2027-01-01")
    assert supposing.stop_of(supposing.without_stop(after, "a"), "a") is None


def test_a_plant_is_supposed_once_for_a_firm_and_a_product() -> None:
    more = supposing.with_plant(BEFORE, Plant("a", "pc", 5, "万吨/年"))
    assert len(more.plants) == 2
    after = supposing.with_plant(more, Plant("a", "bpa"))
    assert after.plants == (Plant("a", "bpa"), Plant("a", "pc", 5, "万吨/年"))
    assert supposing.without_plant(after, "a", "bpa").plants == (Plant("a", "pc", 5, "万吨/年"),)


def test_products_are_listed_once_and_in_order() -> None:
    after = supposing.buying(BEFORE, "bpa", may=True)
    assert after.external == ("bpa", "pc")
    assert supposing.buying(after, "bpa", may=True) == after
    assert supposing.buying(after, "bpa", may=False) == BEFORE
    assert supposing.aiming(BEFORE, "benzene", aims=True).ambition == ("benzene",)
    assert supposing.aiming(BEFORE, "benzene", aims=False) == BEFORE


def test_the_name_follows_what_is_kept_and_a_deleted_one_leaves_nothing() -> None:
    kept = Scenario(id="s001", name="旧名", external=("pc",))
    looked = replace(kept, date="2026", stops=(Stop("a"),))
    before = {"s001": kept}
    after = {"s001": replace(kept, name="新名", note="说明")}
    found = supposing.followed(looked, before, after)
    assert found == replace(looked, name="新名", note="说明")
    assert supposing.followed(looked, before, {}) == Scenario(date="2026")
    assert supposing.followed(looked, {}, {}) == looked
    assert supposing.followed(BEFORE, before, {}) == BEFORE
