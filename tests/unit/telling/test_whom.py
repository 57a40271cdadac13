"""Whom to ask first: who is building it, who needs it, who stands next to it."""

from __future__ import annotations

from dataclasses import replace

from liantu.model import Atlas, Enterprise, Role, Status
from liantu.telling.whom import counties_to_ask, knowing, likely, places, sisters
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
    assert asked(found) == (["mill", "smelter"], ("丁县",))


def test_who_is_building_it_is_asked_first_and_its_county_too() -> None:
    found = foil(at("戊县", maker("builder", "foil", 1.0, status=Status.BUILDING, as_of="2022-06")))
    assert asked(found) == (["builder", "smelter", "resins"], ("戊县", "乙县"))


def test_who_needs_it_is_asked_before_who_could_make_it() -> None:
    found = foil(at("己县", maker("boards", "board", 1.0)))
    found = replace(found, products={**found.products, "board": product("board", route("foil"))})
    firms, counties = asked(found)
    assert firms[0] == "boards"
    assert counties == ("己县",)


def test_of_a_wide_class_those_count_that_handle_the_same_materials() -> None:
    found = foil(at("丁县", maker("mill", "strip", 1.0)))
    strip = replace(product("strip", route("copper")), gbt=WIDE)
    known = reading(replace(found, products={**found.products, "strip": strip}))
    assert sisters(known, "foil") == ("mill",)
    assert sisters(known, "resin") == ("resins",)


def test_what_a_part_is_made_of_makes_nobody_alike() -> None:
    ring, cage = route("ring cage").inputs
    in_parts = replace(route(), inputs=(ring, replace(cage, role=Role.PART)))
    products = [
        product("nylon"),
        product("copper"),
        product("cage", route("nylon")),
        replace(product("bearing", in_parts), gbt=WIDE),
        product("ring", route("steel")),
        product("steel"),
        replace(product("fan", route("nylon", "copper")), gbt=WIDE),
        replace(product("race", route("steel")), gbt=WIDE),
    ]
    firms = [at("乙县", maker("fans", "fan", 1.0)), at("丙县", maker("races", "race", 1.0))]
    assert sisters(reading(atlas(products, firms)), "bearing") == ("races",)


def test_who_may_make_it_is_asked_and_its_county_with_those_of_its_users() -> None:
    found = foil(at("己县", maker("boards", "board", 1.0)), at("丁县", maker("mill", "strip", 1.0)))
    more = {
        "board": product("board", route("foil")),
        "strip": replace(product("strip", route("copper")), gbt=WIDE),
    }
    known = reading(replace(found, products={**found.products, **more}))
    verdict = known.verdicts["foil"]
    assert likely(known, verdict) == ["mill"]
    assert places(known, verdict) == ["己县", "丁县"]


def test_a_firm_of_no_known_county_does_not_send_the_question_nowhere() -> None:
    known = reading(foil())
    lost = replace(known.atlas.enterprises["smelter"], county="未注明")
    known = reading(replace(known.atlas, enterprises={**known.atlas.enterprises, "smelter": lost}))
    verdict = known.verdicts["foil"]
    assert likely(known, verdict) == ["smelter"]
    assert places(known, verdict) == ["丙县"]
