"""One assumption more or less: a scenario and what is supposed → the next scenario.

Every function leaves its argument as it is and returns an equal scenario where nothing changes. A
choice replaces the one that was made of the same project and phase, firm, or firm and product.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from liantu.model.drill import NO_DRILL, Measure, MeasureKind, Shock, ShockKind
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop


def choice_of(scenario: Scenario, project: str, phase: int | None = None) -> ProjectChoice | None:
    """What is supposed of a project as a whole, or of one phase; ``None``: as on record."""
    rows = scenario.projects
    return next((c for c in rows if (c.project, c.phase) == (project, phase)), None)


def with_choice(scenario: Scenario, choice: ProjectChoice) -> Scenario:
    """Suppose that a project runs or does not count; in its place where it was chosen before."""
    rows = scenario.projects
    at = next((n for n, c in enumerate(rows) if _one(c) == _one(choice)), len(rows))
    return replace(scenario, projects=(*rows[:at], choice, *rows[at + 1 :]))


def without_choice(scenario: Scenario, project: str, phase: int | None = None) -> Scenario:
    """A project, or one phase of it, as on record."""
    rows = tuple(c for c in scenario.projects if _one(c) != (project, phase))
    return replace(scenario, projects=rows)


def without_project(scenario: Scenario, project: str) -> Scenario:
    """A project and all its phases as on record."""
    rows = tuple(c for c in scenario.projects if c.project != project)
    return replace(scenario, projects=rows)


def stop_of(scenario: Scenario, enterprise: str) -> Stop | None:
    """The supposed stop of an enterprise; ``None``: as on record."""
    return next((s for s in scenario.stops if s.enterprise == enterprise), None)


def with_stop(scenario: Scenario, stop: Stop) -> Scenario:
    """Suppose that an enterprise stands still, from another day where it already does."""
    rows = scenario.stops
    at = next((n for n, s in enumerate(rows) if s.enterprise == stop.enterprise), len(rows))
    return replace(scenario, stops=(*rows[:at], stop, *rows[at + 1 :]))


def without_stop(scenario: Scenario, enterprise: str) -> Scenario:
    """An enterprise as on record."""
    rows = tuple(s for s in scenario.stops if s.enterprise != enterprise)
    return replace(scenario, stops=rows)


def with_plant(scenario: Scenario, plant: Plant) -> Scenario:
    """Suppose what an enterprise makes of a product, instead of what was supposed before."""
    rows, key = scenario.plants, (plant.enterprise, plant.product)
    at = next((n for n, p in enumerate(rows) if (p.enterprise, p.product) == key), len(rows))
    return replace(scenario, plants=(*rows[:at], plant, *rows[at + 1 :]))


def without_plant(scenario: Scenario, enterprise: str, product: str) -> Scenario:
    """What an enterprise makes of a product as on record."""
    key = (enterprise, product)
    rows = tuple(p for p in scenario.plants if (p.enterprise, p.product) != key)
    return replace(scenario, plants=rows)


def buying(scenario: Scenario, product: str, *, may: bool) -> Scenario:
    """A product may be bought from outside (允许外购), or not."""
    return replace(scenario, external=_listed(scenario.external, product, may))


def aiming(scenario: Scenario, product: str, *, aims: bool) -> Scenario:
    """The city wants to make a raw product itself (列入本地目标), or not."""
    return replace(scenario, ambition=_listed(scenario.ambition, product, aims))


def drilled(scenario: Scenario, **changes: Any) -> Scenario:
    """The drill with other values of its fields (``days``, ``stock``, ``deduced`` …)."""
    return replace(scenario, drill=replace(scenario.drill, **changes))


def undrilled(scenario: Scenario) -> Scenario:
    """No drill at all."""
    return replace(scenario, drill=NO_DRILL)


def shock_of(scenario: Scenario, kind: ShockKind, id_: str) -> Shock | None:
    """What fails of a firm, product, county or outside supply; ``None``: nothing."""
    return next((s for s in scenario.drill.shocks if (s.kind, s.id) == (kind, id_)), None)


def with_shock(scenario: Scenario, shock: Shock) -> Scenario:
    """Something fails; in its place where it already does, by another share or on other days."""
    rows, key = scenario.drill.shocks, (shock.kind, shock.id)
    at = next((n for n, s in enumerate(rows) if (s.kind, s.id) == key), len(rows))
    return drilled(scenario, shocks=(*rows[:at], shock, *rows[at + 1 :]))


def without_shock(scenario: Scenario, kind: ShockKind, id_: str) -> Scenario:
    """It does not fail; what would restore it goes with it. The last one takes the options of the
    drill along, unless something is still to be done.
    """
    drill = scenario.drill
    shocks = tuple(s for s in drill.shocks if (s.kind, s.id) != (kind, id_))
    failing = {s.id for s in shocks}
    measures = tuple(
        m for m in drill.measures if m.kind is not MeasureKind.RESTORE or m.id in failing
    )
    if not shocks and not measures:
        return undrilled(scenario)
    return drilled(scenario, shocks=shocks, measures=measures)


def with_measure(scenario: Scenario, measure: Measure, instead: Measure | None = None) -> Scenario:
    """Something is done; in place of another measure where that is one of the drill."""
    rows = scenario.drill.measures
    at = rows.index(instead) if instead in rows else len(rows)
    return drilled(scenario, measures=(*rows[:at], measure, *rows[at + 1 :]))


def without_measure(scenario: Scenario, measure: Measure) -> Scenario:
    """It is not done; of several that are alike one goes."""
    rows = scenario.drill.measures
    if measure not in rows:
        return scenario
    at = rows.index(measure)
    return drilled(scenario, measures=(*rows[:at], *rows[at + 1 :]))


def followed(
    scenario: Scenario, before: Mapping[str, Scenario], after: Mapping[str, Scenario]
) -> Scenario:
    """The scenario looked at after those that are kept have changed: under its new name, or 现状 at
    the same date where it was taken away.
    """
    if scenario.id not in before:
        return scenario
    kept = after.get(scenario.id)
    if kept is None:
        return Scenario(date=scenario.date)
    return replace(scenario, name=kept.name, note=kept.note)


def _listed(ids: tuple[str, ...], id_: str, there: bool) -> tuple[str, ...]:
    return tuple(sorted({*ids, id_} if there else {*ids} - {id_}))


def _one(choice: ProjectChoice) -> tuple[str, int | None]:
    return choice.project, choice.phase
