"""Ranking: visible parts, no rank reversal, closed-form switch weight, rank acceptability."""

from __future__ import annotations

import pytest

from liantu.analysis import ranking
from liantu.analysis.diagnosis import diagnose
from liantu.analysis.ranking import (
    CRITERIA,
    acceptability,
    ordered,
    rank,
    score,
    scores,
    switch_weight,
)
from tests.helpers.atlases import atlas, maker, product, route

ORACLE = {
    "X": [[0.9, 3, 12, 0.7], [0.6, 5, 6, 0.9], [0.3, 2, 20, 0.4], [0.8, 4, 9, 0.2]],
    "w": [0.4, 0.3, 0.2, 0.1],
    "low": [0.3, 2, 20, 0.2],
    "high": [0.9, 5, 6, 0.9],
    "scores": [0.6857, 0.8, 0.0286, 0.6905],
    "switch": 0.5483870968,
}


@pytest.fixture
def oracle(monkeypatch: pytest.MonkeyPatch) -> list[ranking.Score]:
    """The oracle's four rows on its own bounds, as four criteria."""
    monkeypatch.setattr(ranking, "BOUNDS", dict.fromkeys(CRITERIA, 1.0))
    weights = dict(zip(CRITERIA, [*ORACLE["w"], 0.0], strict=True))
    rows = []
    for at, row in enumerate(ORACLE["X"]):
        values = [
            (x - low) / (high - low)
            for x, low, high in zip(row, ORACLE["low"], ORACLE["high"], strict=True)
        ]
        rows.append(score(str(at), dict(zip(CRITERIA, [*values, 0.0], strict=True)), weights))
    return rows


def test_additive_scores_of_the_oracle(oracle: list[ranking.Score]) -> None:
    assert [s.total for s in oracle] == pytest.approx(ORACLE["scores"], abs=5e-5)
    assert list(oracle[0].parts.values())[:4] == pytest.approx([0.4, 0.1, 0.1143, 0.0714], abs=5e-5)


def test_switch_weight_of_the_oracle(oracle: list[ranking.Score]) -> None:
    weights = dict(zip(CRITERIA, [*ORACLE["w"], 0.0], strict=True))
    found = switch_weight(oracle[1], oracle[3], CRITERIA[0], weights)
    assert found == pytest.approx(ORACLE["switch"])


def gaps() -> ranking.Atlas:
    return atlas(
        [
            product("a"),
            product("x", route("a")),
            product("y", route("a x")),
            product("u", route("x")),
            product("v", route("x")),
            product("w", route("y")),
        ],
        [maker("m", "a", 1.0), maker("n", "u", 1.0), maker("o", "v", 1.0), maker("p", "w", 1.0)],
    )


def test_gaps_are_ranked_with_their_reasons() -> None:
    small = gaps()
    found = rank(small, diagnose(small))
    assert [s.product for s in found] == ["x", "y"]
    assert found[0].raw["demand"] == 2
    assert found[0].raw["unlock"] == 1, "y can be made once x is there"
    assert found[0].total == pytest.approx(sum(found[0].parts.values()))


def test_a_chain_takes_its_order_from_the_scores_of_the_city() -> None:
    small = gaps()
    found = diagnose(small)
    city = scores(small, found)
    assert list(city) == ["x", "y"]
    for products in (["y", "x"], ["y", "a"], ["nothing"], []):
        assert ordered(city, products) == rank(small, found, products)
    assert [s.product for s in ordered(city)] == ["x", "y"]
    assert [s.product for s in ordered(city, ["y", "w"])] == ["y"]


def test_dropping_one_gap_never_turns_the_others_round() -> None:
    small = gaps()
    diagnosis = diagnose(small)
    whole = {s.product: s.total for s in rank(small, diagnosis)}
    part = {s.product: s.total for s in rank(small, diagnosis, ["y"])}
    assert part["y"] == whole["y"]


def test_acceptability_is_a_share_and_the_same_twice() -> None:
    small = gaps()
    found = rank(small, diagnose(small))
    once = acceptability(found, top=1, draws=2000)
    assert once == acceptability(found, top=1, draws=2000)
    assert sum(once.values()) == pytest.approx(1.0)
    assert once["x"] > once["y"]
    assert acceptability([]) == {}


def test_raw_values_count_others_and_not_the_gap_itself() -> None:
    small = gaps()
    found = {s.product: s.raw for s in rank(small, diagnose(small))}
    assert found["x"]["exposure"] == 2, "u and v stand without x"
    assert found["y"]["exposure"] == 1, "w stands without y"
    assert found["y"]["unlock"] == 0
