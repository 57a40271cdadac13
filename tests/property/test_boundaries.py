"""What the analysis says at its edges, against the plainest way to say it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.analysis.boards import boards
from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.analysis.state import survey
from liantu.model import Atlas, Capacity, Enterprise, Status
from liantu.model.boards import Board
from liantu.model.classes import Word
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.pairs import matches

NAMES = [f"p{i}" for i in range(6)]
FIRMS = "abc"
DAYS = st.dates(datetime.date(2022, 10, 20), datetime.date(2022, 11, 5)).map(str)
AMOUNTS = st.one_of(st.none(), st.integers(0, 4).map(float))


@st.composite
def cities(draw: st.DrawFn) -> Atlas:
    """Six products, each with at most one route of others, and three enterprises."""
    inputs = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)
    products = [
        product(name, *([route(" ".join(needed))] if needed else []))
        for name in NAMES
        for needed in [draw(inputs)]
    ]
    rows = st.lists(st.tuples(st.sampled_from(NAMES), AMOUNTS), max_size=3)
    firms = [
        Enterprise(
            name,
            name,
            "甲县",
            capacities=tuple(
                Capacity(made, Status.OPERATING, amount, "万吨/年") for made, amount in draw(rows)
            ),
        )
        for name in FIRMS
    ]
    return atlas(products, firms)


@given(st.one_of(st.just(""), DAYS), st.one_of(st.just(""), DAYS), DAYS)
def test_a_capacity_runs_from_its_first_day_to_the_day_before_its_end(
    since: str, until: str, day: str
) -> None:
    city = atlas([product("x")], [maker("a", "x", 1.0, since=since, until=until)])
    runs = not (since and day < since) and not (until and day >= until)
    assert survey(city, day).is_local("x") == runs


@given(cities())
def test_deals_are_between_two_and_of_something_left(city: Atlas) -> None:
    found = diagnose(city)
    for match in matches(city, found):
        assert match.supplier != match.customer
        assert match.surplus is None or match.surplus > 0
        assert match.supplier in found.verdicts[match.product].makers
        assert match.customer in found.verdicts[match.use].makers


def _users(found: Diagnosis, wanted: str) -> set[str]:
    seen: set[str] = set()
    while more := {user for p in (wanted, *seen) for user in found.verdicts[p].needed_by} - seen:
        seen |= more
    return seen - {wanted}


@given(cities())
def test_exposure_counts_who_stands_without_the_gap(city: Atlas) -> None:
    found = diagnose(city)
    for score in boards(city, found).of(Board.FILL):
        made = {p for p in _users(found, score.product) if found.verdicts[p].makers}
        assert score.facts["exposed"] == len(made)


@given(cities())
def test_thin_means_that_known_supply_is_below_known_need(city: Atlas) -> None:
    found = diagnose(city)
    for name, verdict in found.verdicts.items():
        balance = verdict.balance
        less = balance is not None and not balance.supply_unknown and balance.supply < balance.need
        assert (Word.THIN in verdict.words) == (bool(verdict.makers) and less), name


@given(cities())
def test_only_one_maker_means_that_others_take_it_from_one_firm(city: Atlas) -> None:
    for name, verdict in diagnose(city).verdicts.items():
        others = any(
            firm not in verdict.makers
            for user, share in verdict.uses.items()
            if share.counts
            for firm in diagnose(city).verdicts[user].makers
        )
        assert bool(verdict.lost) == (len(verdict.makers) == 1 and others), name


@given(cities())
def test_shares_of_mains_and_parts_add_up_to_one(city: Atlas) -> None:
    known = survey(city).recipes
    for name in city.products:
        for way in known.own(name):
            weights = [share.weight for share in known.shares(name, way).values()]
            assert sum(weights) in (0, pytest.approx(1.0)), name
