"""When a fact was first told: what is only told later may not make a gap of an earlier date."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.model.atlas import Atlas
from liantu.model.nouns import Capacity, Enterprise, Honour


def first_seen(atlas: Atlas, enterprise: Enterprise, capacity: Capacity) -> str:
    """The earliest dated statement of a capacity (ISO text of any exactness), or empty.

    Its own ``as_of`` and the dates of its sources; those of the enterprise where it has none; and
    the years of the enterprise's honours.
    """
    told = _dates(atlas, capacity.as_of, capacity.sources)
    if not told:
        told = _dates(atlas, "", enterprise.sources) or _dates(atlas, enterprise.as_of, ())
    told += [honour.year for honour in enterprise.honours if honour.year]
    return min(told, default="")


def _dates(atlas: Atlas, as_of: str, sources: tuple[str, ...]) -> list[str]:
    found = (atlas.sources[id_].date for id_ in sources if id_ in atlas.sources)
    return [date for date in (as_of, *found) if date]


def is_later(atlas: Atlas, enterprise: Enterprise, capacity: Capacity, day: str) -> bool:
    """Whether a capacity without ``since`` was first told in a year after that of ``day``."""
    if capacity.since or not day:
        return False
    return first_seen(atlas, enterprise, capacity)[:4] > day[:4]


def held(honours: Iterable[Honour], day: str) -> tuple[Honour, ...]:
    """The honours given up to ``day`` (ISO); one without a year is kept."""
    return tuple(h for h in honours if not day or h.year <= day)
