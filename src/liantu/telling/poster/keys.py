"""关键环节 of a chain with their marks."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.telling.poster.model import Panel, Station
from liantu.telling.poster.stations import station
from liantu.wording import text


def keys(reading: Reading, chain: str) -> Panel[Station]:
    """In the order of the office; empty where none are marked."""
    marked = dict.fromkeys(k.product for k in reading.atlas.chains[chain].key)
    rows = tuple(station(reading, p) for p in marked if p in reading.atlas.products)
    here = sum(row.local for row in rows)
    return Panel(rows, text("poster.key.note", count=len(rows), here=here) if rows else "")
