"""Who takes a product as what matters, and how far a product could be made from what is here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from liantu.analysis.recipes import Share, Shares
from liantu.analysis.state import Situation
from liantu.jobs import each
from liantu.model import Atlas, Route, RouteKind
from liantu.model.scenario import Switches
from liantu.model.standing import ABSENT, LOCAL, Standing
from liantu.once import once

FED = 1 / 3
"""Share of the main materials and parts that must be local for a product to count as fed."""
SLIP = 1e-9
NOTHING: Mapping[str, Any] = {}
"""One for all products of which there is none: most of a large folder."""


class Reach(NamedTuple):
    """How far what is at hand reaches for a product: what :meth:`Needs.fed` and
    :meth:`Needs.ready` say, and the fewest mains and parts that are lacking over the own routes.
    """

    fed: Mapping[str, float]
    ready: float | None
    lacking: int | None


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of the best route is at hand: ``share`` 0 to 1 of mains and parts; ``missing`` are
    the others with their weights.
    """

    share: float
    missing: Mapping[str, float]


class Needs:
    """What follows from standings and roles, product by product; what is asked of a product several
    times is worked out once.
    """

    def __init__(self, atlas: Atlas, situation: Situation, switches: Switches) -> None:
        self.atlas, self.situation, self.switches = atlas, situation, switches
        self.recipes = situation.recipes
        self.wanted = {p.id for p in atlas.products.values() if p.want}
        for chain in atlas.chains.values():
            self.wanted.update(k.product for k in chain.key)
        standings = situation.standings.items()
        self._local = {p for p, standing in standings if standing in LOCAL}
        self._at_hand = {p for p, standing in standings if standing is Standing.EXTERNAL}
        self._at_hand |= self._local
        self._feeding = {p for p in self._local if not self.is_common(p)}
        self._worths = dict.fromkeys(self._at_hand, 0.5) | dict.fromkeys(self._local, 1.0)
        self._reaches: dict[str, Reach] = {}
        self._routes: dict[str, tuple[Route, ...]] = {}

    @once
    def uses(self) -> Mapping[str, Mapping[str, Share]]:
        """Product → local products that take it as main, part or key auxiliary, the weightiest
        use of each.
        """
        found: defaultdict[str, dict[str, Share]] = defaultdict(dict)
        for user in each(self.situation.standings):
            if self.situation.speaks(user):
                for route in self._used(user):
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
        return product in self._at_hand

    def feeds(self, product: str) -> bool:
        """Whether it can feed others: local, and no common material."""
        return product in self._feeding

    # -- how far a product could be made

    def fed(self, product: str) -> Mapping[str, float]:
        """Local mains and parts of the route that has most of them, with their weights."""
        return self.reach(product).fed

    def ready(self, product: str) -> float | None:
        """Weights of what is at hand on the best route: local 1, outside or secured ½."""
        return self.reach(product).ready

    def reach(self, product: str) -> Reach:
        """All of that at once."""
        found = self._reaches.get(product)
        if found is None:
            found = self._reaches[product] = self._measured(product)
        return found

    def _measured(self, product: str) -> Reach:
        """All that is asked of the own routes of a product, in one walk over their inputs."""
        best: Mapping[str, float] = NOTHING
        ready: list[float] = []
        lacking: list[int] = []
        most = 0.0
        for route in self.recipes.own(product):
            shares = self.recipes.shares(product, route)
            fed, worth, missing = self._along(shares)
            lacking.append(missing)
            if route.inputs:
                ready.append(worth)
            if fed and (total := sum(fed.values())) > most:
                best, most = fed, total
        return Reach(best, max(ready, default=None), min(lacking, default=None))

    def _along(self, shares: Shares) -> tuple[dict[str, float], float, int]:
        """Of the inputs of a route the local mains and parts, the worth of all, and how many mains
        and parts are lacking.
        """
        feeding, at_hand, worths = self._feeding, self._at_hand, self._worths
        fed, worth, missing = dict[str, float](), 0.0, 0
        for product, share in shares.items():
            weight = share.weight
            if weight:
                if product in feeding:
                    fed[product] = weight
                value = worths.get(product)
                worth += weight * (self._absent_worth(product) if value is None else value)
            if product not in at_hand and share.counts:
                missing += 1
        return fed, worth, missing

    def _absent_worth(self, product: str) -> float:
        found = self._worths[product] = 0.5 if self.is_supplied(product) else 0.0
        return found

    def _used(self, product: str) -> tuple[Route, ...]:
        """The routes by which it is made here, else by which it would be."""
        found = self._routes.get(product)
        if found is None:
            found = self._routes[product] = self.situation.routes(product)
        return found

    def cover(self, product: str) -> Cover | None:
        """How far what is made here finds its mains and parts here or by nature outside; ``None``
        where it has none, or nobody here makes it by a route of its own.
        """
        if not self.situation.speaks(product):
            return None
        found = [c for r in self._used(product) if (c := self._covered(product, r))]
        return max(found, key=lambda c: (c.share, -len(c.missing)), default=None)

    def _covered(self, product: str, route: Route) -> Cover | None:
        shares = {q: s for q, s in self.recipes.shares(product, route).items() if s.counts}
        if not any(s.weight for s in shares.values()):
            return None
        missing = {q: s.weight for q, s in shares.items() if q not in self._at_hand}
        share = sum((s.weight for q, s in shares.items() if q not in missing), 0.0)
        return Cover(share, missing or NOTHING)

    def distance(self, product: str) -> int | None:
        """Mains and parts that must be bought for it to run, fewest over its routes."""
        if self.situation.standing(product) is not Standing.MADE:
            return self.reach(product).lacking
        counts = [self._lacking(product, route) for route in self._used(product)]
        return min(map(len, counts), default=None)

    def _lacking(self, product: str, route: Route) -> set[str]:
        shares, at_hand = self.recipes.shares(product, route), self._at_hand
        return {q for q, s in shares.items() if q not in at_hand and s.counts}

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
            near = {q: s.weight for q, s in shares.items() if q in first and s.weight}
            if not near:
                continue
            here = sum(s.weight for q, s in shares.items() if s.weight and q in self._feeding)
            if here + sum(near.values()) >= 1 / 2 - SLIP:
                return True
        return False
