"""Plans of small cities: what may be built, what is bought and why, amounts, scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from liantu.analysis.plans.amounts import Fit
from liantu.analysis.plans.blocking import Why
from liantu.analysis.plans.city import Had, Reach
from liantu.analysis.plans.closing import closing_plans, ladder
from liantu.analysis.plans.plan import Plan, Wish
from liantu.analysis.plans.problem import ProblemError
from liantu.analysis.plans.targets import first_gaps, key_gaps
from liantu.analysis.reading import Reading
from liantu.jobs import Cancelled, Progress
from liantu.model import Enterprise, Product, Role, Route, RouteKind, Status
from liantu.model.chain import KeyLink
from liantu.model.gates import Effect, Gate, GateKind
from liantu.model.nouns import Barrier, Cost, Scale
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading

SHUT = (Gate(GateKind.EXIT),)
ASKS = (Gate(GateKind.TWO_HIGH),)


def city(products: Sequence[Product], firms: Sequence[Enterprise] = ()) -> Reading:
    return reading(atlas(products, firms))


def built(plan: Plan) -> list[str]:
    return [link.product for link in plan.links]


def bought(plan: Plan) -> dict[str, Had]:
    return {p.product: p.had for p in plan.purchases}


def only(found: Reading, wish: Wish) -> Plan:
    plans = closing_plans(found, wish).plans
    assert len(plans) == 1
    return plans[0]


def test_an_absent_product_is_built_of_what_is_here_and_what_is_raw() -> None:
    found = city(
        [product("t", route("a b")), product("a"), product("b", raw=True)], [maker("f", "a")]
    )
    plan = only(found, Wish("t"))
    assert built(plan) == ["t"]
    assert plan.local == ("a",)
    assert bought(plan) == {"b": Had.OUTSIDE}
    assert plan.unknown == ("t",)
    assert plan.cost == 0


def test_a_plan_never_builds_what_law_shuts_and_says_that_it_is_bought() -> None:
    shut = replace(product("s", route("r")), gates=SHUT)
    found = city([product("t", route("s")), shut, product("r", raw=True)])
    plan = only(found, Wish("t"))
    assert built(plan) == ["t"]
    assert bought(plan) == {"s": Had.SHUT}
    assert plan.purchases[0].gate == SHUT[0]


def test_a_shut_target_has_no_plan_and_the_gate_is_the_reason() -> None:
    shut = replace(product("s", route("r")), gates=SHUT)
    for ask in (closing_plans, ladder):
        found = ask(city([shut, product("r", raw=True)]), Wish("s"))
        assert found.plans == ()
        assert found.block is not None
        assert found.block.roots == (("s", Why.SHUT),)


def test_conditions_are_kept_and_of_two_ways_that_without_is_better() -> None:
    asks = replace(product("a", route("r")), gates=ASKS)
    two = product("t", route("a", id_="r1"), route("b", id_="r2"))
    found = city([two, asks, product("b", route("r")), product("r", raw=True)])
    first, second = closing_plans(found, Wish("t")).plans
    assert (built(first), built(second)) == (["b", "t"], ["a", "t"])
    assert [link.gates for link in second.links] == [ASKS, ()]
    assert second.links[0].gates[0].effect is Effect.ASK


def test_auxiliaries_utilities_and_captive_inputs_are_no_links() -> None:
    base = route("m")
    inputs = (
        *base.inputs,
        replace(base.inputs[0], product="x", role=Role.AUX),
        replace(base.inputs[0], product="c", role=Role.CAPTIVE),
        replace(base.inputs[0], product="e"),
    )
    target = product("t", replace(base, inputs=inputs))
    others = [
        product("m", route("r")),
        product("x", route("r")),
        product("c", route("d")),
        product("d", route("r")),
        product("e", utility=True),
        product("r", raw=True),
    ]
    assert built(only(city([target, *others]), Wish("t"))) == ["m", "d", "t"]


def test_generic_common_and_bought_goods_are_bought() -> None:
    generic = replace(product("g", route("r")), generic=True)
    common = replace(product("c", route("r")), home="")
    way = Route("w", "w", kind=RouteKind.BOUGHT)
    outside = product("o", route("r"), way)
    found = city([product("t", route("g c o")), generic, common, outside, product("r", raw=True)])
    plan = only(found, Wish("t"))
    assert built(plan) == ["t"]
    assert bought(plan) == {"g": Had.GENERIC, "c": Had.COMMON, "o": Had.BOUGHT}


def test_reach_decides_whether_what_runs_here_must_be_fed() -> None:
    links = [product("t", route("a")), product("a", route("b")), product("b", route("r"))]
    found = city([*links, product("r", raw=True)], [maker("f", "a")])
    ready = only(found, Wish("t"))
    assert built(ready) == ["t"]
    assert ready.still == {"a": ("b",)}
    assert built(only(found, Wish("t", reach=Reach.CLOSED))) == ["b", "t"]
    # What is made here already is asked for its chain.
    assert built(only(found, Wish("a"))) == ["b"]
    elsewhere = [replace(p, home="d") for p in links[1:]]
    far = [links[0], *elsewhere, product("r", raw=True)]
    firms = [maker("f", "a"), maker("g", "t")]
    assert built(only(city(far, firms), Wish("t"))) == []
    assert built(only(city(far, firms), Wish("t", reach=Reach.CLOSED))) == ["b"]


def test_the_ladder_goes_from_buying_to_making() -> None:
    parts = [product("a", route("r")), product("b", route("r")), product("c", route("r"))]
    found = city([product("t", route("a b c")), *parts, product("r", raw=True)], [maker("f", "t")])
    whole = ladder(found, Wish("t"), 9)
    assert [(len(p.links), len(p.imports)) for p in whole.plans] == [(0, 3), (1, 2), (2, 1), (3, 0)]
    assert whole.complete
    short = ladder(found, Wish("t"), 2)
    assert [(len(p.links), len(p.imports)) for p in short.plans] == [(0, 3), (3, 0)]


def test_what_no_route_makes_can_only_be_bought() -> None:
    found = city([product("t", route("a b")), product("a"), product("b", route("a"))])
    strict = closing_plans(found, Wish("t"))
    assert strict.plans == ()
    assert strict.block is not None
    assert strict.block.roots == (("a", Why.NO_ROUTE),)
    assert strict.block.buying == ("a",)
    rungs = ladder(found, Wish("t")).plans
    assert [p.imports for p in rungs] == [("a", "b"), ("a",)]


def test_links_stand_in_the_order_in_which_they_can_start() -> None:
    links = [product("t", route("a b")), product("a", route("b")), product("b", route("r"))]
    plan = only(city([*links, product("r", raw=True)]), Wish("t"))
    assert [(link.product, link.turn) for link in plan.links] == [("b", 1), ("a", 2), ("t", 3)]
    assert plan.proof.product == "t"
    assert [part.product for part in plan.proof.parts] == ["a", "b"]


def test_costs_are_the_planners_and_unknown_ones_are_told_apart() -> None:
    two = product("t", route("a", id_="r1"), route("b", id_="r2"))
    found = city([two, product("a", route("r")), product("b", route("r")), product("r", raw=True)])
    first, second = closing_plans(found, Wish("t", costs={"t": 5.0, "a": 9.0})).plans
    assert (built(first), first.cost, first.unknown) == (["a", "t"], 14.0, ())
    assert (built(second), second.cost, second.unknown) == (["b", "t"], 5.0, ("b",))


def test_amounts_follow_from_the_demand_and_the_surplus_is_held_against_them() -> None:
    half = product("t", route("a b", per_unit=0.5))
    firms = [maker("f", "a", 3.0)]
    found = city([half, product("a"), product("b", route("r")), product("r", raw=True)], firms)
    plan = only(found, Wish("t", demand=10.0))
    assert {link.product: link.amount for link in plan.links} == {"b": 5.0, "t": 10.0}
    assert {p.product: p.amount for p in plan.purchases} == {"r": 5.0}
    assert [(s.product, s.taken, s.spare) for s in plan.strains] == [("a", 5.0, 3.0)]
    unknown = only(found, Wish("t"))
    assert [link.amount for link in unknown.links] == [None, None]
    assert unknown.strains == ()


def test_an_amount_in_another_unit_is_unknown_not_zero() -> None:
    base = route("b")
    pieces = replace(base, inputs=(replace(base.inputs[0], unit="台", role=Role.PART),))
    found = city([product("t", pieces), product("b", route("r")), product("r", raw=True)])
    plan = only(found, Wish("t", demand=10.0))
    assert {link.product: link.amount for link in plan.links} == {"b": None, "t": 10.0}
    assert [link.need.silent for link in plan.links] == [1, 0]
    assert {p.product: p.amount for p in plan.purchases} == {"r": None}


def test_what_comes_back_into_a_process_lowers_what_is_made() -> None:
    melt = route("p", recycled="q")
    made = [product("t", melt), product("p", route("q")), product("q", route("r"))]
    found = city([*made, product("r", raw=True)])
    amounts = {k.product: k.amount for k in only(found, Wish("t", demand=10.0)).links}
    assert amounts == {"q": pytest.approx(9.0), "p": 10.0, "t": 10.0}


def test_a_joint_product_is_told_with_its_amount() -> None:
    units = [product("t", route("p q")), product("p", route("r", byproducts="q")), product("q")]
    plan = only(city([*units, product("r", raw=True)], [maker("f", "t", 1.0)]), Wish("t"))
    assert built(plan) == ["p"]
    # A unit of q takes ten of p, of which it is a tenth.
    assert plan.links[0].amount == pytest.approx(10.0)
    assert plan.links[0].beside == {"q": pytest.approx(1.0)}


@pytest.mark.parametrize(
    ("made", "least", "fit"),
    [
        (10.0, 5.0, Fit.ENOUGH),
        (4.0, 5.0, Fit.LESS),
        (None, 5.0, Fit.UNSURE),
        (4.0, None, Fit.NO_SCALE),
    ],
)
def test_local_need_against_the_least_scale(
    made: float | None, least: float | None, fit: Fit
) -> None:
    scale = Scale(least, "万吨/年") if least else None
    link = replace(product("a", route("r")), scale_min=scale)
    found = city([product("t", route("a")), link, product("r", raw=True)], [maker("f", "t", made)])
    need = only(found, Wish("a")).links[0].need
    assert (need.fit, need.known) == (fit, made or 0.0)


def test_a_need_of_a_laboratory_and_of_nobody_are_told() -> None:
    links = [product("t", route("a", per_unit=0.001)), product("a", route("r"))]
    found = city([*links, product("r", raw=True)], [maker("f", "t", 1.0)])
    assert only(found, Wish("a")).links[0].need.fit is Fit.TRIFLE
    nobody = city([links[1], product("r", raw=True)])
    assert only(nobody, Wish("a")).links[0].need.fit is Fit.NO_NEED


def test_projects_under_way_and_barriers_stand_with_a_link() -> None:
    link = replace(product("a", route("r")), barrier=Barrier("x"))
    coming = maker("f", "a", 5.0, status=Status.BUILDING)
    plan = only(city([link, product("r", raw=True)], [coming]), Wish("a"))
    assert [m.enterprise.id for m in plan.links[0].coming] == ["f"]
    assert plan.links[0].barrier


def test_other_routes_that_would_do_are_named() -> None:
    two = product("t", route("r", id_="r1"), route("s", id_="r2"), route("z", id_="r3"))
    raws = [product("r", raw=True), product("s", raw=True), product("z")]
    plan = only(city([two, *raws]), Wish("t"))
    assert {plan.links[0].route, *plan.links[0].others} == {"r1", "r2"}


def test_what_comes_from_outside_by_nature_needs_no_plan() -> None:
    found = closing_plans(city([product("r", raw=True)]), Wish("r"))
    assert [built(p) for p in found.plans] == [[]]
    with pytest.raises(KeyError):
        closing_plans(city([product("r", raw=True)]), Wish("nothing"))


def test_a_wish_that_nobody_can_have_is_refused() -> None:
    found = city([product("t", route("r")), product("r", raw=True)])
    for wish in (
        Wish("t", demand=-1.0),
        Wish("t", demand=float("nan")),
        Wish("t", costs={"t": -1}),
    ):
        with pytest.raises(ProblemError):
            closing_plans(found, wish)


def test_key_auxiliaries_are_links() -> None:
    base = route("m")
    key = replace(base.inputs[0], product="k", role=Role.AUX, key=True, per_unit=0.01)
    target = product("t", replace(base, inputs=(*base.inputs, key)))
    found = city(
        [target, product("k", route("r")), product("m"), product("r", raw=True)], [maker("f", "m")]
    )
    assert built(only(found, Wish("t"))) == ["k", "t"]


def test_within_a_chain_the_gaps_of_others_are_bought() -> None:
    products = [product("t", route("a b")), product("a", route("r")), product("b", route("r"))]
    data = atlas([*products, product("r", raw=True)], members={"up": "a r", "down": "t"})
    far = replace(data.products["b"], home="d")
    found = reading(replace(data, products={**data.products, "b": far}))
    plan = only(found, Wish("t", within="c"))
    assert built(plan) == ["a", "t"]
    assert bought(plan) == {"r": Had.OUTSIDE, "b": Had.BEYOND}
    assert built(only(found, Wish("t"))) == ["a", "b", "t"]


def test_next_to_nothing_is_bought_but_the_target_is_built() -> None:
    thin = route("a b", per_unit=0.0001)
    links = [product("t", thin), product("a", route("r")), product("b", route("r"))]
    found = city([*links, product("r", raw=True)])
    wish = Wish("t", demand=1.0, within="c")
    plan = only(found, wish)
    assert built(plan) == ["t"]
    assert bought(plan) == {"a": Had.TRIFLE, "b": Had.TRIFLE}
    assert built(only(found, replace(wish, within=""))) == ["t"]
    assert built(only(found, replace(wish, demand=1000.0))) == ["a", "b", "t"]


def test_what_the_planner_wants_bought_is_bought() -> None:
    links = [product("t", route("a")), product("a", route("r"))]
    plan = only(city([*links, product("r", raw=True)]), Wish("t", buying=frozenset({"a"})))
    assert (built(plan), bought(plan)) == (["t"], {"a": Had.TOLD})


def test_a_cost_of_the_data_counts_and_that_of_the_wish_goes_before_it() -> None:
    known = replace(product("t", route("r")), cost=Cost(5.0))
    found = city([known, product("r", raw=True)])
    assert only(found, Wish("t")).cost == 5.0
    assert only(found, Wish("t", costs={"t": 2.0})).cost == 2.0


def test_a_long_ladder_has_even_steps() -> None:
    names = "a b c d e f g h"
    parts = [product(one, route("r")) for one in names.split()]
    found = city([product("t", route(names)), *parts, product("r", raw=True)], [maker("f", "t")])
    counts = [(len(p.links), len(p.imports)) for p in ladder(found, Wish("t"), 3).plans]
    assert counts == [(0, 8), (4, 4), (8, 0)]


def test_a_search_is_given_up() -> None:
    found = city([product("t", route("a")), product("a", route("r")), product("r", raw=True)])
    for ask in (closing_plans, ladder):
        progress = Progress()
        progress.cancel()
        with pytest.raises(Cancelled):
            ask(found, Wish("t"), progress=progress)


def test_first_asked_for_is_what_a_chain_lacks_and_law_leaves_open() -> None:
    links = [product("t", route("a")), product("a", route("r")), product("x", route("r"))]
    shut = replace(product("s", route("r")), gates=SHUT)
    data = atlas([*links, shut, product("r", raw=True)], [maker("f", "t")])
    keyed = replace(data.chains["c"], key=tuple(KeyLink(p) for p in ("t", "x", "s", "x")))
    found = reading(replace(data, chains={"c": keyed}))
    assert key_gaps(found, "c") == ["x"]
    assert first_gaps(found, "c") == ["a"]
