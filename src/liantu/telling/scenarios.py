"""What a scenario changes against 现状, and whether it can be used as it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.analysis.supposed import affects
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.model.drill import NO_DRILL, Drill, MeasureKind, ShockKind
from liantu.model.scenario import Scenario
from liantu.telling.assumed import named, project_words
from liantu.telling.drills import measure_words, shock_words
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison, Version, compared
from liantu.telling.versions.numbers import numbers
from liantu.telling.versions.summary import sentence
from liantu.wording import text


def dated(reading: Reading, scenario: Scenario) -> Scenario:
    """A kept scenario as it is looked at: at its own date, else at that of the reading."""
    return replace(scenario, date=scenario.date or reading.date)


def as_it_is(reading: Reading, date: str = "") -> Reading:
    """现状 at a date, by default that of the reading."""
    return reading.under(Scenario(date=date or reading.date))


def beside(reading: Reading, scenario: Scenario, progress: Progress | None = None) -> Comparison:
    """现状 and the scenario at the same date, and what differs; raises ``Cancelled``."""
    then = reading.under(dated(reading, scenario))
    now = as_it_is(reading, then.date)
    return compared(Version(named(now), now), Version(named(then), then), progress)


def idle(atlas: Atlas, scenario: Scenario) -> Iterator[str]:
    """What a scenario supposes and what changes nothing, one sentence each."""
    if not scenario.assumes:
        yield text("scenario.idle.nothing")
    for choice in scenario.projects:
        if choice.project in atlas.projects and not affects(atlas, choice):
            code = "scenario.idle.on" if choice.on else "scenario.idle.off"
            yield text(code, name=project_words(atlas, choice))
    for stop in scenario.stops:
        firm = atlas.enterprises.get(stop.enterprise)
        if firm is not None and not firm.capacities:
            yield text("scenario.idle.stop", name=firm.label)
    for code in ("external", "ambition"):
        yield from _products(atlas, scenario, code)
    if scenario.drill != NO_DRILL:
        yield from _of_drill(atlas, scenario.drill)


def _of_drill(atlas: Atlas, drill: Drill) -> Iterator[str]:
    """What of a drill changes nothing."""
    if not drill.shocks:
        yield text("scenario.idle.drill")
    for shock in drill.shocks:
        firm = atlas.enterprises.get(shock.id) if shock.kind is ShockKind.ENTERPRISE else None
        if firm is not None and not firm.capacities:
            yield text("scenario.idle.shock", name=firm.label)
        if shock.start >= drill.days:
            yield text("scenario.idle.late", name=shock_words(atlas, shock))
    failing = {shock.id for shock in drill.shocks}
    for measure in drill.measures:
        if measure.kind is MeasureKind.RESTORE and measure.id not in failing and failing:
            yield text("scenario.idle.restore")
        if measure.day >= drill.days:
            yield text("scenario.idle.late", name=measure_words(atlas, drill, measure))


def _products(atlas: Atlas, scenario: Scenario, code: str) -> Iterator[str]:
    """Products that may be bought anyhow, or that are to be made here and are not bought."""
    for id_ in getattr(scenario, code):
        product = atlas.products.get(id_)
        if product is None:
            continue
        free = product.raw or product.utility
        if (code == "external") is free:
            yield text(f"scenario.idle.{code}", name=product.label)


SHOWN = 12
"""Products that change their class that are named one by one."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a scenario changes against 现状: one sentence; numbers of the city that differ (name,
    before, after); products of another class with their ids, the first few, and how many ``more``.
    """

    words: str
    numbers: tuple[tuple[str, str, str], ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    more: int = 0


def effect(reading: Reading, scenario: Scenario, progress: Progress | None = None) -> Effect:
    """The same in words, ready to be shown; raises ``Cancelled``."""
    found = beside(reading, scenario, progress)
    rows = class_rows(found)
    return Effect(
        words=sentence(found),
        numbers=tuple((n.words, *n.told) for n in numbers(found) if n.before != n.after),
        rows=tuple((row.product, f"{row.name}：{row.turn}") for row in rows[:SHOWN]),
        more=max(0, len(rows) - SHOWN),
    )
