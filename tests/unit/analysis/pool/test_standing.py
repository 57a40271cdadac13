"""Late, stuck and silent: what is known, and what is not taken for known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.pool.standing import Standing, Stuck, Term
from liantu.model import Phase, Project, ProjectState, Quantity, Status

DAY = "2022-12-31"
BUILDING = Project("p", "甲", Status.BUILDING, ProjectState.BUILDING, as_of="2022-12-30")


def on(project: Project, day: str = DAY, **more: object) -> Standing:
    return Standing(replace(project, **more), day)  # type: ignore[arg-type]  of tests


@pytest.mark.parametrize(
    ("due", "told", "term"),
    [
        ("2022-12-29", "2022-12-30", Term.LATE),
        ("2022-12-30", "2022-12-30", Term.DOUBT),  # told of on the last day, not after it
        ("2022-06", "2022", Term.DOUBT),  # some day of the year, it may be one before June
        ("2021", "2022-01-01", Term.LATE),
        ("2021", "", Term.LATE),  # what has no date is of today
        ("2021", "2019", Term.DOUBT),
        ("2023-03-01", "2022", Term.SOON),
        ("2023-03-02", "2022", Term.AHEAD),
        ("2022", "2022", Term.SOON),  # the year ends today
        ("", "2022", Term.UNSAID),
    ],
)
def test_late_is_only_what_was_open_after_its_day(due: str, told: str, term: Term) -> None:
    assert on(BUILDING, due=due, as_of=told).term is term


def test_what_is_over_or_told_of_later_is_neither_late_nor_stuck() -> None:
    for state, term in ((ProjectState.DONE, Term.DONE), (ProjectState.ENDED, Term.ENDED)):
        found = on(BUILDING, state=state, due="2020")
        assert (found.term, found.stuck, found.lacks) == (term, Stuck.NONE, ())
    later = on(BUILDING, due="2020", as_of="2023-01")
    assert (later.term, later.stuck, later.state) == (
        Term.LATER,
        Stuck.NONE,
        ProjectState.UNKNOWN,
    )
    assert later.has_begun is None
    assert on(BUILDING, "2023-01-01", as_of="2023-01").term is Term.UNSAID


@pytest.mark.parametrize(
    ("more", "stuck"),
    [
        ({}, Stuck.MOVING),
        ({"as_of": "2021-12-31"}, Stuck.MOVING),  # 365 days
        ({"as_of": "2021-12-30"}, Stuck.SILENT),
        ({"as_of": "2021"}, Stuck.MOVING),  # its last day may be meant
        ({"as_of": ""}, Stuck.UNKNOWN),
        ({"as_of": "2020", "progress_at": "2022-11"}, Stuck.MOVING),
        ({"as_of": "2020", "progress_at": "2023-01"}, Stuck.SILENT),  # not yet on the day
        ({"state": ProjectState.STALLED}, Stuck.STALLED),
        ({"state": ProjectState.UNKNOWN}, Stuck.UNKNOWN),
        ({"state": ProjectState.SIGNED, "start": "2022-06"}, Stuck.UNBEGUN),
        ({"state": ProjectState.SIGNED, "start": "2022-06", "as_of": "2022-05"}, Stuck.MOVING),
        ({"state": ProjectState.SIGNED, "start": "2023"}, Stuck.MOVING),
    ],
)
def test_silence_is_no_progress_and_no_standstill(more: dict[str, object], stuck: Stuck) -> None:
    assert on(BUILDING, **more).stuck is stuck


def test_a_stalled_project_has_begun_where_something_was_built() -> None:
    stalled = replace(BUILDING, state=ProjectState.STALLED)
    assert on(stalled).has_begun is True
    assert on(stalled, status=Status.PLANNED).has_begun is False
    assert on(stalled, status=Status.STOPPED).has_begun is None
    phases = (Phase(Status.OPERATING),)
    assert on(stalled, status=Status.STOPPED, phases=phases).has_begun is True


def test_the_status_speaks_where_no_state_is_told() -> None:
    assert on(BUILDING, state=None).has_begun is True
    assert on(BUILDING, state=None, status=Status.OPERATING).is_finished is True
    assert on(BUILDING, state=None, status=Status.UNKNOWN).is_finished is None


def test_money_told_later_does_not_count_on_the_day() -> None:
    spent = Quantity("3亿元", 3.0, "亿元")
    assert on(BUILDING, invested=spent).spent.amount == 3.0
    assert on(BUILDING, invested=spent, progress_at="2023-01").spent.amount is None
    assert on(BUILDING, invested=Quantity("300万美元", 300.0, "万美元")).spent.amount is None


def test_what_an_inspection_asks_for_and_nobody_has_told() -> None:
    assert on(BUILDING).lacks == ("department", "due", "investment", "invested", "progress")
    whole = on(
        BUILDING,
        department="局",
        due="2023",
        investment=Quantity("约9亿元", 9.0, "亿元"),
        invested=Quantity("0元", 0.0, "元"),
        progress="打桩",
    )
    assert whole.lacks == ()
    assert whole.spent.amount == 0.0
