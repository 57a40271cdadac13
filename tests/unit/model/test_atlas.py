"""Look-ups of the atlas: who makes, who uses, who shows."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from liantu.model import Status
from liantu.model.target import Target
from tests.helpers.atlases import atlas, maker, product, route

CITY = atlas(
    [product("x", route("a b"), route("b c", id_="r2")), product("y", route("x a")), product("z")],
    [maker("m", "x", 1.0), maker("n", "x", status=Status.PLANNED), maker("o", "ghost")],
)


def test_makers_are_told_whatever_their_status() -> None:
    assert [(e.id, c.status) for e, c in CITY.makers["x"]] == [
        ("m", Status.OPERATING),
        ("n", Status.PLANNED),
    ]
    assert list(CITY.makers) == ["x", "ghost"]


def test_consumers_and_inputs_are_named_once_in_the_order_of_the_files() -> None:
    assert CITY.consumers["a"] == ("x", "y")
    assert CITY.consumers["b"] == ("x",)
    assert CITY.inputs_of("x") == ("a", "b", "c")
    assert CITY.inputs_of("z") == ()
    with pytest.raises(KeyError):
        CITY.inputs_of("ghost")


def test_chains_of_a_product_are_those_that_show_it() -> None:
    second = replace(CITY.chains["c"], id="d")
    both = replace(CITY, chains={**CITY.chains, "d": second})
    assert both.chains_of["x"] == ("c", "d")
    assert CITY.chains_of["x"] == ("c",), "a copy looks up anew"
    assert "ghost" not in both.chains_of


def test_what_was_chosen_is_there_or_not() -> None:
    kinds = {"chain": "c", "product": "x", "enterprise": "m"}
    assert all(CITY.has(Target(kind, id_)) for kind, id_ in kinds.items())
    assert not any(CITY.has(Target(kind, "ghost")) for kind in (*kinds, "project"))
    assert not CITY.has(Target("county", "x")), "a county is no thing of the atlas"


def test_an_atlas_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CITY.library = CITY.library  # type: ignore[misc]
    with pytest.raises(TypeError):
        CITY.makers["x"] = ()  # type: ignore[index]
