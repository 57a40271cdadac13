"""The two completeness numbers of a chain, and the counts that its header and tile show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.closure import Closure, Step, close
from liantu.analysis.state import Situation, State, active_routes
from liantu.model import Atlas, Chain, Member, Product


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` of ``whole``; a ratio of nothing has no value rather than 0 %."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Share from 0 to 1, or ``None`` where ``whole`` is 0."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class StageSummary:
    """Counts of one stage; ``products`` includes raw ones."""

    name: str
    products: int
    local: int


@dataclass(frozen=True, slots=True)
class ChainSummary:
    """Counts of one chain or section.

    ``coverage`` (环节覆盖率): local share of the products that are neither raw nor utilities.
    ``closure`` (功能闭合率): share of the end products, those without a consumer inside the chain,
    that local units can make from what is raw, a utility or made locally.
    """

    chain_id: str
    products: int
    raw: int
    local: int
    coverage: Ratio
    closure: Ratio
    stages: tuple[StageSummary, ...]
    enterprises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Census:
    """What the summaries of all chains share, so that it is counted once for the city.

    ``reached``: what local units can make together. ``place``: enterprise id → its place in file
    order; ``listed``: chain id → the enterprises that name it.
    """

    reached: Container[str]
    place: Mapping[str, int]
    listed: Mapping[str, Sequence[str]]


def census(atlas: Atlas, situation: Situation) -> Census:
    """One closure of the atlas and one pass over its enterprises."""
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for firm in atlas.enterprises.values():
        for chain in firm.chains:
            listed[chain].append(firm.id)
    place = {key: at for at, key in enumerate(atlas.enterprises)}
    return Census(local_closure(atlas, situation).reached, place, listed)


def local_closure(atlas: Atlas, situation: Situation) -> Closure:
    """What local units can make together when only raw products and utilities come from outside."""
    steps = [
        Step(product.id, route)
        for product in atlas.products.values()
        if situation.is_local(product.id)
        for route in active_routes(product, situation.makers(product.id))
    ]
    at_hand = [p.id for p in atlas.products.values() if p.raw or p.utility]
    return close(steps, at_hand)


def summarise(
    atlas: Atlas,
    situation: Situation,
    chain_id: str,
    section: str | None = None,
    shared: Census | None = None,
) -> ChainSummary:
    """Counts of a chain or of one of its sections.

    ``shared`` is passed in where many are summarised at once. Raises ``KeyError`` for an unknown
    chain.
    """
    chain = atlas.chains[chain_id]
    shared = shared or census(atlas, situation)
    members = chain.members(section)
    known = [atlas.products[m.product] for m in members if m.product in atlas.products]
    ends = _ends(atlas, known)
    wanted = [p for p in known if not (p.raw or p.utility)]
    return ChainSummary(
        chain_id,
        products=len(known),
        raw=len(known) - len(wanted),
        local=sum(situation.is_local(p.id) for p in known),
        coverage=Ratio(sum(situation.is_local(p.id) for p in wanted), len(wanted)),
        closure=Ratio(sum(p.id in shared.reached for p in ends), len(ends)),
        stages=_stages(chain, members, atlas, situation),
        enterprises=_enterprises(shared, chain, situation, wanted),
    )


def _ends(atlas: Atlas, known: Sequence[Product]) -> list[Product]:
    """Products that no other product of the chain consumes."""
    consumed = {i for p in known for i in atlas.inputs_of(p.id) if i != p.id}
    return [p for p in known if not (p.raw or p.utility or p.id in consumed)]


def _stages(
    chain: Chain, members: tuple[Member, ...], atlas: Atlas, situation: Situation
) -> tuple[StageSummary, ...]:
    rows = []
    for stage in chain.stages:
        ids = [m.product for m in members if m.stage == stage.id and m.product in atlas.products]
        local = sum(situation.states[p] is State.LOCAL for p in ids)
        rows.append(StageSummary(stage.name, len(ids), local))
    return tuple(rows)


def _enterprises(
    shared: Census, chain: Chain, situation: Situation, own: Iterable[Product]
) -> tuple[str, ...]:
    """Enterprises listed in the chain or operating one of its ``own`` products: its leads first,
    then those that operate most of them, then in atlas order.
    """
    makers = Counter(
        firm
        for p in own
        for firm in {m.enterprise.id for m in situation.makers(p.id) if m.operating}
    )
    found = {*makers, *shared.listed.get(chain.id, ())}

    def place(firm: str) -> tuple[bool, int, int]:
        return firm not in chain.leads, -makers[firm], shared.place[firm]

    return tuple(sorted(found, key=place))
