"""What is lost without some units is exactly what a fresh closure no longer reaches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liantu.analysis.closure import Step, close
from liantu.analysis.failure import Web
from liantu.model import Basis, Byproduct, Input, Route

NAMES = [f"p{i}" for i in range(7)]
SUBSETS = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)


@st.composite
def units(draw: st.DrawFn) -> tuple[str, Step]:
    inputs = draw(SUBSETS)
    extra = draw(st.lists(st.sampled_from(NAMES), max_size=1))
    route = Route(
        "r",
        "r",
        inputs=tuple(Input(p, 1.0, "t", Basis.ESTIMATE) for p in inputs),
        byproducts=tuple(Byproduct(p, 1.0, "t", Basis.ESTIMATE) for p in extra),
    )
    return draw(st.sampled_from("abc")), Step(draw(st.sampled_from(NAMES)), route)


@given(st.lists(units(), max_size=10), st.frozensets(st.sampled_from(NAMES), max_size=2))
def test_deleting_and_deriving_again_is_the_fresh_closure(
    steps: list[tuple[str, Step]], at_hand: frozenset[str]
) -> None:
    web = Web(steps, at_hand)
    before = set(close([s for _, s in steps], at_hand).reached)
    for firm in "abc":
        gone = [at for at, name in enumerate(web.firms) if name == firm]
        after = close([s for f, s in steps if f != firm], at_hand).reached
        assert web.without(gone) == before - set(after)
