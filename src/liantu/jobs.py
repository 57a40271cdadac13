"""Progress and cancellation for long work, without Qt.

Long work is a plain function ``job(progress) -> result``; it calls :meth:`Progress.step`
often, and that call raises :class:`Cancelled` once the user has asked to stop.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from liantu.ways import give_way

_T = TypeVar("_T")
OFTEN = 64
"""After so many small things it is looked whether the user has given up."""


class Cancelled(Exception):  # noqa: N818  not an error: the user asked for it
    """The user cancelled; whatever was begun has been undone by the raiser."""


class Progress:
    """Reports ``(done, total, label)`` to a listener and carries the wish to cancel.

    The listener is called on the thread that does the work.
    """

    def __init__(self, listener: Callable[[int, int, str], None] | None = None) -> None:
        self._listener = listener
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; safe from any thread."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether cancelling was asked for."""
        return self._cancel.is_set()

    def check(self) -> None:
        """Let those go first who may; raise :class:`Cancelled` if cancelling was asked for."""
        if not self._cancel.is_set():
            give_way()
        if self._cancel.is_set():
            raise Cancelled

    def each(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items; every now and then :meth:`check`."""
        for at, item in enumerate(items):
            if not at % OFTEN:
                self.check()
            yield item

    @contextmanager
    def here(self) -> Iterator[None]:
        """:func:`check` on this thread is :meth:`check` meanwhile."""
        before, _own.progress = getattr(_own, "progress", None), self
        try:
            yield
        finally:
            _own.progress = before

    def quiet(self) -> Progress:
        """For a part of the work: it shares the wish to cancel and reports to nobody."""
        made = Progress()
        made._cancel = self._cancel
        return made

    def step(self, done: int, total: int, label: str = "") -> None:
        """Report that ``done`` of ``total`` steps are finished; may raise :class:`Cancelled`."""
        self.check()
        if self._listener is not None:
            self._listener(done, total, label)


_own = threading.local()


def check() -> None:
    """:meth:`Progress.check` of what this thread works at, for what is made deep down and by many;
    nothing where it works at no job, as the window's own thread.
    """
    progress: Progress | None = getattr(_own, "progress", None)
    if progress is not None:
        progress.check()


def each(items: Iterable[_T], often: int = OFTEN) -> Iterator[_T]:
    """The items; after every so many of them :func:`check`."""
    for at, item in enumerate(items):
        if not at % often:
            check()
        yield item


@contextmanager
def collector_paused() -> Iterator[None]:
    """For work that makes many objects and no cycles: looking through them again and again for
    cycles would take a quarter of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
