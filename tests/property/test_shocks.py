"""What holds for any network: zero stays zero, more is never less, names do not matter."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.analysis.shocks.cascade import Effect, cascade
from liantu.analysis.shocks.course import Level, Relief, course
from liantu.analysis.shocks.days import time_to_stop
from liantu.analysis.shocks.network import Need, Network
from tests.helpers.shocks import Drawn, drawn, slow_times

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Floats

FEW = settings(max_examples=60, deadline=None)
FINE = 1e-9
SLACK = 1e-4
"""What losses of open loops may still miss of their end at the tolerance that is used here."""
DAYS = 40
SHOCKS = st.dictionaries(st.integers(0, 6), st.sampled_from((0.1, 0.4, 1.0)), max_size=3)


def _within(shock: dict[int, float], nodes: int) -> dict[int, float]:
    return {node: share for node, share in shock.items() if node < nodes}


def _reckoned(case: Drawn, shock: dict[int, float], *, substitution: bool) -> Effect:
    outputs, needs, markets = case
    network = Network.of(outputs, needs, markets)
    return cascade(network, shock, substitution=substitution, eps=FINE)


@FEW
@given(drawn(), SHOCKS, st.booleans())
def test_bounds_are_in_order_and_never_below_what_is_direct(
    case: Drawn, shock: dict[int, float], swap: bool
) -> None:
    shock = _within(shock, len(case[0]))
    effect = _reckoned(case, shock, substitution=swap)
    for pair in (effect.direct, effect.supply, effect.demand, effect.total):
        assert (pair.low >= 0).all() and (pair.high <= 1).all()
        assert (pair.low <= pair.high + FINE).all()
    for direct, total in zip(effect.direct, effect.total, strict=True):
        assert (total >= direct).all()
        assert all(direct[node] >= share for node, share in shock.items())
    assert bool(shock) or not effect.total.high.any()


@FEW
@given(drawn(), SHOCKS, SHOCKS, st.booleans())
def test_a_larger_shock_never_does_less(
    case: Drawn, shock: dict[int, float], more: dict[int, float], swap: bool
) -> None:
    shock = _within(shock, len(case[0]))
    both = {n: max(shock.get(n, 0.0), more.get(n, 0.0)) for n in {*shock, *more}}
    one = _reckoned(case, shock, substitution=swap)
    other = _reckoned(case, _within(both, len(case[0])), substitution=swap)
    if not (one.closed or other.closed):
        for less, greater in zip(one.total, other.total, strict=True):
            assert (greater >= less - SLACK).all()


@FEW
@given(drawn(), SHOCKS, st.booleans(), st.randoms(use_true_random=False))
def test_numbering_the_nodes_anew_changes_nothing(
    case: Drawn, shock: dict[int, float], swap: bool, chance: random.Random
) -> None:
    outputs, needs, markets = case
    new = list(range(len(outputs)))
    chance.shuffle(new)
    old = np.argsort(new)
    again: Drawn = (
        [outputs[n] for n in old],
        [_renamed(need, new) for need in needs],
        [markets[n] for n in old],
    )
    shock = _within(shock, len(outputs))
    one = _reckoned(case, shock, substitution=swap)
    other = _reckoned(again, {new[n]: s for n, s in shock.items()}, substitution=swap)
    for before, after in zip(one.total, other.total, strict=True):
        assert np.allclose(before, after[new], atol=1e-7)
    days = time_to_stop(Network.of(outputs, needs), shock)
    moved = time_to_stop(Network.of(*again[:2]), [new[n] for n in shock])
    assert days.low.tolist() == moved.low[new].tolist()


def _renamed(need: Need, new: list[int]) -> Need:
    sources = tuple(replace(s, supplier=new[s.supplier]) for s in need.sources)
    return replace(need, customer=new[need.customer], sources=sources)


@FEW
@given(drawn(whole=True), SHOCKS)
def test_days_are_those_of_the_slow_way(case: Drawn, shock: dict[int, float]) -> None:
    network = Network.of(*case[:2])
    shock = _within(shock, network.nodes)
    days = time_to_stop(network, shock)
    assert days.low.tolist() == slow_times(network, shock, 0.0)
    assert days.high.tolist() == slow_times(network, shock, np.inf)
    for node, link in enumerate(days.via.tolist()):
        assert (link >= 0) == (np.isfinite(days.low[node]) and node not in shock)
        if link >= 0:
            assert network.customer[network.need[link]] == node
            assert days.low[network.supplier[link]] <= days.low[node]


@FEW
@given(drawn(whole=True), SHOCKS)
def test_what_stands_still_for_certain_loses_all(case: Drawn, shock: dict[int, float]) -> None:
    """And the other way round: with nothing known of shares, only what may stand still does."""
    network = Network.of(*case[:2])
    stops = dict.fromkeys(_within(shock, network.nodes), 1.0)
    still = np.isfinite(time_to_stop(network, stops).low)
    lost = cascade(network, stops).supply
    assert (lost.high[still] == 1.0).all()
    assert (lost.low[still] == 1.0).all()
    assert (lost.low[~still] < 1.0).all()


def _full_days(lost: Floats) -> list[float]:
    """The first day on which each node stands still (``inf``: on none that was looked at)."""
    full = lost >= 1.0 - FINE
    return np.where(full.any(axis=0), full.argmax(axis=0), np.inf).tolist()


@FEW
@given(drawn(whole=True), SHOCKS)
def test_the_course_of_a_full_stop_keeps_to_the_days(case: Drawn, shock: dict[int, float]) -> None:
    """With one source a need it stands still on that very day; with several, what lacks before
    the last one stops may have used up stock, never the other way round.
    """
    outputs, needs, _ = case
    network = Network.of(outputs, [replace(n, sources=n.sources[:1]) for n in needs])
    levels = [Level(0, node, 1.0) for node in _within(shock, network.nodes)]
    stopped = [level.node for level in levels]
    lost, days = course(network, levels, [], DAYS), time_to_stop(network, stopped)
    assert _full_days(lost.high) == _within_sight(days.low)
    assert _full_days(lost.low) == _within_sight(days.high)
    network = Network.of(outputs, needs)
    lost, days = course(network, levels, [], DAYS), time_to_stop(network, stopped)
    ways = zip(_full_days(lost.high), _within_sight(days.low), strict=True)
    assert all(early <= late for early, late in ways)


def _within_sight(days: Floats) -> list[float]:
    up = np.ceil(days)
    return np.where(up < DAYS, up, np.inf).tolist()


@FEW
@given(drawn(), SHOCKS, st.integers(0, 4))
def test_a_course_without_stock_is_the_cascade(
    case: Drawn, shock: dict[int, float], start: int
) -> None:
    outputs, needs, _ = case
    network = Network.of(outputs, [replace(need, stock=0.0) for need in needs])
    shock = _within(shock, network.nodes)
    levels = [Level(start, node, share) for node, share in shock.items()]
    lost, end = course(network, levels, [], start + 2), cascade(network, shock).supply
    for daily, last in zip(lost, end, strict=True):
        assert not daily[:start].any()
        assert np.allclose(daily[start:], last)


@FEW
@given(drawn(), SHOCKS, st.integers(0, 7), st.sampled_from((0.0, 0.5, 1.0)))
def test_days_go_on_getting_worse_and_a_measure_never_harms(
    case: Drawn, shock: dict[int, float], need: int, share: float
) -> None:
    network = Network.of(*case[:2])
    levels = [Level(1, n, s) for n, s in _within(shock, network.nodes).items()]
    plain = course(network, levels, [], 8)
    assert (plain.low <= plain.high + FINE).all()
    assert (np.diff(plain.high, axis=0) >= -SLACK).all()
    if need < len(network.customer):
        helped = course(network, levels, [Relief(3, need, share, 1.0)], 8)
        assert (helped.high[:3] == plain.high[:3]).all()
        assert (helped.high <= plain.high + SLACK).all()
        assert (helped.low <= plain.low + SLACK).all()
