"""What checks share: the doubts by name with their severity, and the ways through an atlas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from liantu.issues import Issue, Place, Severity
from liantu.model import Atlas, Capacity, Enterprise, Product, Route

Check = Callable[[Atlas], Iterator[Issue]]
KINDS: Mapping[str, Severity] = {
    "library.similar_ids": Severity.WARNING,
    "library.same_name": Severity.WARNING,
    "library.aliases": Severity.WARNING,
    "library.self_loop": Severity.WARNING,
    "library.loop": Severity.INFO,
    "library.mass_balance": Severity.WARNING,
    "library.mass_in": Severity.WARNING,
    "library.mass_out": Severity.WARNING,
    "library.no_inputs": Severity.INFO,
    "library.backward": Severity.INFO,
    "library.unknown_route": Severity.WARNING,
    "library.no_chain": Severity.WARNING,
    "library.empty_chain": Severity.WARNING,
    "library.no_maker": Severity.INFO,
    "library.no_product": Severity.INFO,
    "library.unmapped": Severity.INFO,
    "library.no_unit": Severity.INFO,
    "library.capacity_unit": Severity.WARNING,
    "library.until_before_since": Severity.ERROR,
    "library.overlap": Severity.INFO,
    "library.contested": Severity.INFO,
    "library.project_status": Severity.WARNING,
    "library.project_phases": Severity.WARNING,
    "library.project_other": Severity.WARNING,
    "library.project_unlinked": Severity.INFO,
    "library.unknown_county": Severity.WARNING,
    "library.idle_source": Severity.INFO,
}
"""What each check reports, and how grave it is, in the order of the panel 数据体检."""


def issue(atlas: Atlas, code: str, key: str, **params: str | float) -> Issue:
    """A doubt about the thing ``key`` (``product:…``), at its place."""
    return Issue(code, KINDS[code], atlas.places.get(key, Place(key)), params)


def doubt(atlas: Atlas, code: str, enterprise: Enterprise, **params: str) -> Issue:
    """A doubt about an enterprise."""
    return issue(atlas, code, f"enterprise:{enterprise.id}", enterprise=enterprise.name, **params)


def capacities(atlas: Atlas) -> Iterator[tuple[Enterprise, Capacity]]:
    """Every capacity with its enterprise."""
    for enterprise in atlas.enterprises.values():
        for capacity in enterprise.capacities:
            yield enterprise, capacity


def routes(atlas: Atlas) -> Iterator[tuple[Product, Route]]:
    """Every route with its product."""
    for product in atlas.products.values():
        for route in product.routes:
            yield product, route
