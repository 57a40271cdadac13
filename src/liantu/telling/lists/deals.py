"""The list 对接: who could deal with whom."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Product
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.deals import Deal, deals
from liantu.telling.lists.column import Column, List, Scope, amount
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MatchRow:
    """A possible deal between two local enterprises, or between many on both sides."""

    reading: Reading
    deal: Deal

    @property
    def unit(self) -> str:
        """The unit of the surplus."""
        return self.reading.atlas.products[self.deal.product].unit


def _matches(reading: Reading, scope: Scope) -> list[MatchRow]:
    """The deals in the products of the chains, in the order of the atlas."""
    found = deals(reading, scope.products(reading))
    return [MatchRow(reading=reading, deal=deal) for deal in found]


def _spare(row: MatchRow) -> str:
    surplus = row.deal.surplus
    return text("ui.unknown") if surplus is None else figures.least(surplus, 0, row.unit)


def _product(row: MatchRow, key: str) -> str:
    return row.reading.atlas.products[key].name


def _of(row: MatchRow) -> Product:
    return row.reading.atlas.products[row.deal.product]


MATCH_COLUMNS: tuple[Column[MatchRow], ...] = (
    Column("product", lambda r: _product(r, r.deal.product), width=180),
    Column("supplier", lambda r: r.deal.suppliers, width=240),
    Column("customer", lambda r: r.deal.customers, width=240),
    Column("use", lambda r: _product(r, r.deal.use), width=180),
    amount("spare", _spare, lambda r: r.deal.surplus, width=140, product=_of),
    Column("unit", lambda r: r.unit, width=90),
)

LISTS = (
    List(
        id="matches",
        columns=MATCH_COLUMNS,
        rows=_matches,
        key=lambda row: row.deal.key,
        target=lambda row: Target("product", row.deal.product),
        screen="product supplier customer use spare",
        filters="product",
    ),
)
