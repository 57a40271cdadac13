from __future__ import annotations

from liantu.analysis.closure import Step, close
from tests.helpers.atlases import route


def test_levels_are_rounds_of_firing() -> None:
    steps = [Step("c", route("b")), Step("b", route("a")), Step("d", route("a c"))]
    found = close(steps, ["a"])
    assert found.reached == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert found.fired == {1: 1, 0: 2, 2: 3}


def test_a_loop_that_only_feeds_itself_is_not_reached() -> None:
    found = close([Step("a", route("b")), Step("b", route("a"))], [])
    assert found.reached == {}
    assert found.blocked == {0: ("b",), 1: ("a",)}


def test_all_inputs_are_needed_and_any_route_serves() -> None:
    steps = [Step("x", route("a b")), Step("y", route("a b")), Step("y", route("a"))]
    found = close(steps, ["a"])
    assert "x" not in found.reached
    assert found.reached["y"] == 1
    assert found.blocked == {0: ("b",), 1: ("b",)}


def test_a_route_without_inputs_fires_at_once_and_by_products_that_leave_count() -> None:
    steps = [Step("a", route("", byproducts="b", recycled="c")), Step("d", route("b"))]
    found = close(steps, [])
    assert found.reached == {"a": 1, "b": 1, "d": 2}


def test_an_input_named_twice_is_one_need() -> None:
    assert close([Step("b", route("a a"))], ["a"]).reached == {"a": 0, "b": 1}
