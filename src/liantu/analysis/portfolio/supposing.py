"""The atlas as if a project were in operation: the plants that it still has to build run."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.analysis.supposed import supposed
from liantu.model import Atlas
from liantu.model.plants import COMING, is_coming
from liantu.model.records import Project
from liantu.model.scenario import ProjectChoice, Scenario


def coming(atlas: Atlas, project: Project) -> tuple[str, ...]:
    """The products of which a project still has to build plants, each once."""
    phases = (p.product for p in project.phases if p.product and p.status in COMING)
    rows = (
        row.product
        for firm in atlas.enterprises.values()
        for row in firm.capacities
        if row.project == project.id and is_coming(row)
    )
    return tuple(dict.fromkeys(p for p in (*phases, *rows) if p in atlas.products))


def operating(atlas: Atlas, projects: Iterable[Project], date: str) -> Atlas:
    """The atlas in which all that the projects still have to build runs at ``date``."""
    choices = tuple(ProjectChoice(project.id) for project in projects)
    return supposed(atlas, Scenario(date=date, projects=choices))
