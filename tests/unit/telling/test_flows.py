"""What a line of the map tells of the coefficient it stands for."""

from __future__ import annotations

from liantu.telling.flows import MOST_ROUTES, flow_words
from tests.helpers.readings import shipped_at


def test_an_input_tells_route_coefficient_and_basis() -> None:
    words = flow_words(shipped_at(), "phenol", "bpa")
    assert words.startswith("苯酚-丙酮缩合(离子交换树脂)：单耗 ")
    assert "t/t" in words
    assert "工程估算" in words


def test_a_joint_product_tells_what_it_comes_beside() -> None:
    reading = shipped_at()
    products = reading.atlas.products.values()
    route, flow, product = next(
        (route, flow, product)
        for product in products
        for route in product.routes
        for flow in route.byproducts
        if not flow.recycle and flow.product in reading.atlas.products
    )
    assert f"{route.name or route.id}：联产 " in flow_words(reading, product.id, flow.product)


def test_what_no_route_joins_tells_nothing() -> None:
    assert flow_words(shipped_at(), "bpa", "phenol") == ""
    assert flow_words(shipped_at(), "nothing", "bpa") == ""


def test_each_route_has_a_line_and_few_are_told() -> None:
    reading = shipped_at()
    pairs = (
        (f.product, p.id)
        for p in reading.atlas.products.values()
        for r in p.routes
        for f in r.inputs
    )
    assert all(len(flow_words(reading, *pair).split("\n")) <= MOST_ROUTES + 1 for pair in pairs)
