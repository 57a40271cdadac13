"""How wide the columns of a list are, as the user left them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from liantu.telling.lists.column import Column
from liantu.ui.remembered.list_memory import LEAST, MOST, Memory


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
