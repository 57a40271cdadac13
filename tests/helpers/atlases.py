"""Small atlases written in one line a product, for tests without files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from liantu.model import (
    Atlas,
    Basis,
    Byproduct,
    Capacity,
    Chain,
    Enterprise,
    Input,
    Library,
    Member,
    Product,
    Region,
    Route,
    Section,
    Stage,
    Status,
)

UNITS = {"万吨/年": ("t", 10000.0), "吨/年": ("t", 1.0), "万台/年": ("台", 10000.0)}


def route(
    inputs: str = "",
    byproducts: str = "",
    recycled: str = "",
    id_: str = "r1",
    per_unit: float = 1.0,
) -> Route:
    """A route from space-separated ids."""
    return Route(
        id_,
        id_,
        inputs=tuple(Input(i, per_unit, "t", Basis.ESTIMATE) for i in inputs.split()),
        byproducts=(
            *(Byproduct(b, 0.1, "t", Basis.ESTIMATE) for b in byproducts.split()),
            *(Byproduct(b, 0.1, "t", Basis.ESTIMATE, recycle=True) for b in recycled.split()),
        ),
    )


def product(id_: str, *routes: Route, raw: bool = False, utility: bool = False) -> Product:
    """A product in 万吨/年 owned by the chain ``c``."""
    return Product(
        id_, id_.upper(), "c", "万吨/年", "t", 10000.0, raw=raw, utility=utility, routes=routes
    )


def maker(
    id_: str,
    product_: str,
    amount: float | None = None,
    *,
    status: Status = Status.OPERATING,
    **more: str,
) -> Enterprise:
    """An enterprise with one capacity."""
    row = Capacity(product_, status, amount, more.pop("unit", "万吨/年"), **more)
    return Enterprise(id_, id_, "甲县", capacities=(row,))


def atlas(
    products: Sequence[Product],
    enterprises: Sequence[Enterprise] = (),
    members: Mapping[str, str] | None = None,
    edition: str = "2022-12",
) -> Atlas:
    """An atlas with one chain ``c``; ``members`` maps stage id to space-separated product ids."""
    stages = members if members is not None else {"up": " ".join(p.id for p in products)}
    section = Section(
        "all", "", tuple(Member(p, s) for s, ids in stages.items() for p in ids.split())
    )
    chain = Chain("c", "甲产业链", "甲", "化工", tuple(Stage(s, s) for s in stages), (section,))
    return Atlas(
        library=Library(Region("甲市", ("甲县",)), edition, chain_order=("c",), units=UNITS),
        chains={"c": chain},
        products={p.id: p for p in products},
        enterprises={e.id: e for e in enterprises},
    )


def declared(found: Atlas) -> Atlas:
    """The same data declared to be complete: what is not in them is confirmed to be absent."""
    return replace(found, library=replace(found.library, complete=True))
