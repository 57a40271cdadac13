"""Which columns of a list are shown and how wide they are, as the user left them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from liantu.telling.lists.column import Column

LEAST, MOST = 24, 4000
"""Pixels of a column that are believed."""


class Memory:
    """Columns and widths by list, kept as one text; what is not sound is forgotten."""

    def __init__(self, kept: str = "") -> None:
        self._lists: dict[str, dict[str, Any]] = {}
        self.take(kept)

    def take(self, kept: str) -> None:
        """Remember what a text of :attr:`text` says."""
        try:
            found = json.loads(kept) if kept else {}
        except ValueError:
            found = {}
        if isinstance(found, dict):
            self._lists = {k: v for k, v in found.items() if isinstance(v, dict)}

    @property
    def text(self) -> str:
        """All as one line, for the settings."""
        lists = {key: value for key, value in sorted(self._lists.items()) if value}
        return json.dumps(lists, ensure_ascii=False) if lists else ""

    def columns(self, key: str) -> list[str]:
        """Ids of the columns that the user chose; empty: those of the list."""
        found = self._lists.get(key, {}).get("columns", [])
        return [c for c in found if isinstance(c, str)] if isinstance(found, list) else []

    def widths(self, key: str) -> dict[str, int]:
        """Widths that the user gave, by column."""
        found = self._lists.get(key, {}).get("widths", {})
        sound = found.items() if isinstance(found, dict) else ()
        return {c: w for c, w in sound if isinstance(w, int) and LEAST <= w <= MOST}

    def note_columns(self, key: str, ids: Sequence[str]) -> None:
        """Remember these; none means those of the list."""
        self._lists.setdefault(key, {}).pop("columns", None)
        if ids:
            self._lists[key]["columns"] = list(ids)

    def note_width(self, key: str, column: str, width: int) -> None:
        """Remember a width."""
        self._lists.setdefault(key, {}).setdefault("widths", {})[column] = width

    def forget(self, key: str) -> None:
        """Columns and widths of a list as they were at first."""
        self._lists.pop(key, None)


class Widths:
    """The widths of the shown columns of one list; what is set while it is :meth:`quiet` was not
    done by the user.
    """

    def __init__(self, key: str, memory: Memory, columns: Sequence[Column[Any]]) -> None:
        self._key, self._memory, self._columns = key, memory, tuple(columns)
        self._quiet = 0

    def remember(self, memory: Memory) -> None:
        """Keep widths there from now on."""
        self._memory = memory

    def show(self, columns: Sequence[Column[Any]]) -> None:
        """Other columns are shown."""
        self._columns = tuple(columns)

    def shared(self, room: int) -> list[int]:
        """A width for each column: what is left goes to those that grow and were not set."""
        set_ = self._memory.widths(self._key)
        found = [set_.get(c.id, c.width) for c in self._columns]
        growing = [at for at, c in enumerate(self._columns) if c.grows and c.id not in set_]
        growing = growing or [len(found) - 1]
        left = room - sum(found)
        if found and left > 0:
            for at in growing:
                found[at] += left // len(growing)
        return found

    def note(self, at: int, width: int) -> None:
        """The user dragged a column to this width."""
        if not self._quiet and 0 <= at < len(self._columns) and LEAST <= width <= MOST:
            self._memory.note_width(self._key, self._columns[at].id, width)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Meanwhile nothing is noted."""
        self._quiet += 1
        yield
        self._quiet -= 1
