"""The rows of a comparison as lists: sorted, filtered and copied like all others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from liantu.analysis.reading import Reading
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.versions.balances import BalanceRow, balance_rows, turned
from liantu.telling.versions.classes import ClassRow, class_rows
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.numbers import Number, numbers
from liantu.telling.versions.openings import OpeningRow, opening_rows
from liantu.telling.versions.plants import PlantRow, plant_rows
from liantu.telling.versions.rows import ThingRow, thing_rows
from liantu.telling.versions.values import kind_word
from liantu.wording import text

Row = TypeVar("Row")

SCOPE = Scope(city=True)
"""The rows are those of the comparison, whatever the scope."""
THINGS, CLASSES = "version_things", "version_classes"
NUMBERS, PLANTS = "version_numbers", "version_plants"
BALANCES, OPENINGS = "version_balances", "version_openings"


def of_rows(
    id_: str,
    columns: tuple[Column[Row], ...],
    rows: Sequence[Row],
    key: Callable[[Row], str],
    filters: str = "",
) -> List[Row]:
    """A list of rows that are known already; a ``target`` of a row is what choosing it shows."""

    def listed(_reading: Reading, _scope: Scope) -> Sequence[Row]:
        return rows

    return List(
        id=id_,
        columns=columns,
        rows=listed,
        key=key,
        target=lambda row: getattr(row, "target", None),
        filters=filters,
        titled=f"version.sheet.{id_.removeprefix('version_')}",
    )


def figures(found: Comparison, chain: str = "") -> List[Number]:
    """The numbers of the city, or of a chain, that differ, then the others."""
    rows = sorted(numbers(found, chain), key=lambda one: one.before == one.after)
    return of_rows(NUMBERS, _NUMBERS, rows, lambda row: row.words)


def plants(found: Comparison) -> List[PlantRow]:
    """What ends, begins or grows."""
    return of_rows(
        PLANTS, _PLANTS, plant_rows(found), lambda row: f"{row.product}:{row.firm}", "how"
    )


def balances(found: Comparison) -> List[BalanceRow]:
    """Supply, need and what is over, before and after."""
    return of_rows(BALANCES, _BALANCES, balance_rows(found), lambda row: row.product, "chain")


def openings(found: Comparison) -> List[OpeningRow]:
    """What could take what is over now."""
    return of_rows(OPENINGS, _OPENINGS, opening_rows(found), lambda row: row.product)


def things(found: Comparison) -> List[ThingRow]:
    """Every change in the data."""
    rows = thing_rows(found)

    def listed(_reading: Reading, _scope: Scope) -> list[ThingRow]:
        return rows

    return List(
        id=THINGS,
        columns=_THINGS,
        rows=listed,
        key=lambda row: f"{row.kind}:{row.id}",
        target=lambda row: row.target,
        filters="how kind chain",
        titled="version.sheet.things",
    )


def classes(found: Comparison, chain: str = "") -> List[ClassRow]:
    """Every product whose class is another."""
    rows = class_rows(found, chain)

    def listed(_reading: Reading, _scope: Scope) -> list[ClassRow]:
        return rows

    return List(
        id=CLASSES,
        columns=_CLASSES,
        rows=listed,
        key=lambda row: row.product,
        target=lambda row: row.target,
        filters="how chain",
        titled="version.sheet.classes",
    )


_THINGS: tuple[Column[ThingRow], ...] = (
    Column(
        "how",
        lambda row: f"{row.letter} {row.told}",
        pill=lambda row: row.how,
        title="version.head.how",
        width=76,
    ),
    Column(
        "chain",
        lambda row: row.chain or text("version.rest"),
        title="version.head.chain",
        width=120,
    ),
    Column("kind", lambda row: kind_word(row.kind), title="version.head.kind", width=76),
    Column("name", lambda row: row.name, title="version.head.name", width=190),
    Column(
        "words",
        lambda row: row.words,
        title="version.head.words",
        tip=lambda row: row.words,
        grows=True,
        width=380,
    ),
)
_CLASSES: tuple[Column[ClassRow], ...] = (
    Column(
        "how",
        lambda row: f"{text(f'version.letter.{row.how}')} {text(f'version.turned.{row.how}')}",
        pill=lambda row: row.how,
        title="version.head.how",
        width=100,
    ),
    Column("name", lambda row: row.name, title="version.head.product", width=140),
    Column("chain", lambda row: row.chain, title="version.head.chain", width=120),
    Column("turn", lambda row: row.turn, title="version.head.turn", width=210),
    Column(
        "why",
        lambda row: row.why,
        title="version.head.why",
        tip=lambda row: row.why,
        grows=True,
        width=360,
    ),
)


_NUMBERS: tuple[Column[Number], ...] = (
    Column("item", lambda row: row.words, title="version.head.item", width=130, grows=True),
    Column(
        "before",
        lambda row: row.told[0],
        order=lambda row: row.before,
        numeric=True,
        title="version.head.short.before",
        width=64,
    ),
    Column(
        "after",
        lambda row: row.told[1],
        order=lambda row: row.after,
        numeric=True,
        title="version.head.short.after",
        width=64,
    ),
    Column(
        "turn",
        lambda row: row.turn,
        order=lambda row: row.more,
        numeric=True,
        title="version.head.turn",
        width=96,
    ),
)


_PILLS = {"begun": "added", "ended": "removed", "grown": "changed"}
_PLANTS: tuple[Column[PlantRow], ...] = (
    Column(
        "how",
        lambda row: text(f"version.plant.{row.how}"),
        pill=lambda row: _PILLS[row.how],
        title="version.head.how",
        width=76,
    ),
    Column("firm", lambda row: row.name, title="version.head.firm", width=150),
    Column("product", lambda row: row.made, title="version.head.product", width=140),
    Column("before", lambda row: row.before, title="version.head.amount.before", width=120),
    Column("after", lambda row: row.after, title="version.head.amount.after", width=120),
    Column("why", lambda row: row.why, title="version.head.why", grows=True, width=260),
)
_BALANCES: tuple[Column[BalanceRow], ...] = (
    Column("name", lambda row: row.name, title="version.head.product", width=130),
    Column("chain", lambda row: row.chain, title="version.head.chain", width=120),
    Column("spare", lambda row: turned(row.spare), title="version.head.spare", width=230),
    Column("supply", lambda row: turned(row.supply), title="version.head.supply", width=230),
    Column("need", lambda row: turned(row.need), title="version.head.need", grows=True, width=230),
)
_OPENINGS: tuple[Column[OpeningRow], ...] = (
    Column("name", lambda row: row.name, title="version.head.product", width=140),
    Column(
        "how", lambda row: text(f"version.opening.{row.how}.told"), title="version.head.opening"
    ),
    Column("supplied", lambda row: row.supplied, title="version.head.supplied", width=120),
    Column("rate", lambda row: row.rate, title="version.head.rate", width=110),
    Column("state", lambda row: row.state, title="version.head.state", width=130),
    Column(
        "beside",
        lambda row: "、".join(row.beside),
        title="version.head.beside",
        grows=True,
        width=200,
    ),
)
