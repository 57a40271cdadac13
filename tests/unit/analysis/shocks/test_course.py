"""A drill by hand, day by day."""

from __future__ import annotations

import pytest

from liantu.analysis.shocks.course import Level, Relief, course
from liantu.analysis.shocks.network import Need, Network, Source


def _bus(stock: float | None = 2.0) -> Network:
    """汇隆 (0) and another maker (1) supply 中通 (2), which supplies a line (3) with a day left."""
    parts = Need(2, (Source(0, 0.8), Source(1, 0.2)), stock=stock)
    return Network.of([10.0, 4.0, 100.0, None], [parts, Need(3, (Source(2),), stock=1.0)])


STOP = [Level(0, 0, 1.0), Level(5, 0, 0.6)]
"""It stops at once; on day 5 two fifths of it run again."""


def test_stock_lasts_until_it_is_used_up_by_what_lacks() -> None:
    lost = course(_bus(), STOP, [], 8).high[:, 2].tolist()
    assert lost == pytest.approx([0.0, 0.0, 0.4, 0.8, 0.8, 0.48, 0.48, 0.48])


def test_who_comes_after_has_its_own_stock() -> None:
    lost = course(_bus(), STOP, [], 8).high[:, 3].tolist()
    assert lost == pytest.approx([0.0, 0.0, 0.0, 0.2, 0.8, 0.48, 0.48, 0.48])


def test_an_unknown_stock_is_endless_at_best_and_empty_at_worst() -> None:
    both = course(_bus(None), STOP, [], 6)
    assert not both.low[:, 2].any()
    assert both.high[:, 2].tolist() == pytest.approx([0.8] * 5 + [0.48])
    assert both.low[:, 0].tolist() == both.high[:, 0].tolist() == [1.0] * 5 + [0.6]


def test_what_runs_again_makes_its_customers_run_again() -> None:
    lost = course(_bus(0.0), [Level(1, 0, 1.0), Level(3, 0, 0.0)], [], 5).high
    assert lost[:, 2].tolist() == pytest.approx([0.0, 0.8, 0.8, 0.0, 0.0])
    assert lost[:, 3].tolist() == pytest.approx([0.0, 0.0, 0.6, 0.0, 0.0])


def test_measures_cover_a_share_of_the_lack_or_bring_stock() -> None:
    half, more = Relief(2, 0, share=0.5), Relief(4, 0, share=0.25)
    lost = course(_bus(0.0), [Level(0, 0, 1.0)], [more, half], 6).high[:, 2].tolist()
    assert lost == pytest.approx([0.8, 0.8, 0.4, 0.4, 0.2, 0.2])
    brought = course(_bus(0.0), [Level(0, 0, 1.0)], [Relief(1, 0, days=1.0)], 4)
    assert brought.high[:, 2].tolist() == pytest.approx([0.8, 0.0, 0.6, 0.8])
    slower = course(_bus(), [Level(0, 0, 1.0)], [Relief(0, 0, share=0.5)], 7)
    assert slower.high[:, 2].tolist() == pytest.approx([0.0] * 5 + [0.4] * 2)


def test_measures_for_what_is_not_lacking_change_nothing() -> None:
    levels = [Level(0, 3, 1.0)]
    helped = course(_bus(), levels, [Relief(0, 0, share=1.0, days=9.0)], 4)
    assert helped.high.tolist() == course(_bus(), levels, [], 4).high.tolist()
    assert not course(_bus(), [], [], 3).high.any()


def test_others_step_in_where_they_may() -> None:
    needs = [Need(2, (Source(0, 0.5), Source(1, 0.5)))]
    network = Network.of([30.0, 10.0, None], needs, [0, 0, -1])
    alone = course(network, [Level(1, 1, 1.0)], [], 3)
    assert alone.high[:, 2].tolist() == pytest.approx([0.0, 0.5, 0.5])
    shared = course(network, [Level(1, 1, 1.0)], [], 3, substitution=True)
    assert shared.high[:, 2].tolist() == pytest.approx([0.0, 1 / 6, 1 / 6])


@pytest.mark.parametrize(
    ("level", "relief"),
    [
        (Level(0, 9, 1.0), Relief(0, 0)),
        (Level(0, 0, 1.5), Relief(0, 0)),
        (Level(0, 0, 1.0), Relief(0, 2)),
        (Level(0, 0, 1.0), Relief(0, 0, share=-0.1)),
        (Level(0, 0, 1.0), Relief(0, 0, days=-1.0)),
    ],
)
def test_what_there_is_not_is_refused(level: Level, relief: Relief) -> None:
    with pytest.raises(ValueError, match="cannot"):
        course(_bus(), [level], [relief], 3)
