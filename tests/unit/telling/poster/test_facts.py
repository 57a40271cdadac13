"""Small cities whose pages are known by hand: what is told, and what is kept silent."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Capacity, Enterprise, Product, Project, Source, Status, Supply
from liantu.model.chain import KeyLink, Line
from liantu.model.records import Phase, SupplyMode
from liantu.telling.poster.asks import asks
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.holds import holds
from liantu.telling.poster.keys import keys
from liantu.telling.poster.model import Stage
from liantu.telling.poster.needs import bought, needs
from liantu.telling.poster.network import network
from liantu.telling.poster.places import places
from liantu.telling.poster.stations import station
from liantu.telling.poster.works import works
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def ore_to_tube(*makers: Enterprise, ore: float = 2.0, draw: bool = True) -> Atlas:
    """Raw ore → metal → bar → tube; ``draw``: with its line."""
    products = [
        product("ore", raw=True),
        product("metal", route("ore", per_unit=ore)),
        product("bar", route("metal")),
        product("tube", route("bar", per_unit=1.1)),
    ]
    found = atlas(products, makers)
    line = Line("one", "管材", ("ore", "metal", "bar", "tube"))
    chain = replace(found.chains["c"], lines=(line,) if draw else ())
    return replace(found, chains={"c": chain})


def at(found: Atlas) -> Reading:
    return reading(found, "2022-12-31")


# -- network


def test_what_comes_from_outside_is_no_station_to_be_made() -> None:
    told = network(at(ore_to_tube(maker("甲厂", "metal", 5.0))), "c")
    assert told.ways[0].score == "3站通1站，另调入1站"
    assert told.ways[0].stations == ("ore", "metal", "bar", "tube")


def test_stations_and_ways_stand_once() -> None:
    found = ore_to_tube(maker("甲厂", "metal", 5.0), maker("乙厂", "bar", 4.0))
    chain = found.chains["c"]
    lines = (*chain.lines, Line("two", "棒材", ("metal", "bar")))
    told = network(at(replace(found, chains={"c": replace(chain, lines=lines)})), "c")
    assert [s.product for s in told.stations] == ["ore", "metal", "bar", "tube"]
    assert [(j.source, j.target, j.live) for j in told.joints] == [
        ("ore", "metal", False),
        ("metal", "bar", True),
        ("bar", "tube", False),
    ]
    assert told.joints[1].words == "", "no record says how it goes"
    gap = told.joints[2].mark
    assert gap is not None
    assert gap.letter == "延"


def with_pipe(found: Atlas, date: str) -> Atlas:
    told = Supply("S1", "金属", SupplyMode.PIPE, "metal", "甲厂", "乙厂", sources=("s",))
    return replace(found, supplies={"S1": told}, sources={"s": Source("s", "报", date=date)})


def test_how_goods_go_is_told_where_a_record_says_so() -> None:
    found = ore_to_tube(maker("甲厂", "metal", 5.0), maker("乙厂", "bar", 4.0))
    assert network(at(with_pipe(found, "2022-05")), "c").joints[1].words == "管道 4万吨"
    assert network(at(with_pipe(found, "2023-05")), "c").joints[1].words == "", "told later"


def test_of_a_customer_without_amount_only_the_mode_is_told() -> None:
    found = ore_to_tube(maker("甲厂", "metal", 5.0), maker("乙厂", "bar"))
    assert network(at(with_pipe(found, "2022-05")), "c").joints[1].words == "管道"


def test_a_chain_without_lines_follows_its_mains_to_what_its_lead_makes() -> None:
    found = ore_to_tube(maker("甲厂", "metal", 5.0), maker("乙厂", "bar", 4.0), draw=False)
    key = replace(found.chains["c"], leads=("乙厂",), key=(KeyLink("bar"),))
    told = network(at(replace(found, chains={"c": key})), "c")
    assert [(w.name, w.stations) for w in told.ways] == [("乙厂主线", ("ore", "metal", "bar"))]


# -- stations


def test_a_station_tells_maker_then_amount() -> None:
    one = station(at(ore_to_tube(maker("很长的名字的厂", "metal", 5.0))), "metal")
    assert one.told == (("很长的名字的厂", "很长的名"), ("5万吨/年", "5万吨"))
    found = ore_to_tube(maker("甲厂", "metal", 5.0), maker("乙厂", "metal"))
    two = station(at(found), "metal")
    assert two.told == (("甲厂等2家", "2家"), ("≥5万吨/年", "≥5万吨"))


def test_what_is_absent_tells_what_comes_then_what_is_needed() -> None:
    building = maker("丙厂", "bar", 3.0, status=Status.BUILDING, as_of="2022")
    found = ore_to_tube(maker("乙厂", "tube", 4.0), building)
    assert station(at(found), "bar").told == (
        ("在建 丙厂", "在建"),
        ("年需4.4万吨，未见产出", "年需4.4万吨"),
    )
    assert station(at(ore_to_tube(maker("乙厂", "tube"))), "bar").told == (("1个产品在用",),)
    assert station(at(ore_to_tube()), "bar").told == (("本地未见",),)
    raw = station(at(ore_to_tube(maker("甲厂", "metal", 5.0))), "ore")
    assert (raw.told, raw.local) == ((("市外调入",), ("年需10万吨",)), False)


def test_what_others_need_of_a_material_is_no_part_of_a_line() -> None:
    """Ore for a metal that nobody makes here, of which a pigment works takes a little."""
    found = ore_to_tube(maker("甲厂", "tint", 10.0))
    tint = product("tint", route("ore", per_unit=0.5))
    found = replace(found, products={**found.products, "tint": tint})
    told = {s.product: s.told for s in network(at(found), "c").stations}
    assert told["ore"] == (("市外调入",),)
    assert station(at(found), "ore").told == (("市外调入",), ("年需5万吨",))


# -- 守住


def test_what_hangs_on_one_maker_is_told_with_what_stands_still() -> None:
    found = ore_to_tube(
        maker("甲厂", "metal", 9.0), maker("乙厂", "bar", 4.0), maker("丙厂", "tube", 1.0)
    )
    rows = holds(at(found), "c")
    assert [row.words for row in rows.rows] == [
        "METAL（甲厂）停供，直接断BAR，牵连2个产品。",
        "BAR（乙厂）停供，直接断TUBE。",
    ]
    assert rows.note == "资料内独家2个"
    assert holds(at(ore_to_tube(maker("甲厂", "metal", 9.0))), "c").rows == ()
    assert holds(at(ore_to_tube()), "c").note == ""


# -- 供需


def test_a_balance_is_told_where_both_sides_are_known() -> None:
    found = ore_to_tube(maker("甲厂", "metal", 9.0), maker("乙厂", "tube", 4.0))
    rows = {row.product: row for row in needs(at(found), "c").rows}
    assert set(rows) == {"bar"}, "metal has no known need, ore comes from outside"
    lack = rows["bar"]
    assert (lack.told, lack.both, lack.short) == ("缺4.4万吨", "", True)
    assert (round(lack.need), lack.supply, lack.unit) == (44000, 0.0, "t")
    assert bought(at(found), "c") == "年需调入：ORE18万吨。"


def test_what_is_left_is_an_upper_bound_where_a_user_is_silent() -> None:
    def told(need: float, other: float | None) -> list[str]:
        users = (maker("乙厂", "bar", need), maker("丙厂", "bar", other))
        found = ore_to_tube(maker("甲厂", "metal", 20.0), *users)
        return [row.told for row in needs(at(found), "c").rows if row.product == "metal"]

    assert told(8.0, 2.0) == ["余10万吨"]
    assert told(8.0, None) == ["余≤12万吨"]
    assert told(3.0, None) == ["余量不详"], "less than a fifth of the supply is known to be used"
    assert told(0.3, None) == []
    assert told(22.0, None) == ["至少缺2万吨"]


def test_nothing_is_told_of_an_unknown_supply_or_a_small_need() -> None:
    silent = ore_to_tube(maker("甲厂", "metal"), maker("乙厂", "bar", 3.0))
    assert needs(at(silent), "c").rows == ()
    small = ore_to_tube(maker("乙厂", "tube", 0.009))
    assert needs(at(small), "c").rows == (), "99 t a year"


# -- 在建与规划


def built(*rows: Capacity) -> Atlas:
    firm = Enterprise("甲厂", "甲厂", "甲县", capacities=rows)
    found = ore_to_tube(firm)
    return replace(found, library=replace(found.library, stale_before=2018))


def row(status: Status, amount: float | None = None, **more: str) -> Capacity:
    return Capacity("bar", status, amount, "万吨/年", **more)


def test_new_then_building_then_planned() -> None:
    found = built(
        row(Status.PLANNED, 9.0, as_of="2021"),
        row(Status.BUILDING, 5.0, since="2022-03", as_of="2022"),
        row(Status.OPERATING, 3.0, since="2022-10-26"),
    )
    rows = works(at(found), "c").rows
    assert [(r.stage, r.name, r.told[0]) for r in rows] == [
        (Stage.NEW, "BAR 3万吨", "甲厂2022年10月26日投产"),
        (Stage.BUILDING, "BAR 5万吨", "甲厂在建"),
        (Stage.PLANNED, "BAR 9万吨", "甲厂规划2021"),
    ]
    assert rows[2].told == ("甲厂规划2021", "规划2021", "规划")
    assert (rows[1].since, rows[1].firm) == ("2022-03", "甲厂")
    assert works(at(found), "c").note == "共3项"


def test_what_is_superseded_stale_contested_or_told_later_is_out() -> None:
    out = (
        row(Status.PLANNED, 3.0, as_of="2016"),
        row(Status.PLANNED, 3.0, as_of="2024"),
        row(Status.BUILDING, 3.0, as_of="2022", since="2023-02"),
        row(Status.BUILDING, 3.0, as_of="2020", until="2021-06"),
        Capacity("bar", Status.BUILDING, 3.0, "万吨/年", as_of="2021", contested=True),
    )
    assert works(at(built(*out)), "c").rows == ()
    runs = row(Status.OPERATING, 3.0, since="2020")
    assert works(at(built(row(Status.PLANNED, 3.0, as_of="2019"), runs)), "c").rows == ()
    more = row(Status.PLANNED, 9.0, as_of="2019")
    assert len(works(at(built(more, runs)), "c").rows) == 1, "another plant than that which runs"


def test_a_project_is_told_where_no_capacity_tells_it() -> None:
    phase = Phase(Status.BUILDING, "tube", 2.0, "万吨/年", since="2022-01")
    plan = Project("P1", "项目", Status.BUILDING, enterprise="乙厂", phases=(phase,), as_of="2022")
    found = replace(ore_to_tube(maker("乙厂", "metal", 1.0)), projects={"P1": plan})
    assert [(r.name, r.told[0]) for r in works(at(found), "c").rows] == [("TUBE 2万吨", "乙厂在建")]
    later = replace(plan, as_of="2024", phases=(replace(phase, since=""),))
    assert works(at(replace(found, projects={"P1": later})), "c").rows == ()
    same = ore_to_tube(maker("乙厂", "tube", 2.0, status=Status.BUILDING, as_of="2022"))
    assert len(works(at(replace(same, projects={"P1": plan})), "c").rows) == 1


# -- 企业在哪里, 先核实, 关键环节


def test_unplaced_makers_are_counted_and_in_no_county() -> None:
    nowhere = replace(maker("丙厂", "tube", 1.0), county="未注明")
    found = ore_to_tube(maker("甲厂", "metal", 5.0), maker("乙厂", "bar", 4.0), nowhere)
    found = replace(found, chains={"c": replace(found.chains["c"], leads=("乙厂",))})
    told = places(at(found), "c")
    assert [(w.county, w.firms) for w in told.rows] == [
        ("甲县", (("乙厂", "乙厂"), ("甲厂", "甲厂")))
    ]
    assert told.note == "有在产记录的3家，1家未注明县市区"
    assert places(at(ore_to_tube()), "c").note == ""


def classed(id_: str, *routes: str) -> Product:
    return replace(product(id_, *(route(r) for r in routes)), gbt="3311")


def test_who_is_asked_gets_one_sentence() -> None:
    found = atlas(
        [classed("plate"), classed("door", "plate"), classed("gate", "plate")],
        [maker("甲厂", "plate", 5.0)],
    )
    told = asks(at(found), "c")
    assert [said.words for said in told.rows] == ["先问甲厂（甲县）：本地有无DOOR、GATE在产。"]
    assert told.note == "摸底任务单前2项"
    assert told.rows[0].target is not None
    assert told.rows[0].target.id == "甲厂"


def test_key_links_keep_the_order_of_the_office() -> None:
    found = ore_to_tube(maker("甲厂", "metal", 5.0))
    chain = replace(found.chains["c"], key=(KeyLink("tube"), KeyLink("metal")))
    told = keys(at(replace(found, chains={"c": chain})), "c")
    assert [s.product for s in told.rows] == ["tube", "metal"]
    assert told.note == "2个，本地1个"


def test_the_page_is_computed_once_a_reading() -> None:
    space = at(ore_to_tube(maker("甲厂", "metal", 5.0)))
    assert chain_poster(space, "c") is chain_poster(space, "c")
    told = chain_poster(space, "c").head
    assert told.title == "甲产业链图谱"
    assert told.whole == "全链4个环节"
    assert told.place == "甲市化工 · 口径日期2022年12月31日 · 现状 · 只计在产，在建、规划另标"
