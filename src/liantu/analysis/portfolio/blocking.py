"""Why a bid is not in a portfolio, and what it costs to have it all the same (遗憾值)."""

from __future__ import annotations

import enum
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from liantu.analysis.portfolio.nouns import Limits, Problem, Resource
from liantu.analysis.portfolio.plan import LIMITS, Plan, Refusal, best
from liantu.analysis.portfolio.sound import Trouble, complete, lacks
from liantu.jobs import Progress


class Why(enum.StrEnum):
    """What blocks a bid, the hardest first."""

    LACKS = "lacks"
    OUTSIDE = "outside"
    NEEDS_OUTSIDE = "needs_outside"
    TOO_LARGE = "too_large"
    CLASH = "clash"
    NO_ROOM = "no_room"
    NO_GAIN = "no_gain"
    DEARER = "dearer"


@dataclass(frozen=True, slots=True)
class Block:
    """Why a bid was not chosen.

    ``short``: by resource how much more than the budget it takes: with what it needs, alone
    (``TOO_LARGE``) or beside the chosen ones (``NO_ROOM``). ``others``: the bids it clashes with,
    that it needs and that are left, or that reach its goals already (``NO_GAIN``). ``along``: what
    would have to be taken with it. ``DEARER``: it fits, but what it needs makes it a loss.
    """

    bid: str
    why: Why
    short: Mapping[Resource, float] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    along: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regret:
    """What it costs to take a bid that was not chosen, or to leave one that was (``taken``).

    ``loss``: value lost against the plan (``None``: it cannot be done, see ``troubles``), known to
    within ``doubt``; below 0 where a wish of the planner's is what costs. ``joined``
    and ``dropped``: what else changes.
    """

    bid: str
    taken: bool
    loss: float | None
    doubt: float = 0.0
    joined: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def blocks(problem: Problem, plan: Plan) -> tuple[Block, ...]:
    """Why each bid that is not in ``plan`` is not, in the order of the question."""
    missing = {lack.bid: lack.before for lack in lacks(problem)}
    whole = complete(problem)
    left = (bid.id for bid in problem.bids if bid.id not in plan.chosen)
    return tuple(
        Block(id_, Why.LACKS, others=missing[id_]) if id_ in missing else _block(whole, plan, id_)
        for id_ in left
    )


def _block(problem: Problem, plan: Plan, bid: str) -> Block:
    needed = problem.with_before(bid)
    along = tuple(id_ for id_ in needed if id_ != bid and id_ not in plan.chosen)
    wider = {*plan.chosen, *needed}
    shut = tuple(id_ for id_ in needed if id_ in problem.outside)
    if shut:
        why = Why.OUTSIDE if bid in shut else Why.NEEDS_OUTSIDE
        return Block(bid, why, others=tuple(id_ for id_ in shut if id_ != bid), along=along)
    alone = _too_large(problem, needed)
    if alone:
        return Block(bid, Why.TOO_LARGE, alone, along=along)
    clash = {id_ for ids in problem.clashes(wider) for id_ in ids} - set(needed)
    short = problem.excess(wider)
    if clash:
        return Block(bid, Why.CLASH, short, tuple(sorted(clash)), along)
    if problem.value(wider) <= plan.value and not along:
        return Block(bid, Why.NO_GAIN, short, _rivals(problem, plan, bid))
    return Block(bid, Why.NO_ROOM if short else Why.DEARER, short, along=along)


def _rivals(problem: Problem, plan: Plan, bid: str) -> tuple[str, ...]:
    """Chosen bids that reach a goal which it would reach."""
    mine = [g for g in problem.goals if any(bid in way for way in g.ways)]
    ways = [way for goal in mine for way in goal.ways if way <= set(plan.chosen)]
    return tuple(id_ for id_ in plan.chosen if any(id_ in way for way in ways))


def _too_large(problem: Problem, needed: tuple[str, ...]) -> dict[Resource, float]:
    """By resource what a bid takes beyond the whole budget, whatever others free."""
    over = problem.excess(needed)
    rest = [bid for bid in problem.bids if bid.id not in needed]
    freed = {r: sum(min(0.0, bid.needs.get(r) or 0.0) for bid in rest) for r in over}
    return {r: more + freed[r] for r, more in over.items() if more + freed[r] > 0}


def regret(
    problem: Problem,
    plan: Plan,
    bid: str,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> Regret:
    """What it costs to turn the decision on one bid; raises ``KeyError``, ``Cancelled``."""
    taken = problem.by_id[bid].id in plan.chosen
    one = frozenset({bid})
    turned = (
        replace(problem, inside=problem.inside - one, outside=problem.outside | one)
        if taken
        else replace(problem, inside=problem.inside | one, outside=problem.outside - one)
    )
    other = best(turned, limits, progress)
    if isinstance(other, Refusal):
        return Regret(bid, taken, None, troubles=other.troubles)
    lost = plan.value - other.value
    return Regret(
        bid=bid,
        taken=taken,
        loss=lost if bid in problem.inside | problem.outside else max(0.0, lost),
        doubt=max(plan.bound - plan.value, other.bound - other.value),
        joined=tuple(id_ for id_ in other.chosen if id_ not in plan.chosen and id_ != bid),
        dropped=tuple(id_ for id_ in plan.chosen if id_ not in other.chosen and id_ != bid),
    )


def regrets(
    problem: Problem,
    plan: Plan,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
    seconds: float = math.inf,
) -> tuple[Regret, ...]:
    """That of every bid with complete figures, the chosen ones first: a solve each, and none begun
    after so many ``seconds``; raises ``Cancelled``.
    """
    whole = [bid.id for bid in complete(problem).bids]
    ids = [*plan.chosen, *(id_ for id_ in whole if id_ not in plan.chosen)]
    found = []
    end = time.monotonic() + seconds
    for at, id_ in enumerate(ids):
        if time.monotonic() > end:
            break
        if progress is not None:
            progress.step(at, len(ids))
        found.append(regret(problem, plan, id_, limits, progress))
    return tuple(found)
