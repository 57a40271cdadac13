"""物料平衡桑基图: the largest known flows of mass between the products of a chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.model.standing import Certainty, Standing
from liantu.telling.charts.model import Aim, Chart, product_aim
from liantu.telling.charts.names import labels, shown
from liantu.telling.figures import compact
from liantu.wording import text

MOST = 14
"""Flows of a chart, the largest."""
MASS = "t"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A product, as high as what flows through it in the chart (``size``, t a year); ``told`` are
    its whole supply and need. ``lack`` t of its need are known to be made by nobody here, that is
    ``share`` of it (0 to 1); ``suspected``: nobody has looked whether it is made here;
    ``policy``: no plant for it may be built, it is bought. ``depth``: its column, from 0.
    """

    product: str
    name: str
    told: str
    tip: str
    size: float
    lack: float
    share: float
    suspected: bool
    policy: bool
    depth: int
    aim: Aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """``amount`` t a year of one product go into another; ``least``: at least so much."""

    source: str
    target: str
    amount: float
    tip: str
    least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sankey(Chart):
    """Nodes by column, in the order of the chain, and the flows between them."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]

    @property
    def empty(self) -> bool:
        """Whether no flow is known."""
        return not self.flows


def sankey(reading: Reading, chain: str) -> Sankey:
    """Flows between products that the chain shows, without raw materials and utilities."""
    atlas = reading.atlas
    balances = _balances(reading, chain)
    found, unknown = _flows(reading, balances)
    kept = dict(sorted(found.items(), key=lambda row: -row[1])[:MOST])
    inside = [p for p in balances if any(p in pair for pair in kept)]
    names = labels(atlas, inside)
    depths = _depths(inside, kept)
    nodes = [_node(reading, balances[p], names[p], depths[p], chain, kept) for p in inside]
    flows = [_flow(balances[p], kept[p, q], names[p], names[q], q) for p, q in kept]
    return Sankey(
        title=text("chart.sankey.title", chain=atlas.chains[chain].label),
        finding=_finding(nodes, flows, unknown),
        note=_note(unknown, len(found) - len(kept)),
        nodes=tuple(nodes),
        flows=tuple(flows),
    )


def _balances(reading: Reading, chain: str) -> Mapping[str, Balance]:
    atlas, found = reading.atlas, reading.diagnosis.balances
    brought = Standing.EXTERNAL
    return {
        p: found.get(p, Balance(p, atlas.products[p].unit, 0.0, 0, 0.0, 0, ()))
        for p in shown(atlas, chain)
        if atlas.products[p].base_unit == MASS and not atlas.products[p].utility
        if reading.situation.standing(p) is not brought
    }


def _flows(reading: Reading, balances: Mapping[str, Balance]) -> tuple[dict[Pair, float], int]:
    """Known flows in t, and how many pairs of made product and user have none that is known."""
    sums: defaultdict[Pair, float] = defaultdict(float)
    open_: set[Pair] = set()
    for product, balance in balances.items():
        base = reading.atlas.products[product].base_per_unit
        for term in balance.terms:
            if term.kind != "use" or term.other not in balances or term.other == product:
                continue
            if term.amount is None:
                open_.add((product, term.other))
            elif term.amount > 0:
                sums[product, term.other] += term.amount * base
    return dict(sums), len(open_ - sums.keys())


def _depths(products: Sequence[str], flows: Mapping[Pair, float]) -> Mapping[str, int]:
    """Column of each product: behind all that flow into it (but for flows that close a
    circle); what nothing flows into stands right before the first that it feeds.
    """
    before: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in flows:
        before[target].append(source)
    found: dict[str, int] = {}

    def depth(product: str, way: tuple[str, ...]) -> int:
        if product not in found:
            inner = [p for p in before[product] if p not in way and p != product]
            found[product] = max((depth(p, (*way, product)) + 1 for p in inner), default=0)
        return found[product]

    for product in products:
        depth(product, ())
    first = {p: min(found[t] for s, t in flows if s == p) - 1 for p in found if not before[p]}
    return {**found, **{p: max(at, 0) for p, at in first.items()}}


def _node(
    reading: Reading,
    balance: Balance,
    name: str,
    depth: int,
    chain: str,
    flows: Mapping[Pair, float],
) -> Node:
    product = balance.product
    base = reading.atlas.products[product].base_per_unit
    verdict = reading.verdicts.get(product)
    into = sum(a for (_, q), a in flows.items() if q == product)
    out = sum(a for (p, _), a in flows.items() if p == product)
    certainty = verdict.certainty if verdict else None
    policy = certainty is Certainty.POLICY
    open_ = bool(balance.supply_unknown) or policy
    lack = 0.0 if open_ else max(balance.need - balance.supply, 0.0)
    told = _told(balance, policy=policy)
    return Node(
        product=product,
        name=name,
        told=told,
        tip=text("chart.sankey.node", name=name, told=told),
        size=max(into, out or balance.supply * base),
        lack=lack * base,
        share=lack / balance.need if lack else 0.0,
        suspected=certainty is Certainty.SUSPECTED,
        policy=policy,
        depth=depth,
        aim=product_aim(product, chain),
    )


def _told(balance: Balance, *, policy: bool) -> str:
    """``供 20万吨，需 18.1万吨``, with what is not known."""
    least = bool(balance.need_unknown) or balance.carried
    need = compact(balance.need, balance.unit, least=least) if balance.need else ""
    if policy and need:
        return text("chart.sankey.policy", need=need)
    some = bool(balance.supply_unknown)
    if balance.supply:
        supply = compact(balance.supply, balance.unit, least=some)
        code = "chart.sankey.both" if need else "chart.sankey.supply"
        return text(code, supply=supply, need=need)
    if some:
        return text("chart.sankey.unknown", need=need) if need else text("chart.sankey.made")
    return text("chart.sankey.need", need=need) if need else text("chart.sankey.made")


def _flow(balance: Balance, amount: float, source: str, target: str, other: str) -> Flow:
    least = any(t.carried for t in balance.terms if t.kind == "use" and t.other == other)
    told = compact(amount, text("chart.ton"), least=least)
    return Flow(
        source=balance.product,
        target=other,
        amount=amount,
        tip=text("chart.sankey.flow", source=source, target=target, amount=told),
        least=least,
    )


def _finding(nodes: Sequence[Node], flows: Sequence[Flow], unknown: int) -> str:
    if not flows:
        return text("chart.sankey.empty", count=unknown)
    names = {n.product: n.name for n in nodes}
    main = max(flows, key=lambda f: f.amount)
    told = compact(main.amount, text("chart.ton"), least=main.least)
    words = text(
        "chart.sankey.single" if len(flows) == 1 else "chart.sankey.finding",
        source=names[main.source],
        target=names[main.target],
        amount=told,
        count=len(flows),
    )
    lacking = sorted((n for n in nodes if n.lack > 0), key=lambda n: -n.lack)
    if not lacking:
        return words + text("chart.sankey.even")
    shown_ = "、".join(
        text("chart.sankey.lacking", name=n.name, told=compact(n.lack, text("chart.ton")))
        for n in lacking[:3]
    )
    return words + text("chart.sankey.lack", names=shown_)


def _note(unknown: int, more: int) -> str:
    words = [text("chart.sankey.note")]
    if unknown:
        words.append(text("chart.sankey.open", count=unknown))
    if more:
        words.append(text("chart.sankey.more", count=more))
    return "".join(words)
