"""Sums as text: lower bounds, what is unknown, what is lacking."""

from __future__ import annotations

import pytest

from liantu.analysis.balance import Balance
from liantu.telling import figures


@pytest.mark.parametrize(
    ("known", "unknown", "unit", "words"),
    [
        (2.5, 0, "", "2.5"),
        (2.5, 1, "", "≥ 2.5"),
        (0.0, 1, "", "不详"),
        (0.0, 0, "吨/年", "0 吨/年"),
        (2_500_000.0, 3, "吨/年", "≥ 250 万吨/年"),
    ],
)
def test_a_sum_with_unknown_terms(known: float, unknown: int, unit: str, words: str) -> None:
    assert figures.least(known, unknown, unit) == words


@pytest.mark.parametrize(
    ("value", "missing", "words"),
    [
        (0.444, "ui.none", "44%"),
        (0.0, "ui.none", "0%"),
        (-0.0, "ui.none", "0%"),
        (None, "ui.none", "—"),
    ],
)
def test_a_share(value: float | None, missing: str, words: str) -> None:
    assert figures.share(value, missing) == words
    assert figures.share(None, "ui.unknown") == "不详"


@pytest.mark.parametrize(
    ("balance", "words"),
    [
        (None, "—"),
        (Balance("a", "吨/年", 0, 0, 0, 0, ()), "—"),
        (Balance("a", "吨/年", 4, 0, 6.5, 0, ()), "2.5 吨/年"),
        (Balance("a", "吨/年", 4, 0, 6.5, 2, ()), "≥ 2.5 吨/年"),
        (Balance("a", "吨/年", 4, 1, 6.5, 0, ()), "不详"),
        (Balance("a", "吨/年", 0, 0, 0, 2, ()), "不详"),
        (Balance("a", "吨/年", 7, 0, 6.5, 0, ()), "—"),
    ],
)
def test_a_deficit(balance: Balance | None, words: str) -> None:
    assert figures.deficit(balance) == words
