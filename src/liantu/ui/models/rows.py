"""The rows of the lists 环节 and 企业, made from the workspace."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from liantu.analysis.state import State
from liantu.document.session import Session
from liantu.model import Status
from liantu.telling import figures
from liantu.ui.models.table import Column
from liantu.wording import text

UNKNOWN_LAST = -math.inf
COUNTY, STATUS, HONOURS = 1, 3, 6
"""Columns of :data:`ENTERPRISE_COLUMNS` that can be filtered by value."""


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product of the shown chain or section; ``supply`` is ``None`` where nothing is known."""

    id: str
    name: str
    stage: str
    rank: int
    state: State
    makers: str
    maker_count: int
    supply: float | None
    supply_text: str
    unit: str


@dataclass(frozen=True, slots=True)
class EnterpriseRow:
    """An enterprise with what it makes in the chain, or at all where the list is of the city."""

    id: str
    name: str
    county: str
    kind: str
    products: str
    product_count: int
    status: str
    honours: str
    chains: str


def product_rows(workspace: Session, chain: str, section: str | None) -> tuple[ProductRow, ...]:
    """One row for each known member of the chain or section."""
    reading = workspace.reading
    stages = {s.id: (i, s.name) for i, s in enumerate(reading.atlas.chains[chain].stages)}
    rows = []
    for member in reading.atlas.chains[chain].members(section):
        product = reading.atlas.products.get(member.product)
        if product is None:
            continue
        makers = [m for m in reading.situation.makers(product.id) if m.operating]
        names = list(dict.fromkeys(m.enterprise.short for m in makers))
        supply = reading.situation.supply(product.id)
        known = (
            supply.known if supply and not (supply.unknown_makers and not supply.known) else None
        )
        rank, stage = stages.get(member.stage, (len(stages), ""))
        rows.append(
            ProductRow(
                product.id,
                product.name,
                stage,
                rank,
                reading.situation.states[product.id],
                "、".join(names),
                len(names),
                known,
                figures.bare(supply),
                product.unit,
            )
        )
    return tuple(rows)


def enterprise_rows(
    workspace: Session, chain: str, section: str | None
) -> tuple[EnterpriseRow, ...]:
    """One row for each enterprise of the chain or section; without ``chain``, of the city."""
    atlas = workspace.reading.atlas
    if not chain:
        return tuple(_enterprise_row(workspace, e, atlas.products) for e in atlas.enterprises)
    shown = {m.product for m in atlas.chains[chain].members(section)} & atlas.products.keys()
    firms = workspace.reading.summary(chain, section).enterprises
    return tuple(_enterprise_row(workspace, key, shown) for key in firms)


def _enterprise_row(workspace: Session, key: str, shown: Collection[str]) -> EnterpriseRow:
    atlas = workspace.reading.atlas
    firm = atlas.enterprises[key]
    items = [c for c in firm.capacities if c.product in shown and not c.contested]
    names = list(dict.fromkeys(atlas.products[c.product].name for c in items))
    states = [s for s in Status if any(c.status is s for c in items)]
    return EnterpriseRow(
        key,
        firm.name,
        firm.county,
        text(f"ui.kind.{firm.kind}"),
        "、".join(names),
        len(names),
        "、".join(text(f"ui.status.{s}") for s in states),
        "、".join(h.name for h in firm.honours),
        "、".join(atlas.chains[c].label for c in workspace.reading.chains_of_enterprise(key)),
    )


PRODUCT_COLUMNS = (
    Column[ProductRow]("ui.column.product", lambda r: r.name, width=190),
    Column[ProductRow]("ui.column.stage", lambda r: r.stage, lambda r: r.rank, width=150),
    Column[ProductRow](
        "ui.column.state", lambda r: text(f"ui.state.{r.state}"), lambda r: r.state.value, width=96
    ),
    Column[ProductRow](
        "ui.column.maker_count", lambda r: str(r.maker_count), lambda r: r.maker_count, True, 92
    ),
    Column[ProductRow](
        "ui.column.supply",
        lambda r: r.supply_text,
        lambda r: UNKNOWN_LAST if r.supply is None else r.supply,
        True,
        120,
    ),
    Column[ProductRow]("ui.column.unit", lambda r: r.unit, width=90),
    Column[ProductRow]("ui.column.makers", lambda r: r.makers, width=260),
)

ENTERPRISE_COLUMNS = (
    Column[EnterpriseRow]("ui.column.enterprise", lambda r: r.name, width=250),
    Column[EnterpriseRow]("ui.column.county", lambda r: r.county, width=90),
    Column[EnterpriseRow]("ui.column.kind", lambda r: r.kind, width=90),
    Column[EnterpriseRow]("ui.column.status", lambda r: r.status, width=110),
    Column[EnterpriseRow](
        "ui.column.product_count",
        lambda r: str(r.product_count),
        lambda r: r.product_count,
        True,
        92,
    ),
    Column[EnterpriseRow]("ui.column.products", lambda r: r.products, width=240),
    Column[EnterpriseRow]("ui.column.honours", lambda r: r.honours, width=200),
    Column[EnterpriseRow]("ui.column.in_chains", lambda r: r.chains, width=200),
)
