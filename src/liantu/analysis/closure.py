"""What can be made: least fixpoint of an AND–OR graph of products and routes, in linear time.

Start from what is at hand; a route fires when all its inputs are reached and then reaches its
product and the by-products that leave it. The least fixpoint never accepts a loop that only
feeds itself (Dowling & Gallier 1984, unit propagation on Horn clauses).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from liantu.jobs import check, each
from liantu.model import Route


class Rule(Protocol):
    """What a closure asks of a step: the products it needs, and those it reaches when it fires."""

    @property
    def needs(self) -> frozenset[str]:
        """Products that must be reached before."""

    @property
    def yields(self) -> tuple[str, ...]:
        """Products that are reached then."""


@dataclass(frozen=True, slots=True)
class Step:
    """A route of a product as a rule of the closure."""

    product: str
    route: Route

    @property
    def needs(self) -> frozenset[str]:
        """Products that must be reached before the route fires."""
        return frozenset(item.product for item in self.route.inputs)

    @property
    def yields(self) -> tuple[str, ...]:
        """Products that the route reaches when it fires."""
        return (self.product, *(b.product for b in self.route.byproducts if not b.recycle))


@dataclass(frozen=True, slots=True)
class Closure:
    """``reached``: product → round of its first arrival (0 = at hand); ``fired``: indices of the
    steps that fired → round; ``blocked``: indices of the others → inputs that were never reached.
    """

    reached: Mapping[str, int]
    fired: Mapping[int, int]
    blocked: Mapping[int, tuple[str, ...]]


def close(steps: Sequence[Rule], at_hand: Iterable[str]) -> Closure:
    """Least fixpoint of ``steps`` from the products ``at_hand``; O(products + inputs)."""
    needs = [step.needs for step in steps]
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index, needed in enumerate(each(needs)):
        for product in needed:
            waiting[product].append(index)
    reached = dict.fromkeys(at_hand, 0)
    missing = [len(needed) for needed in needs]
    fired: dict[int, int] = {}
    check()
    queue = deque(reached)
    ready = deque((index, 1) for index, count in enumerate(missing) if count == 0)
    while queue or ready:
        while ready:
            index, level = ready.popleft()
            fired[index] = level
            for product in steps[index].yields:
                if product not in reached:
                    reached[product] = level
                    queue.append(product)
        if queue:
            product = queue.popleft()
            for index in waiting[product]:
                missing[index] -= 1
                if missing[index] == 0:
                    ready.append((index, reached[product] + 1))
    check()
    blocked = {
        index: tuple(sorted(product for product in needed if product not in reached))
        for index, needed in enumerate(needs)
        if index not in fired
    }
    return Closure(reached, fired, blocked)
