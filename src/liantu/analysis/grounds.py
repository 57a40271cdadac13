"""What an extension rests on: a local main that it is made of, or what its like is made by.

A thing that is put together of parts follows from no material that any works buys: a pump is no
extension of castings, nor a grain dryer of sheet, nor a gearbox of bearings. It follows from the
machine of the same 小类 that it is built upon, or from its like: something of that 小类 that is
made here of much the same mains and parts. Where somebody is building it already, it follows from
what he makes of that 小类, else from what it is made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.needs import FED, SLIP, Needs
from liantu.model import Atlas, Role, Status
from liantu.once import once

HALF = 0.5
"""Share of what stands two steps away that its ground must make up."""
_DEPTH = 2
"""Absent steps through which the local material under a product is looked for."""
_CLASS = 4
"""Digits of GB/T 4754 that name a 小类."""
_COMING = (Status.BUILDING, Status.PLANNED)
_MEASURES = frozenset({"t", "kg", "m", "km", "m2", "m3", "kWh", "GWh"})
"""Base units of what is measured; all others are counted."""


@dataclass(frozen=True, slots=True)
class Ground:
    """``product``: the heaviest local main; empty where several make it up together. ``kin``: it
    is no main, but its like.
    """

    product: str
    kin: bool = False


class Grounds:
    """Finds the ground of what could follow; of each product once."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis, needs: Needs) -> None:
        self._atlas, self._needs = atlas, needs
        self._situation, self._steps = diagnosis.situation, diagnosis.steps
        self._found: dict[str, Ground | None] = {}

    def of(self, product: str) -> Ground | None:
        """The ground of an absent product; ``None`` where it has none."""
        if product not in self._found:
            self._found[product] = self._look(product)
        return self._found[product]

    def _look(self, product: str) -> Ground | None:
        below = self._under(product, 0, (product,))
        main = self._heaviest(product, below)
        assembled = self._is_assembled(product)
        if main and (not assembled or self._is_one_class(main, product)):
            return Ground(main)
        like = self._like(product)
        if like:
            return Ground(like, kin=True)
        if assembled:
            return Ground(main) if main and self._builders(product) else None
        return Ground("") if sum(below.values()) >= FED - SLIP else None

    # -- what it is made of

    def _heaviest(self, product: str, below: Mapping[str, float]) -> str:
        """The heaviest local main under a product, through absent steps; empty if none is a third
        of it: what a little ceramic in a module is made of is not what the module follows from.
        """
        main = max(below, key=lambda q: below[q], default="")
        least = HALF if self._steps.get(product, 1) > 1 else FED
        return main if main and below[main] >= least - SLIP else ""

    def _under(self, product: str, depth: int, seen: tuple[str, ...]) -> dict[str, float]:
        steps = self._steps
        ahead = steps.get(product, 0)
        best: dict[str, float] = {}
        for route in self._needs.recipes.own(product):
            got: dict[str, float] = {}
            for q, share in self._needs.recipes.shares(product, route).items():
                if not share.weight or q in seen:
                    continue
                if self._gives(q):
                    got[q] = max(got.get(q, 0.0), share.weight)
                elif depth < _DEPTH and q in steps and steps[q] < ahead:
                    for base, weight in self._under(q, depth + 1, (*seen, q)).items():
                        got[base] = max(got.get(base, 0.0), weight * share.weight)
            if sum(got.values()) > sum(best.values()):
                best = got
        return best

    def _gives(self, product: str) -> bool:
        """Whether it can feed others: what a works makes for its own machines only does not."""
        firms, situation = self._situation.firms(product), self._situation
        kept = bool(firms) and product not in situation.grouped and not situation.sellers(product)
        return self._needs.feeds(product) and not kept

    # -- what its like is made by

    def _is_assembled(self, product: str) -> bool:
        """Whether it is counted, and every route puts parts together."""
        recipes = self._needs.recipes
        routes = [recipes.shares(product, route).values() for route in recipes.own(product)]
        parts = bool(routes) and all(any(s.role is Role.PART for s in r) for r in routes)
        return parts and self._atlas.products[product].base_unit not in _MEASURES

    def _class(self, product: str) -> str:
        """Its 小类; empty where none is given."""
        code = self._atlas.products[product].gbt[:_CLASS]
        return code if len(code) == _CLASS else ""

    def _is_one_class(self, one: str, other: str) -> bool:
        """Whether both are of one 小类; where none is given, nobody knows."""
        return self._class(one) == self._class(other) != ""

    def _like(self, product: str) -> str:
        """What is made here of the same 小类 and shares at least a third of its mains and parts
        with it, the most alike; else what he makes of that 小类 who is building it. Empty where
        there is neither.
        """
        alike = self._classes.get(self._class(product), ())
        found = {q: self._likeness(product, q) for q in alike}
        best = max(found, key=lambda q: found[q], default="")
        if best and found[best] >= FED - SLIP:
            return best
        builders = self._builders(product)
        return next((q for q in alike if builders.intersection(self._situation.firms(q))), "")

    def _likeness(self, one: str, other: str) -> float:
        recipes = self._needs.recipes
        sides = [[recipes.shares(p, r) for r in recipes.own(p)] for p in (one, other)]
        return max(
            (
                sum(min(a[q].weight, b[q].weight) for q in a if q in b)
                for a in sides[0]
                for b in sides[1]
            ),
            default=0.0,
        )

    @once
    def _classes(self) -> Mapping[str, tuple[str, ...]]:
        """小类 → what firms on record make of it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for product in self._atlas.products:
            if self._class(product) and self._situation.firms(product):
                found[self._class(product)].append(product)
        return {code: tuple(products) for code, products in found.items()}

    def _builders(self, product: str) -> set[str]:
        """Who is building or planning it."""
        records = (m for m in self._situation.makers(product) if not m.operating)
        return {
            m.enterprise.id
            for m in records
            if m.capacity.status in _COMING and not m.capacity.contested
        }
