"""企业在哪里: counties with the makers on record of a chain's own products and key links."""

from __future__ import annotations

from collections import Counter, defaultdict

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.telling.names import plain_firm as firm
from liantu.telling.poster.model import Panel, Where
from liantu.telling.poster.words import county, makers
from liantu.wording import text


def places(reading: Reading, chain: str) -> Panel[Where]:
    """Counties with most makers first, in the official order among equals; leads first in each.
    Makers of which no source names the county are only counted.
    """
    weights: Counter[str] = Counter()
    for product in sorted(home_or_key(reading.atlas, chain)):
        weights.update(makers(reading, product))
    leads = reading.atlas.chains[chain].leads
    order = sorted(weights, key=lambda e: (e not in leads, -weights[e], e))
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for enterprise in order:
        found[county(reading, enterprise)].append((enterprise, firm(reading, enterprise)))
    unplaced = len(found.pop("", ()))
    counties = reading.atlas.library.region.counties
    place = {name: at for at, name in enumerate(counties)}
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), place.get(row[0], len(place))))
    return Panel(tuple(Where(name, tuple(firms)) for name, firms in rows), _note(order, unplaced))


def _note(firms: list[str], unplaced: int) -> str:
    if not firms:
        return ""
    code = "poster.place.note.unplaced" if unplaced else "poster.place.note"
    return text(code, count=len(firms), unplaced=unplaced)
