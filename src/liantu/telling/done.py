"""What the user changed of how the city is looked at: date, scenario, single assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Status
from liantu.model.drill import Drill
from liantu.model.scenario import Scenario
from liantu.telling.assumed import listed, named, plant_words, project_words, stop_words
from liantu.telling.drills import measure_words, option_words, shock_words, shocked_name
from liantu.wording import text

SINGLE = 2
"""So many kinds of assumptions taken back at once are named; of more it says 现状."""


def done(before: Reading, now: Reading) -> Iterator[str]:
    """What was changed, in the order of its weight."""
    if before.date != now.date:
        yield text("ui.changes.date", before=before.date, after=now.date)
    old, new = before.scenario, now.scenario
    if same_but_date(old, new):
        return
    told = [*_supposed(before.base, now.base, old, new), *_switched(before, now)]
    back = not new.assumes and len(told) > SINGLE
    if old.id != new.id or back:
        yield text("ui.changes.scenario", before=named(before), after=named(now))
    else:
        yield from told


def same_but_date(old: Scenario, new: Scenario) -> bool:
    """Whether both assume the same, whatever they are called and whatever date is looked at."""
    return old.alike(replace(new, date=old.date))


def _supposed(before: Atlas, now: Atlas, old: Scenario, new: Scenario) -> Iterator[str]:
    """Projects, plants and stops that were supposed, then those that no longer are."""
    projects = [c for c in new.projects if c not in old.projects and c.project in now.projects]
    for on, code in ((True, "on"), (False, "off")):
        yield from _told(
            f"scenario.{code}", (project_words(now, c) for c in projects if c.on is on)
        )
    plants = (plant_words(now, p) for p in new.plants if p not in old.plants)
    yield from _told("scenario.plants", filter(None, plants))
    stops = (stop_words(now, s) for s in new.stops if s not in old.stops)
    yield from _told("scenario.stops", filter(None, stops))
    yield from _told("ui.changes.back", _taken_back(before, old, new))
    yield from _drilled(before, now, old.drill, new.drill)


def _drilled(before: Atlas, now: Atlas, old: Drill, new: Drill) -> Iterator[str]:
    """What fails and what is done about it, then what no longer does, then the options."""
    shocks = (shock_words(now, s) for s in new.shocks if s not in old.shocks)
    yield from _told("ui.changes.drill", shocks)
    measures = (measure_words(now, new, m) for m in new.measures if m not in old.measures)
    yield from _told("ui.changes.measure", measures)
    failing = {(s.kind, s.id) for s in new.shocks}
    gone = (s for s in old.shocks if (s.kind, s.id) not in failing)
    yield from _told("ui.changes.drill.back", (shocked_name(before, s) for s in gone))
    undone = [measure_words(before, old, m) for m in old.measures if m not in new.measures]
    if len(new.measures) < len(old.measures) and new.shocks:
        yield from _told("ui.changes.measure.back", undone)
    options = list(option_words(new))
    if new.shocks and options != list(option_words(old)):
        words = "；".join(options)
        code = "ui.changes.options" if words else "ui.changes.options.usual"
        yield text(code, words=words) if words else text(code)


def _taken_back(atlas: Atlas, old: Scenario, new: Scenario) -> Iterator[str]:
    """What was supposed and is as on record again."""
    chosen = {(c.project, c.phase) for c in new.projects}
    for choice in old.projects:
        if (choice.project, choice.phase) not in chosen and choice.project in atlas.projects:
            yield project_words(atlas, replace(choice, since=""))
    made = {(p.enterprise, p.product) for p in new.plants}
    for plant in old.plants:
        if (plant.enterprise, plant.product) not in made:
            yield plant_words(atlas, replace(plant, since=""))
    stopped = {s.enterprise for s in new.stops}
    for stop in old.stops:
        if stop.enterprise not in stopped:
            yield stop_words(atlas, replace(stop, since=""))


def _switched(before: Reading, now: Reading) -> Iterator[str]:
    """Numbers, what counts, what may be bought, weights."""
    old, new = before.switches, now.switches
    for name in ("utilisation", "thin"):
        value = getattr(new, name)
        if getattr(old, name) != value:
            yield text("ui.changes.set", name=text(f"ui.switches.{name}"), value=f"{value:.0%}")
    if old.counting != new.counting:
        words = "、".join(text(f"ui.status.{s}") for s in Status if s in new.counting)
        yield text("ui.changes.counting", words=words)
    for code in ("external", "ambition"):
        was, is_ = getattr(old, code), getattr(new, code)
        for sign, ids in (("in", is_ - was), ("out", was - is_)):
            names = (now.atlas.products[p].label for p in sorted(ids) if p in now.atlas.products)
            yield from _told(f"ui.changes.{code}.{sign}", names)
    if old.weights != new.weights:
        yield text("ui.changes.weights")


def _told(code: str, names: Iterable[str]) -> Iterator[str]:
    found = [name for name in names if name]
    if found:
        yield text(code, names=listed(found))
