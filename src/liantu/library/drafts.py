"""Things of the model → the values that their records read: the inverse of assembling."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from liantu.issues import Place
from liantu.library.members import StageMembers
from liantu.model import Chain, Library, Product, Section

_NOWHERE = Place("")


def of_product(product: Product) -> dict[str, Any]:
    """The values of ``fields.PRODUCT``."""
    values = _said(product)
    for derived in ("home", "base_unit", "base_per_unit", "gbt_name"):
        values.pop(derived, None)
    gbt = f"{product.gbt} {product.gbt_name}".strip()
    return values | ({"gbt": gbt} if gbt else {})


def of_chain(chain: Chain) -> dict[str, Any]:
    """The values of ``fields.CHAIN``; a chain without 板块 has ``members``."""
    values = _said(chain)
    whole = len(chain.sections) == 1 and chain.sections[0].id == "all"
    if whole and not chain.sections[0].name:
        del values["sections"]
        return values | {"members": _members(chain, chain.sections[0])}
    drafts = ({"id": s.id, "name": s.name, "members": _members(chain, s)} for s in chain.sections)
    return values | {"sections": tuple(drafts)}


def of_library(library: Library) -> dict[str, Any]:
    """The values of ``fields.LIBRARY``."""
    values = _said(library)
    values.pop("chain_order", None)
    region = library.region
    found = {
        "region": region.name,
        "counties": region.counties,
        "grid": region.grid,
        "chains": library.chain_order,
        "units": {n: {"base": b, "factor": f} for n, (b, f) in library.units.items()},
        "lists": tuple(library.lists.values()),
        "stale_before": library.stale_before,
    }
    return values | {key: value for key, value in found.items() if value}


def _members(chain: Chain, section: Section) -> tuple[StageMembers, ...]:
    rows = []
    for stage in chain.stages:
        products = tuple(m.product for m in section.members if m.stage == stage.id)
        if products:
            rows.append(StageMembers(stage.id, products, _NOWHERE))
    return tuple(rows)


def _said(thing: Any) -> dict[str, Any]:
    """The values of a thing that say something."""
    found = {f.name: getattr(thing, f.name) for f in fields(thing)}
    return {name: value for name, value in found.items() if value not in ("", (), None, False, {})}
