"""The columns that an office works with: who does it, until when, how far, what stands against it,
whom to call. The data know nothing of them.
"""

from __future__ import annotations

from typing import Any

from liantu.telling.lists.column import Column
from liantu.telling.lists.fill import Fill


def _blank(_row: object) -> str:
    return ""


def blank(id_: str, fill: Fill = Fill.WORDS, width: int = 110, title: str = "") -> Column[Any]:
    """A column that is written by hand."""
    return Column(id_, _blank, fill=fill, width=width, title=title)


COLUMNS: tuple[Column[Any], ...] = (
    blank("responsible", width=120),
    blank("deadline", Fill.DAY, 96),
    blank("progress", Fill.PROGRESS, 84),
    blank("trouble", width=150),
    blank("contact", width=100),
)
IDS = " ".join(column.id for column in COLUMNS)
"""Ids of the columns, as a sheet names them."""
