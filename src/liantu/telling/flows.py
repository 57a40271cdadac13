"""How much of one product goes into another, or comes beside it, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.model import Byproduct, Input, Product, RouteKind
from liantu.telling import figures
from liantu.telling.names import capped
from liantu.wording import text

MOST_ROUTES = 4
"""Routes that are told apart in one tooltip."""


def flow_words(reading: Reading, source: str, target: str) -> str:
    """One line a route: the coefficient, its basis and its sources; empty where no route of the two
    joins them. Unknown ids are not joined.
    """
    products = reading.atlas.products
    start, end = products.get(source), products.get(target)
    if start is None or end is None:
        return ""
    rows = [*_inputs(reading, end, source), *_beside(reading, start, target)]
    return "\n".join(capped(rows, MOST_ROUTES))


def _inputs(reading: Reading, product: Product, source: str) -> Iterator[str]:
    for route in product.routes:
        for flow in route.inputs:
            if route.kind is RouteKind.MAKE and flow.product == source:
                yield _told(reading, "ui.flow.input", route.name or route.id, flow, product)


def _beside(reading: Reading, product: Product, target: str) -> Iterator[str]:
    for route in product.routes:
        for flow in route.byproducts:
            if flow.product == target and not flow.recycle:
                yield _told(reading, "ui.flow.joint", route.name or route.id, flow, product)


def _told(reading: Reading, code: str, route: str, flow: Input | Byproduct, per: Product) -> str:
    cited = [
        reading.atlas.sources[key].title for key in flow.sources if key in reading.atlas.sources
    ]
    words = text(
        code,
        route=route,
        number=figures.number(flow.per_unit),
        unit=flow.unit,
        per=per.base_unit,
        basis=text(f"ui.basis.{flow.basis}"),
    )
    return text("ui.flow.cited", words=words, sources="；".join(cited)) if cited else words
