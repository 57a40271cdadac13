"""What other modules make of a reading, held by the reading itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from liantu.analysis.reading import ASIDE, Reading

Value = TypeVar("Value")


class Aside(Generic[Value]):
    """Values by readings. They go when their reading does and, other than in a dictionary with weak
    keys, also when it is let go: a page that nobody sees may hold a former reading for hours. A
    value may hold its reading.
    """

    def get(self, reading: Reading) -> Value | None:
        """What was made of a reading; ``None`` before that."""
        found: Value | None = self._held(reading).get(self)
        return found

    def put(self, reading: Reading, value: Value) -> Value:
        """Hold what was made of a reading; of two threads that made it, the first has."""
        found: Value = self._held(reading).setdefault(self, value)
        return found

    def of(self, reading: Reading, make: Callable[[], Value]) -> Value:
        """What was made of a reading, made now where it was not."""
        found = self.get(reading)
        return found if found is not None else self.put(reading, make())

    @staticmethod
    def _held(reading: Reading) -> dict[Any, Any]:
        held: dict[Any, Any] = vars(reading).setdefault(ASIDE, {})
        return held
