"""The lists 对接 and 城市缺口: who could deal with whom, and what several chains lack."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.matching import CityGap, Match, matches
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.classes import words as class_words
from liantu.telling.lists.column import Column, List, Scope, count
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


def _spare_value(row: MatchRow) -> float | None:
    return None if row.match.surplus is None else round(row.match.surplus, 6)


MATCH_COLUMNS: tuple[Column[MatchRow], ...] = (
    Column(
        id="product",
        title="ui.column.product",
        text=lambda r: r.reading.atlas.products[r.match.product].name,
        filterable=True,
        screen=180,
        sheet=26,
    ),
    Column(
        id="supplier",
        title="ui.column.supplier",
        text=lambda r: r.reading.atlas.enterprises[r.match.supplier].name,
        screen=240,
        sheet=36,
    ),
    Column(
        id="customer",
        title="ui.column.customer",
        text=lambda r: r.reading.atlas.enterprises[r.match.customer].name,
        screen=240,
        sheet=36,
    ),
    Column(
        id="use",
        title="ui.column.use",
        text=lambda r: r.reading.atlas.products[r.match.use].name,
        screen=180,
        sheet=26,
    ),
    Column(
        id="spare",
        title="ui.column.spare",
        text=_spare,
        value=_spare_value,
        numeric=True,
        screen=140,
        sheet=12,
    ),
    Column(id="unit", title="ui.column.unit", text=lambda r: r.unit, sheet=12),
)
CITY_COLUMNS: tuple[Column[CityGapRow], ...] = (
    Column(
        id="product",
        title="ui.column.product",
        text=lambda r: r.reading.atlas.products[r.id].name,
        screen=200,
        sheet=26,
    ),
    Column(
        id="class",
        title="ui.column.class",
        text=lambda r: class_words(r.reading.verdicts[r.id].words),
        filterable=True,
        screen=110,
        sheet=12,
    ),
    count("chain_count", "ui.column.chain_count", lambda r: len(r.gap.chains), screen=80, sheet=8),
    Column(
        id="chains",
        title="ui.column.chains",
        text=lambda r: "、".join(r.reading.atlas.chains[c].label for c in r.gap.chains),
        screen=320,
        sheet=60,
    ),
    Column(
        id="needed_by",
        title="ui.column.needed_by",
        text=lambda r: "、".join(r.reading.atlas.products[p].name for p in r.gap.needed_by),
        screen=320,
        sheet=50,
    ),
)

LISTS = (
    List(
        id="matches",
        title="ui.list.matches",
        columns=MATCH_COLUMNS,
        rows=_matches,
        key=lambda row: row.id,
        target=lambda row: Target("product", row.match.product),
        screen=("product", "supplier", "customer", "use", "spare"),
    ),
    List(
        id="city",
        title="ui.list.city",
        columns=CITY_COLUMNS,
        rows=_city,
        key=lambda row: row.id,
        target=lambda row: Target("product", row.id),
    ),
)
