"""The closure against a plain fixpoint iteration, and its being the least one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liantu.analysis.closure import Step, close
from tests.helpers.atlases import route

NAMES = st.sampled_from("abcdefgh")
STEPS = st.lists(
    st.builds(
        lambda made, needs, beside: Step(made, route(" ".join(needs), byproducts=" ".join(beside))),
        NAMES,
        st.lists(NAMES, max_size=3),
        st.lists(NAMES, max_size=2),
    ),
    max_size=12,
)


def naive(steps: list[Step], at_hand: set[str]) -> dict[str, int]:
    reached, level = dict.fromkeys(at_hand, 0), 0
    while True:
        level += 1
        new = {y for s in steps if s.needs <= reached.keys() for y in s.yields if y not in reached}
        if not new:
            return reached
        reached.update(dict.fromkeys(new, level))


@given(STEPS, st.sets(NAMES))
def test_closure_is_the_least_fixpoint_with_its_rounds(
    steps: list[Step], at_hand: set[str]
) -> None:
    found = close(steps, sorted(at_hand))
    assert found.reached == naive(steps, at_hand)
    assert found.fired.keys() | found.blocked.keys() == set(range(len(steps)))
    assert all(
        missing and not set(missing) & found.reached.keys() for missing in found.blocked.values()
    )


@given(STEPS, st.sets(NAMES), NAMES)
def test_more_at_hand_never_reaches_less(steps: list[Step], at_hand: set[str], extra: str) -> None:
    assert close(steps, at_hand).reached.keys() <= close(steps, at_hand | {extra}).reached.keys()
