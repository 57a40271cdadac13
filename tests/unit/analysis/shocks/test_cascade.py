"""Losses by hand: intervals, dents, stand-ins, loops."""

from __future__ import annotations

import pytest

from liantu.analysis.shocks.cascade import Pair, cascade, cascades
from liantu.analysis.shocks.network import Need, Network, Source


def _two_sources(first: float | None, second: float | None) -> Network:
    return Network.of([None] * 3, [Need(2, (Source(0, first), Source(1, second)))])


def _span(pair: Pair, node: int) -> tuple[float, float]:
    return pytest.approx(float(pair.low[node])), pytest.approx(float(pair.high[node]))


@pytest.mark.parametrize(
    ("shares", "span"),
    [
        ((0.7, 0.3), (0.7, 0.7)),
        ((0.7, 0.1), (0.7, 0.7)),
        ((0.7, None), (0.7, 0.7)),
        ((None, 0.3), (0.7, 0.7)),
        ((None, None), (0.0, 1.0)),
        ((0.0, None), (0.0, 0.0)),
    ],
)
def test_what_a_need_loses_when_its_first_source_stops(
    shares: tuple[float | None, float | None], span: tuple[float, float]
) -> None:
    assert _span(cascade(_two_sources(*shares), {0: 1.0}).supply, 2) == span


def test_all_sources_at_once_take_all_whatever_their_shares() -> None:
    assert _span(cascade(_two_sources(None, None), {0: 1.0, 1: 0.5}).supply, 2) == (0.5, 1.0)
    assert _span(cascade(_two_sources(None, None), {0: 1.0, 1: 1.0}).supply, 2) == (1.0, 1.0)


def test_dents_add_up_and_essential_needs_do_not() -> None:
    needs = [Need(3, (Source(0, 1.0),), dent=0.3), Need(3, (Source(1, 1.0),), dent=0.3)]
    network = Network.of([None] * 4, [*needs, Need(3, (Source(2, 1.0),))])
    lost = [
        cascade(network, shock).supply.high[3]
        for shock in ({0: 1.0}, {0: 1.0, 1: 1.0}, {0: 1.0, 1: 1.0, 2: 0.5}, {0: 1.0, 2: 0.9})
    ]
    assert lost == pytest.approx([0.3, 0.6, 0.6, 0.9])


def test_sales_that_are_unknown_may_be_nothing_or_all_that_is_left() -> None:
    needs = [Need(1, (Source(0, sold=None),)), Need(2, (Source(0, sold=0.25),))]
    network = Network.of([None] * 3, needs)
    assert _span(cascade(network, {1: 1.0}).demand, 0) == (0.0, 0.75)
    assert _span(cascade(network, {2: 1.0}).demand, 0) == (0.25, 0.25)
    assert _span(cascade(network, {1: 1.0, 2: 1.0}).demand, 0) == (0.25, 1.0)


def test_one_step_is_told_apart_from_all_steps() -> None:
    needs = [Need(1, (Source(0, 1.0, 0.5),)), Need(2, (Source(1, 1.0, 0.5),))]
    effect = cascade(Network.of([None] * 3, needs), {0: 1.0})
    assert effect.direct.high.tolist() == [1.0, 1.0, 0.0]
    assert effect.total.high.tolist() == [1.0, 1.0, 1.0]
    back = cascade(Network.of([None] * 3, needs), {2: 1.0})
    assert back.direct.high.tolist() == [0.0, 0.5, 1.0]
    assert back.total.high.tolist() == [0.25, 0.5, 1.0]


