"""One plant, told twice: as a capacity of an enterprise and as a phase of a project.

The rule: a planned or building capacity that names its project *is* the phases of that project
for its product, those of its status where there are any. Analysis counts capacities only; where
both would stand together the capacity stands, and the phase is not told again.
"""

from __future__ import annotations

from collections.abc import Container

from liantu.model.atlas import Atlas
from liantu.model.nouns import Capacity, Status
from liantu.model.records import Phase, Project

COMING = (Status.PLANNED, Status.BUILDING)
"""What is no plant yet."""


def phases_of(project: Project, product: str) -> tuple[Phase, ...]:
    """The phases of ``project`` for ``product``."""
    return tuple(phase for phase in project.phases if phase.product == product)


def untold(atlas: Atlas, project: Project, beside: Container[str]) -> tuple[Phase, ...]:
    """The phases to tell of ``project`` where the capacities for the products ``beside`` stand."""
    return tuple(
        phase
        for phase in project.phases
        if phase.product not in beside or not is_told(atlas, project, phase)
    )


def over(atlas: Atlas, project: Project, phase: Phase) -> str:
    """The day on which a phase that was coming was over, as the capacities that are it tell; empty
    where they do not, or where it is none.
    """
    if not is_told(atlas, project, phase):
        return ""
    rows = [item for _, item in atlas.makers[phase.product] if item.project == project.id]
    ends = [item.until for item in rows if is_coming(item) and item.status is phase.status]
    return max(ends) if ends and all(ends) else ""


def is_told(atlas: Atlas, project: Project, phase: Phase) -> bool:
    """Whether a capacity is this phase."""
    if not phase.product or phase.status not in COMING:
        return False
    known = {other.status for other in phases_of(project, phase.product)}
    return any(
        item.status is phase.status or item.status not in known
        for _, item in atlas.makers.get(phase.product, ())
        if item.project == project.id and is_coming(item)
    )


def holds_at(item: Capacity, day: str) -> bool:
    """Whether a record holds on a day (ISO): not contested, begun, and not over; empty bounds and
    an empty day do not bind.
    """
    begun = not day or item.since <= day
    over = bool(item.until and day) and item.until <= day
    return not item.contested and begun and not over


def is_coming(item: Capacity) -> bool:
    """Whether a capacity is planned or being built, now or before it was there."""
    return item.status in COMING and not item.contested
