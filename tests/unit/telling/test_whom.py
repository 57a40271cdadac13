"""Whom to ask first: who is building it, who needs it, who stands next to it."""

from __future__ import annotations

from dataclasses import replace

from liantu.model import Atlas, Enterprise, Status
from liantu.telling.whom import counties_to_ask, knowing
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading

WIDE = "3985 电子专用材料制造"


def at(county: str, firm: Enterprise) -> Enterprise:
    return replace(firm, county=county)


def foil(*more: Enterprise) -> Atlas:
    """Foil could follow from copper; a firm of its wide class makes resin of something else."""
    products = [
        product("copper"),
        replace(product("foil", route("copper")), gbt=WIDE),
        replace(product("resin", route("amine")), gbt=WIDE),
        product("amine"),
    ]
    firms = (at("乙县", maker("smelter", "copper", 9.0)), at("丙县", maker("resins", "resin", 1.0)))
    return atlas(products, [*firms, *more])


def asked(found: Atlas) -> tuple[list[str], tuple[str, ...]]:
    known = reading(found)
    verdict = known.verdicts["foil"]
    return knowing(known, verdict), counties_to_ask(known, verdict)


def test_who_makes_the_copper_knows_more_than_a_namesake_in_the_statistics() -> None:
    assert asked(foil()) == (["smelter", "resins"], ("乙县",))


def test_one_of_the_class_that_takes_the_copper_comes_before() -> None:
    found = foil(at("丁县", maker("mill", "strip", 1.0)))
    strip = replace(product("strip", route("copper")), gbt=WIDE)
    found = replace(found, products={**found.products, "strip": strip})
    assert asked(found) == (["mill", "smelter", "resins"], ("丁县",))


def test_who_is_building_it_is_asked_first_and_its_county_too() -> None:
    found = foil(at("戊县", maker("builder", "foil", 1.0, status=Status.BUILDING, as_of="2022-06")))
    assert asked(found) == (["builder", "smelter", "resins"], ("戊县", "乙县"))


def test_who_needs_it_is_asked_before_who_could_make_it() -> None:
    found = foil(at("己县", maker("boards", "board", 1.0)))
    found = replace(found, products={**found.products, "board": product("board", route("foil"))})
    firms, counties = asked(found)
    assert firms[0] == "boards"
    assert counties == ("己县",)
