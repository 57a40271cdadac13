"""The numbers of a chain that its header and tile show: key links, coverage, main materials."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.asking import home_or_key
from liantu.analysis.closure import Closure, Step, close
from liantu.analysis.diagnosis import Diagnosis, Verdict
from liantu.analysis.state import Situation, active_routes
from liantu.jobs import each
from liantu.model import Atlas, Chain, Member, Product, Role
from liantu.model.standing import LOCAL, Remedy, Standing

FEW = 3
"""Below so many made products a share says nothing; the number is told instead."""


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
class Span:
    """环节覆盖 as an interval: ``seen`` of ``own`` products are known to be made, at most ``most``
    can be (what is confirmed to be lacking, or closed by policy, is not).
    """

    seen: int
    most: int
    own: int

    @property
    def shares(self) -> tuple[float, float] | None:
        """Both as shares from 0 to 1; ``None`` for a chain without products of its own."""
        return (self.seen / self.own, self.most / self.own) if self.own else None


@dataclass(frozen=True, slots=True)
class Mains:
    """主材本地保障率 over ``made`` products: ``share`` (0 to 1, ``None`` without any) is the mean
    of what of their mains and parts is local or from outside by its nature. ``full``: products
    that lack none. ``materials`` and ``parts`` are those lacking, the weightiest first, ``secured``
    (稳供 and goods of every city) are told in brackets.
    """

    share: float | None
    made: int
    full: int
    materials: tuple[str, ...]
    parts: tuple[str, ...]
    secured: tuple[str, ...]

    @property
    def tells(self) -> bool:
        """Whether there are enough products for a share to say something."""
        return self.made >= FEW


@dataclass(frozen=True, slots=True)
class ChainSummary:
    """Counts of one chain or section.

    ``coverage``: local share of the products that are neither raw nor utilities, ``span`` that of
    the chain's own products as an interval; ``keys``: standings of its 关键环节; ``mains``:
    主材本地保障率. ``distances``: local end products by the mains and parts that must be bought.
    ``closure`` (严格闭合): share of the end products, those without a consumer inside the chain,
    that local units can make from what is raw, a utility or made locally.
    """

    chain_id: str
    products: int
    raw: int
    local: int
    coverage: Ratio
    closure: Ratio
    span: Span
    keys: Mapping[Standing, int]
    mains: Mains
    distances: Mapping[int, int]
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
        for product in each(atlas.products.values())
        if situation.is_local(product.id)
        for route in active_routes(product, situation.makers(product.id))
    ]
    at_hand = [p.id for p in atlas.products.values() if p.raw or p.utility]
    return close(steps, at_hand)


def summarise(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chain_id: str,
    section: str | None = None,
    shared: Census | None = None,
) -> ChainSummary:
    """Counts of a chain or of one of its sections.

    ``shared`` is passed in where many are summarised at once. Raises ``KeyError`` for an unknown
    chain.
    """
    chain, situation = atlas.chains[chain_id], diagnosis.situation
    shared = shared or census(atlas, situation)
    members = chain.members(section)
    known = [atlas.products[m.product] for m in members if m.product in atlas.products]
    ends = _ends(atlas, known)
    wanted = [p for p in known if not (p.raw or p.utility)]
    own = [p.id for p in wanted if p.home == chain_id]
    keys = {k.product for k in chain.key}.intersection(p.id for p in known)
    counted = [p for p in own if p in diagnosis.verdicts] if section else None
    judged = home_or_key(atlas, chain_id) if counted is None else {*counted, *keys}
    return ChainSummary(
        chain_id,
        products=len(known),
        raw=len(known) - len(wanted),
        local=sum(situation.is_local(p.id) for p in known),
        coverage=Ratio(sum(situation.is_local(p.id) for p in wanted), len(wanted)),
        closure=Ratio(sum(p.id in shared.reached for p in ends), len(ends)),
        span=_span(situation, own),
        keys=Counter(situation.standing(p) for p in sorted(keys)),
        mains=mains_of(atlas, diagnosis, judged),
        distances=_distances(diagnosis, ends, judged),
        stages=_stages(chain, members, atlas, situation),
        enterprises=_enterprises(shared, chain, situation, wanted, {*own, *keys}),
    )


def _span(situation: Situation, own: Sequence[str]) -> Span:
    standings = Counter(situation.standing(p) for p in own)
    seen = sum(standings[s] for s in (*LOCAL, Standing.CAPTIVE))
    gone = standings[Standing.NONE] + standings[Standing.SHUT]
    return Span(seen, len(own) - gone, len(own))


def _judged(diagnosis: Diagnosis, products: Iterable[str]) -> list[Verdict]:
    """Made products whose mains are known."""
    found = (diagnosis.verdicts[p] for p in products if p in diagnosis.verdicts)
    return [v for v in found if v.standing is Standing.MADE and v.main_share is not None]


def mains_of(atlas: Atlas, diagnosis: Diagnosis, products: Collection[str]) -> Mains:
    """主材本地保障率 of some products, those of a chain or of whoever makes them."""
    rows = _judged(diagnosis, sorted(products))
    weights: Counter[str] = Counter()
    for verdict in rows:
        weights.update(verdict.missing)
    missing = sorted(weights, key=lambda q: (-weights[q], q))
    secured = [q for q in missing if _is_secured(atlas, diagnosis, q)]
    parts = [q for q in missing if q not in secured and _is_part(atlas, diagnosis, q, products)]
    return Mains(
        share=sum(v.main_share or 0.0 for v in rows) / len(rows) if rows else None,
        made=len(rows),
        full=sum(not v.missing for v in rows),
        materials=tuple(q for q in missing if q not in secured and q not in parts),
        parts=tuple(parts),
        secured=tuple(secured),
    )


def _is_secured(atlas: Atlas, diagnosis: Diagnosis, product: str) -> bool:
    verdict = diagnosis.verdicts.get(product)
    supplied = verdict is not None and verdict.remedy is Remedy.SUPPLY
    return supplied or atlas.products[product].generic


def _is_part(atlas: Atlas, diagnosis: Diagnosis, product: str, users: Collection[str]) -> bool:
    verdict = diagnosis.verdicts.get(product)
    uses = verdict.uses.items() if verdict else ()
    taken = any(user in users and share.role is Role.PART for user, share in uses)
    return taken and atlas.products[product].base_unit != "t"


def _distances(
    diagnosis: Diagnosis, ends: Sequence[Product], judged: Collection[str]
) -> Mapping[int, int]:
    found = _judged(diagnosis, (p.id for p in ends if p.id in judged))
    return Counter(v.distance for v in found if v.distance is not None)


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
        local = sum(map(situation.is_local, ids))
        rows.append(StageSummary(stage.name, len(ids), local))
    return tuple(rows)


def _enterprises(
    shared: Census,
    chain: Chain,
    situation: Situation,
    shown: Iterable[Product],
    trunk: Container[str],
) -> tuple[str, ...]:
    """Enterprises listed in the chain or operating one of the products ``shown``: its leads first,
    then those that operate most of its ``trunk`` (its own and its key products), then most of all,
    then in atlas order.
    """
    makers: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for product in shown:
        firms = {m.enterprise.id for m in situation.makers(product.id) if m.operating}
        makers.update(firms)
        if product.id in trunk:
            own.update(firms)
    found = {*makers, *shared.listed.get(chain.id, ())}

    def place(firm: str) -> tuple[int, int, int, int]:
        return chain.rank(firm), -own[firm], -makers[firm], shared.place[firm]

    return tuple(sorted(found, key=place))
