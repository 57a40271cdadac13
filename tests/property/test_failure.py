"""What is lost without some units is exactly what a fresh closure no longer reaches."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

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


class _Counted(defaultdict[str, list[int]]):
    """Counts the entries that are handed out."""

    handed = 0

    def __getitem__(self, key: str) -> list[int]:
        found = super().__getitem__(key)
        self.handed += len(found)
        return found

    def get(self, key: str, default: Any = ()) -> Any:
        found = super().get(key, default)
        self.handed += len(found)
        return found


def test_one_of_many_makers_costs_no_more_than_what_hangs_on_it() -> None:
    """A hundred makers of one product, which a hundred users need, are looked at one by one."""
    made = [(f"m{n}", Step("p0", Route("r", "r"))) for n in range(100)]
    needs = Route("r", "r", inputs=(Input("p0", 1.0, "t", Basis.ESTIMATE),))
    used = [(f"u{n}", Step(f"q{n}", needs)) for n in range(100)]
    web = Web([*made, *used], frozenset())
    web.users, web.makers = _Counted(list, web.users), _Counted(list, web.makers)
    lost = [web.without([at]) for at in range(200)]
    assert lost == [set()] * 100 + [{f"q{n}"} for n in range(100)]
    assert web.users.handed + web.makers.handed <= 200
    assert web.without(range(100)) == {"p0", *(f"q{n}" for n in range(100))}
