"""What the lens 断供 paints of a reading: its drill, or without one what hangs on each product."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage, Step, Toll
from liantu.analysis.shocks.weaving import NodeKind
from liantu.diagram.strikes import Failure, Strike
from liantu.model.drill import ShockKind
from liantu.telling.drills import shock_words
from liantu.wording import text

MADE = (NodeKind.UNIT, NodeKind.PARTY)


def failure_of(reading: Reading) -> Failure:
    """What the drill of the scenario does to each product; the outage is reckoned where that has
    not been done yet.
    """
    found = reading.outage
    if found is None:
        return Failure(behind=_behind(reading))
    stops = dict(_stops(found))
    hits = {id_: _strike(toll) for id_, toll in found.products.items() if id_ not in stops}
    struck = {**stops, **hits}
    ways = {_way(step, struck) for hit in found.hits for step in hit.path}
    less = {id_: one for id_, one in _less(found).items() if id_ not in struck}
    return Failure(title(reading, found), struck, less, frozenset(ways))


def _way(step: Step, struck: Collection[str]) -> tuple[str, str]:
    """The products that a step joins; a by-product goes with what it comes from."""
    source = step.product if step.product in struck else step.supplier.product
    return source, step.customer.product


def _behind(reading: Reading) -> Mapping[str, int]:
    kinds = {ShockKind.PRODUCT, ShockKind.OUTSIDE}
    return {e.id: e.total for e in reversed(reading.exposures) if e.kind in kinds}


def _stops(found: Outage) -> Iterator[tuple[str, Strike]]:
    """What fails itself, by product: how many of its makers, or what comes from outside."""
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for at, share in found.failing.items():
        node = found.woven.nodes[at]
        shares[node.product].append(share)
    made = [node.product for node in found.woven.nodes if node.kind in MADE]
    failing = [found.woven.nodes[at] for at in found.failing]
    for product, lost in shares.items():
        own = sum(node.product == product and node.kind in MADE for node in failing)
        makers = (own, made.count(product)) if own else (0, 0)
        yield product, Strike(0, makers=makers, share=max(lost))


def _less(found: Outage) -> Mapping[str, Strike]:
    """What goes on with less, by product the unit that may lose most."""
    products: dict[str, Strike] = {}
    for at, span in sorted(found.short.items(), key=lambda row: row[1].high):
        unknown = span.low <= 0.0
        loss = (span.low, span.high)
        one = Strike(1, loss=loss, structural=unknown, recorded=False, less=True)
        products[found.woven.nodes[at].product] = one
    return products


def _strike(toll: Toll) -> Strike:
    return Strike(
        step=toll.step,
        days=(toll.days.low, toll.days.high),
        loss=(toll.loss.low, toll.loss.high),
        structural=toll.structural,
        recorded=toll.recorded,
        makers=(toll.units, toll.whole),
    )


def title(reading: Reading, found: Outage) -> str:
    """``汇隆停产``, of several the first with their number."""
    first, *rest = found.drill.shocks
    words = shock_words(reading.atlas, first)
    return text("diagram.outage.title.more", words=words, count=len(rest) + 1) if rest else words
