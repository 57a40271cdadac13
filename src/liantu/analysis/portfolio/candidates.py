"""The projects of a city as bids: what they need, what they change, and what is not known of them.

A project competes for quotas as long as nothing was granted to it; what is being built has had its
share, unless the planner says otherwise. One whose products are unknown has no known value: it is
asked for, like a missing figure.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.portfolio.effects import GOOD, Effect, Effects, Kind, effects
from liantu.analysis.portfolio.nouns import Bid, Goal, Problem, Resource
from liantu.analysis.portfolio.units import Need, needs_of
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Status
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.gates import Effect as GateEffect
from liantu.model.records import Project, ProjectState


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
COMPETING = frozenset({Stage.OPEN})
"""Stages that compete for quotas unless the planner says otherwise."""
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

    def of(self, stages: Collection[Stage]) -> tuple[Candidate, ...]:
        """Those of some stages."""
        return tuple(c for c in self.candidates if c.stage in stages)


@dataclass(frozen=True, slots=True)
class Worth:
    """What counts of the points that a product has on the boards (0 to 100), by what becomes of
    it; ``blank``: points of a wanted product that stands on none (无链, ranked last). What is on no
    board and not wanted is worth nothing: it is secured from outside, or closed by policy.
    """

    closed: float = 1.0
    narrowed: float = 0.5
    thickened: float = 1.0
    strengthened: float = 1.0
    unlocked: float = 0.5
    blank: float = 10.0

    def of(self, effect: Effect, scores: Mapping[str, float]) -> float:
        """Points of an effect; 0 for what does not count."""
        shares = {
            Kind.CLOSED: self.closed,
            Kind.NARROWED: self.narrowed,
            Kind.THICKENED: self.thickened,
            Kind.STRENGTHENED: self.strengthened,
            Kind.UNLOCKED: self.unlocked,
        }
        blank = self.blank if Word.BLANK in effect.before else 0.0
        return shares.get(effect.kind, 0.0) * scores.get(effect.product, blank)


@dataclass(frozen=True, slots=True)
class Told:
    """What a planner adds to the records, by project: ``needs`` that were missing or are better
    known, ``values`` beside those of what changes, ``requires``, and which exclude one another.
    """

    needs: Mapping[str, Mapping[Resource, float]] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)
    requires: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclusive: tuple[frozenset[str], ...] = ()
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()


NOTHING = Told()
POINTS = Worth()


def candidates(reading: Reading, progress: Progress | None = None) -> Pool:
    """All projects with what they change: a diagnosis for each that is ahead; raises
    ``Cancelled``.
    """
    projects = tuple(reading.atlas.projects.values())
    found = []
    for at, project in enumerate(projects):
        if progress is not None:
            progress.step(at, len(projects), project.name)
        found.append(_candidate(reading, project))
    together = tuple(_together(reading, found))
    return Pool(tuple(found), together, _scores(reading))


def _scores(reading: Reading) -> dict[str, float]:
    found: dict[str, float] = {}
    for board in Board:
        for row in reading.boards.of(board):
            found[row.product] = max(row.total, found.get(row.product, 0.0))
    return found


def _candidate(reading: Reading, project: Project) -> Candidate:
    stage = stage_of(project)
    changed = effects(reading, (project,)) if stage in AHEAD else None
    made = changed.products if changed else ()
    gates = reading.situation.gates
    return Candidate(
        project=project,
        stage=stage,
        needs=needs_of(project),
        effects=changed,
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


# -- the question


def question(
    pool: Pool,
    budgets: Mapping[Resource, float],
    told: Told = NOTHING,
    worth: Worth = POINTS,
    competing: Collection[Stage] = COMPETING,
) -> Problem:
    """The question of a pool under budgets. Projects of which policy closes a product are left out
    unless the planner wants them (``told.inside``, whatever their stage); each gap counts once
    however many close it; what a project requires and has been granted already binds no more.
    """
    chosen = tuple(c for c in pool.candidates if c.stage in competing or c.id in told.inside)
    ids = {c.id for c in chosen}
    granted = {c.id for c in pool.of((Stage.BEGUN, Stage.SETTLED))} - ids
    shut = {c.id for c in chosen if c.shut} - told.inside
    return Problem(
        bids=tuple(_bid(c, told, granted) for c in chosen),
        budgets=dict(budgets),
        exclusive=tuple(s & ids for s in told.exclusive),
        goals=tuple(_goals(pool, chosen, worth)),
        inside=told.inside,
        outside=(told.outside | shut) & ids,
    )


def _bid(candidate: Candidate, told: Told, granted: Collection[str]) -> Bid:
    own = told.values.get(candidate.id, None if candidate.effects is None else 0.0)
    needs = {r: need.amount for r, need in candidate.needs.items()}
    return Bid(
        id=candidate.id,
        value=own,
        needs=needs | dict(told.needs.get(candidate.id, {})),
        requires=tuple(r for r in told.requires.get(candidate.id, ()) if r not in granted),
    )


def _goals(pool: Pool, chosen: Collection[Candidate], worth: Worth) -> Iterator[Goal]:
    """A goal for each good effect. Who closes a gap has narrowed it too, so that a gap which one
    project narrows and another closes counts once, and no more than closed.
    """
    ways: defaultdict[tuple[Kind, str], list[frozenset[str]]] = defaultdict(list)
    points: dict[tuple[Kind, str], float] = {}
    for candidate in chosen:
        for effect in candidate.effects.changes if candidate.effects else ():
            if effect.kind in GOOD:
                ways[effect.kind, effect.product].append(frozenset({candidate.id}))
                points[effect.kind, effect.product] = worth.of(effect, pool.scores)
    for kind, product in tuple(ways):
        closed, narrowed = (Kind.CLOSED, product), (Kind.NARROWED, product)
        if kind is Kind.CLOSED and narrowed in ways:
            ways[narrowed] += ways[closed]
            points[closed] = max(0.0, points[closed] - points[narrowed])
    for (kind, product), found in ways.items():
        more = kind is Kind.CLOSED and (Kind.NARROWED, product) in ways
        yield Goal(f"{kind}:{product}", tuple(found), points[kind, product], counts=not more)


def overlaps(pool: Pool, competing: Collection[Stage] = COMPETING) -> tuple[frozenset[str], ...]:
    """Pairs that may be one project told twice: they build the same product for the same firm, or
    in the same county where a firm is not named. To be asked, not decided.
    """
    chosen = [c for c in pool.of(competing) if c.effects is not None]
    return tuple(
        frozenset({one.id, other.id})
        for at, one in enumerate(chosen)
        for other in chosen[at + 1 :]
        if _is_same_place(one.project, other.project) and _shares_product(one, other)
    )


def _is_same_place(one: Project, other: Project) -> bool:
    if one.enterprise and other.enterprise:
        return one.enterprise == other.enterprise
    return bool(one.county) and one.county == other.county


def _shares_product(one: Candidate, other: Candidate) -> bool:
    if one.effects is None or other.effects is None:
        return False
    return bool(set(one.effects.products) & set(other.effects.products))
