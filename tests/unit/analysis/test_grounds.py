"""What an extension rests on: no machine follows from what any works buys."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.grounds import Ground, Grounds
from liantu.analysis.needs import Needs
from liantu.analysis.reading import Reading
from liantu.model import Atlas, Basis, Capacity, Enterprise, Input, Product, Role, Route, Status
from liantu.model.boards import Board
from liantu.telling.answer import answer
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

TRACTORS, PUMPS = "3571 拖拉机制造", "3441 泵及真空设备制造"


def machine(id_: str, parts: str, gbt: str, *, castings: float = 0.0) -> Product:
    """Something counted that is put together of ``parts`` and castings."""
    inputs = [Input(p, 1.0, "台", Basis.ESTIMATE) for p in parts.split()]
    if castings:
        inputs.append(Input("cast", castings, "t", Basis.ESTIMATE))
    made = Route("r1", "r1", inputs=tuple(inputs))
    return Product(id_, id_.upper(), "c", "万台/年", "台", 10000.0, gbt=gbt, routes=(made,))


def small(*products: Product, firms: tuple[Enterprise, ...] = ()) -> Atlas:
    part = Product("motor", "MOTOR", "c", "万台/年", "台", 10000.0, raw=True)
    return atlas([product("cast"), part, *products], [maker("f", "cast", 9.0), *firms])


def rests(found: Reading, product_: str) -> tuple[object, object] | None:
    row = found.score(product_, Board.EXTEND)
    return (row.facts["base"], row.facts["kin"]) if row else None


def test_a_pump_is_no_extension_of_castings() -> None:
    found = reading(small(machine("pump", "motor", PUMPS, castings=1.0)))
    assert found.verdicts["pump"].fed["cast"] >= 1 / 3
    assert rests(found, "pump") is None
    assert found.boards.groundless == {"pump"}
    said = answer(found, "pump")
    assert "CAST在本地（占 50%），属通用材料、部件，本地未见同类产品，不列延链" in said
    aside = find("extend").aside
    assert aside is not None
    told = aside(found, Scope(chains=("c",)))
    assert told == "图上另有 1 个环节不在此列：PUMP（只有通用材料、部件在本地，未见同类产品）"


def test_what_is_measured_follows_from_its_material_as_before() -> None:
    sheet = replace(product("sheet", route("cast")), gbt=PUMPS)
    found = reading(small(sheet))
    assert rests(found, "sheet") == ("cast", 0.0)
    assert "依托CAST（f）" in answer(found, "sheet")


def test_a_machine_follows_from_the_makers_of_its_like() -> None:
    old = machine("tractor", "motor", TRACTORS, castings=1.0)
    new = machine("big", "motor", TRACTORS, castings=2.0)
    firm = maker("t", "tractor", 1.0, unit="万台/年")
    found = reading(small(old, new, firms=(firm,)))
    assert rests(found, "big") == ("tractor", 1.0)
    row = found.score("big", Board.EXTEND)
    assert row is not None
    assert row.values["surplus"] == 0.0
    assert "依托同类产品TRACTOR（t）；" in answer(found, "big")
    other = small(old, machine("big", "motor", PUMPS, castings=2.0), firms=(firm,))
    assert rests(reading(other), "big") is None


def test_its_like_shares_a_third_of_its_mains_and_parts() -> None:
    tyre = Product("tyre", "TYRE", "c", "万台/年", "台", 10000.0, raw=True)
    old = machine("cart", "tyre", TRACTORS)
    new = machine("big", "motor", TRACTORS, castings=2.0)
    firm = maker("t", "cart", 1.0, unit="万台/年")
    assert rests(reading(small(tyre, old, new, firms=(firm,))), "big") is None


def test_a_machine_follows_from_the_one_it_is_built_upon() -> None:
    bus = machine("bus", "motor", TRACTORS, castings=1.0)
    smart = machine("smart", "bus motor", TRACTORS)
    firm = maker("b", "bus", 1.0, unit="万台/年")
    found = reading(small(bus, smart, firms=(firm,)))
    assert rests(found, "smart") == ("bus", 0.0)
    assert "依托BUS（b）；" in answer(found, "smart")


def test_what_is_being_built_already_rests_on_what_it_is_made_of() -> None:
    pump = machine("pump", "motor", PUMPS, castings=1.0)
    for status, ground in ((Status.PLANNED, ("cast", 0.0)), (Status.UNKNOWN, None)):
        firm = maker("p", "pump", 1.0, status=status, unit="万台/年")
        assert rests(reading(small(pump, firms=(firm,))), "pump") == ground


def test_who_makes_cages_of_steel_and_builds_some_of_iron_follows_from_his_own() -> None:
    steel, iron = machine("steel", "motor", PUMPS), machine("iron", "", PUMPS, castings=1.0)
    own = Capacity("cast", Status.OPERATING, 9.0, "万吨/年", own_use=True)
    firms = (
        Enterprise("f", "F", "甲县", capacities=(own,)),
        maker("m", "steel", 1.0, unit="万台/年"),
    )
    assert rests(reading(small(steel, iron, firms=firms)), "iron") is None
    coming = Capacity("iron", Status.PLANNED, 1.0, "万台/年")
    both = replace(firms[1], capacities=(*firms[1].capacities, coming))
    found = reading(small(steel, iron, firms=(firms[0], both)))
    assert rests(found, "iron") == ("steel", 1.0)


def test_castings_for_ones_own_machines_are_nobodys_ground() -> None:
    own = Capacity("x", Status.OPERATING, 9.0, "万吨/年", own_use=True)
    cage = [product("x"), product("cage", route("x"))]
    found = reading(atlas(cage, [Enterprise("a", "A", "甲县", capacities=(own,))]))
    assert rests(found, "cage") is None
    sold = reading(atlas(cage, [Enterprise("a", "A", "甲县", capacities=(own,)), maker("b", "x")]))
    assert rests(sold, "cage") == ("x", 0.0)


def test_two_steps_away_half_of_it_must_be_here() -> None:
    """A tablet is no extension of the amine of which a third of its drug is made."""

    def blank(share: float) -> Reading:
        rest = Input("far", 1 - share, "t", Basis.ESTIMATE)
        drug = Route("r1", "r1", inputs=(Input("amine", share, "t", Basis.ESTIMATE), rest))
        wish = replace(product("tablet", route("drug")), want=True)
        products = [product("amine"), product("far"), product("drug", drug), wish]
        return reading(atlas(products, [maker("a", "amine", 9.0)]))

    assert rests(blank(0.4), "tablet") is None
    near = blank(0.6)
    assert rests(near, "tablet") == ("amine", 0.0)
    assert "隔一道工序依托AMINE（a）" in answer(near, "tablet")
    cell = find("extend").column("rest")
    (row,) = (r for r in find("extend").rows(near, Scope(city=True)) if r.id == "tablet")
    assert cell.text(row).startswith("隔一道工序依托AMINE（a）")


def test_a_wanted_link_that_rests_on_nothing_is_asked_about_still() -> None:
    found = small(machine("pump", "motor", PUMPS, castings=1.0))
    assert "pump" not in {q.product for q in reading(found).questions}
    wished = {**found.products, "pump": replace(found.products["pump"], want=True)}
    asked = {q.product: q.worth for q in reading(replace(found, products=wished)).questions}
    assert asked["pump"] == 40.0


def test_without_codes_nobody_knows_that_two_things_are_of_one_class() -> None:
    """A pump without a code is no extension of castings that have none either."""
    found = reading(small(machine("pump", "motor", "", castings=1.0)))
    assert found.atlas.products["cast"].gbt == found.atlas.products["pump"].gbt == ""
    assert found.verdicts["pump"].fed["cast"] >= 1 / 3
    assert rests(found, "pump") is None


def test_what_stands_three_steps_away_has_no_ground() -> None:
    chain = [product("a"), product("b", route("a")), product("c", route("b")), product("d")]
    chain[3] = product("d", route("c"))
    known = reading(atlas(chain, [maker("f", "a", 9.0)]))
    found = known.diagnosis
    assert found.steps == {"b": 1, "c": 2}
    grounds = Grounds(known.atlas, found, Needs(known.atlas, found.situation, found.switches))
    assert grounds.of("b") == grounds.of("c") == Ground("a")
    assert grounds.of("d") is None


def test_what_is_only_made_in_the_plant_that_goes_on_with_it_is_no_aim() -> None:
    def acid(role: Role | None) -> Reading:
        (inner,) = route("acid").inputs
        resin = Route("r1", "r1", inputs=(replace(inner, role=role),))
        products = [product("ammonia"), product("acid", route("ammonia")), product("resin", resin)]
        return reading(atlas(products, [maker("f", "ammonia", 9.0)]))

    assert rests(acid(None), "acid") == ("ammonia", 0.0)
    assert rests(acid(Role.CAPTIVE), "acid") is None
    assert rests(acid(Role.CAPTIVE), "resin") == ("ammonia", 0.0)


def test_no_extension_that_nobody_would_build_and_no_material_that_nobody_makes_of() -> None:
    """Of the shipped data: prussic acid by pipe only, diamonds of the stone that seals the press,
    and metal silicon from the provinces with power to spare.
    """
    found = shipped_at("2022-12-31")
    follows = {row.product for row in found.rows(Board.EXTEND)}
    assert not follows & {"hcn", "grown"}
    assert "si" not in {row.product for row in found.rows(Board.FILL)}
    carton = found.diagnosis.balances["carton"]
    chicken = found.diagnosis.balances["chdeep"].supply
    assert carton.need / chicken > 10  # 平方米 a kilogram of chicken, in 万平方米 and 万吨: 60
