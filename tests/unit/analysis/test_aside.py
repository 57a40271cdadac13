"""What modules make of a reading goes with what the reading itself made."""

from __future__ import annotations

from dataclasses import replace
from weakref import ref

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading


class Told:
    """Holds the reading that it is of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading


def test_it_is_made_once_a_reading_and_let_go_with_it() -> None:
    kept, reading = Aside[Told](), Reading.nothing()
    first = kept.of(reading, lambda: Told(reading))
    assert kept.of(reading, lambda: Told(reading)) is first
    assert kept.put(reading, Told(reading)) is first, "another thread was sooner"
    again = reading.under(replace(reading.scenario, name="同样的情景"))
    assert kept.get(again) is None, "a scenario of another name is told otherwise"
    gone = ref(first)
    del first
    reading.let_go()
    assert gone() is None and kept.get(reading) is None


def test_two_do_not_meet() -> None:
    one, other, reading = Aside[str](), Aside[str](), Reading.nothing()
    assert (one.of(reading, lambda: "一"), other.of(reading, lambda: "二")) == ("一", "二")
