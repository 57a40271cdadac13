"""How much of the data is sourced, deduced, old or unknown: by chain, and in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from liantu.model import Atlas, Basis, Capacity, Enterprise, Product
from liantu.telling.dates import is_stale, stated
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Trust:
    """Counts of capacity statements and of coefficients by how far they can be trusted.

    ``sourced`` statements cite a source (their own or their enterprise's) and are not inferred.
    """

    capacities: int
    sourced: int
    inferred: int
    stale: int
    unknown: int
    coefficients: int
    measured: int
    theory: int
    estimates: int


def trust_of(
    atlas: Atlas, rows: Iterable[tuple[Enterprise, Capacity]], products: Iterable[Product]
) -> Trust:
    """The counts over these statements and the routes of these products."""
    found = list(rows)
    bases = list(_bases(products))
    return Trust(
        len(found),
        sum(bool(c.sources or e.sources) and not c.inferred for e, c in found),
        sum(c.inferred for _, c in found),
        sum(is_stale(atlas, stated(e, c)) for e, c in found),
        sum(c.amount is None for _, c in found),
        len(bases),
        bases.count(Basis.SOURCE),
        bases.count(Basis.STOICHIOMETRY),
        bases.count(Basis.ESTIMATE),
    )


def chain_trust(atlas: Atlas, chain: str) -> Trust:
    """The counts for the products that a chain shows."""
    ids = [m.product for m in atlas.chains[chain].members()]
    rows = [row for product in ids for row in atlas.makers.get(product, ())]
    return trust_of(atlas, rows, [atlas.products[p] for p in ids])


def whole_trust(atlas: Atlas) -> Trust:
    """The counts for the whole atlas."""
    rows = [(e, c) for e in atlas.enterprises.values() for c in e.capacities]
    return trust_of(atlas, rows, atlas.products.values())


def trust_line(atlas: Atlas) -> str:
    """The shares of the whole atlas in one line; empty where there is nothing to judge."""
    found = whole_trust(atlas)
    if not found.capacities or not found.coefficients:
        return ""
    return text(
        "ui.trust",
        unknown=percent(found.unknown, found.capacities),
        inferred=percent(found.inferred, found.capacities),
        stale=percent(found.stale, found.capacities),
        estimate=percent(found.estimates, found.coefficients),
    )


def trust_lines(atlas: Atlas) -> tuple[str, ...]:
    """The counts of the whole atlas for the About page."""
    found = whole_trust(atlas)
    mapped = sum(bool(e.capacities) for e in atlas.enterprises.values())
    firms = len(atlas.enterprises)
    return (
        text("ui.about.firms", mapped=mapped, firms=firms, share=percent(mapped, firms)),
        text(
            "ui.about.capacities",
            rows=found.capacities,
            sourced=percent(found.sourced, found.capacities),
            inferred=percent(found.inferred, found.capacities),
            stale=percent(found.stale, found.capacities),
            unknown=percent(found.unknown, found.capacities),
        ),
        text(
            "ui.about.bases",
            rows=found.coefficients,
            source=found.measured,
            theory=found.theory,
            estimate=found.estimates,
        ),
        text(
            "ui.about.records",
            projects=len(atlas.projects),
            supplies=len(atlas.supplies),
            clusters=len(atlas.clusters),
            figures=len(atlas.figures),
            sources=len(atlas.sources),
        ),
    )


def percent(part: int, whole: int) -> str:
    """``84%``; a share of nothing is said to be unknown."""
    return f"{100 * part / whole:.0f}%" if whole else text("ui.unknown")


def _bases(products: Iterable[Product]) -> Iterator[Basis]:
    for product in products:
        for route in product.routes:
            yield from (item.basis for item in route.inputs)
            yield from (item.basis for item in route.byproducts)
