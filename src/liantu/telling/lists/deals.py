"""The lists 对接 and 城市缺口: who could deal with whom, and what several chains lack."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.matching import CityGap, Match, matches
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.classes import words as class_words
from liantu.telling.lists.column import Column, List, Scope, amount, count, listed
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MatchRow:
    """A possible deal between two local enterprises."""

    reading: Reading
    match: Match

    @property
    def id(self) -> str:
        """A key of the pair and what it deals in."""
        found = self.match
        return f"{found.product}/{found.supplier}/{found.customer}/{found.use}"

    @property
    def unit(self) -> str:
        """The unit of the surplus."""
        return self.reading.atlas.products[self.match.product].unit


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
    """The pairs for the products of the chains, in the order of the atlas."""
    found = matches(reading.atlas, reading.diagnosis, scope.products(reading))
    return [MatchRow(reading=reading, match=m) for m in found]


def _city(reading: Reading, scope: Scope) -> list[CityGapRow]:
    """Of the whole city, or those that concern the chains."""
    inside = reading.verdicts if scope.city else scope.products(reading)
    found = (gap for gap in reading.city_gaps if gap.product in inside)
    return [CityGapRow(reading=reading, gap=gap) for gap in found]


def _spare(row: MatchRow) -> str:
    surplus = row.match.surplus
    return text("ui.unknown") if surplus is None else figures.least(surplus, 0, row.unit)


def _firm(row: MatchRow, key: str) -> str:
    return row.reading.atlas.enterprises[key].name


def _product(row: MatchRow | CityGapRow, key: str) -> str:
    return row.reading.atlas.products[key].name


MATCH_COLUMNS: tuple[Column[MatchRow], ...] = (
    Column("product", lambda r: _product(r, r.match.product), width=180),
    Column("supplier", lambda r: _firm(r, r.match.supplier), width=240),
    Column("customer", lambda r: _firm(r, r.match.customer), width=240),
    Column("use", lambda r: _product(r, r.match.use), width=180),
    amount("spare", _spare, lambda r: r.match.surplus, width=140),
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
        key=lambda row: row.id,
        target=lambda row: Target("product", row.match.product),
        screen="product supplier customer use spare",
        filters="product",
    ),
    listed("city", "product", CITY_COLUMNS, _city, filters="class"),
)
