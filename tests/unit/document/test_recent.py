"""The readings looked at last are kept, those of an atlas that was edited since not for long."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.document.recent import MOST, Recent
from liantu.jobs import Cancelled, Progress
from liantu.model.scenario import Scenario, Stop
from tests.helpers.atlases import atlas, maker, product
from tests.helpers.readings import reading


def some(date: str, base: Reading | None = None) -> Reading:
    return reading(base.base if base else atlas([product("a")], [maker("f", "a")]), date)


def test_the_same_date_of_the_same_atlas_is_found() -> None:
    recent, first = Recent(), some("2022-10-25")
    second = some("2022-10-26", first)
    recent.add(first)
    recent.add(second)
    assert recent.find(first.base, Scenario(date="2022-10-25")) is first
    assert recent.find(first.base, Scenario(date="2022-10-26")) is second
    assert recent.find(first.base, Scenario(date="2022")) is None
    stopped = Scenario(date="2022-10-25", stops=(Stop("f"),))
    assert recent.find(first.base, stopped) is None
    edited = replace(first.base)
    assert recent.find(edited, Scenario(date="2022-10-25")) is None


def test_the_oldest_gives_way() -> None:
    recent, first = Recent(), some("2000")
    recent.add(first)
    for year in range(2001, 2001 + MOST):
        recent.add(some(str(year), first))
    assert recent.find(first.base, Scenario(date="2000")) is None
    assert recent.find(first.base, Scenario(date="2001")) is not None


def test_one_that_is_looked_at_again_is_the_newest() -> None:
    recent, first = Recent(), some("2000")
    recent.add(first)
    for year in range(2001, 2000 + MOST):
        recent.add(some(str(year), first))
    recent.add(first)
    recent.add(some("2050", first))
    assert recent.find(first.base, Scenario(date="2000")) is first
    assert recent.find(first.base, Scenario(date="2001")) is None


def test_what_nobody_has_seen_gives_way_first() -> None:
    recent, first = Recent(), some("2000")
    recent.add(first)
    ahead = some("2001", first)
    recent.foresee(ahead)
    assert recent.find(first.base, Scenario(date="2001")) is ahead
    for year in range(2002, 2001 + MOST):
        recent.add(some(str(year), first))
    assert recent.find(first.base, Scenario(date="2001")) is None
    assert recent.find(first.base, Scenario(date="2000")) is first


def test_nothing_is_foreseen_of_another_atlas() -> None:
    recent, first = Recent(), some("2000")
    recent.foresee(first)
    assert recent.find(first.base, Scenario(date="2000")) is None
    recent.add(some("2000"))
    recent.foresee(first)
    assert recent.find(first.base, Scenario(date="2000")) is None


def test_of_a_large_folder_fewer_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    recent, first = Recent(), some("2000")  # a product and a maker
    monkeypatch.setattr(room, "HELD", 4)
    second = some("2001", first)
    recent.add(first)
    recent.add(second)
    assert recent.serials == {first.serial, second.serial}
    recent.foresee(some("2002", first))
    assert recent.find(first.base, Scenario(date="2000")) is None, "one beside what is looked at"
    monkeypatch.setattr(room, "HELD", 1)
    assert not recent.foresees(second)
    recent.add(second)
    assert recent.serials == {second.serial}
    recent.foresee(first)
    assert recent.serials == {second.serial}


def test_what_another_thread_makes_is_waited_for_and_made_once() -> None:
    recent, first = Recent(), some("2000")
    recent.add(first)
    begun, gate, found = threading.Event(), threading.Event(), list[Reading]()
    scenario = Scenario(date="2001")

    def make() -> Reading:
        begun.set()
        gate.wait(10)
        return some("2001", first)

    def ask() -> None:
        found.append(recent.of(first.base, scenario, make, Progress()))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    other = recent.of(first.base, Scenario(date="2002"), lambda: some("2002", first), Progress())
    assert other.date == "2002", "nobody waits for another one"
    given_up = Progress()
    given_up.cancel()
    with pytest.raises(Cancelled):
        recent.of(first.base, scenario, make, given_up)
    gate.set()
    for thread in threads:
        thread.join()
    assert [*map(id, found)] == [id(found[0])] * 3
    assert recent.find(first.base, scenario) is found[0]


def test_what_one_gave_up_another_makes() -> None:
    recent, first = Recent(), some("2000")
    recent.add(first)
    scenario = Scenario(date="2001")

    def give_up() -> Reading:
        raise Cancelled

    with pytest.raises(Cancelled):
        recent.of(first.base, scenario, give_up, Progress())
    made = recent.of(first.base, scenario, lambda: some("2001", first), Progress())
    assert made.date == "2001"
