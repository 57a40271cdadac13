"""What a drill says of a small city: who stands still, by which way, how surely and how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage, Span, Term
from liantu.analysis.shocks.risks import risks
from liantu.model import Atlas, Enterprise, Source
from liantu.model.drill import Drill, Shock, ShockKind
from liantu.model.records import Cluster, Supply, SupplyMode
from tests.helpers.atlases import atlas, maker, product, route

Y = product("y", route("x"))
Z = product("z", route("y"))
X = product("x", route("ore"))
ORE = product("ore", raw=True)
CITY = (ORE, X, Y, Z)


def city(*firms: Enterprise, supplies: Sequence[Supply] = (), **more: object) -> Atlas:
    found = replace(atlas(CITY, firms), supplies={s.id: s for s in supplies})
    return replace(found, **more)  # type: ignore[arg-type]


def deal(supplier: str, customer: str, product_: str = "x", **more: object) -> Supply:
    found = Supply("S1", "甲", SupplyMode.DIRECT, product_, supplier, customer)
    return replace(found, **more)  # type: ignore[arg-type]


def stopped(found: Atlas, *ids: str, **more: object) -> Outage:
    shocks = tuple(Shock(ShockKind.ENTERPRISE, id_) for id_ in ids)
    return Reading.of(found).outage_of(Drill(shocks, **more))  # type: ignore[arg-type]


def hit(found: Outage) -> list[tuple[str, int, bool]]:
    return [(h.enterprise, h.step, h.recorded) for h in found.hits]


def test_a_supply_on_record_is_followed_and_what_follows_from_it_is_deduced() -> None:
    found = stopped(
        city(maker("a", "x"), maker("b", "y"), maker("c", "z"), supplies=[deal("a", "b")]), "a"
    )
    assert hit(found) == [("b", 1, True), ("c", 2, False)]
    first, second = found.hits
    assert [step.supply for step in second.path] == ["S1", ""]
    assert [(s.supplier.enterprise, s.customer.enterprise) for s in second.path] == [
        ("a", "b"),
        ("b", "c"),
    ]
    assert first.structural, "nobody says how much"
    assert first.loss == Span(0.0, 1.0)
    assert first.days == Term(0.0, None)


def test_a_share_and_a_stock_on_record_give_figures() -> None:
    told = deal("a", "b", share=1.0, stock_days=5.0)
    found = stopped(city(maker("a", "x"), maker("b", "y"), supplies=[told]), "a")
    (only,) = found.hits
    assert not only.structural
    assert only.loss == Span(1.0, 1.0)
    assert only.days == Term(5.0, 5.0)


def test_a_part_of_a_stop_is_a_part_of_the_loss() -> None:
    told = deal("a", "b", share=1.0, stock_days=0.0)
    reading = Reading.of(city(maker("a", "x"), maker("b", "y"), supplies=[told]))
    found = reading.outage_of(Drill((Shock(ShockKind.ENTERPRISE, "a", share=0.4),)))
    assert [h.loss.high for h in found.hits] == [pytest.approx(0.4)]


def test_of_two_makers_one_may_fail_and_leaves_less() -> None:
    found = stopped(city(maker("a", "x", 3.0), maker("a2", "x", 1.0), maker("b", "y", 4.0)), "a")
    assert found.hits == ()
    ((at, span),) = found.short.items()
    assert found.woven.nodes[at].enterprise == "b"
    assert span.low == span.high == pytest.approx(0.75)


def test_without_amounts_what_is_left_is_not_known() -> None:
    found = stopped(city(maker("a", "x"), maker("a2", "x"), maker("b", "y")), "a")
    assert found.hits == ()
    assert list(found.short.values()) == [Span(0.0, 1.0)]


def test_a_firm_feeds_itself_first() -> None:
    both = maker("b", "y")
    both = replace(both, capacities=(*both.capacities, *maker("b", "x").capacities))
    found = city(maker("a", "x"), both)
    assert stopped(found, "a").hits == ()
    own = Reading.of(found).outage_of(Drill((Shock(ShockKind.PRODUCT, "x"),)))
    assert hit(own) == [("b", 1, False)]


def test_makers_that_nobody_knows_never_run_dry() -> None:
    cluster = Cluster("K1", "集群", "甲县", year="2020", products=("x",))
    found = city(maker("a", "x"), maker("b", "y"), clusters={"K1": cluster})
    assert stopped(found, "a").hits == ()


def test_deduced_supplies_can_be_left_out() -> None:
    found = city(maker("a", "x"), maker("b", "y"))
    assert hit(stopped(found, "a")) == [("b", 1, False)]
    assert stopped(found, "a", deduced=False).hits == ()


def test_others_step_in_only_where_they_may() -> None:
    found = city(maker("a", "x"), maker("a2", "x"), maker("b", "y"), supplies=[deal("a", "b")])
    assert hit(stopped(found, "a")) == [("b", 1, True)]
    assert stopped(found, "a", substitution=True).hits == ()
    assert hit(stopped(found, "a", "a2", substitution=True)) == [("b", 1, False)]


def test_what_is_told_later_is_no_record_of_the_date() -> None:
    source = Source("n", "后来的报道", date="2024-05")
    told = deal("a", "b", sources=("n",))
    found = city(maker("a", "x"), maker("b", "y"), supplies=[told], sources={"n": source})
    assert hit(stopped(found, "a")) == [("b", 1, False)]


def test_what_was_bought_before_the_own_plant_began_is_over() -> None:
    b = maker("b", "y")
    b = replace(b, capacities=(*b.capacities, *maker("b", "x", since="2022-10").capacities))
    bought = Supply("S1", "甲", SupplyMode.BOUGHT, "x", "", "b", "外部", sources=("o",))
    pipe = Supply("S2", "甲", SupplyMode.PIPE, "x", "b", "b")
    source = Source("o", "年报", date="2020")
    found = city(b, supplies=[bought, pipe], sources={"o": source})
    failing = Drill((Shock(ShockKind.PRODUCT, "x"),))
    assert hit(Reading.of(found).outage_of(failing)) == [("b", 1, True)]
    newer = replace(found, sources={"o": replace(source, date="2022-11")})
    assert Reading.of(newer).outage_of(failing).hits == ()


def test_what_comes_from_outside_can_fail_or_step_in() -> None:
    found = Reading.of(city(maker("a", "x"), maker("b", "y")))
    outside = Shock(ShockKind.OUTSIDE, "ore")
    assert hit(found.outage_of(Drill((outside,)))) == [("a", 1, False), ("b", 2, False)]
    still = found.outage_of(Drill((outside,), outside=True))
    assert hit(still) == [("a", 1, False), ("b", 2, False)], "what fails there cannot step in"


def test_a_county_fails_as_a_whole() -> None:
    far = replace(maker("c", "z"), county="乙县")
    found = Reading.of(city(maker("a", "x"), maker("b", "y"), far))
    outage = found.outage_of(Drill((Shock(ShockKind.COUNTY, "甲县"),)))
    assert {node.enterprise for node in outage.stopped} == {"a", "b"}
    assert hit(outage) == [("c", 1, False)]


def test_a_supply_that_no_recipe_asks_for_is_told_and_not_followed() -> None:
    other = deal("b", "a", "y", id="S9")
    found = city(maker("a", "x"), maker("b", "y"), supplies=[other])
    outage = stopped(found, "b")
    assert outage.hits == ()
    assert outage.maybe == ("S9",)
    bound = replace(found, supplies={"S9": replace(other, essential=True)})
    assert hit(stopped(bound, "b")) == [("a", 1, True)]
    free = replace(found, supplies={"S9": replace(other, essential=False)})
    assert stopped(free, "b").maybe == ()


def test_words_without_a_product_mean_the_one_thing_that_a_supplier_makes() -> None:
    told = deal("a", "b", "", essential=True)
    found = city(maker("a", "x"), maker("b", "y"), supplies=[told])
    assert hit(stopped(found, "a")) == [("b", 1, True)]
    unsure = replace(found, supplies={"S1": replace(told, essential=None)})
    assert hit(stopped(unsure, "a")) == [("b", 1, False)]


def test_what_a_firm_can_do_without_stops_nothing() -> None:
    found = city(maker("a", "x"), maker("b", "y"), supplies=[deal("a", "b", essential=False)])
    assert stopped(found, "a").hits == ()


def test_assumed_stock_counts_only_where_none_is_on_record() -> None:
    found = city(
        maker("a", "x"), maker("b", "y"), maker("c", "z"), supplies=[deal("a", "b", stock_days=2.0)]
    )
    outage = stopped(found, "a", stock=3.0)
    assert [h.days for h in outage.hits] == [Term(2.0, 2.0), Term(5.0, 5.0)]


def test_tolls_count_units_of_products_and_firms() -> None:
    found = stopped(city(maker("a", "x"), maker("b", "y"), maker("c", "y")), "a")
    toll = found.products["y"]
    assert (toll.units, toll.whole, toll.step) == (2, 2, 1)
    assert set(found.firms) == {"b", "c"}


def test_what_hangs_on_each_thing_alone() -> None:
    reading = Reading.of(city(maker("a", "x"), maker("b", "y"), maker("c", "z")))
    found = {(e.kind, e.id): e for e in reading.exposures}
    first = found[ShockKind.ENTERPRISE, "a"]
    assert (first.direct, first.total, first.mains, first.recorded) == (1, 2, 2, 0)
    assert first.firms == ("b", "c")
    assert first.single
    assert found[ShockKind.OUTSIDE, "ore"].total == 3
    assert (ShockKind.ENTERPRISE, "c") not in found, "nothing hangs on it"
    order = [e.total for e in reading.exposures]
    assert order == sorted(order, reverse=True)


def test_no_single_point_where_others_could_step_in() -> None:
    found = city(maker("a", "x"), maker("a2", "x"), maker("b", "y"), supplies=[deal("a", "b")])
    (only,) = (e for e in Reading.of(found).exposures if e.id == "a")
    assert (only.total, only.recorded, only.single) == (1, 1, False)


def test_what_comes_from_outside_by_its_nature_is_no_local_product_whoever_brings_it() -> None:
    trader = replace(deal("", "a", "ore"), supplier_name="外地贸易商", mode=SupplyMode.OTHER)
    found = Reading.of(city(maker("a", "x"), maker("b", "y"), supplies=[trader])).exposures
    assert [e.kind for e in found if e.id == "ore"] == [ShockKind.OUTSIDE]


def test_what_an_enterprise_makes_here_is_no_common_material() -> None:
    magnet = replace(X, home="")
    firms = [maker("a", "x"), maker("b", "y")]
    known = Reading.of(atlas((ORE, magnet, Y), firms))
    found = {r.exposure.id: r for r in risks(known.atlas, known.diagnosis, known.exposures)}
    assert not found["x"].common
    far = Reading.of(atlas((ORE, magnet, Y), firms[1:]))
    bought = {r.exposure.id: r for r in risks(far.atlas, far.diagnosis, far.exposures)}
    assert bought["x"].common
