from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis import summary
from liantu.analysis.closure import close
from liantu.analysis.diagnosis import diagnose
from liantu.analysis.summary import Ratio, census, summarise
from tests.helpers.atlases import atlas, maker, product, route

CITY = atlas(
    [
        product("salt", raw=True),
        product("power", utility=True),
        product("cl2", route("salt power")),
        product("pvc", route("cl2 power")),
        product("pipe", route("pvc additive")),
        product("additive", route("salt")),
        product("film", route("pvc")),
    ],
    [maker("a", "cl2"), maker("b", "pvc"), maker("c", "pipe"), maker("d", "film")],
    {"up": "salt cl2", "mid": "pvc additive", "down": "pipe film"},
)


def test_coverage_leaves_raw_products_and_utilities_out() -> None:
    found = summarise(CITY, diagnose(CITY), "c")
    assert found.coverage == Ratio(4, 5)
    assert (found.products, found.raw, found.local) == (6, 1, 4)
    assert [(s.products, s.local) for s in found.stages] == [(2, 1), (2, 1), (2, 2)]
    assert found.enterprises == ("a", "b", "c", "d")


def test_closure_counts_end_products_that_local_units_reach() -> None:
    found = summarise(CITY, diagnose(CITY), "c")
    assert found.closure == Ratio(1, 2), "film is closed, pipe lacks its additive"


def test_a_city_is_closed_once_for_all_its_chains(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty chains cost one closure."""
    chains = {str(n): replace(CITY.chains["c"], id=str(n)) for n in range(20)}
    city = replace(CITY, chains=chains)
    calls = []
    monkeypatch.setattr(
        summary, "close", lambda steps, at_hand: calls.append(1) or close(steps, at_hand)
    )
    judged = diagnose(city)
    shared = census(city, judged.situation)
    found = [summarise(city, judged, key, shared=shared) for key in chains]
    assert len(calls) == 1
    assert found == [summarise(city, judged, key) for key in chains]
    assert len(calls) == 21


def test_enterprises_that_only_name_the_chain_come_after_its_makers() -> None:
    named = replace(maker("a0", "salt"), capacities=(), chains=("c",))
    city = replace(CITY, enterprises={"a0": named, **CITY.enterprises, "z": replace(named, id="z")})
    assert summarise(city, diagnose(city), "c").enterprises == ("a", "b", "c", "d", "a0", "z")


def test_a_chain_without_members_has_no_ratio() -> None:
    empty = atlas([], members={"up": ""})
    found = summarise(empty, diagnose(empty), "c")
    assert found.coverage.value is None
    assert found.closure.value is None


def test_members_that_no_file_defines_do_not_count() -> None:
    city = atlas([product("a")], members={"up": "a ghost"})
    assert summarise(city, diagnose(city), "c").products == 1


def test_what_uses_itself_is_an_end_product_all_the_same() -> None:
    seed = product("wheat", route("wheat fertiliser"))
    city = atlas([seed, product("fertiliser", raw=True)], [maker("a", "wheat")])
    found = summarise(city, diagnose(city), "c")
    assert found.closure == Ratio(0, 1), "it is at the end, and needs itself to begin"


def test_leads_come_first_then_those_who_make_most_of_the_chain() -> None:
    city = atlas(
        [product("x"), product("y")],
        [maker("a", "x"), maker("b", "x"), maker("c", "x"), maker("d", "z")],
    )
    both = replace(city.enterprises["b"], capacities=(*maker("b", "x").capacities,))
    both = replace(both, capacities=(*both.capacities, *maker("b", "y").capacities))
    firms = {**city.enterprises, "b": both, "d": replace(city.enterprises["d"], chains=("c",))}
    led = replace(city.chains["c"], leads=("c",))
    city = replace(city, enterprises=firms, chains={"c": led})
    assert summarise(city, diagnose(city), "c").enterprises == ("c", "b", "a", "d")
