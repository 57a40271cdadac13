"""The rows of the lists 对接 and 城市缺口."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.matching import city_gaps
from liantu.document import figures
from liantu.document.deals import deals
from liantu.document.reasons import class_words
from liantu.document.workspace import Workspace
from liantu.ui.models.table import Column
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A possible deal between two local enterprises, or between many on both sides."""

    key: str
    product_id: str
    product: str
    supplier: str
    customer: str
    use: str
    surplus: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class CityGapRow:
    """A product that several chains lack."""

    id: str
    name: str
    words: str
    chains: str
    count: int
    needed_by: str


def match_rows(workspace: Workspace, chain: str, section: str | None) -> tuple[MatchRow, ...]:
    """Suggestions for the products of the chain."""
    atlas = workspace.atlas
    inside = {m.product for m in atlas.chains[chain].members(section)}
    return tuple(
        MatchRow(
            deal.key,
            deal.product,
            atlas.products[deal.product].name,
            deal.suppliers,
            deal.customers,
            atlas.products[deal.use].name,
            deal.surplus,
            atlas.products[deal.product].unit,
        )
        for deal in deals(atlas, workspace.diagnosis, inside)
    )


def city_rows(workspace: Workspace) -> tuple[CityGapRow, ...]:
    """What several chains lack at once, over the whole city."""
    atlas, diagnosis = workspace.atlas, workspace.diagnosis
    return tuple(
        CityGapRow(
            gap.product,
            atlas.products[gap.product].name,
            class_words(diagnosis.verdicts[gap.product]),
            "、".join(atlas.chains[c].short for c in gap.chains),
            len(gap.chains),
            "、".join(atlas.products[p].name for p in gap.needed_by),
        )
        for gap in city_gaps(atlas, diagnosis)
    )


def _surplus(row: MatchRow) -> str:
    if row.surplus is None:
        return text("ui.unknown")
    return f"{figures.number(row.surplus)} {row.unit}"


MATCH_COLUMNS = (
    Column[MatchRow]("ui.column.product", lambda r: r.product, width=180),
    Column[MatchRow]("ui.column.supplier", lambda r: r.supplier, width=240),
    Column[MatchRow]("ui.column.customer", lambda r: r.customer, width=240),
    Column[MatchRow]("ui.column.use", lambda r: r.use, width=180),
    Column[MatchRow](
        "ui.column.spare",
        _surplus,
        lambda r: -1.0 if r.surplus is None else r.surplus,
        True,
        140,
    ),
)

CITY_COLUMNS = (
    Column[CityGapRow]("ui.column.product", lambda r: r.name, width=200),
    Column[CityGapRow]("ui.column.class", lambda r: r.words, width=110),
    Column[CityGapRow](
        "ui.column.chain_count", lambda r: str(r.count), lambda r: r.count, True, 80
    ),
    Column[CityGapRow]("ui.column.chains", lambda r: r.chains, width=320),
    Column[CityGapRow]("ui.column.needed_by", lambda r: r.needed_by, width=320),
)
