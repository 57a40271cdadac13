"""What is wrong with the question itself, and which bids lack figures, as codes with values.

A bid without a figure that a budget asks for is left out by name; so is one that needs such a bid.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from liantu.analysis.portfolio.nouns import Bid, Problem, Resource


class Code(enum.StrEnum):
    """Why there is no answer, with the names of the values that go with it."""

    TWICE = "twice"  # bid
    NOBODY = "nobody"  # nothing to choose from
    ALL_LACK = "all_lack"  # count: so many bids, and each lacks figures
    UNKNOWN = "unknown"  # bid; by: the bid, group, goal or list that names it
    CIRCLE = "circle"  # bids that require one another
    NO_NUMBER = "no_number"  # bid or goal (or empty), resource or "value": not a number
    UNBOUNDED = "unbounded"  # bid or goal, resource or "value": infinite
    NEGATIVE_WORTH = "negative_worth"  # goal
    IN_AND_OUT = "in_and_out"  # bid is to be taken and to be left
    INSIDE_LACKS = "inside_lacks"  # bid is to be taken and lacks figures
    INSIDE_NEEDS = "inside_needs"  # bid is to be taken; other, which it needs, is to be left
    INSIDE_CLASH = "inside_clash"  # bids to be taken exclude one another
    OVER = "over"  # resource; least: what must be used at least; budget; short
    OVER_TOGETHER = "over_together"  # resources that cannot be kept at once
    GOALS = "goals"  # wanted; most: so many can be reached
    TIME = "time"  # seconds: nothing was found in time


@dataclass(frozen=True, slots=True)
class Trouble:
    """One reason with its values; the sentence is the reader's."""

    code: Code
    params: Mapping[str, str | float | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lack:
    """A bid that is left out: figures unknown (``value``: what it is worth), or ``before``: bids
    that it needs and that lack theirs.
    """

    bid: str
    resources: tuple[Resource, ...] = ()
    value: bool = False
    before: tuple[str, ...] = ()


def troubles(problem: Problem) -> tuple[Trouble, ...]:
    """Everything that is wrong with a question; empty where it can be solved."""
    found = (*_names(problem), *_numbers(problem))
    return found or (*_circles(problem), *_wishes(problem))


def lacks(problem: Problem) -> tuple[Lack, ...]:
    """The bids that are left out for want of figures."""
    own = [_lack(problem, bid) for bid in problem.bids]
    bare = {lack.bid for lack in own if lack.resources or lack.value}
    found = (
        replace(k, before=tuple(sorted(bare.intersection(problem.with_before(k.bid)) - {k.bid})))
        for k in own
    )
    return tuple(k for k in found if k.resources or k.value or k.before)


def complete(problem: Problem) -> Problem:
    """The same without the bids that lack figures and without the ways that go over them."""
    gone = {lack.bid for lack in lacks(problem)}
    if not gone:
        return problem
    goals = tuple(replace(g, ways=tuple(w for w in g.ways if not w & gone)) for g in problem.goals)
    return replace(
        problem,
        bids=tuple(b for b in problem.bids if b.id not in gone),
        goals=tuple(g for g in goals if g.ways),
        exclusive=tuple(s - gone for s in problem.exclusive),
        outside=problem.outside - gone,
    )


def _lack(problem: Problem, bid: Bid) -> Lack:
    asked = tuple(r for r in problem.budgets if bid.needs.get(r) is None)
    return Lack(bid.id, asked, bid.value is None)


# -- what is wrong


def _names(problem: Problem) -> Iterator[Trouble]:
    if not problem.bids:
        yield Trouble(Code.NOBODY)
    for id_ in problem.twice:
        yield Trouble(Code.TWICE, {"bid": id_})
    named = [(b.id, b.requires) for b in problem.bids]
    named += [("exclusive", tuple(sorted(s))) for s in problem.exclusive]
    named += [(g.id, tuple(sorted(w))) for g in problem.goals for w in g.ways]
    named += [("inside", tuple(sorted(problem.inside)))]
    named += [("outside", tuple(sorted(problem.outside)))]
    for by, ids in named:
        for id_ in ids:
            if id_ not in problem.by_id:
                yield Trouble(Code.UNKNOWN, {"bid": id_, "by": by})


def _numbers(problem: Problem) -> Iterator[Trouble]:
    for resource, amount in problem.budgets.items():
        if math.isnan(amount) or amount == -math.inf:
            yield Trouble(Code.NO_NUMBER, {"of": "", "what": resource})
    for bid in problem.bids:
        needs = {str(resource): amount for resource, amount in bid.needs.items()}
        yield from _finite(bid.id, {"value": bid.value} | needs)
    for goal in problem.goals:
        yield from _finite(goal.id, {"value": goal.worth})
        if goal.worth < 0:
            yield Trouble(Code.NEGATIVE_WORTH, {"of": goal.id})


def _finite(of: str, told: Mapping[str, float | None]) -> Iterator[Trouble]:
    for what, amount in told.items():
        if amount is not None and not math.isfinite(amount):
            code = Code.NO_NUMBER if math.isnan(amount) else Code.UNBOUNDED
            yield Trouble(code, {"of": of, "what": what})


def _circles(problem: Problem) -> Iterator[Trouble]:
    """Bids that need one another can only be taken together; that is a slip of the pen."""
    above = {
        id_: frozenset(a for b in before for a in problem.with_before(b))
        for id_, before in problem.before.items()
    }
    told: set[str] = set()
    for id_, found in above.items():
        if id_ in found and id_ not in told:
            ring = tuple(sorted(other for other in found if id_ in above[other]))
            told.update(ring)
            yield Trouble(Code.CIRCLE, {"bids": ring})


def _wishes(problem: Problem) -> Iterator[Trouble]:
    gone = {lack.bid for lack in lacks(problem)}
    needed: set[str] = set()
    for id_ in sorted(problem.inside):
        needed.update(problem.with_before(id_))
        if id_ in problem.outside:
            yield Trouble(Code.IN_AND_OUT, {"bid": id_})
        elif id_ in gone:
            yield Trouble(Code.INSIDE_LACKS, {"bid": id_})
        for other in problem.with_before(id_):
            if other != id_ and other in problem.outside:
                yield Trouble(Code.INSIDE_NEEDS, {"bid": id_, "other": other})
    for ids in problem.clashes(needed):
        yield Trouble(Code.INSIDE_CLASH, {"bids": ids})
