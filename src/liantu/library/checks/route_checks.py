"""Doubts about routes: loops, masses, lines that run upstream."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.issues import Issue
from liantu.library.checks.doubts import issue, routes
from liantu.model import Atlas, Product, Route, RouteKind
from liantu.numerals import plain

BALANCE_TOLERANCE = 0.02


def self_loops(atlas: Atlas) -> Iterator[Issue]:
    """Routes that consume their own product."""
    for product, route in routes(atlas):
        if any(flow.product == product.id for flow in route.inputs):
            yield issue(
                atlas,
                "library.self_loop",
                f"product:{product.id}",
                product=product.name,
                route=route.name,
            )


def mass_balance(atlas: Atlas) -> Iterator[Issue]:
    """Routes that yield clearly more mass than goes in, where all flows are counted in t."""
    for product, route in routes(atlas):
        found = None if route.open_balance else masses(atlas, product, route)
        if found is not None and found[1] > found[0] * (1 + BALANCE_TOLERANCE):
            yield issue(
                atlas,
                "library.mass_balance",
                f"product:{product.id}",
                product=product.name,
                route=route.name,
                mass_in=plain(found[0]),
                mass_out=plain(found[1]),
            )


def masses(atlas: Atlas, product: Product, route: Route) -> tuple[float, float] | None:
    """t that go into and come out of one base unit; ``None`` where not all is counted in t.

    Energy is left out, also where it is counted in t.
    """
    flows = [f for f in route.inputs if not atlas.products[f.product].energy]
    units = {f.unit for f in flows} | {f.unit for f in route.byproducts}
    if not (flows and units == {"t"} and product.base_unit == "t"):
        return None
    return sum(f.per_unit for f in flows), 1 + sum(f.per_unit for f in route.byproducts)


def typed_masses(atlas: Atlas) -> Iterator[Issue]:
    """Stated sums of a route that its own flows in t do not give."""
    for product, route in routes(atlas):
        for side, typed, summed in _stated(atlas, product, route):
            if abs(summed - typed) > BALANCE_TOLERANCE * typed:
                yield issue(
                    atlas,
                    f"library.mass_{side}",
                    f"product:{product.id}",
                    product=product.name,
                    route=route.name,
                    typed=plain(typed),
                    summed=plain(summed),
                )


def _stated(atlas: Atlas, product: Product, route: Route) -> Iterator[tuple[str, float, float]]:
    """Side, stated and summed t of a route, where something is stated."""
    if route.mass_in is not None:
        flows = (f for f in route.inputs if not atlas.products[f.product].energy)
        yield "in", route.mass_in, sum(f.per_unit for f in flows if f.unit == "t")
    if route.mass_out is not None:
        own = 1.0 if product.base_unit == "t" else 0.0
        yield (
            "out",
            route.mass_out,
            own + sum(f.per_unit for f in route.byproducts if f.unit == "t"),
        )


def empty_routes(atlas: Atlas) -> Iterator[Issue]:
    """Own routes without any input: they would make something from nothing."""
    for product, route in routes(atlas):
        if route.kind is RouteKind.MAKE and not route.inputs:
            yield issue(
                atlas,
                "library.no_inputs",
                f"product:{product.id}",
                product=product.name,
                route=route.name,
            )


def backward_links(atlas: Atlas) -> Iterator[Issue]:
    """Routes that use a product of a later stage of the same chain: their lines run upstream."""
    for chain in atlas.chains.values():
        rank = {stage.id: at for at, stage in enumerate(chain.stages)}
        stage_of = {m.product: rank[m.stage] for m in chain.members()}
        for id_, at in stage_of.items():
            product = atlas.products[id_]
            for route in product.routes:
                for flow in route.inputs:
                    if stage_of.get(flow.product, at) > at:
                        yield issue(
                            atlas,
                            "library.backward",
                            f"product:{id_}",
                            chain=chain.label,
                            product=product.name,
                            route=route.name,
                            input=atlas.products[flow.product].name,
                        )
