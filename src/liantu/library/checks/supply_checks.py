"""Doubts about supplies: shares that make more than the whole, substitutes that are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from liantu.issues import Issue
from liantu.library.checks.doubts import issue
from liantu.model import Atlas, Supply

_ROUNDED = 0.005
"""So much above the whole may come of shares that were rounded."""


def supplies(atlas: Atlas) -> Iterator[Issue]:
    """Shares of one need above 100 %; a supplier that stands in for itself; an amount of nothing
    that can be counted.
    """
    needs: defaultdict[tuple[str, str], list[Supply]] = defaultdict(list)
    for item in atlas.supplies.values():
        key = f"supply:{item.id}"
        if item.share is not None and item.customer:
            needs[item.customer, item.product or item.claim].append(item)
        for same in {item.supplier, item.customer} & set(item.substitutes) - {""}:
            name = atlas.enterprises[same].name
            yield issue(atlas, "library.supply_substitute", key, id=item.id, name=name)
        if item.amount is not None and not item.unit:
            yield issue(atlas, "library.supply_unit", key, id=item.id)
    for (customer, _), rows in needs.items():
        total = sum(row.share or 0.0 for row in rows)
        if total > 1 + _ROUNDED:
            yield issue(
                atlas,
                "library.supply_share",
                f"supply:{rows[-1].id}",
                name=atlas.enterprises[customer].name,
                ids="、".join(row.id for row in rows),
                total=f"{total * 100:.0f}",
            )
