"""How much of the data is sourced, deduced, old or unknown: one line for the status bar."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.document.dossier import is_stale
from liantu.model import Atlas, Basis
from liantu.wording import text


def trust_line(atlas: Atlas) -> str:
    """Shares of capacities and coefficients by how far they can be trusted; empty without any."""
    rows = [c for e in atlas.enterprises.values() for c in e.capacities]
    bases = list(_bases(atlas))
    if not rows or not bases:
        return ""
    return text(
        "ui.trust",
        unknown=_percent(sum(c.amount is None for c in rows), len(rows)),
        inferred=_percent(sum(c.inferred for c in rows), len(rows)),
        stale=_percent(sum(is_stale(atlas, c.as_of) for c in rows), len(rows)),
        estimate=_percent(bases.count(Basis.ESTIMATE), len(bases)),
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%"


def _bases(atlas: Atlas) -> Iterator[Basis]:
    for product in atlas.products.values():
        for route in product.routes:
            yield from (item.basis for item in route.inputs)
            yield from (item.basis for item in route.byproducts)
