"""In which county and field the makers on record are."""

from __future__ import annotations

from collections import defaultdict

from liantu.analysis.reading import Reading
from liantu.model.verification import UNPLACED
from liantu.telling.poster.city_rows import by_field
from liantu.telling.poster.model import Spread


def spread(reading: Reading) -> Spread:
    """Enterprises that operate something at the date, by county and by the field of the chain that
    owns the product; one that works in two fields counts in both. A county that no source names is
    no row.
    """
    atlas = reading.atlas
    fields = tuple(dict.fromkeys(chain.field for chain in by_field(reading)))
    counties = tuple(c for c in atlas.library.region.counties if c != UNPLACED)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for product in atlas.products.values():
        if chain := atlas.chains.get(product.home):
            for firm in reading.situation.firms(product.id):
                found[atlas.enterprises[firm].county, chain.field].add(firm)
    counts = tuple(tuple(len(found[county, field]) for field in fields) for county in counties)
    return Spread(counties, fields, counts)
