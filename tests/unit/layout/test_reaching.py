"""Ways along steps."""

from __future__ import annotations

from liantu.layout.reaching import reaches

STEPS = {"a": ["b", "c"], "b": ["d"], "d": ["a"]}


def test_steps_lead_on_and_round() -> None:
    assert reaches(STEPS, "a", "d")
    assert reaches(STEPS, "d", "c"), "round the circle"
    assert reaches(STEPS, "c", "c"), "no step is a way too"


def test_nothing_leads_back_from_an_end_or_to_a_stranger() -> None:
    assert not reaches(STEPS, "c", "a")
    assert not reaches(STEPS, "a", "x")
    assert not reaches(STEPS, "x", "a")
