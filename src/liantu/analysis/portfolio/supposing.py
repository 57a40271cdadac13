"""The atlas as if a project were in operation: the plants that it still has to build run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from liantu.model import Atlas, Capacity, Enterprise, Status
from liantu.model.plants import COMING, is_coming, is_told
from liantu.model.records import Phase, Project


def coming(atlas: Atlas, project: Project) -> tuple[str, ...]:
    """The products of which a project still has to build plants, each once."""
    phases = (p.product for p in project.phases if _is_ahead(p))
    rows = (c.product for _, c in _rows(atlas, project))
    return tuple(dict.fromkeys(p for p in (*phases, *rows) if p in atlas.products))


def operating(atlas: Atlas, projects: Iterable[Project]) -> Atlas:
    """The atlas in which all that the projects still have to build runs.

    A plant that is told as a capacity of the firm runs as that; what only the project tells is
    given to its firm, or to a firm of the project's name where none is known.
    """
    firms: dict[str, Enterprise] = dict(atlas.enterprises)
    for project in projects:
        _run(atlas, project, firms)
    return replace(atlas, enterprises=firms)


def _run(atlas: Atlas, project: Project, firms: dict[str, Enterprise]) -> None:
    for firm, row in _rows(atlas, project):
        held = firms[firm.id]
        rows = tuple(_running(c) if c == row else c for c in held.capacities)
        firms[firm.id] = replace(held, capacities=rows)
    fresh = tuple(
        _plant(project, phase)
        for phase in project.phases
        if _is_ahead(phase) and phase.product in atlas.products
        if not is_told(atlas, project, phase)
    )
    if fresh:
        firm = _firm(project, firms)
        firms[firm.id] = replace(firm, capacities=(*firm.capacities, *fresh))


def _rows(atlas: Atlas, project: Project) -> tuple[tuple[Enterprise, Capacity], ...]:
    """Capacities that are plants of the project which do not run yet."""
    return tuple(
        (firm, row)
        for firm in atlas.enterprises.values()
        for row in firm.capacities
        if row.project == project.id and is_coming(row)
    )


def _firm(project: Project, firms: Mapping[str, Enterprise]) -> Enterprise:
    known = firms.get(project.enterprise) or firms.get(project.id)
    return known or Enterprise(project.id, project.name, project.county)


def _is_ahead(phase: Phase) -> bool:
    return bool(phase.product) and phase.status in COMING


def _running(row: Capacity) -> Capacity:
    return replace(row, status=Status.OPERATING, since="", until="")


def _plant(project: Project, phase: Phase) -> Capacity:
    return Capacity(
        product=phase.product,
        status=Status.OPERATING,
        amount=phase.amount,
        unit=phase.unit,
        as_of=project.as_of,
        project=project.id,
        inferred=project.inferred,
        why=project.why,
        sources=project.sources,
    )
