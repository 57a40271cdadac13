"""The small cases with published or hand-made answers."""

from __future__ import annotations

import math

import numpy as np
import pytest

from liantu.analysis.shocks.cascade import cascade, cascades
from liantu.analysis.shocks.days import time_to_stop
from liantu.analysis.shocks.network import Need, Network, Source
from tests.helpers.shocks import REVENUE, seed

STOPS = [{firm: 1.0} for firm in range(4)]


@pytest.mark.parametrize(
    ("closed", "substitution", "expected"),
    [
        (True, False, [0.78358, 1.0, 0.21642, 1.0]),
        (False, False, [0.69403, 0.84254, 0.18657, 1.0]),
        (False, True, [0.69403, 0.84254, 0.07463, 1.0]),
    ],
)
def test_systemic_risk_of_every_firm(
    closed: bool, substitution: bool, expected: list[float]
) -> None:
    weights = np.array(REVENUE) / sum(REVENUE)
    effects = list(cascades(seed(closed=closed), STOPS, substitution=substitution))
    for bound in ("low", "high"):
        risks = [float(weights @ getattr(e.total, bound)) for e in effects]
        assert [round(risk, 5) for risk in risks] == expected
    assert not any(effect.closed for effect in effects)


def test_a_stop_of_the_main_supplier_and_of_a_part_of_it() -> None:
    whole, part = cascade(seed(), {0: 1.0}), cascade(seed(), {0: 0.4})
    assert whole.supply.high.tolist() == pytest.approx([1.0, 0.8, 0.0, 0.0])
    assert whole.demand.high.tolist() == pytest.approx([1.0, 0.0, 0.0, 0.15])
    assert part.supply.low.tolist() == pytest.approx([0.4, 0.32, 0.0, 0.0])
    assert cascade(seed(closed=True), {0: 1.0}).demand.high[3] == pytest.approx(0.75)


def test_days_until_each_stands_still() -> None:
    a, b, c, d, second = range(5)
    needs = [
        Need(b, (Source(a),), stock=2.0),
        Need(c, (Source(a), Source(second)), stock=1.0),
        Need(d, (Source(b),), stock=1.0),
        Need(d, (Source(c),), stock=5.0),
    ]
    network = Network.of([None] * 5, needs)
    days = time_to_stop(network, [a])
    assert days.low.tolist() == days.high.tolist() == [0.0, 2.0, math.inf, 3.0, math.inf]
    assert [int(network.supplier[link]) for link in days.via if link >= 0] == [a, b]
