"""What the page of the city names: one row a chain, no product twice, nothing that is silly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Chain, Enterprise, KeyLink, Line, Member, Product, Section, Stage
from liantu.model.boards import Board
from liantu.telling.poster.city_actions import errands
from liantu.telling.poster.city_picks import city_picks, merit, picks
from tests.helpers import atlases
from tests.helpers.atlases import maker, product, route
from tests.helpers.readings import reading, shipped_at

DAY = "2022-12-31"


def chain(id_: str, members: str, key: str = "", line: str = "") -> Chain:
    section = Section("all", "", tuple(Member(p, "s") for p in members.split()))
    return Chain(
        id=id_,
        name=f"{id_}产业链",
        short=id_,
        field="化工",
        stages=(Stage("s", "中游"),),
        sections=(section,),
        key=tuple(KeyLink(p) for p in key.split()),
        lines=(Line("l", "线", tuple(line.split())),) if line else (),
    )


def home(id_: str, *things: Product) -> list[Product]:
    return [replace(thing, home=id_) for thing in things]


def planted(
    products: Sequence[Product], firms: Sequence[Enterprise], chains: Sequence[Chain]
) -> Reading:
    found: Atlas = atlases.atlas(products, firms)
    named: Mapping[str, Chain] = {one.id: one for one in chains}
    library = replace(found.library, chain_order=tuple(named))
    return reading(replace(found, chains=named, library=library), DAY)


def shared(key: str = "g h") -> Reading:
    """Chain a makes m of g and h; chain b makes n of g, which it owns."""
    products = [
        product("r", raw=True),
        *home("b", product("g", route("r")), product("n", route("g"))),
        *home("a", product("h", route("r")), product("m", route("g h"))),
    ]
    firms = [maker("甲厂", "m", 2.0), maker("乙厂", "n", 1.0)]
    chains = [chain("a", "r g h m", key), chain("b", "r g n", key)]
    return planted(products, firms, chains)


def test_the_home_of_a_product_has_it_and_the_other_chain_its_next() -> None:
    found = picks(shared())
    assert {c: (row.board, row.product) for c, row in found.items()} == {
        "a": (Board.FILL, "h"),
        "b": (Board.FILL, "g"),
    }


def test_what_is_no_key_link_is_not_named() -> None:
    sure = shared(key="g")
    row = next(r for r in sure.rows(Board.FILL) if r.product == "h")
    assert merit(sure, row, "a") < 3
    assert set(picks(sure)) == {"b"}


def test_a_chain_without_anything_sure_says_what_is_to_be_verified() -> None:
    found = errands(shared(key="g"))
    assert found["a"].board is None
    assert found["a"].product == "h"
    assert found["a"].title == "核实H"


def test_an_errand_tells_the_need_and_whom_to_ask() -> None:
    found = errands(shared())["b"]
    assert found.title == "落实G来源"
    assert found.ask == "年需3万吨，先问甲厂"


def test_a_chain_goes_on_from_its_own_material_rather_than_from_another() -> None:
    """Both could follow; the one of the chain's own base is named although scores are equal."""
    products = [
        product("r", raw=True),
        *home("b", product("far", route("r"))),
        *home("a", product("own", route("r")), product("x", route("far"))),
        *home("a", product("z", route("own"))),
        *home("a", *(product(f"m{at}", route("own")) for at in range(3))),
    ]
    firms = [maker("甲厂", "own", 9.0), maker("乙厂", "far", 9.0)]
    firms += [maker(f"厂{at}", f"m{at}", 1.0) for at in range(3)]
    members = "r own x z m0 m1 m2"
    found = planted(products, firms, [chain("a", members, "x z own"), chain("b", "r far")])
    assert found.summary("a").mains.share == 1.0
    row = picks(found)["a"]
    assert (row.board, row.product, row.facts["base"]) == (Board.EXTEND, "z", "own")


def test_no_product_stands_twice_and_every_gap_named_is_a_key_link_of_some_chain() -> None:
    found = shipped_at(DAY)
    rows = picks(found)
    products = [row.product for row in rows.values()]
    assert len(set(products)) == len(products)
    assert found.diagnosis.keys.issuperset(products)


def test_chains_that_rest_on_the_city_go_on_and_the_others_fill_up() -> None:
    rows = picks(shipped_at(DAY))
    assert (rows["sheet"].board, rows["sheet"].product) == (Board.EXTEND, "zam")
    assert (rows["cable"].board, rows["cable"].product) == (Board.FILL, "curod")
    assert (rows["nev"].board, rows["nev"].product) == (Board.FILL, "axle")


def test_the_city_names_three_things_of_different_roots() -> None:
    found = city_picks(shipped_at(DAY))
    assert [(row.board, row.product) for row in found] == [
        (Board.FILL, "alsheet"),
        (Board.EXTEND, "zam"),
        (Board.EXTEND, "cclfoil"),
    ]
