"""Rows of a list as text with tabs between the cells, as spreadsheets take it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from liantu.telling.lists.column import Column
from liantu.ui.work.slices import pieces
from liantu.wording import text

PIECE = 20
"""Rows that are told between two looks at the clock."""


def telling(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> Generator[None, None, str]:
    """Heads and rows as they are shown, with their places where they have one."""
    number = columns[0].number if columns else None
    placed = number if number is not None and any(number(row) for row in rows) else None
    heads = [column.head for column in columns]
    lines = [_line([text("ui.column.rank"), *heads] if placed is not None else heads)]
    for some in pieces(len(rows), PIECE):
        for row in rows[some.start : some.stop]:
            cells = [column.text(row) for column in columns]
            lines.append(_line([str(placed(row)), *cells] if placed is not None else cells))
        yield
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "\t".join(map(_cell, cells))


def _cell(value: str) -> str:
    """Tabs and line ends in a cell become blanks."""
    return value.replace("\t", " ").replace("\n", " ").replace("\r", " ")
