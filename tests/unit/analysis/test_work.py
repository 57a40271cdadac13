"""When a matter is late, and what of a month's matters counts as done."""

from __future__ import annotations

import pytest

from liantu.analysis.work import Ledger, Term, first_day, last_day, ordered, tasks
from liantu.analysis.work_month import month_of, split
from liantu.model.ledgers import Progress
from tests.helpers.ledgers import ledgers_at, task

DONE, HELD = Progress.DONE, Progress.HELD


@pytest.mark.parametrize(
    ("due", "day", "term", "left"),
    [
        ("2022-12-30", "2022-12-31", Term.LATE, -1),
        ("2022-12-31", "2022-12-31", Term.TODAY, 0),
        ("2023-01-07", "2022-12-31", Term.SOON, 7),
        ("2023-01-08", "2022-12-31", Term.AHEAD, 8),
        ("2024-02", "2024-02-28", Term.SOON, 1),
        ("2022", "2022-12-31", Term.TODAY, 0),
        ("", "2022-12-31", Term.UNSAID, None),
        ("2022-12-30", "", Term.UNSAID, None),
    ],
)
def test_days_are_counted_to_the_end_of_what_was_written(
    due: str, day: str, term: Term, left: int | None
) -> None:
    found = task(due=due)
    assert (found.term(day), found.left(day)) == (term, left)


def test_what_is_told_depends_on_the_day_alone() -> None:
    found = task(DONE, raised="2022-03-01", due="2022-03-31", done="2022-04-10")
    days = ("2022-02-28", "2022-03-31", "2022-04-09", "2022-04-10")
    assert [found.term(d) for d in days] == [Term.LATER, Term.TODAY, Term.LATE, Term.DONE]


def test_what_is_held_is_not_late_and_what_is_done_without_a_date_is_done() -> None:
    assert task(HELD, due="2022-01-01").term("2022-12-31") is Term.HELD
    assert task(DONE, due="2022-01-01").term("2021-12-31") is Term.DONE


def test_days_of_a_leap_year() -> None:
    assert (last_day("2024-02"), last_day("2022"), last_day("")) == ("2024-02-29", "2022-12-31", "")
    assert (first_day("2024"), first_day("2024-02"), first_day("")) == (
        "2024-01-01",
        "2024-02-01",
        "",
    )


MATTERS = {
    "old": task(raised="2022-08", due="2022-09-30"),
    "held": task(HELD, raised="2022-10-11", due="2022-12-01"),
    "kept": task(DONE, raised="2022-11-20", due="2022-12-20", done="2022-12-20"),
    "over": task(DONE, raised="2022-12-01", due="2022-12-10", done="2022-12-18"),
    "early": task(DONE, raised="2022-11-01", due="2022-12-05", done="2022-11-30"),
    "next": task(raised="2022-12-28", due="2023-01-20"),
    "after": task(DONE, raised="2022-12-02", due="2022-12-30", done="2023-01-06"),
    "undated": task(DONE, raised="2022-09", due="2022-12-11"),
    "year": task(DONE, raised="2022-09", done="2022"),
    "unraised": task(due="2022-12-15"),
    "later": task(raised="2023-01-08", due="2023-02-01"),
}


def test_a_month_counts_every_matter_once() -> None:
    month = month_of(MATTERS.values(), "2022-12")
    named = {id(found): name for name, found in MATTERS.items()}

    def names(part: str) -> str:
        return " ".join(named[id(found)] for found in getattr(month, part))

    assert month.day == "2022-12-31"
    assert names("carried") == "old held kept unraised"
    assert names("raised") == "over next after"
    assert names("done") == "kept over"
    assert names("left") == "old held next after unraised"
    assert names("late") == "old after unraised"
    assert names("held") == "held"
    assert names("due") == "held kept over early after unraised"
    assert names("kept") == "kept early"
    assert names("undated") == "undated year"
    assert names("unraised") == "unraised"
    assert month.on_hand == len(month.done) + len(month.left) == 7
    assert (month.rate, month.kept_rate) == (2 / 7, 2 / 6)
    assert [named[id(found)] for found in month.oldest] == ["old", "held", "after"]


def test_a_month_that_is_not_over_is_told_as_of_the_day() -> None:
    month = month_of(MATTERS.values(), "2022-12", "2022-12-10")
    assert month.day == "2022-12-10"
    assert (month.on_hand, len(month.done)) == (6, 0)
    assert len(month.due) == 3


def test_months_of_matters_follow_one_another() -> None:
    """What is left of a month is what the next one carries over."""
    dated = [t for name, t in MATTERS.items() if name not in ("unraised", "undated", "year")]
    for month, after in (("2022-08", "2022-09"), ("2022-11", "2022-12"), ("2022-12", "2023-01")):
        assert set(month_of(dated, after).carried) == set(month_of(dated, month).left)


def test_a_month_without_matters_is_empty() -> None:
    month = month_of([MATTERS["early"]], "2023-05")
    assert month.is_empty
    assert (month.rate, month.kept_rate, month.oldest) == (None, None, [])


def test_groups_add_up_and_the_unknown_stands_last() -> None:
    found = tasks(ledgers_at())
    whole = month_of(found, "2022-12", "2022-12-31")
    groups = dict(split(found, lambda t: t.chain, "2022-12", "2022-12-31"))
    assert list(groups)[-1] == ""
    assert sum(month.on_hand for month in groups.values()) == whole.on_hand == 14
    assert sum(len(month.done) for month in groups.values()) == len(whole.done) == 3


def test_a_matter_belongs_to_the_chain_and_county_that_are_known() -> None:
    found = {t.id: t for t in tasks(ledgers_at())}
    assert (found["Q1"].chain, found["Q1"].county) == ("pc-nylon", "高新区")
    assert (found["Q6"].chain, found["Q6"].county) == ("", "冠县")
    assert (found["M1"].chain, found["M1"].county, found["M1"].raised) == ("cu", "", "2022-12-08")
    assert found["X1"].product == "formaldehyde"


def test_the_most_urgent_stands_first() -> None:
    found = ordered(tasks(ledgers_at(), (Ledger.REQUEST,)), "2022-12-31")
    assert " ".join(t.id for t in found) == "Q1 Q11 Q2 Q10 Q4 Q6 Q5 Q7 Q3 Q8 Q9"
