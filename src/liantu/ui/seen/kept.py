"""What was made of a reading last, kept without keeping the reading."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from liantu.analysis.reading import Reading

P = ParamSpec("P")
Made = TypeVar("Made")
KEPT = 16
"""Values that are kept: a worker makes one, the window shows it, and the user comes back to it. As
many as :mod:`liantu.document.recent` keeps readings.
"""


def kept(
    make: Callable[Concatenate[Reading, P], Made], /
) -> Callable[Concatenate[Reading, P], Made]:
    """``make``, of which the last values are kept by the serial of the reading: a memory by the
    reading itself, as ``lru_cache`` is, would hold whole readings that nobody looks at any more.
    The values must not hold it either.
    """
    known: dict[Hashable, tuple[Made]] = {}

    @wraps(make)
    def found(reading: Reading, /, *args: P.args, **kwargs: P.kwargs) -> Made:
        key = (reading.serial, args, *sorted(kwargs.items()))
        held = known.pop(key, None)  # as one: another thread may ask meanwhile
        value = (make(reading, *args, **kwargs),) if held is None else held
        known[key] = value
        for old in [*known][:-KEPT]:
            known.pop(old, None)
        return value[0]

    return found
