"""Doubts about projects: a state that its status or phases deny, and one plant told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from liantu.issues import Issue
from liantu.library.checks.doubts import capacities, doubt, issue
from liantu.model import Atlas, Capacity, Project, ProjectState, Status
from liantu.model.plants import COMING, is_coming, is_told, phases_of
from liantu.wording import text

_BEFORE = (Status.PLANNED,)
_FITS: Mapping[ProjectState, Collection[Status]] = {
    ProjectState.PLANNED: _BEFORE,
    ProjectState.SIGNED: _BEFORE,
    ProjectState.PERMITTING: _BEFORE,
    ProjectState.BUILDING: (Status.BUILDING,),
    ProjectState.PARTIAL: (Status.BUILDING, Status.OPERATING),
    ProjectState.TRIAL: (Status.BUILDING, Status.OPERATING),
    ProjectState.DONE: (Status.OPERATING,),
    ProjectState.STALLED: (Status.STOPPED, Status.PLANNED, Status.BUILDING),
    ProjectState.ENDED: (Status.STOPPED,),
    ProjectState.UNKNOWN: tuple(Status),
}
"""The statuses of a project that go with a state, the usual one first."""
_BEGUN = (Status.BUILDING, Status.OPERATING)
_DENIED: Mapping[ProjectState, Collection[Status]] = {
    ProjectState.PLANNED: _BEGUN,
    ProjectState.SIGNED: _BEGUN,
    ProjectState.PERMITTING: _BEGUN,
    ProjectState.BUILDING: (Status.OPERATING,),
    ProjectState.DONE: COMING,
    ProjectState.ENDED: COMING,
}
"""What no phase of a project in a state can be."""
_UNDER_WAY = (ProjectState.BUILDING, ProjectState.PARTIAL, ProjectState.TRIAL)


def states(atlas: Atlas) -> Iterator[Issue]:
    """Projects of which the state does not go with the status."""
    for project in atlas.projects.values():
        if project.state is not None and project.status not in _FITS[project.state]:
            yield _about(
                atlas,
                "library.project_status",
                project,
                status=_status(project.status),
                fits="、".join(_status(status) for status in _FITS[project.state]),
            )


def phases(atlas: Atlas) -> Iterator[Issue]:
    """Projects of which a phase denies the state, or none has begun though it is under way."""
    for project in atlas.projects.values():
        found = [phase.status for phase in project.phases]
        denied = [s for s in found if s in _DENIED.get(project.state, ())] if project.state else []
        idle = project.state in _UNDER_WAY and found and {*found} == {Status.PLANNED}
        whole = (
            project.state is ProjectState.PARTIAL
            and len(found) > 1
            and {*found} == {Status.OPERATING}
        )
        if denied or idle or whole:
            words = "、".join(_status(s) for s in dict.fromkeys(denied or found))
            yield _about(atlas, "library.project_phases", project, phases=words)


def linked(atlas: Atlas) -> Iterator[Issue]:
    """Coming capacities of which the project says otherwise: of another firm, or another status."""
    for enterprise, capacity in capacities(atlas):
        project = atlas.projects.get(capacity.project)
        if project is None:
            continue
        others = phases_of(project, capacity.product)
        alike = any(phase.status is capacity.status for phase in others)
        foreign = project.enterprise not in ("", enterprise.id)
        if foreign or (_holds(capacity) and others and not alike):
            words = "、".join(_status(s) for s in dict.fromkeys(p.status for p in others))
            yield doubt(
                atlas,
                "library.project_other",
                enterprise,
                product=atlas.products[capacity.product].name,
                status=_status(capacity.status),
                project=f"{project.id} {project.name}",
                phases=words or "—",
            )


def unlinked(atlas: Atlas) -> Iterator[Issue]:
    """Coming capacities beside a coming phase of a project that no capacity names: one plant?"""
    owned: defaultdict[str, list[Project]] = defaultdict(list)
    for project in atlas.projects.values():
        owned[project.enterprise].append(project)
    for enterprise, capacity in capacities(atlas):
        if capacity.project or not _holds(capacity):
            continue
        for project in owned.get(enterprise.id, ()):
            if _is_open(atlas, project, capacity):
                yield doubt(
                    atlas,
                    "library.project_unlinked",
                    enterprise,
                    product=atlas.products[capacity.product].name,
                    status=_status(capacity.status),
                    project=project.name,
                    id=project.id,
                )


def _is_open(atlas: Atlas, project: Project, capacity: Capacity) -> bool:
    """Whether a coming phase for the product of ``capacity`` is told by no capacity yet."""
    return any(
        phase.status in COMING and not is_told(atlas, project, phase)
        for phase in phases_of(project, capacity.product)
    )


def _holds(capacity: Capacity) -> bool:
    """Whether a capacity is still to come: what ended has become something else."""
    return is_coming(capacity) and not capacity.until


def _about(atlas: Atlas, code: str, project: Project, **params: str) -> Issue:
    assert project.state is not None
    state = f"{project.state} {text(f'ui.project.state.{project.state}')}"
    return issue(atlas, code, f"project:{project.id}", name=project.name, state=state, **params)


def _status(status: Status) -> str:
    return f"{status} {text(f'ui.status.{status}')}"
