"""Why a product is in a closure, or what blocks it: trees over the fired and blocked routes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.analysis.closure import Closure, Rule

DEEPEST = 100
"""Levels that a tree opens; what lies deeper is marked as seen."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One node: a product and the step that reached it (``None``: at hand, or shown before).

    In a proof ``parts`` are the inputs of the step; where ``reached`` is false they are the
    inputs that were never reached, and ``step`` is the route that lacks fewest of them.
    """

    product: str
    reached: bool
    step: int | None = None
    parts: tuple[Proof, ...] = ()
    seen: bool = False


def prove(steps: Sequence[Rule], closure: Closure, product: str) -> Proof:
    """The proof of ``product`` if it was reached, else the tree of what blocks it.

    Every product is opened once, so the tree is no larger than the closure; it ends in loops,
    because a proof goes from later rounds to earlier ones and a block marks what it has shown.
    """
    if product in closure.reached:
        return _Prover(steps, closure).proof(product)
    return _Prover(steps, closure).block(product)


class _Prover:
    """Opens each product once."""

    def __init__(self, steps: Sequence[Rule], closure: Closure) -> None:
        self._steps, self._closure = steps, closure
        self._shown: set[str] = set()
        self._reaching: dict[str, int] = {}
        for at in sorted(closure.fired, key=lambda i: (closure.fired[i], i)):
            for made in steps[at].yields:
                self._reaching.setdefault(made, at)
        self._blocked: dict[str, list[int]] = {}
        for at in closure.blocked:
            for made in steps[at].yields:
                self._blocked.setdefault(made, []).append(at)

    def proof(self, product: str, depth: int = 0) -> Proof:
        """A tree of steps that fired, from later rounds to earlier ones."""
        if self._closure.reached[product] == 0:
            return Proof(product, True)
        if product in self._shown or depth == DEEPEST:
            return Proof(product, True, seen=True)
        self._shown.add(product)
        at = self._reaching[product]
        parts = tuple(self.proof(needed, depth + 1) for needed in sorted(self._steps[at].needs))
        return Proof(product, True, at, parts)

    def block(self, product: str, depth: int = 0) -> Proof:
        """A tree of inputs that were never reached."""
        if product in self._shown or depth == DEEPEST:
            return Proof(product, False, seen=True)
        self._shown.add(product)
        routes = self._blocked.get(product, [])
        if not routes:
            return Proof(product, False)
        at = min(routes, key=lambda i: (len(self._closure.blocked[i]), i))
        lacking = self._closure.blocked[at]
        return Proof(product, False, at, tuple(self.block(n, depth + 1) for n in lacking))
