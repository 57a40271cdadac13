"""Who takes a product as what matters, and how far a product could be made from what is here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from liantu.analysis.recipes import Share, Shares
from liantu.analysis.state import Situation
from liantu.jobs import each
from liantu.model import Atlas, Route, RouteKind
from liantu.model.scenario import Switches
from liantu.model.standing import ABSENT, Standing
from liantu.once import once

FED = 1 / 3
"""Share of the main materials and parts that must be local for a product to count as fed."""
SLIP = 1e-9
NOTHING: Mapping[str, Any] = {}
"""One for all products of which there is none: most of a large folder."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of the best route is at hand: ``share`` 0 to 1 of mains and parts; ``missing`` are
    the others with their weights.
    """

    share: float
    missing: Mapping[str, float]


class Needs:
    """What follows from standings and roles, product by product."""

    def __init__(self, atlas: Atlas, situation: Situation, switches: Switches) -> None:
        self.atlas, self.situation, self.switches = atlas, situation, switches
        self.recipes = situation.recipes
        self.wanted = {p.id for p in atlas.products.values() if p.want}
        for chain in atlas.chains.values():
            self.wanted.update(k.product for k in chain.key)

    @once
    def uses(self) -> Mapping[str, Mapping[str, Share]]:
        """Product → local products that take it as main, part or key auxiliary, the weightiest
        use of each.
        """
        found: defaultdict[str, dict[str, Share]] = defaultdict(dict)
        for user in each(self.situation.standings):
            if self.situation.speaks(user):
                for route in self.situation.routes(user):
                    self._take(user, self.recipes.shares(user, route), found)
        return found

    @staticmethod
    def _take(user: str, shares: Shares, found: defaultdict[str, dict[str, Share]]) -> None:
        for product, share in shares.items():
            old = found[product].get(user) if share.matters else None
            if share.matters and (old is None or old.weight < share.weight):
                found[product][user] = share

    # -- what may come from elsewhere

    def is_common(self, product: str) -> bool:
        """公用原料: of no chain, and no link that the city wants."""
        return not self.atlas.products[product].home and product not in self.wanted

    def is_bought(self, product: str) -> bool:
        """Whether it may be bought by a route that says so, and the city does not want it."""
        item = self.atlas.products[product]
        return not item.want and any(r.kind is RouteKind.BOUGHT for r in item.routes)

    def is_supplied(self, product: str) -> bool:
        """原料稳供: absent, and shut, common or bought."""
        standing = self.situation.standing(product)
        if standing not in ABSENT:
            return False
        return standing is Standing.SHUT or self.is_common(product) or self.is_bought(product)

    def covers(self, product: str) -> bool:
        """Whether it is local or comes from outside by its nature."""
        return self.situation.is_local(product) or (
            self.situation.standing(product) is Standing.EXTERNAL
        )

    def feeds(self, product: str) -> bool:
        """Whether it can feed others: local, and no common material."""
        return self.situation.is_local(product) and not self.is_common(product)

    # -- how far a product could be made

    def fed(self, product: str) -> Mapping[str, float]:
        """Local mains and parts of the route that has most of them, with their weights."""
        best: Mapping[str, float] = NOTHING
        for route in self.recipes.own(product):
            shares = self.recipes.shares(product, route)
            found = {q: s.weight for q, s in shares.items() if s.weight and self.feeds(q)}
            if sum(found.values()) > sum(best.values()):
                best = found
        return best

    def ready(self, product: str) -> float | None:
        """Weights of what is at hand on the best route: local 1, outside or secured ½."""
        found = []
        for route in self.recipes.own(product):
            if route.inputs:
                shares = self.recipes.shares(product, route)
                found.append(sum(s.weight * self._worth(q) for q, s in shares.items()))
        return max(found, default=None)

    def _worth(self, product: str) -> float:
        if self.situation.is_local(product):
            return 1.0
        return 0.5 if self.covers(product) or self.is_supplied(product) else 0.0

    def cover(self, product: str) -> Cover | None:
        """How far what is made here finds its mains and parts here or by nature outside; ``None``
        where it has none, or nobody here makes it by a route of its own.
        """
        if not self.situation.speaks(product):
            return None
        found = [c for r in self.situation.routes(product) if (c := self._covered(product, r))]
        return max(found, key=lambda c: (c.share, -len(c.missing)), default=None)

    def _covered(self, product: str, route: Route) -> Cover | None:
        shares = {q: s for q, s in self.recipes.shares(product, route).items() if s.counts}
        if not any(s.weight for s in shares.values()):
            return None
        missing = {q: s.weight for q, s in shares.items() if not self.covers(q)}
        share = sum((s.weight for q, s in shares.items() if q not in missing), 0.0)
        return Cover(share, missing or NOTHING)

    def distance(self, product: str) -> int | None:
        """Mains and parts that must be bought for it to run, fewest over its routes."""
        made = self.situation.standing(product) is Standing.MADE
        routes = self.situation.routes(product) if made else self.recipes.own(product)
        counts = [self._lacking(product, route) for route in routes]
        return min(map(len, counts), default=None)

    def _lacking(self, product: str, route: Route) -> set[str]:
        shares = self.recipes.shares(product, route)
        return {q for q, s in shares.items() if s.counts and not self.covers(q)}

    def locks(self) -> Mapping[str, tuple[str, ...]]:
        """Product → wanted absent products that lack only this."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for wanted in each(sorted(self.wanted)):
            if self.situation.standing(wanted) not in ABSENT - {Standing.SHUT}:
                continue
            for route in self.recipes.own(wanted):
                lacking = [q for q in self._lacking(wanted, route) if not self.is_supplied(q)]
                if len(lacking) == 1 and lacking[0] != wanted:
                    found[lacking[0]][wanted] = None
        return {key: tuple(value) for key, value in found.items()}

    def steps(self) -> Mapping[str, int]:
        """Absent products that can follow from what is local: 1 fed, 2 fed by such a one."""
        absent = [
            p
            for p, s in self.situation.standings.items()
            if s in ABSENT and s is not Standing.SHUT and p in self.atlas.products
        ]
        found = {p: 1 for p in each(absent) if sum(self.fed(p).values()) >= FED - SLIP}
        second = {p: 2 for p in each(absent) if p not in found and self._follows(p, found)}
        return {**found, **second}

    def _follows(self, product: str, first: Mapping[str, int]) -> bool:
        """Whether at least half of a route is local or one step away, and some of it is that."""
        for route in self.recipes.own(product):
            shares = self.recipes.shares(product, route)
            near = {q: s.weight for q, s in shares.items() if s.weight and q in first}
            here = sum(s.weight for q, s in shares.items() if s.weight and self.feeds(q))
            if near and here + sum(near.values()) >= 1 / 2 - SLIP:
                return True
        return False
