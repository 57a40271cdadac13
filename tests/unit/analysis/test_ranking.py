"""Ranking: visible parts, no rank reversal, closed-form switch weight, rank acceptability."""

from __future__ import annotations

import pytest

from liantu.analysis.boards import Boards, boards, volume
from liantu.analysis.diagnosis import diagnose
from liantu.analysis.ranking import Score, acceptability, ordered, score, switch_weight
from liantu.model import Atlas
from liantu.model.boards import CRITERIA, DEFAULT_WEIGHTS, Board
from tests.helpers.atlases import atlas, maker, product, route

ORACLE = {
    "X": [[0.9, 3, 12, 0.7], [0.6, 5, 6, 0.9], [0.3, 2, 20, 0.4], [0.8, 4, 9, 0.2]],
    "w": [0.4, 0.3, 0.2, 0.1],
    "low": [0.3, 2, 20, 0.2],
    "high": [0.9, 5, 6, 0.9],
    "scores": [0.6857, 0.8, 0.0286, 0.6905],
    "switch": 0.5483870968,
}
NAMES = CRITERIA[Board.FILL]
WEIGHTS = dict(zip(NAMES, [*ORACLE["w"], 0.0, 0.0], strict=True))


@pytest.fixture
def oracle() -> list[Score]:
    """The oracle's four rows on its own bounds, as four criteria of a board."""
    rows = []
    for at, row in enumerate(ORACLE["X"]):
        values = [
            (x - low) / (high - low)
            for x, low, high in zip(row, ORACLE["low"], ORACLE["high"], strict=True)
        ]
        named = dict(zip(NAMES, [*values, 0.0, 0.0], strict=True))
        rows.append(score(str(at), Board.FILL, named, WEIGHTS, {}))
    return rows


def test_additive_scores_of_the_oracle(oracle: list[Score]) -> None:
    assert [s.total for s in oracle] == pytest.approx(ORACLE["scores"], abs=5e-5)
    assert list(oracle[0].parts.values())[:4] == pytest.approx([0.4, 0.1, 0.1143, 0.0714], abs=5e-5)


def test_switch_weight_of_the_oracle(oracle: list[Score]) -> None:
    found = switch_weight(oracle[1], oracle[3], NAMES[0], WEIGHTS)
    assert found == pytest.approx(ORACLE["switch"])


def test_values_are_held_within_their_bounds() -> None:
    found = score("p", Board.STRONG, {"behind": 3.0, "gap": -1.0, "tier": 0.5}, {"behind": 50}, {})
    assert (dict(found.values), found.total) == ({"behind": 1.0, "gap": 0.0, "tier": 0.5}, 50.0)


def test_volume_is_half_at_ten_thousand_tonnes() -> None:
    assert [volume(t) for t in (None, 0, 50, 100, 1e4, 1e6, 1e8)] == [0, 0, 0, 0, 0.5, 1, 1]


def gaps() -> Atlas:
    """x lacks a and b, y lacks b; all made by firms that say nothing of amounts."""
    return atlas(
        [
            product("a", route("w")),
            product("b", route("w")),
            product("w", raw=True),
            product("x", route("a b")),
            product("y", route("b")),
        ],
        [maker("e", "x"), maker("f", "y")],
    )


def rows(found: Boards) -> list[tuple[str, float]]:
    return [(s.product, s.total) for s in found.of(Board.FILL)]


def test_gaps_are_ranked_with_their_reasons() -> None:
    made = gaps()
    found = boards(made, diagnose(made, "2022"))
    # b: 0.5 of x and 1.0 of y = 1.5 of 2 → 22.5; raw ½ → 10; two made products of 10 → 3.
    # a: 0.5 of 2 → 7.5; 10; one product → 1.5.
    assert rows(found) == [("b", pytest.approx(35.5)), ("a", pytest.approx(19.0))]
    assert found.of(Board.FILL)[0].facts["weight"] == pytest.approx(1.5)


def test_dropping_one_gap_never_turns_the_others_round(oracle: list[Score]) -> None:
    whole = [s.product for s in ordered(oracle)]
    for left_out in whole:
        kept = ordered([s for s in oracle if s.product != left_out])
        assert [s.product for s in kept] == [p for p in whole if p != left_out]


def test_equal_totals_stand_in_order_of_their_ids() -> None:
    made = [
        score(p, Board.STRONG, dict.fromkeys(CRITERIA[Board.STRONG], 0.5), {}, {}) for p in "ba"
    ]
    assert [s.product for s in ordered(made)] == ["a", "b"]


def test_acceptability_is_a_share_and_the_same_twice(oracle: list[Score]) -> None:
    first, second = acceptability(oracle, top=2), acceptability(oracle, top=2)
    assert first == second
    assert sum(first.values()) == pytest.approx(2.0)
    assert first["1"] > first["2"]
    assert acceptability([]) == {}


def test_the_default_weights_of_a_board_are_a_hundred_points() -> None:
    assert {board: sum(DEFAULT_WEIGHTS[board].values()) for board in Board} == {
        Board.FILL: 100,
        Board.EXTEND: 100,
        Board.STRONG: 100,
    }
