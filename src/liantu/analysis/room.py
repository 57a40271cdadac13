"""How many readings of one folder may be held at once: many of a city, few of a large folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar
from weakref import ref

from liantu.model import Atlas

Value = TypeVar("Value")

HELD = 40_000
"""Products and enterprises of all readings that are held together; the one that is looked at is
held however large it is.
"""


def readings(atlas: Atlas, most: int) -> int:
    """At most so many, and at least one."""
    size = len(atlas.products) + len(atlas.enterprises)
    return max(1, min(most, HELD // max(size, 1)))


class Few(Generic[Value]):
    """The last few of what was made; what came before is known as long as somebody else holds it.
    A thread may ask while another adds.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: tuple[Value, ...] = ()
        self._known: tuple[ref[Value], ...] = ()

    def __iter__(self) -> Iterator[Value]:
        return (value for one in self._known if (value := one()) is not None)

    def add(self, value: Value) -> None:
        """One more, the newest."""
        self._known = (*(one for one in self._known if one() is not None), ref(value))
        self._held = (*self._held, value)[-self._most :] if self._most else ()
