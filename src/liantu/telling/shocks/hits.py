"""What stands still in a drill, row by row: when, how much, on what grounds, by which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Hit, Outage
from liantu.model import Atlas
from liantu.telling.names import plain_firm, plain_name
from liantu.telling.relations import supply_lines
from liantu.telling.shocks import words
from liantu.wording import text

COLUMNS = ("product", "firm", "step", "days", "loss", "lacks", "grounds", "way")
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
    return tuple(_row(reading, hit) for hit in found.hits)


def _row(reading: Reading, hit: Hit) -> HitRow:
    cells = (
        plain_name(reading, hit.product),
        plain_firm(reading, hit.enterprise),
        text("shock.drill.direct" if hit.step == 1 else "shock.drill.layer", step=hit.step),
        words.days(hit.days),
        words.loss(hit.loss, structural=hit.structural),
        words.lacking(hit),
        words.certainty(recorded=hit.recorded),
        words.path(reading, hit),
    )
    return HitRow(f"{hit.enterprise}:{hit.product}", hit.product, hit.enterprise, cells)


def records(reading: Reading, found: Outage) -> tuple[tuple[str, ...], ...]:
    """Supplies on record that a drill is about: who, how, what is said, and the sources."""
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
