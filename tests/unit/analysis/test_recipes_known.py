"""Recipes of another date are used again just where the same inputs are looked through."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.diagnosis import diagnose
from liantu.analysis.recipes import Recipes
from liantu.model import Role
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import loaded


def test_the_diagnosis_is_the_same_with_and_without_what_is_known() -> None:
    base = loaded().atlas
    known = diagnose(base, "2018").situation.recipes
    for date in ("2022-10-26", "2011", "2018"):
        fresh, again = diagnose(base, date), diagnose(base, date, known=known)
        assert again.verdicts == fresh.verdicts
        assert again.balances == fresh.balances
        assert again.steps == fresh.steps


def test_another_captive_input_makes_other_recipes() -> None:
    captive = route("b")
    captive = replace(captive, inputs=(replace(captive.inputs[0], role=Role.CAPTIVE),))
    base = atlas([product("a", captive), product("b", route("c")), product("c")], [maker("f", "b")])
    first = Recipes.of(base, set())
    assert [f.product for f in first.flows("a", base.products["a"].routes[0])] == ["c"]
    same = Recipes.of(base, {"a", "c"}, first)
    assert same is first
    other = Recipes.of(base, {"b"}, first)
    assert other is not first
    assert [f.product for f in other.flows("a", base.products["a"].routes[0])] == ["b"]
    edited = replace(base, products=dict(base.products))
    assert Recipes.of(edited, set(), first) is not first
