"""What a worker finds for a list: its rows, and what is said below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from liantu.analysis.reading import Reading
from liantu.telling.lists.column import List, Scope

SEEN = 40
"""Rows that are told once by whoever finds them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """``missed`` is what a reader of the map misses there, ``remark`` a sentence about all rows;
    ``cells`` are the texts of the first rows, by the place of the row and the id of the column.
    """

    rows: Sequence[Any]
    missed: str
    remark: str = ""
    cells: Mapping[int, dict[str, str]] = field(default_factory=dict)


def listed(item: List[Any], reading: Reading, scope: Scope, *, remarked: bool = False) -> Listed:
    """All of it. What is seen first is told here, with all that it is told from."""
    rows = item.rows(reading, scope)
    cells = {
        at: {column.id: column.text(row) for column in item.on_screen}
        for at, row in enumerate(rows[:SEEN])
    }
    remark = item.remarked(reading, scope) if remarked else ""
    return Listed(rows, item.missed(reading, scope), remark, cells)
