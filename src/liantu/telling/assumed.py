"""How the city is looked at, in words: the name of the scenario, and what it assumes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Status
from liantu.model.boards import weighted
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from liantu.numerals import plain
from liantu.telling.drills import drill_words, measure_words
from liantu.wording import text

ALL = 10_000
"""More things than are named one by one."""
NAMED = 3
"""Projects, enterprises and plants that one line names; of more it tells how many there are."""


def named(reading: Reading) -> str:
    """现状, the name of a scenario, its name as one that was changed, or that it has none yet."""
    return name_of(reading.base, reading.scenario)


def heading(reading: Reading) -> tuple[str, ...]:
    """What stands beside the date in the head of a picture: nothing for 现状."""
    return (text("ui.scenario", name=named(reading)),) if reading.scenario.assumes else ()


def name_of(atlas: Atlas, scenario: Scenario) -> str:
    """The name by which a scenario goes among those that are kept."""
    if not scenario.id and not scenario.name:
        return text("ui.scenario.own" if scenario.assumes else "ui.scenario.now")
    if is_changed(atlas, scenario):
        return text("ui.scenario.changed", name=scenario.name)
    return scenario.name


def is_changed(atlas: Atlas, scenario: Scenario) -> bool:
    """Whether a kept scenario is looked at otherwise than it was kept. One that was kept without a
    date is the same at any date.
    """
    kept = atlas.scenarios.get(scenario.id)
    if kept is None:
        return False
    return not (kept if kept.date else _at(kept, scenario.date)).alike(scenario)


def _at(scenario: Scenario, date: str) -> Scenario:
    return replace(scenario, date=date)


def assumed(reading: Reading) -> str:
    """What differs from the defaults, in one line that begins with the name of a kept scenario;
    empty if nothing does.
    """
    words = "；".join(assumptions(reading))
    if reading.scenario.name:
        name = named(reading)
        return text("ui.scenario.line", name=name, words=words or text("ui.scenario.nothing"))
    return text("ui.scenario.line.own", words=words) if reading.scenario.assumes else words


def assumptions(reading: Reading, most: int = NAMED) -> Iterator[str]:
    """What differs from the defaults, one by one; of each at most so many things by name."""
    return assumptions_of(reading.base, reading.scenario, most)


def assumptions_of(atlas: Atlas, scenario: Scenario, most: int = NAMED) -> Iterator[str]:
    """The same of a scenario that is not looked at."""
    yield from supposed_words(atlas, scenario, most)
    switches, products = scenario.switches(atlas.library), atlas.products
    for code, ids in (("external", switches.external), ("ambition", switches.ambition)):
        if ids:
            names = listed((products[p].name for p in sorted(ids) if p in products), most)
            yield text(f"switches.{code}", names=names)
    for code, share in (("utilisation", switches.utilisation), ("thin", switches.thin)):
        if share != 1.0:
            yield text(f"switches.{code}", share=f"{share * 100:.0f}%")
    for status in sorted(switches.counting - {Status.OPERATING}):
        yield text(f"switches.counting.{status}")
    if switches.weights != weighted({}):
        yield text("switches.weights")


def in_full(atlas: Atlas, scenario: Scenario) -> Iterator[str]:
    """Everything that is assumed by name, and each measure of the drill with its note."""
    yield from assumptions_of(atlas, scenario, ALL)
    for measure in scenario.drill.measures:
        words = measure_words(atlas, scenario.drill, measure)
        code = "scenario.measure.line" if measure.note in words else "scenario.measure.noted"
        yield text(code, words=words, note=measure.note)


def supposed_words(atlas: Atlas, scenario: Scenario, most: int = NAMED) -> Iterator[str]:
    """What runs or stands still other than on record, and what fails in the drill."""
    for on, code in ((True, "on"), (False, "off")):
        chosen = [c for c in scenario.projects if c.on is on and c.project in atlas.projects]
        if chosen:
            names = listed((project_words(atlas, choice) for choice in chosen), most)
            yield text(f"scenario.{code}", names=names)
    plants = [words for p in scenario.plants if (words := plant_words(atlas, p))]
    if plants:
        yield text("scenario.plants", names=listed(plants, most))
    stops = [words for stop in scenario.stops if (words := stop_words(atlas, stop))]
    if stops:
        yield text("scenario.stops", names=listed(stops, most))
    if drill := drill_words(atlas, scenario.drill, most):
        yield drill


def project_words(atlas: Atlas, choice: ProjectChoice) -> str:
    """The name of a chosen project, with its phase and the day."""
    name = atlas.projects[choice.project].name
    if choice.phase is not None:
        name = text("scenario.phase", name=name, phase=choice.phase)
    return _since(name, choice.since)


def plant_words(atlas: Atlas, plant: Plant) -> str:
    """``鲁西集团聚碳酸酯30万吨/年``; empty where firm or product are not there."""
    if plant.enterprise not in atlas.enterprises or plant.product not in atlas.products:
        return ""
    amount = text("ui.unknown") if plant.amount is None else plain(plant.amount) + plant.unit
    words = atlas.enterprises[plant.enterprise].label + atlas.products[plant.product].label
    return _since(words + amount, plant.since)


def stop_words(atlas: Atlas, stop: Stop) -> str:
    """The firm that stands still, with the day; empty where it is not there."""
    firm = atlas.enterprises.get(stop.enterprise)
    return _since(firm.label, stop.since) if firm else ""


def _since(words: str, since: str) -> str:
    return text("scenario.since", words=words, since=since) if since else words


def listed(found: Iterable[str], most: int = NAMED) -> str:
    """The first names, and where there are more how many there are."""
    names = list(found)
    told = "、".join(names[:most])
    return text("scenario.more", names=told, count=len(names)) if len(names) > most else told
