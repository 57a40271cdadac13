"""The lists of what was recorded: supplies from or to the outside, sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Source, Supply
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.relations import substitutes
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SupplyRow:
    """A recorded supply with a party outside the atlas."""

    supply: Supply
    product: str
    substitutes: str = ""


def _resources(reading: Reading, scope: Scope) -> list[SupplyRow]:
    """Supplies of the products of the chains, or of none that is known."""
    atlas, inside = reading.atlas, scope.products(reading)
    return [
        SupplyRow(
            supply=s,
            product=atlas.products[s.product].name if s.product else s.claim,
            substitutes=substitutes(atlas, s),
        )
        for s in atlas.supplies.values()
        if (not s.product or s.product in inside) and not (s.supplier and s.customer)
    ]


def _sources(reading: Reading, _scope: Scope) -> list[Source]:
    """Every source of the folder."""
    return list(reading.atlas.sources.values())


def _told(value: float | None, words: Callable[[float], str]) -> str:
    """不详 where it is not known."""
    return text("ui.unknown") if value is None else words(value)


def _flag(value: bool | None) -> str:
    return "" if value is None else text(f"version.{'yes' if value else 'no'}")


SUPPLY_COLUMNS: tuple[Column[SupplyRow], ...] = (
    Column("product", lambda r: r.product, width=190),
    Column("from", lambda r: r.supply.supplier_name, width=240),
    Column("to", lambda r: r.supply.customer_name, width=240),
    Column("mode", lambda r: text(f"ui.mode.{r.supply.mode}"), edit="mode", width=90),
    Column(
        "supplied",
        lambda r: _told(r.supply.amount, lambda n: figures.amount(n, r.supply.unit)),
        lambda r: r.supply.amount,
        kind=lambda r: r.supply.unit,
        numeric=True,
        edit="amount",
        width=100,
    ),
    Column(
        "share",
        lambda r: _told(r.supply.share, lambda n: f"{figures.number(n * 100)}%"),
        lambda r: r.supply.share,
        numeric=True,
        percent=True,
        edit="share",
        width=70,
    ),
    Column(
        "stock_days",
        lambda r: _told(r.supply.stock_days, figures.number),
        lambda r: r.supply.stock_days,
        numeric=True,
        edit="stock_days",
        width=90,
    ),
    Column("essential", lambda r: _flag(r.supply.essential), edit="essential", width=90),
    Column("substitutes", lambda r: r.substitutes, edit="substitutes", width=160),
    Column("note", lambda r: r.supply.note, edit="note", width=350),
)
SOURCE_COLUMNS: tuple[Column[Source], ...] = (
    Column("id", lambda s: s.id),
    Column("title", lambda s: s.title, edit="title", width=420),
    Column("publisher", lambda s: s.publisher, edit="publisher", width=210),
    Column("date", lambda s: s.date, edit="date", width=90),
    Column("url", lambda s: "" if s.mirror else s.url, edit="url", width=350),
    Column("grade", lambda s: s.grade, edit="grade", width=60),
)

LISTS = (
    List(
        id="resources",
        columns=SUPPLY_COLUMNS,
        rows=_resources,
        key=lambda row: row.supply.id,
        record=lambda row: Target("supply", row.supply.id),
        kind="supply",
    ),
    List(
        id="sources",
        columns=SOURCE_COLUMNS,
        rows=_sources,
        key=lambda source: source.id,
        record=lambda source: Target("source", source.id),
        kind="source",
    ),
)
