"""What stands still in a drill, row by row: when, how much, on what grounds, by which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Hit, Outage, Span, Step, Term
from liantu.analysis.shocks.weaving import Node, NodeKind
from liantu.model import Atlas
from liantu.numerals import plain
from liantu.telling.relations import supply_lines
from liantu.telling.shocks.rows import per_cent
from liantu.wording import text

COLUMNS = ("product", "firm", "step", "days", "loss", "grounds", "way")
"""Of the table of what stands still; ``shock.drill.column.*``."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """``cells`` in the order of :data:`COLUMNS`; ``key`` tells one unit from another."""

    key: str
    product: str
    enterprise: str
    cells: tuple[str, ...]


def hit_rows(reading: Reading, found: Outage) -> tuple[HitRow, ...]:
    """What stands still, the first step first."""
    return tuple(_row(reading.atlas, hit) for hit in found.hits)


def _row(atlas: Atlas, hit: Hit) -> HitRow:
    cells = (
        product_of(atlas, hit.product),
        firm_of(atlas, hit.enterprise),
        text("shock.drill.direct" if hit.step == 1 else "shock.drill.step", step=hit.step),
        term(hit.days),
        text("shock.drill.structural") if hit.structural else span(hit.loss),
        grounds(hit),
        way(atlas, hit.path),
    )
    return HitRow(f"{hit.enterprise}:{hit.product}", hit.product, hit.enterprise, cells)


def product_of(atlas: Atlas, product: str) -> str:
    """The name of a product; its id where the data do not have it."""
    found = atlas.products.get(product)
    return found.label if found else product


def firm_of(atlas: Atlas, enterprise: str) -> str:
    """The name of an enterprise; its id where the data do not have it."""
    found = atlas.enterprises.get(enterprise)
    return found.label if found else enterprise


def grounds(hit: Hit) -> str:
    """有记录 or 推定, and whether something else than a main material is what is missing."""
    known = text("shock.drill.recorded" if hit.recorded else "shock.drill.deduced.hit")
    return known if hit.main else text("shock.drill.minor", words=known)


def term(days: Term) -> str:
    """``当天``, ``7 天``, ``3～7 天``, or ``最早当天`` where a stock on the way is unknown."""
    low = _days(days.low)
    if days.high is None:
        return text("shock.drill.earliest", days=low)
    if days.high == days.low:
        return low
    return text("shock.drill.between", low=plain(days.low), high=plain(days.high))


def _days(days: float) -> str:
    return text("shock.drill.today") if days == 0 else text("shock.drill.n_days", days=plain(days))


def span(loss: Span) -> str:
    """``60%``, ``20%～60%``; ``不详`` where anything may be."""
    if loss.low <= 0 and loss.high >= 1:
        return text("shock.drill.unknown")
    low, high = per_cent(loss.low), per_cent(loss.high)
    return low if low == high else text("shock.drill.range", low=low, high=high)


def way(atlas: Atlas, path: tuple[Step, ...]) -> str:
    """``汇隆 →〔客车车身骨架，推定〕→ 中通客车``; what a firm feeds itself names it once."""
    if not path:
        return ""
    told = [node_name(atlas, path[0].supplier)]
    for step in path:
        known = "shock.drill.recorded" if step.supply else "shock.drill.deduced.hit"
        told.append(
            text(
                "shock.drill.arrow",
                product=product_of(atlas, step.product),
                known=text(known),
                name=node_name(atlas, step.customer),
            )
        )
    return "".join(told)


def node_name(atlas: Atlas, node: Node) -> str:
    """Who a node of the network is."""
    if node.enterprise:
        return firm_of(atlas, node.enterprise)
    if node.kind is NodeKind.OUTSIDE:
        return text("shock.drill.from_outside")
    return node.name or text("shock.drill.others")


def records(reading: Reading, found: Outage) -> tuple[tuple[str, ...], ...]:
    """Supplies on record that a drill is about: who, what is said, and the sources."""
    atlas = reading.atlas
    failing = {node.enterprise for node in found.stopped} - {""}
    used = dict.fromkeys(step.supply for hit in found.hits for step in hit.path if step.supply)
    used.update(dict.fromkeys(found.maybe))
    used.update({s.id: None for s in atlas.supplies.values() if s.supplier in failing})
    return tuple(_record(atlas, id_) for id_ in used if id_ in atlas.supplies)


def _record(atlas: Atlas, id_: str) -> tuple[str, ...]:
    supply = atlas.supplies[id_]
    line = next(supply_lines(atlas, [supply]))
    sources = "；".join(_sources(atlas, supply.sources))
    return line.words, line.figure, line.remark, sources or text("shock.drill.no_source")


def _sources(atlas: Atlas, ids: tuple[str, ...]) -> Iterator[str]:
    for id_ in ids:
        source = atlas.sources.get(id_)
        yield source.title if source else id_
