"""The atlas under a scenario: what is taken to run runs, what is taken to stand still does not.

What is supposed is marked as such: a supposed plant is ``inferred`` and says in ``why`` which
assumption it comes from, so that no view or paper can show it as a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from liantu.model import Atlas, Capacity, Enterprise, Status
from liantu.model.plants import COMING, is_coming, is_told, phases_of
from liantu.model.records import Phase, Project
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from liantu.wording import text

Rows = tuple[Capacity, ...]


def supposed(atlas: Atlas, scenario: Scenario) -> Atlas:
    """The atlas as the scenario supposes it; the same object where it supposes nothing.

    Projects come first, then plants, then stops, so that a firm that stands still makes nothing of
    what was supposed of it either. What is said to run without a day runs from the date asked on.
    What names a thing that there is not changes nothing.
    """
    if not scenario.supposes:
        return atlas
    firms = dict(atlas.enterprises)
    day = scenario.date or atlas.library.edition
    for choice in scenario.projects:
        if choice.project in atlas.projects:
            _choose(atlas, choice, day, firms)
    for plant in scenario.plants:
        if plant.enterprise in firms and plant.product in atlas.products:
            firms[plant.enterprise] = _with_plant(firms[plant.enterprise], plant, day)
    counted = (Status.OPERATING, *scenario.counting)
    for stop in scenario.stops:
        if stop.enterprise in firms:
            firms[stop.enterprise] = _stopped(firms[stop.enterprise], stop, counted)
    return replace(atlas, enterprises=firms)


def affects(atlas: Atlas, choice: ProjectChoice) -> bool:
    """Whether a choice changes any plant of the atlas."""
    if choice.project not in atlas.projects:
        return False
    firms = dict(atlas.enterprises)
    _choose(atlas, choice, atlas.library.edition, firms)
    return firms != atlas.enterprises


# -- projects


def _choose(atlas: Atlas, choice: ProjectChoice, day: str, firms: dict[str, Enterprise]) -> None:
    project = atlas.projects[choice.project]
    phases = _phases(project, choice)
    if choice.on:
        _run(atlas, choice, phases, choice.since or day, firms)
    else:
        _change(firms, project, lambda row: _without(row, project, choice, phases))


def _phases(project: Project, choice: ProjectChoice) -> tuple[Phase, ...]:
    if choice.phase is None:
        return project.phases
    return project.phases[choice.phase - 1 : choice.phase]


def _run(
    atlas: Atlas,
    choice: ProjectChoice,
    phases: tuple[Phase, ...],
    since: str,
    firms: dict[str, Enterprise],
) -> None:
    """What is told as a capacity of a firm runs as that; what only the project tells is given to
    its firm, or to a firm of the project's name where none is known.
    """
    project = atlas.projects[choice.project]
    why = text("scenario.why.on", name=project.name)

    def run(row: Capacity) -> Capacity:
        if not is_coming(row) or not _belongs(row, project, choice, phases):
            return row
        return _running(row, since, why)

    _change(firms, project, run)
    fresh = tuple(
        _plant(project, phase, since, why)
        for phase in phases
        if phase.product in atlas.products
        and phase.status in COMING
        and not is_told(atlas, project, phase)
        and not _runs(firms, project, phase)
    )
    if fresh:
        firm = firms.get(project.enterprise) or firms.get(project.id)
        firm = firm or Enterprise(project.id, project.name, project.county)
        firms[firm.id] = replace(firm, capacities=(*firm.capacities, *fresh))


def _runs(firms: dict[str, Enterprise], project: Project, phase: Phase) -> bool:
    """Whether the plant of a phase runs already, where the project was chosen before."""
    return any(
        (row.project, row.product, row.amount) == (project.id, phase.product, phase.amount)
        and row.status is Status.OPERATING
        for firm in _concerned(firms, project)
        for row in firm.capacities
    )


def _change(
    firms: dict[str, Enterprise], project: Project, change: Callable[[Capacity], Capacity]
) -> None:
    for firm in _concerned(firms, project):
        rows = tuple(change(row) for row in firm.capacities)
        if rows != firm.capacities:
            firms[firm.id] = replace(firm, capacities=rows)


def _concerned(firms: dict[str, Enterprise], project: Project) -> Iterator[Enterprise]:
    for firm in tuple(firms.values()):
        if firm.id == project.enterprise or any(c.project == project.id for c in firm.capacities):
            yield firm


def _belongs(
    row: Capacity, project: Project, choice: ProjectChoice, phases: tuple[Phase, ...]
) -> bool:
    """Whether a row is a plant of the chosen phases."""
    if row.project != project.id:
        return False
    if choice.phase is None:
        return True
    known = {phase.status for phase in phases_of(project, row.product)}
    return any(
        phase.product == row.product and (phase.status is row.status or row.status not in known)
        for phase in phases
    )


def _without(
    row: Capacity, project: Project, choice: ProjectChoice, phases: tuple[Phase, ...]
) -> Capacity:
    """The row as if the project did not count: it stands still from the day of the choice on.

    A plant in operation need not name its project: one of the project's firm that is told with
    the same product, status and amount is the same plant.
    """
    same = row.project in ("", project.id) and any(
        (phase.product, phase.status, phase.amount) == (row.product, row.status, row.amount)
        for phase in phases
    )
    if row.status is Status.STOPPED or not (same or _belongs(row, project, choice, phases)):
        return row
    return _standing(row, choice.since, text("scenario.why.off", name=project.name))


def _running(row: Capacity, since: str, why: str) -> Capacity:
    return replace(
        row, status=Status.OPERATING, since=since, until="", inferred=True, why=why, supposed=True
    )


def _plant(project: Project, phase: Phase, since: str, why: str) -> Capacity:
    return Capacity(
        product=phase.product,
        status=Status.OPERATING,
        amount=phase.amount,
        unit=phase.unit,
        since=since,
        project=project.id,
        inferred=True,
        why=why,
        supposed=True,
    )


# -- plants and stops


def _with_plant(firm: Enterprise, plant: Plant, day: str) -> Enterprise:
    """The firm with one supposed plant instead of all that it operates or builds of the product;
    before its day what is on record stands.
    """
    why = text("scenario.why.plant")
    made = Capacity(
        product=plant.product,
        status=Status.OPERATING,
        amount=plant.amount,
        unit=plant.unit,
        since=plant.since or day,
        route=_route(firm, plant.product),
        inferred=True,
        why=why,
        supposed=True,
    )
    rows = tuple(
        _ended(row, plant.since, why) if row.product == plant.product else row
        for row in firm.capacities
    )
    return replace(firm, capacities=(*rows, made))


def _route(firm: Enterprise, product: str) -> str:
    """The route that the firm's plants use, where they agree."""
    used = {row.route for row in firm.capacities if row.product == product}
    return used.pop() if len(used) == 1 else ""


def _stopped(firm: Enterprise, stop: Stop, counted: Collection[Status]) -> Enterprise:
    """The firm of which nothing runs that would count; what is only planned stays a plan."""
    why = text("scenario.why.stop", name=firm.label)
    rows = tuple(
        _ended(row, stop.since, why) if row.status in counted else row for row in firm.capacities
    )
    return replace(firm, capacities=rows)


def _ended(row: Capacity, since: str, why: str) -> Capacity:
    if row.contested or row.status in (Status.STOPPED, Status.UNKNOWN):
        return row
    return _standing(row, since, why)


def _standing(row: Capacity, since: str, why: str) -> Capacity:
    """A row that ends on a day; without one it does not run at any date."""
    if not since:
        return replace(
            row, status=Status.STOPPED, since="", until="", inferred=True, why=why, supposed=True
        )
    until = min(row.until, since) if row.until else since
    return replace(row, until=until, inferred=True, why=why, supposed=True)
