"""The projects of a city as bids: what they need, what they change, and what is not known of them.

A project competes for quotas as long as nothing was granted to it; what is being built has had its
share, unless the planner says otherwise. One whose products are unknown has no known value: it is
asked for, like a missing figure.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from liantu.analysis.portfolio.changing import changed
from liantu.analysis.portfolio.effects import GOOD, Effect, Effects, effects
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.units import Need, needs_of
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Status
from liantu.model.boards import Board
from liantu.model.gates import Effect as GateEffect
from liantu.model.records import Project, ProjectState
from liantu.model.standing import Certainty


class Stage(enum.StrEnum):
    """Where a project is on its way to quotas."""

    OPEN = "open"
    BEGUN = "begun"
    HELD = "held"
    SETTLED = "settled"
    ENDED = "ended"
    UNKNOWN = "unknown"


_STATES = {
    ProjectState.PLANNED: Stage.OPEN,
    ProjectState.SIGNED: Stage.OPEN,
    ProjectState.PERMITTING: Stage.OPEN,
    ProjectState.BUILDING: Stage.BEGUN,
    ProjectState.PARTIAL: Stage.BEGUN,
    ProjectState.TRIAL: Stage.BEGUN,
    ProjectState.DONE: Stage.SETTLED,
    ProjectState.STALLED: Stage.HELD,
    ProjectState.ENDED: Stage.ENDED,
}
_STATUSES = {
    Status.PLANNED: Stage.OPEN,
    Status.BUILDING: Stage.BEGUN,
    Status.OPERATING: Stage.SETTLED,
    Status.STOPPED: Stage.ENDED,
}
_GROUND = (
    *("products", "enterprises", "chains", "gates", "library", "supplies"),
    *("answers", "declarations"),
)
"""What of an atlas a diagnosis goes by, beside the projects."""
_FIGURES: dict[str, Any] = {
    **dict.fromkeys(("investment", "land", "energy", "emissions", "revenue", "profit_tax")),
    **dict.fromkeys(("profit", "tax", "invested")),
    **dict.fromkeys(("note", "owner", "when", "department", "start", "due"), ""),
    **dict.fromkeys(("progress", "progress_at", "problem"), ""),
    **dict.fromkeys(("requires", "excludes", "sources"), ()),
}
COMPETING = frozenset({Stage.OPEN})
"""Stages that compete for quotas unless the planner says otherwise."""
GRANTED = (Stage.BEGUN, Stage.SETTLED)
"""Stages that have had their share."""
AHEAD = (Stage.OPEN, Stage.BEGUN, Stage.HELD, Stage.UNKNOWN)
"""Stages of which it is worked out what they change."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project with what it asks for and what it changes; ``effects`` is ``None`` where none of
    its coming products is known, or nothing is to come. ``shut``: products of it that policy closes
    to new capacity.
    """

    project: Project
    stage: Stage
    needs: Mapping[Resource, Need]
    effects: Effects | None = None
    shut: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """That of the project."""
        return self.project.id


@dataclass(frozen=True, slots=True)
class Pool:
    """All projects in the order of the atlas. ``together``: good that comes only when all that are
    ahead run at once; ``scores``: product → its points on the board where it has most.
    """

    candidates: tuple[Candidate, ...]
    together: tuple[Effect, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)

    @property
    def suspected(self) -> frozenset[str]:
        """Goals that nobody is seen to reach here, but nobody has confirmed it either."""
        changes = (e for c in self.candidates if c.effects for e in c.effects.changes)
        return frozenset(e.goal for e in changes if e.certainty is Certainty.SUSPECTED)

    def of(self, stages: Collection[Stage]) -> tuple[Candidate, ...]:
        """Those of some stages."""
        return tuple(c for c in self.candidates if c.stage in stages)


def candidates(reading: Reading, progress: Progress | None = None) -> Pool:
    """All projects with what they change: a diagnosis for each that is ahead; raises
    ``Cancelled``.
    """
    projects = tuple(reading.atlas.projects.values())
    # From the end: 项目库 may be at the same projects from the front, and what it found is kept.
    for at, project in enumerate(reversed(projects)):
        if progress is not None:
            progress.step(at, len(projects), project.name)
        if stage_of(project) in AHEAD:
            changed(reading, project)
    found = [_candidate(reading, project) for project in projects]
    together = tuple(_together(reading, found))
    return Pool(tuple(found), together, _scores(reading))


def refreshed(pool: Pool, before: Reading, reading: Reading) -> Pool | None:
    """The pool of another reading where nothing but figures, owners and notes of projects differs,
    so that what they change is the same; else ``None``.
    """
    old, new = before.base, reading.base
    same = all(getattr(old, key) == getattr(new, key) for key in _GROUND)
    if not same or not before.scenario.alike(reading.scenario):
        return None
    if old.projects.keys() != new.projects.keys():
        return None
    if any(_plain(old.projects[id_]) != _plain(p) for id_, p in new.projects.items()):
        return None
    found = (
        replace(c, project=new.projects[c.id], needs=needs_of(new.projects[c.id]))
        for c in pool.candidates
    )
    return replace(pool, candidates=tuple(found))


def _plain(project: Project) -> Project:
    """Without what a diagnosis does not go by."""
    return replace(project, **_FIGURES)


def _scores(reading: Reading) -> dict[str, float]:
    found: dict[str, float] = {}
    for board in Board:
        for row in reading.boards.of(board):
            found[row.product] = max(row.total, found.get(row.product, 0.0))
    return found


def _candidate(reading: Reading, project: Project) -> Candidate:
    stage = stage_of(project)
    changes = changed(reading, project) if stage in AHEAD else None
    made = changes.products if changes else ()
    gates = reading.situation.gates
    return Candidate(
        project=project,
        stage=stage,
        needs=needs_of(project),
        effects=changes,
        shut=tuple(p for p in made if any(g.effect is GateEffect.SHUT for g in gates.get(p, ()))),
    )


def stage_of(project: Project) -> Stage:
    """By its state; by its status where the state says nothing."""
    state = project.state
    if state is None or state is ProjectState.UNKNOWN:
        return _STATUSES.get(project.status, Stage.UNKNOWN)
    return _STATES.get(state, Stage.UNKNOWN)


def _together(reading: Reading, found: list[Candidate]) -> Iterator[Effect]:
    ahead = [c for c in found if c.effects is not None]
    known = {(e.kind, e.product) for c in ahead if c.effects for e in c.effects.changes}
    joint = effects(reading, (c.project for c in ahead))
    for effect in joint.changes if joint else ():
        if effect.kind in GOOD and (effect.kind, effect.product) not in known:
            yield effect
