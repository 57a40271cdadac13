"""断供风险 in the briefing of a chain: single firms on which others hang, once each."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.briefing import risks
from liantu.briefing.blocks import Table
from liantu.briefing.case import Case
from liantu.briefing.order import Order
from liantu.briefing.prose import as_printed
from liantu.model import Atlas, Source
from liantu.model.records import Supply, SupplyMode
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at


def rows(found: Reading, chain: str = "c") -> list[list[str]]:
    case = Case(found, Order(chains=(chain,)))
    made = [as_printed(b) for b in risks.table(case, found.atlas.chains[chain])]
    return [list(row) for table in made if isinstance(table, Table) for row in table.rows]


def city(gbt: str = "") -> Atlas:
    """a makes X, b makes Y of it, c makes Z of that."""
    chain = [replace(product("x"), gbt=gbt), product("y", route("x")), product("z", route("y"))]
    return atlas(chain, [maker("a", "x", 5.0), maker("b", "y", 1.0), maker("c", "z", 1.0)])


def test_a_firm_and_what_it_alone_makes_are_one_failure() -> None:
    found = rows(reading(city()))
    assert [row[:3] for row in found] == [
        ["a停产", "2家企业：b·Y、c·Z", "推定"],
        ["b停产", "1家企业：c·Z", "推定"],
    ]
    assert found[0][4] == "问b：X现在从哪里买，库存够用几天？"


def test_what_is_on_record_is_cited_and_counted_apart() -> None:
    deal = Supply("S1", "甲", SupplyMode.DIRECT, "x", "a", "b", sources=("s",))
    sources = {"s": Source("s", title="甲市年鉴", publisher="甲市人民政府", date="2022")}
    small = replace(city(), supplies={"S1": deal}, sources=sources)
    assert rows(reading(small))[0][2] == "有据1 · 推定1[1]"


def test_nobody_stands_still_for_what_is_had_on_any_market() -> None:
    assert [row[0] for row in rows(reading(city("1311")))] == ["b停产"]


def test_two_makers_are_no_single_failure() -> None:
    small = city()
    more = {**small.enterprises, "d": maker("d", "x", 5.0)}
    assert [row[0] for row in rows(reading(replace(small, enterprises=more)))] == ["b停产"]


def test_the_case_of_2022_stands_in_the_briefing_of_its_chain() -> None:
    found = {row[0]: row for row in rows(shipped_at("2022-12-31"), "nev")}
    assert found["汇隆停产"][1].startswith("2家企业：中通客车·纯电动客车")
    assert found["汇隆停产"][2] == "有据2 · 推定1[1]"
