"""A list as it is to be written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from liantu.telling.lists.column import Column, List


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWish:
    """The shown ``rows`` and ``columns`` of a list; ``where`` is its place in words, ``lead`` a
    sentence above the table.
    """

    item: List[Any]
    rows: tuple[Any, ...]
    columns: tuple[Column[Any], ...]
    where: str
    lead: str
