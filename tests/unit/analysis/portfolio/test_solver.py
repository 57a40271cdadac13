"""Cancelling, silence and what a stopped solve may say."""

from __future__ import annotations

import threading

import pytest

from liantu.analysis.portfolio.blocking import regrets
from liantu.analysis.portfolio.nouns import Limits
from liantu.analysis.portfolio.plan import Plan, best
from liantu.jobs import Cancelled, Progress
from tests.bench.portfolio import drawn
from tests.helpers.portfolios import case


def test_a_solve_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    best(case(), progress=Progress())
    assert capfd.readouterr() == ("", "")


def test_a_cancelled_solve_raises() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        best(case(), progress=progress)


def test_a_long_solve_stops_when_cancelled() -> None:
    progress = Progress()
    timer = threading.Timer(0.2, progress.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        best(drawn(3, hard=True), Limits(seconds=60.0, gap=0.0), progress)
    timer.join()


def test_regrets_report_their_progress() -> None:
    told: list[tuple[int, int, str]] = []
    plan = best(case())
    assert isinstance(plan, Plan)
    regrets(case(), plan, progress=Progress(lambda *step: told.append(step)))
    assert told == [(n, 6, "") for n in range(6)]


def test_a_solve_that_ends_early_says_how_far_it_may_be_off() -> None:
    problem = drawn(3, hard=True)
    rough = best(problem, Limits(seconds=0.3, gap=0.0))
    assert isinstance(rough, Plan) and not rough.proven
    assert rough.gap is not None and 0.0 < rough.gap < 0.05
    assert problem.allows(rough.chosen)
    better = best(problem, Limits(seconds=20.0, gap=0.003))
    assert isinstance(better, Plan)
    assert rough.value <= better.bound and better.value <= rough.bound
