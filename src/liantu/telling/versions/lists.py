"""The rows of a comparison as lists: sorted, filtered and copied like all others."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.versions.classes import ClassRow, class_rows
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.rows import ThingRow, thing_rows
from liantu.telling.versions.values import kind_word
from liantu.wording import text

SCOPE = Scope(city=True)
"""The rows are those of the comparison, whatever the scope."""
THINGS, CLASSES = "version_things", "version_classes"


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


def classes(found: Comparison) -> List[ClassRow]:
    """Every product whose class is another."""
    rows = class_rows(found)

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
