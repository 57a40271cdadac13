"""Columns, widths and sorting of lists as the user left them."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LEAST, MOST = 24, 4000
"""Pixels of a column that are believed."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column a list is sorted; ``down``: the largest first."""

    column: str
    down: bool = False


class Memory:
    """What is remembered by list, in values of JSON; what is not sound is forgotten. Filters are
    not remembered: who comes back would take what they let pass for all there is.
    """

    def __init__(self, kept: Mapping[str, Any] | None = None) -> None:
        found = (kept or {}).items()
        self._lists = {k: _sound(v) for k, v in found if isinstance(v, dict)}

    @property
    def kept(self) -> dict[str, Any]:
        """All of it, for the settings."""
        return copy.deepcopy({key: told for key, told in sorted(self._lists.items()) if told})

    def columns(self, key: str) -> list[str]:
        """Ids of the columns that the user chose; empty: those of the list."""
        return list(self._lists.get(key, {}).get("columns", []))

    def widths(self, key: str) -> dict[str, int]:
        """Widths that the user gave, by column."""
        return dict(self._lists.get(key, {}).get("widths", {}))

    def sorting(self, key: str) -> Sorting | None:
        """How the user sorted a list; ``None``: as the list is."""
        found = self._lists.get(key, {}).get("sorting")
        return Sorting(**found) if found else None

    def note_columns(self, key: str, ids: Sequence[str]) -> None:
        """Remember these; none means those of the list."""
        self._lists.setdefault(key, {}).pop("columns", None)
        if ids:
            self._lists[key]["columns"] = list(ids)

    def note_width(self, key: str, column: str, width: int) -> None:
        """Remember a width."""
        self._lists.setdefault(key, {}).setdefault("widths", {})[column] = width

    def note_sorting(self, key: str, sorting: Sorting | None) -> None:
        """Remember how a list is sorted."""
        self._lists.setdefault(key, {}).pop("sorting", None)
        if sorting is not None:
            self._lists[key]["sorting"] = {"column": sorting.column, "down": sorting.down}

    def forget(self, key: str) -> None:
        """Columns and widths of a list as they were at first."""
        for name in ("columns", "widths"):
            self._lists.get(key, {}).pop(name, None)


def _sound(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What of one list is of its kind."""
    found: dict[str, Any] = {}
    columns, widths, sorting = raw.get("columns"), raw.get("widths"), raw.get("sorting")
    if isinstance(columns, list):
        found["columns"] = [c for c in columns if isinstance(c, str)]
    if isinstance(widths, dict):
        found["widths"] = {c: w for c, w in widths.items() if type(w) is int and LEAST <= w <= MOST}
    if isinstance(sorting, dict):
        column, down = sorting.get("column"), sorting.get("down")
        if isinstance(column, str) and column and isinstance(down, bool):
            found["sorting"] = {"column": column, "down": down}
    return {name: value for name, value in found.items() if value}
