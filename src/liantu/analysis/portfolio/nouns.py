"""The question of a portfolio: bids for quotas, the goals that they reach, and the budgets.

Amounts of a resource are in its unit (``units.unit``); ``None`` is *unknown* and is asked for,
never taken for zero. A negative need frees the resource (a 技改 that saves energy).
"""

from __future__ import annotations

import enum
import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from liantu.once import once


class Resource(enum.StrEnum):
    """What is short: 土地, 资金, 能耗, 环境容量."""

    LAND = "land"
    CAPITAL = "capital"
    ENERGY = "energy"
    EMISSION = "emission"


@dataclass(frozen=True, slots=True)
class Bid:
    """A project, or a phase of one, that asks for resources.

    ``value``: its own points, beside those of the goals it helps to reach; ``None`` is unknown.
    ``needs``: amount by resource; one that is not named is unknown. ``requires``: ids of bids that
    must be taken with it. Bids of one ``project`` with a higher ``phase`` need the phase before.
    """

    id: str
    value: float | None = 0.0
    needs: Mapping[Resource, float | None] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    project: str = ""
    phase: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """Something worth ``worth`` points, once, however many reach it: a gap closed, a product
    unlocked. ``ways``: each a set of bids that reach it together. ``counts``: whether it is one of
    the goals that are counted, or only more points for another.
    """

    id: str
    ways: tuple[frozenset[str], ...]
    worth: float = 0.0
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """When a solve may stop: at a proven ``gap`` (share of the value), or after ``seconds``."""

    seconds: float = 10.0
    gap: float = 1e-3


@dataclass(frozen=True)
class Problem:
    """Take bids of the greatest value within ``budgets`` (a resource that is not named is not
    limited and not asked for; infinite: asked for, not limited).

    ``exclusive``: of each set at most one is taken. ``inside``: bids that must be taken,
    ``outside``: that must not. ``goals_wanted``: the least number of goals.
    """

    bids: tuple[Bid, ...]
    budgets: Mapping[Resource, float]
    exclusive: tuple[frozenset[str], ...] = ()
    goals: tuple[Goal, ...] = ()
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    goals_wanted: int = 0

    @once
    def by_id(self) -> Mapping[str, Bid]:
        """The bids by their id."""
        return {bid.id: bid for bid in self.bids}

    @once
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """Bid → what must be taken with it: what it requires, and the phase before."""
        phases: dict[str, set[int]] = {}
        for bid in self.bids:
            if bid.project:
                phases.setdefault(bid.project, set()).add(bid.phase)
        return {bid.id: (*bid.requires, *self._phase_before(bid, phases)) for bid in self.bids}

    def _phase_before(self, bid: Bid, phases: Mapping[str, set[int]]) -> tuple[str, ...]:
        earlier = max((n for n in phases.get(bid.project, ()) if n < bid.phase), default=None)
        if earlier is None:
            return ()
        return tuple(b.id for b in self.bids if (b.project, b.phase) == (bid.project, earlier))

    def with_before(self, bid: str) -> tuple[str, ...]:
        """A bid and all that must be taken with it, in the order of the bids."""
        found: set[str] = set()
        waiting = [bid]
        while waiting:
            one = waiting.pop()
            if one not in found and one in self.by_id:
                found.add(one)
                waiting += self.before[one]
        return tuple(b.id for b in self.bids if b.id in found)

    # -- what a choice means

    def reached(self, chosen: Collection[str]) -> tuple[str, ...]:
        """Ids of the goals that a choice reaches."""
        taken = frozenset(chosen)
        return tuple(g.id for g in self.goals if any(way <= taken for way in g.ways))

    def count(self, chosen: Collection[str]) -> int:
        """How many goals that count a choice reaches."""
        reached = set(self.reached(chosen))
        return sum(g.counts for g in self.goals if g.id in reached)

    def value(self, chosen: Collection[str]) -> float:
        """The points of a choice: its own and those of the goals it reaches."""
        taken = frozenset(chosen)
        own = (self.by_id[one].value or 0.0 for one in sorted(taken))
        goals = (g.worth for g in self.goals if any(way <= taken for way in g.ways))
        return math.fsum((*own, *goals))

    def used(self, chosen: Collection[str]) -> dict[Resource, float]:
        """What a choice uses of each budget."""
        taken = [self.by_id[one] for one in sorted(chosen)]
        return {r: math.fsum(bid.needs.get(r) or 0.0 for bid in taken) for r in self.budgets}

    def excess(self, chosen: Collection[str]) -> dict[Resource, float]:
        """Resources of which a choice uses more than there is, with how much more."""
        used = self.used(chosen)
        over = {r: used[r] - budget for r, budget in self.budgets.items()}
        return {r: more for r, more in over.items() if more > slack(self.budgets[r])}

    def lacking(self, chosen: Collection[str]) -> tuple[str, ...]:
        """What a choice needs beside itself: bids that must be taken with it and are not."""
        taken = frozenset(chosen)
        needed = {b for one in taken for b in self.before[one]}
        return tuple(sorted(needed - taken))

    def clashes(self, chosen: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """Bids of a choice that exclude one another."""
        taken = frozenset(chosen)
        return tuple(tuple(sorted(s & taken)) for s in self.exclusive if len(s & taken) > 1)

    def allows(self, chosen: Collection[str]) -> bool:
        """Whether a choice keeps all budgets and rules."""
        taken = frozenset(chosen)
        told = self.inside <= taken and not taken & self.outside
        ruled = not self.lacking(taken) and not self.clashes(taken)
        enough = self.count(taken) >= self.goals_wanted
        return told and ruled and enough and not self.excess(taken)

    @property
    def twice(self) -> tuple[str, ...]:
        """Ids that several bids carry."""
        return tuple(id_ for id_, n in Counter(b.id for b in self.bids).items() if n > 1)


def slack(amount: float) -> float:
    """What two sums of the same decimals may differ by: 0.1 + 0.2 is no more than 0.3."""
    return 1e-9 * max(1.0, abs(amount))
