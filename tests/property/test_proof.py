"""Proofs hold: every node is made of nodes that came before; blocks end in what nobody makes."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from liantu.analysis.closure import Step, close
from liantu.analysis.proof import DEEPEST, Proof, prove
from tests.helpers.atlases import route
from tests.property.test_closure import NAMES, STEPS


def nodes(tree: Proof) -> Iterator[Proof]:
    yield tree
    for part in tree.parts:
        yield from nodes(part)


@given(STEPS, st.sets(NAMES), NAMES)
def test_a_proof_goes_from_later_rounds_to_earlier_ones(
    steps: list[Step], at_hand: set[str], wanted: str
) -> None:
    closure = close(steps, sorted(at_hand))
    tree = prove(steps, closure, wanted)
    assert tree.reached == (wanted in closure.reached)
    for node in nodes(tree):
        assert node.reached == (node.product in closure.reached)
        if node.step is None:
            assert node.seen or not node.reached or closure.reached[node.product] == 0
        elif node.reached:
            assert {p.product for p in node.parts} == steps[node.step].needs
            below = [closure.reached[p.product] for p in node.parts]
            assert all(level < closure.reached[node.product] for level in below)
        else:
            assert tuple(p.product for p in node.parts) == closure.blocked[node.step]


@given(STEPS, st.sets(NAMES), NAMES)
def test_every_product_is_opened_once(steps: list[Step], at_hand: set[str], wanted: str) -> None:
    tree = prove(steps, close(steps, sorted(at_hand)), wanted)
    opened = [node.product for node in nodes(tree) if node.step is not None]
    assert len(opened) == len(set(opened))


def test_a_long_chain_stops_at_the_deepest_level() -> None:
    steps = [Step(f"p{n + 1}", route(f"p{n}")) for n in range(3 * DEEPEST)]
    tree = prove(steps, close(steps, ["p0"]), f"p{3 * DEEPEST}")
    assert sum(node.step is not None for node in nodes(tree)) == DEEPEST
