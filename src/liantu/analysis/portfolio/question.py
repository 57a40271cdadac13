"""From the pool and what a planner adds to the question: bids, goals, rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.portfolio.candidates import COMPETING, GRANTED, Candidate, Pool, Stage
from liantu.analysis.portfolio.effects import GOOD, Effect, Kind
from liantu.analysis.portfolio.nouns import Bid, Goal, Problem, Resource
from liantu.model.classes import Word
from liantu.model.records import Project


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


def question(
    pool: Pool,
    budgets: Mapping[Resource, float],
    told: Told = NOTHING,
    worth: Worth = POINTS,
    competing: Collection[Stage] = COMPETING,
    chain: str = "",
) -> Problem:
    """The question of a pool under budgets, of the projects of one ``chain`` where that is named.

    Projects of which policy closes a product, and those beside one that is being built and excludes
    them, are left out unless the planner wants them (``told.inside``, whatever their stage); each
    gap counts once however many close it; what a project requires and has been granted already
    binds no more, and what will not come (stalled, ended) keeps out whoever requires it.
    """
    own = {c.id for c in pool.of(competing) if not chain or c.project.chain == chain}
    ids = _with_required(pool, told, own | told.inside, competing)
    chosen = tuple(c for c in pool.candidates if c.id in ids)
    granted = {c.id for c in pool.of(GRANTED)} - ids
    needed = {r for c in chosen for r in required(told, c)} - granted - ids
    dead = [c for c in pool.candidates if c.id in needed]
    barred = {c.id for c in chosen if c.shut or rivals_granted(pool, c, ids)} - told.inside
    return Problem(
        bids=(*(_bid(c, told, granted) for c in chosen), *map(_never, dead)),
        budgets=dict(budgets),
        exclusive=tuple(_exclusive(chosen, told, ids)),
        goals=tuple(_goals(pool, chosen, worth)),
        inside=told.inside,
        outside=(told.outside & ids) | barred | {c.id for c in dead},
    )


def required(told: Told, candidate: Candidate) -> tuple[str, ...]:
    """What a project requires by the records and by the planner, each once."""
    more = told.requires.get(candidate.id, ())
    return tuple(dict.fromkeys((*candidate.project.requires, *more)))


def rivals_granted(pool: Pool, candidate: Candidate, competing: Collection[str]) -> tuple[str, ...]:
    """Projects that are being built or run, by the records never beside this one."""
    return tuple(
        c.id
        for c in pool.of(GRANTED)
        if c.id not in competing
        if c.id in candidate.project.excludes or candidate.id in c.project.excludes
    )


def _with_required(
    pool: Pool, told: Told, wanted: Collection[str], competing: Collection[Stage]
) -> set[str]:
    """With the competing projects that they require, whatever their chain."""
    able = {c.id: c for c in pool.candidates if c.stage in competing or c.id in wanted}
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [r for r in required(told, able[one]) if r in able] if one in able else []
    return found


def _exclusive(
    chosen: Collection[Candidate], told: Told, ids: Collection[str]
) -> Iterator[frozenset[str]]:
    """Groups of the planner, and pairs of the records, each once."""
    pairs = (frozenset({c.id, other}) for c in chosen for other in c.project.excludes)
    for group in dict.fromkeys((*told.exclusive, *pairs)):
        if len(group.intersection(ids)) > 1:
            yield group.intersection(ids)


def _bid(candidate: Candidate, told: Told, granted: Collection[str]) -> Bid:
    """A project whose worth is unknown is taken where the planner insists, and counts for nothing
    beside.
    """
    known = candidate.effects is not None or candidate.id in told.inside
    needs = {r: need.amount for r, need in candidate.needs.items()}
    return Bid(
        id=candidate.id,
        value=told.values.get(candidate.id, 0.0 if known else None),
        needs=needs | dict(told.needs.get(candidate.id, {})),
        requires=tuple(r for r in required(told, candidate) if r not in granted),
    )


def _never(candidate: Candidate) -> Bid:
    """What is required and will not come: named so that whoever requires it can say why."""
    return Bid(candidate.id, 0.0, dict.fromkeys(Resource, 0.0))


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
