"""Rates with what they are counted over; who lies about one number is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.pool.rates import rates
from liantu.analysis.pool.standing import Standing
from liantu.issues import Severity
from liantu.library.reader import load_files
from liantu.model import ProjectState, Quantity
from tests.helpers import folders
from tests.helpers.projects import DAY, FILES


def standings(day: str = DAY) -> list[Standing]:
    content = {**folders.GOOD, **FILES}
    loaded = load_files({k: v if isinstance(v, bytes) else v.encode() for k, v in content.items()})
    assert [issue for issue in loaded.issues if issue.severity is Severity.ERROR] == []
    return [Standing(project, day) for project in loaded.atlas.projects.values()]


def test_every_rate_says_over_what_it_is_counted() -> None:
    found = rates(standings())
    assert (found.count, found.later, found.ended) == (8, 1, 1)
    begun, finished, spent = found.begun, found.finished, found.spent
    # P1 P3 P4 P6 have begun, P2 has not, nobody knows of P7
    assert (begun.part, begun.whole, begun.known, begun.of, begun.missing) == (4, 5, 5, 6, 1)
    assert begun.value == pytest.approx(0.8)
    assert (finished.part, finished.known) == (1, 5)
    # 4 of 10 and 0.05 of 0.5
    assert (spent.part, spent.whole) == (pytest.approx(4.05), pytest.approx(10.5))
    assert (spent.known, spent.of, spent.rough) == (2, 6, 1)


def test_money_of_one_side_alone_does_not_count() -> None:
    found = standings()
    without = [one for one in found if one.project.id != "P1"]
    assert rates(without).spent.value == pytest.approx(0.1)
    assert rates([one for one in found if one.project.id == "P4"]).spent.value is None


def test_a_date_before_leaves_later_facts_out() -> None:
    early = rates(standings("2022-08-31"))
    # P1, P2, P5 and P6 are told of only later, and P4 and P8 of some day of the year
    assert (early.later, early.spent.known) == (4, 0)
    assert early.spent.value is None


def test_a_rate_of_nothing_is_unknown_not_zero() -> None:
    nothing = rates([])
    assert (nothing.begun.value, nothing.spent.value) == (None, None)
    unknown = [one for one in standings() if one.state is ProjectState.UNKNOWN]
    assert rates(unknown).begun.value is None


def test_a_lie_about_money_is_seen() -> None:
    found = standings()
    lie = replace(found[0].project, invested=Quantity("9亿元", 9.0, "亿元"))
    lied = [Standing(lie, DAY), *found[1:]]
    assert rates(lied).spent.part == pytest.approx(rates(found).spent.part + 5)
