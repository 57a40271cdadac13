"""A value of a thing that is worked out when first asked for, once, whatever thread asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any, Generic, Self, TypeVar, overload

from liantu.ways import in_need

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class once(Generic[Owner, Value]):  # noqa: N801  used as the decorators of Python are
    """A method as an attribute; who asks while another thread works it out waits for that.

    ``functools.cached_property`` has one lock for all instances up to Python 3.11, so that the
    window waited for a worker that made the same of *another* reading; from 3.12 on it has none,
    and both would make it. Here every instance has its own, while the value is being made.
    """

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self._make = make
        self._name = self._busy = make.__name__
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name, self._busy = name, f"_{name}_busy"

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...

    @overload
    def __get__(self, instance: Owner, owner: type[Any]) -> Value: ...

    def __get__(self, instance: Owner | None, owner: type[Any]) -> Self | Value:
        """Only asked where the value is not there yet: it then hides this descriptor."""
        if instance is None:
            return self
        held = vars(instance)
        with _let(held.setdefault(self._busy, RLock())):
            if self._name not in held:
                held[self._name] = self._make(instance)
            held.pop(self._busy, None)  # also one that came after the first was taken away
            found: Value = held[self._name]
            return found


@contextmanager
def _let(lock: RLock) -> Iterator[None]:
    """Hold the lock; who has to wait for it needs what another thread makes."""
    if not lock.acquire(blocking=False):
        with in_need():
            lock.acquire()
    try:
        yield
    finally:
        lock.release()
