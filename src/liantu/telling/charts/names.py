"""Names in a chart: short, and never two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from liantu.model import Atlas

NAMED = 3
"""Names in a finding."""


def labels(atlas: Atlas, products: Iterable[str]) -> Mapping[str, str]:
    """Product → its short name, its full one where two would be alike."""
    ids = list(dict.fromkeys(products))
    found = {p: atlas.products[p].label for p in ids}
    count = Counter(found.values())
    return {p: n if count[n] == 1 else atlas.products[p].name for p, n in found.items()}


def shown(atlas: Atlas, chain: str) -> list[str]:
    """Products that a chain shows, in its order; of the city where ``chain`` is empty."""
    if not chain:
        return [p.id for p in atlas.products.values() if not p.utility]
    found = (m.product for m in atlas.chains[chain].members())
    return [p for p in dict.fromkeys(found) if p in atlas.products]


def listed(names: Iterable[str], most: int = NAMED) -> str:
    """The first few, with a comma between."""
    return "、".join(list(names)[:most])
