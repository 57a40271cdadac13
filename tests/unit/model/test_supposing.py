"""One assumption more or less."""

from __future__ import annotations

from dataclasses import replace

from liantu.model import supposing
from liantu.model.drill import NO_DRILL, Drill, Measure, MeasureKind, Shock, ShockKind
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


FIRM = Shock(ShockKind.ENTERPRISE, "a")
SUPPLY = Shock(ShockKind.OUTSIDE, "coal", share=0.5)
AGAIN = Measure(MeasureKind.RESTORE, day=3, id="a", share=0.5)
BUY = Measure(MeasureKind.BUY, product="bpa")


def drill(*shocks: Shock, measures: tuple[Measure, ...] = ()) -> Scenario:
    return Scenario(drill=Drill(shocks=shocks, measures=measures))


def test_what_fails_fails_once_and_in_its_place() -> None:
    half = replace(FIRM, share=0.5, days=10)
    assert supposing.with_shock(drill(FIRM, SUPPLY), half) == drill(half, SUPPLY)
    assert supposing.with_shock(drill(FIRM), SUPPLY) == drill(FIRM, SUPPLY)
    made = replace(FIRM, kind=ShockKind.PRODUCT)
    assert supposing.with_shock(drill(FIRM), made) == drill(FIRM, made)
    assert supposing.shock_of(drill(FIRM), ShockKind.ENTERPRISE, "a") == FIRM
    assert supposing.shock_of(drill(FIRM), ShockKind.PRODUCT, "a") is None


def test_with_what_fails_goes_what_would_restore_it_and_nothing_else() -> None:
    both = drill(FIRM, SUPPLY, measures=(AGAIN, BUY))
    left = supposing.without_shock(both, ShockKind.ENTERPRISE, "a")
    assert left == drill(SUPPLY, measures=(BUY,))
    assert supposing.without_shock(left, ShockKind.OUTSIDE, "coal") == drill(measures=(BUY,))
    short = supposing.drilled(drill(FIRM, measures=(AGAIN,)), days=10)
    assert supposing.without_shock(short, ShockKind.ENTERPRISE, "a").drill == NO_DRILL


def test_a_measure_takes_the_place_of_another_and_goes_alone() -> None:
    before = drill(FIRM, measures=(AGAIN, BUY, BUY))
    sooner = replace(AGAIN, day=1)
    after = supposing.with_measure(before, sooner, AGAIN)
    assert after.drill.measures == (sooner, BUY, BUY)
    assert supposing.with_measure(before, sooner, sooner).drill.measures == (
        AGAIN,
        BUY,
        BUY,
        sooner,
    )
    assert supposing.without_measure(before, BUY).drill.measures == (AGAIN, BUY)
    assert supposing.without_measure(before, sooner) == before


def test_a_drill_is_an_assumption_and_its_options_too() -> None:
    assert drill(FIRM).assumes
    assert supposing.undrilled(drill(FIRM)) == Scenario()
    assert not supposing.undrilled(drill(FIRM)).assumes
    assert supposing.drilled(Scenario(), deduced=False).drill == Drill(deduced=False)
