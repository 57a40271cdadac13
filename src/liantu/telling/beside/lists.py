"""The rows of both sides as lists: sorted, filtered and copied like all others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from liantu.analysis.reading import Reading
from liantu.model.classes import ACTED_ON
from liantu.telling.beside.figures import Figure, Value
from liantu.telling.beside.pair import CHAIN
from liantu.telling.beside.ties import GIVES, TAKES, Group, Tie
from liantu.telling.beside.told import Beside
from liantu.telling.charts.model import Aim
from liantu.telling.lists.column import Column, List, Scope
from liantu.wording import text

Row = TypeVar("Row")

SCOPE = Scope(city=True)
"""The rows are those of the pair, whatever the scope."""
FIGURES = "beside_figures"
COUNTY_LISTS = ("enterprises", "projects")
"""Lists that can be of one county."""


def figures(found: Beside) -> List[Figure]:
    """The figures of both sides with their differences."""
    left, right = found.names
    return List(
        id=FIGURES,
        columns=(
            Column("item", lambda row: row.words, title="beside.head.item", width=108),
            _value("left", left, lambda row: row.left),
            _value("right", right, lambda row: row.right),
            Column(
                "difference",
                lambda row: row.difference or text("ui.none"),
                title="beside.head.difference",
                width=140,
            ),
        ),
        rows=_rows(found.figures),
        key=lambda row: row.key,
        titled="beside.sheet.figures",
    )


def _value(id_: str, name: str, side: Callable[[Figure], Value]) -> Column[Figure]:
    """The value of a side, which a tip tells whole, with what was counted."""

    def tip(row: Figure) -> str:
        return "\n".join(words for words in (side(row).told, side(row).more) if words)

    return Column(id_, lambda row: side(row).told, said=name, tip=tip, width=180)


def ties(found: Beside, group: Group) -> List[Tie]:
    """What both have in common of a kind, or what passes one way."""
    kind = found.pair.kind
    return List(
        id=f"beside_{kind}_{group.code}",
        columns=(
            Column(
                "name",
                lambda row: row.name,
                tip=lambda row: row.more,
                title=f"beside.head.{kind}.{group.code}",
                width=120,
            ),
            Column("left", lambda row: row.left, said=_said(found, group, 0), width=180),
            Column("right", lambda row: row.right, said=_said(found, group, 1), width=180),
            Column(
                "words",
                lambda row: row.words,
                title=f"beside.head.words.{kind}.{group.code}",
                tip=lambda row: row.words,
                grows=True,
                width=200,
            ),
        ),
        rows=_rows(group.ties),
        key=lambda row: row.id,
        target=lambda row: row.target,
        titled=f"beside.sheet.{kind}.{group.code}",
    )


def _said(found: Beside, group: Group, side: int) -> str:
    """Above a column: whose it is, and of what passes who makes it and who takes it."""
    if group.code not in (GIVES, TAKES):
        return found.names[side]
    name = found.names[side if group.code == GIVES else 1 - side]
    what = "users" if found.pair.kind == CHAIN else "takers"
    return text(f"beside.head.{what if side else 'makers'}", name=name)


def title(found: Beside, group: Group) -> str:
    """The name of a group in a tab: ``铝供线缆 8``."""
    return _named(found, group, str(len(group.ties)))


def name(found: Beside, group: Group) -> str:
    """The same without the count: ``铝供线缆``."""
    return _named(found, group, "").strip()


def _named(found: Beside, group: Group, count: str) -> str:
    left, right = found.names if group.code != TAKES else found.names[::-1]
    names = {"giver": left, "taker": right}
    return text(f"beside.tab.{found.pair.kind}.{group.code}", count=count, **names)


def aim(found: Beside, figure: Figure, side: int) -> Aim:
    """Where a figure of the left (0) or right side is best seen: in its list of the chain, or of
    the enterprises or projects of the county.
    """
    target = found.pair.targets[side]
    if found.pair.kind == CHAIN:
        word = figure.key if figure.key in ACTED_ON else ""
        return Aim(list=figure.list, chain=target.id, word=word)
    of_county = figure.list if figure.list in COUNTY_LISTS else "enterprises"
    return Aim(list=of_county, county=target.id)


def _rows(found: Sequence[Row]) -> Callable[[Reading, Scope], Sequence[Row]]:
    return lambda _reading, _scope: found
