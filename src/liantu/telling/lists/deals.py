"""The lists 对接 and 城市缺口: who could deal with whom, and what several chains lack."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.matching import CityGap
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.classes import words as class_words
from liantu.telling.deals import Deal, deals
from liantu.telling.lists.column import Column, List, Scope, amount, count, listed
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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CityGapRow:
    """A product that several chains lack."""

    reading: Reading
    gap: CityGap

    @property
    def id(self) -> str:
        """The id of the product."""
        return self.gap.product


def _matches(reading: Reading, scope: Scope) -> list[MatchRow]:
    """The deals in the products of the chains, in the order of the atlas."""
    found = deals(reading, scope.products(reading))
    return [MatchRow(reading=reading, deal=deal) for deal in found]


def _city(reading: Reading, scope: Scope) -> list[CityGapRow]:
    """Of the whole city, or those that concern the chains."""
    inside = reading.verdicts if scope.city else scope.products(reading)
    found = (gap for gap in reading.city_gaps if gap.product in inside)
    return [CityGapRow(reading=reading, gap=gap) for gap in found]


def _spare(row: MatchRow) -> str:
    surplus = row.deal.surplus
    return text("ui.unknown") if surplus is None else figures.least(surplus, 0, row.unit)


def _product(row: MatchRow | CityGapRow, key: str) -> str:
    return row.reading.atlas.products[key].name


MATCH_COLUMNS: tuple[Column[MatchRow], ...] = (
    Column("product", lambda r: _product(r, r.deal.product), width=180),
    Column("supplier", lambda r: r.deal.suppliers, width=240),
    Column("customer", lambda r: r.deal.customers, width=240),
    Column("use", lambda r: _product(r, r.deal.use), width=180),
    amount("spare", _spare, lambda r: r.deal.surplus, width=140),
    Column("unit", lambda r: r.unit, width=90),
)
CITY_COLUMNS: tuple[Column[CityGapRow], ...] = (
    Column("product", lambda r: _product(r, r.id), width=200),
    Column("class", lambda r: class_words(r.reading.verdicts[r.id].words), width=110),
    count("chain_count", lambda r: len(r.gap.chains), 80),
    Column(
        "chains",
        lambda r: "、".join(r.reading.atlas.chains[c].label for c in r.gap.chains),
        width=320,
    ),
    Column("needed_by", lambda r: "、".join(_product(r, p) for p in r.gap.needed_by), width=320),
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
    listed("city", "product", CITY_COLUMNS, _city, filters="class"),
)
