"""The short cells of a board."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.asking import home_or_key
from liantu.model import Status
from liantu.telling.answer import answer
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

CITY = Scope(city=True)
FILL = find("fill")


def cells(id_: str) -> dict[str, str]:
    rows = FILL.rows(shipped_at("2022-12-31"), CITY)
    row = next(row for row in rows if row.id == id_)
    return {column.id: column.text(row) for column in FILL.columns}


def test_a_row_names_its_user_whom_to_ask_and_how_far_it_is() -> None:
    phenol = cells("phenol")
    assert phenol["taker"] == "双酚A（鲁西集团），年需 17 万吨"
    assert phenol["first"] == "鲁西集团 高新区"
    assert phenol["state"] == "待核实"
    assert phenol["home"] == "聚碳酸酯·尼龙 +2"


def test_a_row_whose_need_is_unknown_says_so() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("b", "y")])
    (row,) = FILL.rows(reading(small), CITY)
    assert FILL.column("taker").text(row) == "Y（b），用量不详"


def test_what_is_being_built_is_no_longer_only_to_be_asked_about() -> None:
    base = atlas([product("x"), product("y", route("x"))], [maker("b", "y", 5.0)])
    for status, words, code in (
        (Status.BUILDING, "在建", "building"),
        (Status.PLANNED, "规划", "planned"),
        (Status.STOPPED, "待核实", "asked"),
    ):
        firms = {**base.enterprises, "n": maker("n", "x", 1.0, status=status)}
        (row,) = FILL.rows(reading(replace(base, enterprises=firms)), CITY)
        pill = FILL.column("state").pill
        assert pill is not None
        assert (FILL.column("state").text(row), pill(row)) == (words, code)


def test_the_reason_of_a_row_is_the_sentence_that_answers_first() -> None:
    found = shipped_at("2022-12-31")
    for id_ in ("fill", "extend", "strong", "survey", "products"):
        item = find(id_)
        row = item.rows(found, Scope(chains=("pc-nylon", "cu")))[0]
        assert item.why is not None
        assert item.why(row) == answer(found, row.id) != ""


def test_a_class_is_filtered_by_its_plain_word() -> None:
    rows = FILL.rows(shipped_at("2022-12-31"), CITY)
    values = {value for row in rows for value in FILL.facet("class", row)}
    assert values == {"断链", "短链·向上"}
    assert {FILL.column("class").text(row) for row in rows} == {"疑似断链", "疑似短链·向上"}


def test_makers_are_sought_for_each_gap_once_and_a_chain_seeks_its_own() -> None:
    """Epoxy of the chemical chain is nothing that a chain of steel sheet has to bring here."""
    found = shipped_at("2022-12-31")
    chains = tuple(found.atlas.chains)
    city = find("targets").rows(found, Scope(chains=chains, city=True))
    ids = [row.id for row in city]
    assert len(ids) == len(set(ids))
    assert "epoxy" in ids
    sheet = {row.id for row in find("targets").rows(found, Scope(chains=("sheet",)))}
    assert sheet
    assert sheet <= home_or_key(found.atlas, "sheet")
