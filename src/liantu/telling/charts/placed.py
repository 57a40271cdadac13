"""Enterprises of a county that run something, counted once for all charts of the counties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Enterprise


@dataclass(frozen=True, slots=True)
class Firms:
    """Of a county (and chain) all enterprises on record, and those that run a product."""

    recorded: tuple[Enterprise, ...]
    running: tuple[Enterprise, ...]


def running(reading: Reading) -> frozenset[str]:
    """Ids of the enterprises that run a product at the date."""
    made = reading.situation.made.values()
    return frozenset(m.enterprise.id for makers in made for m in makers if m.operating)


def counties(reading: Reading) -> list[str]:
    """In the official order, then those that only enterprises name."""
    known = list(reading.atlas.library.region.counties)
    found = {firm.county for firm in reading.atlas.enterprises.values()}
    return [*known, *sorted(found - set(known))]


def products_of(firms_: Iterable[Enterprise]) -> frozenset[str]:
    """What some enterprises have a capacity for, running or not."""
    return frozenset(capacity.product for firm in firms_ for capacity in firm.capacities)


def firms(reading: Reading, county: str, ids: Sequence[str] | None = None) -> Firms:
    """Those of a county; of ``ids`` alone where they are given."""
    chosen = reading.atlas.enterprises.keys() if ids is None else ids
    there = [e for e in map(reading.atlas.enterprises.__getitem__, chosen) if e.county == county]
    return _firms(there, running(reading))


def by_county(reading: Reading) -> dict[str, Firms]:
    """:func:`firms` of every county, found in one go."""
    there: dict[str, list[Enterprise]] = {county: [] for county in counties(reading)}
    for firm in reading.atlas.enterprises.values():
        there[firm.county].append(firm)
    run = running(reading)
    return {county: _firms(found, run) for county, found in there.items()}


def _firms(there: list[Enterprise], run: frozenset[str]) -> Firms:
    return Firms(tuple(there), tuple(e for e in there if e.id in run))
