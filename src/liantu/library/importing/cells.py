"""What tables are made of, and why a file is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liantu.wording import text

Cell = str | float | bool | date | None
"""Texts have no blanks at their ends; ``None``: nothing is in the cell."""

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELLS = 3_000_000
"""Of one sheet, counted as a rectangle: as such it lies in memory."""
MAX_SHEETS = 60
MAX_TEXT = 32_767
"""Characters of a cell, as in spreadsheets."""


class TableError(ValueError):
    """A file that gives no tables: ``code`` and ``params`` of the sentence that says why."""

    def __init__(self, code: str, /, **params: str | int) -> None:
        super().__init__(code)
        self.code, self.params = f"library.table.{code}", params

    def __str__(self) -> str:
        return text(self.code, **self.params)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as it stands, row by row from its first; merged cells hold what is seen in them.

    All rows are equally long. ``hidden``: nobody sees the sheet who opens the file.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False


def table(name: str, rows: list[list[Cell]], *, hidden: bool = False) -> Table:
    """A table of rows, without the empty ones at its end and the empty columns at its right.

    Raises :class:`TableError` where it is larger than can be taken.
    """
    width = max((_filled(row) for row in rows), default=0)
    while rows and not _filled(rows[-1]):
        rows.pop()
    checked_size(name, len(rows), width)
    return Table(name, tuple((*row[:width], *[None] * (width - len(row))) for row in rows), hidden)


def checked_size(name: str, height: int, width: int) -> None:
    """Raise :class:`TableError` where a sheet is larger than can be taken."""
    if height > MAX_ROWS:
        raise TableError("rows", sheet=name, count=height, limit=MAX_ROWS)
    if width > MAX_COLUMNS:
        raise TableError("columns", sheet=name, count=width, limit=MAX_COLUMNS)
    if height * width > MAX_CELLS:
        raise TableError("cells", sheet=name, limit=MAX_CELLS)


def _filled(row: list[Cell]) -> int:
    """Columns up to the last in which something stands."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1] is not None), 0)
