"""What a worker finds for a list: its rows, and what is said below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from liantu.analysis.reading import Reading
from liantu.telling.lists.column import List, Scope

SEEN = 40
"""Rows that are told once by whoever finds them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """``missed`` is what a reader of the map misses there, ``remark`` a sentence about all rows."""

    rows: Sequence[Any]
    missed: str
    remark: str = ""


def listed(item: List[Any], reading: Reading, scope: Scope, *, remarked: bool = False) -> Listed:
    """All of it. What the rows are told from is made with the first of them, and not when they are
    seen.
    """
    rows = item.rows(reading, scope)
    for row in rows[:SEEN]:
        for column in item.on_screen:
            column.text(row)
    remark = item.remarked(reading, scope) if remarked else ""
    return Listed(rows, item.missed(reading, scope), remark)
