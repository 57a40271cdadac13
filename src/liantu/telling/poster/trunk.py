"""Ways through a chain whose file draws none: from a final product or key link up its mains."""

from __future__ import annotations

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.telling.poster.words import makers

WAYS = 4
"""Ways at most."""
COMMON = 0.7
"""Share of common stations from which two ways are one."""
_MOST = 24
"""Stations of a way: a page has no more columns, and circles end."""


def trunks(reading: Reading, chain: str) -> list[tuple[str, tuple[str, ...]]]:
    """(lead, stations): the best way to what each lead makes, then the other ways, those with most
    local stations first. ``lead`` is empty for a way that is nobody's.
    """
    item = reading.atlas.chains[chain]
    inside = {m.product for m in item.members() if m.product in reading.atlas.products}
    found = [
        way for end in _ends(reading, item, inside) if len(way := _up(reading, end, inside)) > 1
    ]
    local = reading.situation.is_local
    found.sort(key=lambda way: (-sum(map(local, way)), -len(way), way))
    kept: list[tuple[str, tuple[str, ...]]] = []
    for lead in item.leads:
        own = (way for way in found if lead in makers(reading, way[-1]))
        _keep(kept, lead, next(own, ()))
    for way in found:
        _keep(kept, "", way)
    return kept[:WAYS]


def _keep(kept: list[tuple[str, tuple[str, ...]]], lead: str, way: tuple[str, ...]) -> None:
    """Unless it is nearly one of those that are kept."""
    if way and all(len(set(way) & set(old)) < COMMON * len(way) for _, old in kept):
        kept.append((lead, way))


def _ends(reading: Reading, chain: Chain, inside: set[str]) -> list[str]:
    """Own products and key links that nothing of the chain is made of, and key links."""
    keys = {k.product for k in chain.key}
    consumers = reading.atlas.consumers
    listed = sorted(home_or_key(reading.atlas, chain.id))
    return [p for p in listed if p in keys or not inside.intersection(consumers.get(p, ()))]


def _up(reading: Reading, end: str, inside: set[str]) -> tuple[str, ...]:
    """From the end to its heaviest main, and so on; in flow order."""
    way = [end]
    while len(way) < _MOST:
        above = _main(reading, way[-1], inside.difference(way))
        if not above:
            break
        way.append(above)
    return tuple(reversed(way))


def _main(reading: Reading, product: str, inside: set[str]) -> str:
    """The heaviest main of its first route within the chain; a local one before another."""
    recipes, local = reading.situation.recipes, reading.situation.is_local
    for route in recipes.own(product):
        shares = recipes.shares(product, route)
        found = [q for q, share in shares.items() if q in inside and share.weight]
        if found:
            return min(found, key=lambda q: (-shares[q].weight, not local(q), q))
    return ""
