"""Workers give way to the window, and what nobody waits for to what somebody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from threading import Event

import pytest

from liantu import jobs, ways
from liantu.jobs import Cancelled, Progress
from liantu.once import once
from liantu.ways import Rank, at_work, give_way, in_need

SOON, NOT_YET = 10.0, 0.05
"""Seconds after which a test would have hung, and in which nothing may happen."""
FOR_EVER = 60.0


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gives way waits until it may go on."""
    monkeypatch.setattr(ways, "PATIENCE_S", FOR_EVER)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as made:
        yield made


def step(pool: ThreadPoolExecutor, rank: Rank, act: Callable[[], None] = give_way) -> Future[None]:
    """One step of work of a rank, by a thread of its own that has begun."""
    begun = Event()

    def job() -> None:
        with at_work(rank):
            begun.set()
            act()

    found = pool.submit(job)
    assert begun.wait(SOON)
    return found


def is_held(found: Future[None]) -> bool:
    """Whether it does not go on."""
    try:
        found.result(NOT_YET)
    except TimeoutError:
        return True
    return False


@pytest.mark.parametrize("rank", [Rank.ASKED, Rank.AHEAD])
def test_a_worker_goes_on_once_the_window_has_done(pool: ThreadPoolExecutor, rank: Rank) -> None:
    with at_work(Rank.WINDOW):
        found = step(pool, rank)
        assert is_held(found)
    found.result(SOON)


def test_what_is_made_ahead_goes_on_once_what_was_asked_for_is_made(
    pool: ThreadPoolExecutor,
) -> None:
    made = Event()
    asked = step(pool, Rank.ASKED, lambda: assert_set(made))
    ahead = step(pool, Rank.AHEAD)
    assert is_held(ahead)
    made.set()
    asked.result(SOON)
    ahead.result(SOON)


def give_way_often() -> None:
    for _ in range(20):
        give_way()


def assert_set(made: Event) -> None:
    assert made.wait(SOON)


def test_equals_do_not_wait_for_each_other(pool: ThreadPoolExecutor) -> None:
    with at_work(Rank.ASKED):
        step(pool, Rank.ASKED).result(SOON)
        with at_work(Rank.WINDOW):
            give_way()


def test_a_thread_of_no_rank_never_waits(pool: ThreadPoolExecutor) -> None:
    with at_work(Rank.WINDOW):
        pool.submit(Progress().check).result(SOON)


def test_a_worker_gets_on_beside_a_window_that_is_never_done(
    pool: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "PATIENCE_S", 0.001)
    with at_work(Rank.WINDOW):
        step(pool, Rank.AHEAD, give_way_often).result(SOON)


@pytest.mark.parametrize("needs", [False, True])
def test_nobody_gives_way_to_who_needs_what_is_made(pool: ThreadPoolExecutor, needs: bool) -> None:
    with at_work(Rank.WINDOW):
        found = step(pool, Rank.ASKED)
        assert is_held(found)
        with in_need() if needs else nullcontext():
            assert is_held(found) is not needs


def test_who_needs_what_is_made_ahead_still_lets_the_window_go_first(
    pool: ThreadPoolExecutor,
) -> None:
    made = Event()

    def need() -> None:
        with in_need():
            assert_set(made)

    with at_work(Rank.WINDOW):
        needy = step(pool, Rank.ASKED, need)
        ahead = step(pool, Rank.AHEAD)
        assert is_held(ahead)
    ahead.result(SOON)
    made.set()
    needy.result(SOON)


class Thing:
    """Makes its value in steps."""

    def __init__(self) -> None:
        self.begun = Event()

    @once
    def value(self) -> int:
        """What it is."""
        self.begun.set()
        return sum(jobs.each(range(4), often=1))


def test_the_window_gets_a_value_that_a_worker_is_making(pool: ThreadPoolExecutor) -> None:
    thing = Thing()

    def make() -> None:
        with Progress().here():
            assert thing.value == 6

    with at_work(Rank.WINDOW):
        found = step(pool, Rank.AHEAD, make)
        assert thing.begun.wait(SOON)
        assert is_held(found)
        assert thing.value == 6
    found.result(SOON)


def test_who_has_given_up_waits_for_nobody(pool: ThreadPoolExecutor) -> None:
    progress = Progress()
    progress.cancel()
    with at_work(Rank.WINDOW), pytest.raises(Cancelled):
        step(pool, Rank.AHEAD, progress.check).result(SOON)


def test_what_is_made_deep_down_is_given_up_with_the_job_that_asked_for_it() -> None:
    progress = Progress()
    assert list(jobs.each("abc")) == ["a", "b", "c"]
    with progress.here():
        assert list(jobs.each("abc")) == ["a", "b", "c"]
        progress.cancel()
        with pytest.raises(Cancelled):
            list(jobs.each("abc"))
    jobs.check()
