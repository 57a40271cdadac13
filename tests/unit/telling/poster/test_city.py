"""The facts of the page of the city: rows, judgement, counties, supplies, what a year brought."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.model import Source, Status, Supply, SupplyMode
from liantu.telling.composition import whole_composition
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.city import city_poster, overall
from liantu.telling.poster.city_gives import apart, gives, short_label
from liantu.telling.poster.city_rows import by_field, leads
from liantu.telling.poster.city_spread import spread
from liantu.telling.poster.city_year import year
from liantu.telling.poster.model import Give
from tests.helpers import atlases
from tests.helpers.atlases import maker, product, route
from tests.helpers.readings import loaded, reading, shipped_at
from tests.unit.telling.poster.test_city_picks import chain, home, planted

DAY, EARLIER = "2022-12-31", "2022-10-25"


def test_every_chain_has_one_row_and_those_of_a_field_stand_together() -> None:
    rows = city_poster(shipped_at(DAY)).rows
    assert sorted(row.chain for row in rows) == sorted(loaded().atlas.chains)
    fields = [row.field for row in rows]
    turns = [field for at, field in enumerate(fields) if not at or fields[at - 1] != field]
    assert len(turns) == len(set(turns))


def test_no_two_rows_ask_for_the_same() -> None:
    rows = city_poster(shipped_at(DAY)).rows
    assert len({row.action for row in rows}) == len(rows)
    assert all(row.ask for row in rows)


def test_the_poster_is_made_once_for_a_reading() -> None:
    found = shipped_at(DAY)
    assert city_poster(found) is city_poster(found)


def test_the_whole_counts_every_product_once() -> None:
    found = shipped_at(DAY)
    shown = {m.product for c in found.atlas.chains.values() for m in c.members()}
    assert sum(piece.count for piece in whole_composition(found)) == len(shown)
    head = city_poster(found).head
    assert head.whole == f"全市{len(shown)}个环节"
    assert sum(piece.count for piece in head.pieces) == len(shown)
    assert [piece.mark.words for piece in head.pieces[:2]] == ["在产", "副产·群体·自供"]


def test_the_key_links_of_the_head_add_up() -> None:
    figures = city_poster(shipped_at(DAY)).head.figures
    keys, *parts, firms = map(int, re.findall(r"\d+", figures))
    assert keys == sum(parts)
    assert firms == shipped_at(DAY).coverage.running


def test_a_row_tells_the_line_with_most_local_stations() -> None:
    row = next(r for r in city_poster(shipped_at(DAY)).rows if r.chain == "pc-nylon")
    assert row.ends == "纯苯→锦纶帘子布 5/9"
    assert len(row.way) == 9
    assert row.joined == (False, False, False, False, True, True, True, True)


def test_too_few_products_are_counted_instead_of_a_share() -> None:
    rows = {row.chain: row for row in city_poster(shipped_at(DAY)).rows}
    assert (rows["pipe"].secured, rows["pipe"].share) == ("在产2个", None)
    assert (rows["soy"].secured, rows["soy"].lacks, rows["soy"].complete) == (
        "100%",
        ("主材齐",),
        True,
    )
    assert rows["nev"].lacks == ("缺主材11", "缺部件17")
    assert (rows["sheet"].lacks, rows["sheet"].complete) == (("稳供1",), True)


def test_who_makes_most_of_its_own_leads_a_chain_that_names_nobody() -> None:
    things = [*home("a", product("x"), product("y"), product("z"))]
    firms = [maker("甲厂", "x"), maker("乙厂", "y"), maker("丙厂", "z")]
    firms[1] = replace(firms[1], capacities=(*firms[1].capacities, *firms[0].capacities))
    found = planted(things, firms, [chain("a", "x y z", key="z")])
    assert leads(found, found.atlas.chains["a"]) == (("乙厂", "乙厂"), ("丙厂", "丙厂"))


def test_the_judgement_sorts_the_chains_by_what_is_local() -> None:
    assert overall(shipped_at(DAY)) == (
        "10条链主材七成以上在本地（大豆蛋白与粮油、铜、煤盐氟硅化工等）；线缆与光电通信、"
        "新能源汽车2条不足四成，主材、部件靠外购；无缝钢管、造纸与纸制品、信息技术与电子材料"
        "3条在产环节太少，尚难判断。"
    )


def test_without_chains_nothing_is_judged() -> None:
    assert overall(Reading.nothing()) == ""
    poster = city_poster(Reading.nothing())
    assert (poster.rows, poster.jobs, poster.gives, poster.apart) == ((), (), (), "")


# -- counties and fields


def test_a_firm_counts_once_in_a_field_and_unplaced_ones_in_no_row() -> None:
    things = [*home("a", product("x"), product("y")), *home("b", product("z"))]
    firms = [maker("甲厂", "x"), maker("乙厂", "z"), maker("丙厂", "x")]
    firms[0] = replace(firms[0], capacities=(*firms[0].capacities, *maker("甲厂", "y").capacities))
    firms[2] = replace(firms[2], county="未注明")
    chains = [chain("a", "x y"), replace(chain("b", "z"), field="轻工")]
    found = spread(planted(things, firms, chains))
    assert (found.counties, found.fields, found.counts) == (("甲县",), ("化工", "轻工"), ((1, 1),))


# -- supplies between chains


def linked(date: str = "") -> Reading:
    """Chain a makes s, of which chain b makes t; a supply of the ``date`` says so."""
    things = [
        product("r", raw=True),
        *home("a", product("s", route("r"))),
        *home("b", product("t", route("s"))),
    ]
    firms = [maker("甲厂", "s", 3.0), maker("乙厂", "t", 1.0)]
    chains = [chain("a", "r s"), chain("b", "s t"), chain("c", "r")]
    found = planted(things, firms, chains)
    if not date:
        return found
    supply = Supply(
        id="S1",
        claim="",
        mode=SupplyMode.DIRECT,
        product="s",
        supplier="甲厂",
        customer="乙厂",
        sources=("q",),
    )
    source = Source("q", "报道", date=date)
    told = replace(found.atlas, supplies={"S1": supply}, sources={"q": source})
    return reading(told, DAY)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("", Give("a", "b", 0, 1)),
        ("2022-03-01", Give("a", "b", 1, 0)),
        ("2023-01-01", Give("a", "b", 0, 1)),
    ],
)
def test_a_supply_told_later_than_the_date_is_only_deduced(date: str, expected: Give) -> None:
    assert gives(linked(date)) == (expected,)


def test_chains_that_neither_give_nor_take_are_named() -> None:
    found = linked()
    assert apart(found, gives(found)) == "未见跨链供应：c。"
    assert [short_label(w) for w in ("农机与高端装备", "聚碳酸酯·尼龙", "铝")] == [
        "农机",
        "聚碳酸酯",
        "铝",
    ]


# -- one year


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2022-10-26", True),
        ("2021-12-31", False),
        ("2022-01-01", True),
        ("2022", True),
        ("2021", False),
        ("2023-01-01", False),
    ],
)
def test_what_was_commissioned_is_told_where_the_day_is_surely_in_the_year(
    since: str, told: bool
) -> None:
    found = reading(atlases.atlas([product("x")], [maker("甲厂", "x", 1.0, since=since)]), DAY)
    assert ("投产、扩产：X（甲厂）。" in year(found)) is told


def test_a_date_within_the_year_counts_only_what_surely_began() -> None:
    found = reading(atlases.atlas([product("x")], [maker("甲厂", "x", since="2022")]), EARLIER)
    assert not any("投产" in words for words in year(found))


def test_a_stop_is_told_and_a_plant_that_made_way_for_another_is_not() -> None:
    stopped = maker("甲厂", "x", 1.0, status=Status.STOPPED, since="2022-05")
    old, new = (
        maker("乙厂", "y", 1.0, until="2022-06-01"),
        maker("乙厂", "y", 2.0, since="2022-06-01"),
    )
    firm = replace(old, capacities=(*old.capacities, *new.capacities))
    found = reading(atlases.atlas([product("x"), product("y")], [stopped, firm]), DAY)
    assert year(found) == ("投产、扩产：Y（乙厂）。", "停产、退出：X（甲厂）。")


def test_a_plant_that_runs_again_is_not_told_as_new() -> None:
    old = maker("甲厂", "x", 1.0, until="2022-03")
    stop = maker("甲厂", "x", 1.0, status=Status.STOPPED, since="2022-03", until="2022-05")
    again = maker("甲厂", "x", 1.0, since="2022-06")
    firm = replace(old, capacities=(*old.capacities, *stop.capacities, *again.capacities))
    found = reading(atlases.atlas([product("x")], [firm]), DAY)
    assert year(found) == ("恢复生产：X（甲厂）。",)
    told = chain_poster(found, "c").works.rows
    assert [row.told[0] for row in told] == ["甲厂2022年6月复产"]


def test_what_no_chain_shows_is_not_told() -> None:
    found = atlases.atlas(
        [product("x"), product("y")], [maker("甲厂", "x", since="2022-05")], {"s": "y"}
    )
    assert year(reading(found, DAY)) == ("未见投产、停产和新增环节的记录。",)


def test_a_year_without_records_says_so() -> None:
    found = reading(atlases.atlas([product("x")], [maker("甲厂", "x", 1.0)]), DAY)
    assert year(found) == ("未见投产、停产和新增环节的记录。",)


def test_the_page_of_an_earlier_day_does_not_know_what_came_after() -> None:
    before, after = (city_poster(shipped_at(day)) for day in (EARLIER, DAY))
    assert not any("双酚A" in words for words in before.year)
    assert any("双酚A（鲁西集团）" in words for words in after.year)
    assert before.head.place != after.head.place
    assert before.head.pieces != after.head.pieces


def test_fields_keep_the_order_of_the_file() -> None:
    ids = [one.id for one in by_field(shipped_at(DAY))]
    assert ids[:5] == ["al", "cu", "sheet", "pipe", "brg"]
