"""What a supply says of how much it covers: read, refused, doubted, and told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.issues import Issue, Severity
from liantu.library.checks.supply_checks import supplies
from liantu.library.editing import Draft, RefusedError, edited
from liantu.library.edits.removing import remove
from liantu.library.plain import plain
from liantu.model import Atlas, Enterprise, Supply, SupplyMode
from liantu.telling.relations import supply_facts, supply_lines
from tests.helpers.atlases import atlas, product

CASES = [("supply_share",), ("supply_substitute",), ("supply_unit",)]
"""The doubts that are judged here."""


def supply(id_: str, supplier: str, **told: object) -> Supply:
    usual = {"claim": "件", "mode": SupplyMode.DIRECT, "product": "a", "customer": "bus"}
    return Supply(id=id_, supplier=supplier, **{**usual, **told})  # type: ignore[arg-type]


def city(*rows: Supply) -> Atlas:
    firms = {id_: Enterprise(id_, f"{id_}厂", "东县") for id_ in ("bus", "one", "two")}
    found = atlas([product("a", raw=True), product("b", raw=True)])
    return replace(found, enterprises=firms, supplies={row.id: row for row in rows})


def found(*rows: Supply) -> list[Issue]:
    return [*supplies(city(*rows))]


def test_shares_of_one_need_are_summed_and_of_two_needs_are_not() -> None:
    whole = supply("S1", "one", share=0.6), supply("S2", "two", share=0.4)
    assert found(*whole) == []
    (doubt,) = found(whole[0], supply("S2", "two", share=0.5))
    assert (doubt.code, doubt.severity) == ("library.supply_share", Severity.WARNING)
    assert doubt.params == {"name": "bus厂", "ids": "S1、S2", "total": "110"}
    assert found(whole[0], supply("S2", "two", share=0.5, product="b")) == []
    assert found(whole[0], supply("S2", "two", share=0.5, customer="one", product="b")) == []
    assert found(whole[0], supply("S2", "two")) == []


def test_who_supplies_or_takes_stands_in_for_nobody() -> None:
    assert found(supply("S1", "one", substitutes=("two",))) == []
    for same in ("one", "bus"):
        (doubt,) = found(supply("S1", "one", substitutes=("two", same)))
        assert doubt.code == "library.supply_substitute"
        assert doubt.params["name"] == f"{same}厂"


def test_an_amount_without_a_unit_is_doubted() -> None:
    assert found(supply("S1", "one", amount=3.0, unit="万吨/年")) == []
    (doubt,) = found(supply("S1", "one", amount=0.0))
    assert doubt.code == "library.supply_unit"


WHOLE = {
    "claim": "件",
    "mode": "direct",
    "supplier": "one",
    "customer": "bus",
    "amount": "12",
    "unit": "万吨/年",
    "share": "0.6",
    "stock_days": "3",
    "essential": "no",
    "substitutes": ["two"],
}


def test_what_is_written_is_kept_and_unknown_is_neither_no_nor_nothing() -> None:
    after = edited(city(), [Draft("supply", "S1", WHOLE)])
    row = after.supplies["S1"]
    assert (row.amount, row.unit, row.share, row.stock_days) == (12.0, "万吨/年", 0.6, 3.0)
    assert row.essential is False and row.substitutes == ("two",)
    assert plain(after, "supply", "S1") == WHOLE
    bare = edited(city(), [Draft("supply", "S1", {"claim": "件", "mode": "direct"})])
    assert (bare.supplies["S1"].share, bare.supplies["S1"].essential) == (None, None)
    assert bare.supplies["S1"].stock_days is None


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("share", "1.2", "number_huge"),
        ("share", "-0.1", "number_least"),
        ("amount", "-1", "number_least"),
        ("stock_days", "-1", "number_least"),
        ("essential", "maybe", "want_yes_no"),
        ("substitutes", ["nobody"], "unknown_enterprise"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(key: str, value: object, code: str) -> None:
    with pytest.raises(RefusedError) as error:
        edited(city(), [Draft("supply", "S1", {**WHOLE, key: value})])
    (fault,) = error.value.faults
    assert fault.issue.code.removesuffix("_near") == f"library.{code}"
    assert fault.path[0] == key


def test_a_substitute_that_goes_leaves_the_supply() -> None:
    before = edited(city(), [Draft("supply", "S1", WHOLE)])
    assert remove(before, "enterprise", "two").change(before).supplies["S1"].substitutes == ()


def test_the_dossier_tells_what_is_known_and_nothing_of_the_rest() -> None:
    data = city()
    row = supply("S1", "one", amount=12.0, unit="万吨/年", share=0.6, stock_days=3.0)
    row = replace(row, essential=True, substitutes=("two",))
    assert list(supply_facts(data, row)) == [
        "用量 12 万吨/年",
        "占需方用量的60%",
        "需方库存 3 天",
        "断供即停产",
        "可替代 two厂",
    ]
    assert list(supply_facts(data, replace(row, essential=False)))[3] == "断供不停产"
    assert list(supply_facts(data, supply("S1", "one"))) == []
    (line,) = supply_lines(data, [row], "bus")
    assert line.remark.startswith("件") and "需方库存 3 天" in line.remark
