"""A value worked out once: threads wait for the same one, and not for that of another thing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from liantu.once import once

SOON = 10.0
"""Seconds after which a test would have hung."""


class Thing:
    """Makes its value when it is let."""

    def __init__(self) -> None:
        self.begun, self.let, self.made = Event(), Event(), 0

    @once
    def value(self) -> object:
        """What it is."""
        self.begun.set()
        assert self.let.wait(SOON)
        self.made += 1
        return object()

    @once
    def bad(self) -> int:
        """Cannot be made the first time."""
        self.made += 1
        if self.made == 1:
            raise LookupError
        return self.made


def test_two_threads_share_what_one_of_them_makes() -> None:
    thing = Thing()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(lambda: thing.value)
        assert thing.begun.wait(SOON)
        other = pool.submit(lambda: thing.value)
        thing.let.set()
        assert first.result(SOON) is other.result(SOON) is thing.value
    assert thing.made == 1


def test_another_thing_is_not_waited_for() -> None:
    slow, quick = Thing(), Thing()
    quick.let.set()
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(lambda: slow.value)
        assert slow.begun.wait(SOON)
        assert pool.submit(lambda: quick.value).result(SOON) is quick.value
        assert not waiting.done()
        slow.let.set()
        assert waiting.result(SOON) is slow.value


def test_what_failed_is_tried_again_and_nothing_else_stays_behind() -> None:
    thing = Thing()
    with pytest.raises(LookupError):
        thing.bad  # noqa: B018  asking is the point
    assert thing.bad == 2
    assert thing.bad == 2
    assert set(vars(thing)) == {"begun", "let", "made", "bad"}


def test_the_class_tells_what_it_is() -> None:
    assert Thing.value.__doc__ == "What it is."
