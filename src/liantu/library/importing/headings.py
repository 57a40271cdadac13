"""Where the headings of a table stand, and which column holds what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from liantu.library.firm_names import folded
from liantu.library.importing.cells import Cell, Table
from liantu.library.importing.lookups import Lookups
from liantu.library.importing.readers import County, Thing
from liantu.library.importing.targets import Column, Target, targets
from liantu.library.importing.trouble import Trouble, listed

_SEARCHED = 20
"""Rows from the top among which the headings are looked for."""
_SAMPLE = 40
"""Filled cells that are looked at to tell a column by what it holds."""
_MOSTLY = 0.7
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_NUMBERED = re.compile(r"^\d+[.、)]")
_EXACT, _PART = 100, 10

Columns = Mapping[int, str]
"""Position of a column in the sheet (from 0) → key of what it holds."""


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table: ``first`` is the row (from 0) that follows them."""

    names: tuple[str, ...]
    first: int = 0

    def unit(self, at: int) -> str:
        """What stands in brackets behind the heading of a column: its unit, if any."""
        name = unicodedata.normalize("NFKC", self.names[at])
        found = [one or other for one, other in _BRACKETS.findall(name)]
        return found[-1].strip() if found else ""


def header(table: Table, target: Target | None = None) -> Header:
    """The row, or the two rows of which the upper one groups the lower, that hold the most known
    headings; of all targets where none is given. Without any, the columns are numbered.
    """
    wanted = (target,) if target is not None else tuple(targets().values())
    best, chosen = 0, Header(tuple(str(at + 1) for at in range(_width(table))))
    for top in range(min(_SEARCHED, len(table.rows))):
        for depth in (1, 2):
            if _is_title(table.rows[top]) or top + depth > len(table.rows):
                continue
            found = Header(_names(table.rows[top : top + depth]), top + depth)
            score = max(_score(found.names, one) for one in wanted)
            if score > best:
                best, chosen = score, found
    return chosen


def guessed(names: Iterable[str], target: Target) -> Columns:
    """The columns by their headings, each key once, the surest first."""
    likely = sorted(_likely(tuple(names), target), key=lambda one: (-one[0], one[1]))
    found: dict[int, str] = {}
    for _, at, key in likely:
        if at not in found and key not in found.values():
            found[at] = key
    return dict(sorted(found.items()))


def seen(table: Table, head: Header, columns: Columns, target: Target, look: Lookups) -> Columns:
    """``columns`` with those that no heading tells but what they hold: counties, products."""
    found = dict(columns)
    for key, column in target.columns.items():
        if key in found.values() or not isinstance(column.reader, County | Thing):
            continue
        for at in range(len(head.names)):
            if at not in found and _holds(table, head, at, column, look):
                found[at] = key
                break
    return dict(sorted(found.items()))


def likely_target(table: Table) -> Target:
    """The target of which the most headings are there; more kinds of rows share the first ones."""
    scored = ((_score(header(table, one).names, one), one) for one in targets().values())
    return max(scored, key=lambda pair: pair[0])[1]


def _score(names: tuple[str, ...], target: Target) -> int:
    """How well headings fit: each that is known word by word counts most; a target of which a
    required column is lacking is hardly meant.
    """
    likely = {at: score for score, at, _ in sorted(_likely(names, target))}
    columns = guessed(names, target)
    lacking = sum(column.key not in columns.values() for column in target.required)
    return max(sum(likely[at] for at in columns) - _EXACT * lacking, 0)


def _likely(names: tuple[str, ...], target: Target) -> Iterator[tuple[int, int, str]]:
    for at, name in enumerate(names):
        for column in target.columns.values():
            if score := _fits(name, column):
                yield score, at, column.key


def _fits(name: str, column: Column) -> int:
    """How well a heading fits a column; 0: not at all."""
    options = [_bare(part) for part in (name, *name.split()[-1:])]
    best = 0
    for word in map(_bare, column.words):
        for option in filter(None, options):
            if option == word:
                best = max(best, _EXACT + len(word))
            elif len(word) > 1 and word in option:
                best = max(best, _PART + len(word))
    return best


@lru_cache(maxsize=4096)
def _bare(heading: str) -> str:
    """A heading without brackets and what is in them, numbering, stars and blanks."""
    name = unicodedata.normalize("NFKC", heading)
    plain = _NUMBERED.sub("", _BRACKETS.sub("", name)) or name
    return "".join(c for c in folded(plain) if c not in "*:·,;/")


def _names(rows: tuple[tuple[Cell, ...], ...]) -> tuple[str, ...]:
    """The words above each column, those of a group before its own."""
    return tuple(_joined(cells) for cells in zip(*rows, strict=True))


def _joined(cells: tuple[Cell, ...]) -> str:
    words = (" ".join(cell.split()) for cell in cells if isinstance(cell, str))
    return " ".join(dict.fromkeys(words))


def _is_title(row: tuple[Cell, ...]) -> bool:
    """Whether a row says one thing only: the title over the table."""
    return len({cell for cell in row if cell is not None}) < min(2, len(row))


def _width(table: Table) -> int:
    return len(table.rows[0]) if table.rows else 0


def _holds(table: Table, head: Header, at: int, column: Column, look: Lookups) -> bool:
    cells = [row[at] for row in table.rows[head.first :] if row[at] is not None][:_SAMPLE]
    known = sum(_reads(cell, column, look) for cell in cells)
    return len(cells) > 1 and known >= _MOSTLY * len(cells)


def _reads(cell: Cell, column: Column, look: Lookups) -> bool:
    if not isinstance(cell, str):
        return False
    if isinstance(column.reader, Thing):  # by its names only, without a search for near ones
        return folded(cell) in look.called(column.reader.kind)
    try:
        return column.reader.read(cell, look) is not None
    except Trouble:
        return False


def is_example(row: tuple[Cell, ...]) -> bool:
    """Whether a row is the example of a template, marked as such in its first cell."""
    first = next((cell for cell in row if cell is not None), None)
    return isinstance(first, str) and first.startswith(listed("library.import.example"))
