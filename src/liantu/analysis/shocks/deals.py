"""Which supplies on record hold at a date, and which are on record in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from liantu.model import Atlas
from liantu.model.records import Supply


def current(atlas: Atlas, deals: Iterable[Supply], begun: Callable[[Supply], str]) -> list[Supply]:
    """Those of one customer and product without any that was last told of before the unit behind
    another one began: what a firm bought until then tells nothing of afterwards. ``begun`` gives
    the first day of a supplier's unit, or empty.
    """
    rows = list(deals)
    days = [begun(supply) for supply in rows]
    return [
        supply
        for at, supply in enumerate(rows)
        if not any(day > _last(atlas, supply) for n, day in enumerate(days) if n != at and day)
    ]


def is_late(atlas: Atlas, supply: Supply, day: str) -> bool:
    """Whether it was first told of in a year after that of ``day``."""
    first = min(_dates(atlas, supply), default="")
    return bool(first and day) and first[:4] > day[:4]


def _last(atlas: Atlas, supply: Supply) -> str:
    """The date of its last source; the end of time where none is dated."""
    return max(_dates(atlas, supply), default="9999")


def _dates(atlas: Atlas, supply: Supply) -> list[str]:
    known = (atlas.sources.get(id_) for id_ in supply.sources)
    return [source.date for source in known if source is not None and source.date]
