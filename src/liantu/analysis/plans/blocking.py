"""Why there is no plan: what stands in the way, and what would have to be bought for one."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.closure import close
from liantu.analysis.plans.problem import Problem
from liantu.analysis.proof import Proof, prove


class Why(enum.StrEnum):
    """What blocks: no unit makes it; its makers feed only each other; policy shuts the target."""

    NO_ROUTE = "no_route"
    LOOP = "loop"
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class Block:
    """``roots``: the products at the ends of ``tree`` with what is wrong with each; ``buying``:
    products that, bought, would open the way (empty: none would). ``beside``: of a root, what is
    made here beside which it would come if its maker were on record.
    """

    roots: tuple[tuple[str, Why], ...]
    buying: tuple[str, ...] = ()
    tree: Proof | None = None
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def blocked(problem: Problem) -> Block:
    """What blocks a problem that has no plan although everything were built."""
    closure = close(problem.units, problem.outside)
    tree = prove(problem.units, closure, problem.target)
    return Block(tuple(_roots(tree)), _buying(problem), tree)


def _roots(tree: Proof) -> list[tuple[str, Why]]:
    ends = dict.fromkeys(p.product for p in _ends(tree))
    if ends:
        return [(product, Why.NO_ROUTE) for product in ends]
    return [(product, Why.LOOP) for product in dict.fromkeys(p.product for p in _again(tree))]


def _ends(tree: Proof) -> Iterator[Proof]:
    if tree.step is None and not tree.seen:
        yield tree
    for part in tree.parts:
        yield from _ends(part)


def _again(tree: Proof) -> Iterator[Proof]:
    """Nodes at which a tree comes back to what it has shown."""
    if tree.seen:
        yield tree
    for part in tree.parts:
        yield from _again(part)


def _buying(problem: Problem) -> tuple[str, ...]:
    """Products that open the way when bought, found from the ends of the tree of what blocks."""
    bought: dict[str, None] = {}
    while True:
        at_hand = problem.outside | bought.keys()
        closure = close(problem.units, at_hand)
        if problem.target in closure.reached:
            return tuple(p for p in bought if _is_needed(problem, bought, p))
        roots = [p for p, _ in _roots(prove(problem.units, closure, problem.target))]
        new = [p for p in roots if p != problem.target and p not in bought]
        if not new:
            return ()
        bought |= dict.fromkeys(new)


def _is_needed(problem: Problem, bought: dict[str, None], product: str) -> bool:
    rest = problem.outside | (bought.keys() - {product})
    return problem.target not in close(problem.units, rest).reached