def test_other_makers_step_in_as_far_as_they_go() -> None:
    needs = [Need(2, (Source(0, 0.5), Source(1, 0.5)))]
    known = Network.of([30.0, 10.0, None], needs, [0, 0, -1])
    assert cascade(known, {1: 1.0}, substitution=True).supply.high[2] == pytest.approx(1 / 6)
    assert cascade(known, {0: 1.0}, substitution=True).supply.high[2] == pytest.approx(0.5)
    unknown = Network.of([30.0, None, None], needs, [0, 0, -1])
    assert _span(cascade(unknown, {1: 1.0}, substitution=True).supply, 2) == (0.0, 0.5)
    both = cascade(unknown, {0: 1.0, 1: 1.0}, substitution=True)
    assert _span(both.supply, 2) == (1.0, 1.0)
    alone = Network.of([None] * 3, needs, [0, 1, -1])
    assert _span(cascade(alone, {1: 1.0}, substitution=True).supply, 2) == (0.5, 0.5)


def _loop(first: float, back: float) -> Network:
    """Node 1 takes ``first`` from node 0 and ``back`` from node 2, which lives on node 1."""
    needs = [Need(1, (Source(0, first), Source(2, back))), Need(2, (Source(1, 1.0),))]
    return Network.of([None] * 4, [*needs, Need(3, (Source(2, 1.0),))])


def test_a_loop_that_buys_elsewhere_settles_at_its_right_answer() -> None:
    """x = 0.5 + 0.4 y, y = x."""
    effect = cascade(_loop(0.5, 0.4), {0: 1.0}, eps=1e-9)
    assert effect.supply.high.tolist() == pytest.approx([1.0, *[5 / 6] * 3], abs=1e-7)
    assert not effect.closed and effect.rounds < 60


def test_a_loop_with_a_healthy_supplier_settles_too() -> None:
    needs = [Need(1, (Source(0, 0.5), Source(2, 0.3), Source(3, 0.2))), Need(2, (Source(1, 1.0),))]
    effect = cascade(Network.of([None] * 4, needs), {0: 1.0}, eps=1e-9)
    assert effect.supply.high[1] == pytest.approx(5 / 7, abs=1e-7) and not effect.closed
    assert cascade(Network.of([None] * 4, needs), {0: 1.0, 3: 0.1}).closed


def test_a_loop_that_creeps_to_its_end_is_labelled() -> None:
    effect = cascade(_loop(0.5, 0.5), {0: 1.0})
    assert effect.closed and effect.rounds < 60
    assert 0.99999 < effect.supply.high[3] <= 1.0


def test_a_long_loop_that_hardly_moves_ends_all_the_same() -> None:
    """Every round of the long loop takes a thousandth of what is left."""
    ring = [Need(n, (Source(n - 1, 1.0),)) for n in range(2, 40)]
    first = Need(1, (Source(0, 0.001), Source(39, 0.999)))
    effect = cascade(Network.of([None] * 40, [first, *ring]), {0: 1.0})
    assert effect.closed and effect.rounds <= 40 + 1000
    assert 0.0 < effect.supply.high[39] < 1.0


def test_a_loop_that_is_lost_as_a_whole_is_certain() -> None:
    ring = [Need(n, (Source((n - 1) % 9, 1.0),)) for n in range(9)]
    effect = cascade(Network.of([None] * 9, ring), {4: 0.5})
    assert effect.supply.low.tolist() == [0.5] * 9
    assert not effect.closed


def test_many_at_once_are_each_by_itself() -> None:
    needs = [Need(n, (Source(n - 1, 0.9), Source(max(0, n - 3)))) for n in range(1, 30)]
    network = Network.of([None] * 30, needs)
    shocks = [{n: 1.0} for n in range(30)] + [{}]
    for shock, effect in zip(shocks, cascades(network, shocks), strict=True):
        alone = cascade(network, shock)
        assert effect.total.high.tolist() == alone.total.high.tolist()
        assert effect.total.low.tolist() == alone.total.low.tolist()
        assert effect.rounds == alone.rounds


@pytest.mark.parametrize("shock", [{3: 1.0}, {-1: 1.0}, {0: 1.1}, {0: -0.1}])
def test_a_node_that_is_not_there_and_a_loss_beyond_all(shock: dict[int, float]) -> None:
    with pytest.raises(ValueError, match="cannot lose"):
        cascade(_two_sources(1.0, 0.0), shock)
