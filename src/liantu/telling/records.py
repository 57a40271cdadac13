"""What is being built or planned, as far as it still holds at the date."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker, last_day
from liantu.model import Capacity, Status
from liantu.model.statements import first_seen

COMING = (Status.BUILDING, Status.PLANNED)
"""Statuses of what is not there yet, the nearest first."""


def pending(reading: Reading, product: str) -> tuple[Maker, ...]:
    """Records of what is not there yet, the nearest first: not contested, not told later than the
    date, not stale, and not superseded by what runs or is being built.
    """
    found = [m for m in reading.situation.makers(product) if holds(reading, m)]
    kept = [m for m in found if not _superseded(reading, product, m)]
    return tuple(sorted(kept, key=lambda m: COMING.index(m.capacity.status)))


def first(reading: Reading, product: str) -> Maker | None:
    """The nearest of :func:`pending`."""
    return next(iter(pending(reading, product)), None)


def told_in(reading: Reading, maker: Maker) -> str:
    """The year of the statement; empty if unknown."""
    item = maker.capacity
    return (item.as_of or first_seen(reading.atlas, maker.enterprise, item))[:4]


def holds(reading: Reading, maker: Maker) -> bool:
    """Whether a record of what is not there yet holds at the date and was known by then."""
    item, day = maker.capacity, reading.situation.day
    if item.status not in COMING or item.contested or (item.until and item.until <= day):
        return False
    if item.status is Status.BUILDING and item.since > day:
        return False
    told = told_in(reading, maker)
    stale = bool(told) and int(told) < reading.atlas.library.stale_before
    begun = bool(item.since) and item.since <= day
    return not stale and (begun or not told or not day or told <= day[:4])


def _superseded(reading: Reading, product: str, maker: Maker) -> bool:
    return any(
        _follows(other.capacity, maker.capacity)
        for other in reading.situation.makers(product)
        if other.enterprise.id == maker.enterprise.id and _further(other, maker)
    )


def _further(other: Maker, maker: Maker) -> bool:
    """Whether the same plant may have come further by the other record."""
    planned = maker.capacity.status is Status.PLANNED
    building = other.capacity.status is Status.BUILDING and not other.capacity.contested
    return other.operating or (planned and building)


def _follows(later: Capacity, earlier: Capacity) -> bool:
    """The same amount (or the earlier none), begun or told not before the earlier."""
    if earlier.amount is not None and later.amount != earlier.amount:
        return False
    begun = later.since or later.as_of
    return bool(begun) and last_day(begun) >= (earlier.since or earlier.as_of)


def commissioned(reading: Reading, product: str, after: str) -> Iterator[Maker]:
    """What began to run after the day ``after``."""
    for maker in reading.situation.makers(product):
        if maker.operating and maker.capacity.since and last_day(maker.capacity.since) > after:
            yield maker
