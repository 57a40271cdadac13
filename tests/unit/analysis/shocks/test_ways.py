"""What all ways of main materials to a product pass."""

from __future__ import annotations

from liantu.analysis.shocks.ways import passed
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def ways(*more: str) -> list[str]:
    """x is made of u, y of x, z of y; ``more`` makers of x beside ``a``."""
    items = [
        product("u", raw=True),
        product("x", route("u")),
        product("y", route("x")),
        product("z", route("y")),
    ]
    firms = [maker("a", "x"), maker("b", "y"), maker("c", "z"), maker("d", "z")]
    city = reading(atlas(items, [*firms, *(maker(id_, "x") for id_ in more)]))
    return [node.enterprise or node.product for node in passed(city.woven(), "z")]


def test_every_way_passes_the_sole_makers_in_the_order_of_the_flow() -> None:
    assert ways() == ["u", "a", "b"]


def test_a_second_maker_is_another_way() -> None:
    assert ways("e") == ["u", "b"]


def test_what_nobody_makes_has_no_ways() -> None:
    items = [product("x", route("u")), product("u")]
    city = reading(atlas(items, [maker("a", "u")]))
    assert passed(city.woven(), "x") == ()
