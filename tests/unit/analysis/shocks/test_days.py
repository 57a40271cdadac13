"""可撑天数 by hand."""

from __future__ import annotations

import math

import pytest

from liantu.analysis.shocks.days import time_to_stop
from liantu.analysis.shocks.network import Need, Network, Source


def test_an_unknown_stock_is_empty_at_worst_and_endless_at_best() -> None:
    needs = [Need(1, (Source(0),), stock=None), Need(2, (Source(1),), stock=3.0)]
    days = time_to_stop(Network.of([None] * 3, needs), [0])
    assert days.low.tolist() == [0.0, 0.0, 3.0]
    assert days.high.tolist() == [0.0, math.inf, math.inf]


def test_a_need_is_out_with_its_last_source_and_says_which() -> None:
    needs = [
        Need(1, (Source(0),), stock=1.0),
        Need(2, (Source(0),), stock=4.0),
        Need(3, (Source(2), Source(0), Source(1)), stock=0.5),
    ]
    network = Network.of([None] * 4, needs)
    days = time_to_stop(network, [0])
    assert days.low.tolist() == [0.0, 1.0, 4.0, 4.5]
    assert network.supplier[days.via[3]] == 2
    assert days.via[0] == -1


def test_what_only_dents_or_comes_from_elsewhere_too_stops_nothing() -> None:
    needs = [
        Need(1, (Source(0),), dent=0.5),
        Need(2, (Source(0, 0.8),)),
        Need(3, (Source(0, 0.8), Source(1))),
        Need(4, (Source(0, 1.0), Source(1, 0.0))),
    ]
    days = time_to_stop(Network.of([None] * 5, needs), [0])
    assert days.low.tolist() == [0.0, math.inf, math.inf, math.inf, 0.0]


def test_a_loop_holds_itself_up_until_a_source_from_outside_it_fails() -> None:
    needs = [Need(1, (Source(0), Source(2)), stock=1.0), Need(2, (Source(1),), stock=1.0)]
    network = Network.of([None] * 3, needs)
    assert time_to_stop(network, [0]).low.tolist() == [0.0, math.inf, math.inf]
    assert time_to_stop(network, [0, 2]).low.tolist() == [0.0, 1.0, 0.0]


def test_the_nearer_of_two_ways_counts() -> None:
    needs = [
        Need(1, (Source(0),), stock=9.0),
        Need(2, (Source(0),), stock=2.0),
        Need(1, (Source(2),), stock=3.0),
    ]
    assert time_to_stop(Network.of([None] * 3, needs), [0]).low.tolist() == [0.0, 5.0, 2.0]


def test_a_node_that_is_reached_twice_stops_once() -> None:
    """Node 1 stops on day 5 and not on day 9; node 3 still has its other source."""
    needs = [
        Need(1, (Source(0),), stock=9.0),
        Need(2, (Source(0),), stock=2.0),
        Need(1, (Source(2),), stock=3.0),
        Need(3, (Source(1), Source(4))),
    ]
    days = time_to_stop(Network.of([None] * 5, needs), [0])
    assert days.low.tolist() == [0.0, 5.0, 2.0, math.inf, math.inf]


def test_nothing_stops_without_a_stop_and_no_unknown_node_can() -> None:
    network = Network.of([None] * 2, [Need(1, (Source(0),))])
    assert time_to_stop(network, []).low.tolist() == [math.inf, math.inf]
    with pytest.raises(ValueError, match="cannot stop"):
        time_to_stop(network, [2])
