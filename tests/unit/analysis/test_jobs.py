"""Which rows of the boards become the three jobs of a chain, in small cities and at home."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Status
from liantu.model.boards import Board
from liantu.model.chain import KeyLink
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

DAY = "2022-12-31"


def jobs(found: Atlas, *keys: str) -> list[tuple[Board, str]]:
    marked = replace(found.chains["c"], key=tuple(KeyLink(k) for k in keys))
    space: Reading = reading(replace(found, chains={"c": marked}), DAY)
    return [(row.board, row.product) for row in space.jobs("c")]


def lacking(*needs: tuple[str, float | None]) -> Atlas:
    """Each product is lacking and taken, a tonne for a tonne, by one that a firm makes."""
    products = [product(x) for x, _ in needs]
    products += [product(f"of_{x}", route(x)) for x, _ in needs]
    return atlas(products, [maker(f"e_{x}", f"of_{x}", amount) for x, amount in needs])


def test_known_need_goes_before_what_nobody_told() -> None:
    found = lacking(("a", None), ("b", 5.0))
    assert jobs(found) == [(Board.FILL, "b"), (Board.FILL, "a")]


def test_a_key_link_of_the_chain_goes_before_a_small_amount() -> None:
    found = lacking(("a", None), ("b", 0.05))
    assert jobs(found, "a")[0] == (Board.FILL, "a")


def test_a_need_below_a_hundred_tonnes_is_no_job_but_for_a_key_link() -> None:
    found = lacking(("a", 0.005), ("b", 5.0))
    assert jobs(found) == [(Board.FILL, "b")]
    assert jobs(found, "a") == [(Board.FILL, "a"), (Board.FILL, "b")]


def test_what_could_follow_and_nobody_marked_is_no_job() -> None:
    found = atlas(
        [product("main"), product("next", route("main")), product("other", route("main"))],
        [maker("e", "main", 50.0)],
    )
    assert jobs(found) == []
    assert jobs(found, "next") == [(Board.EXTEND, "next")]
    assert jobs(found, "main") == [(Board.EXTEND, "next"), (Board.EXTEND, "other")], (
        "only where room is left, and not more than two of one main"
    )


def test_what_lacks_more_than_half_of_its_mains_is_not_the_next_step() -> None:
    far = product("far", route("main one two", per_unit=1.0))
    found = atlas(
        [product("main"), product("one"), product("two"), far], [maker("e", "main", 50.0)]
    )
    assert jobs(found, "far") == []


def test_of_each_kind_the_best_comes_first() -> None:
    found = lacking(("a", 50.0), ("b", 40.0))
    thin = maker("t", "thin", 1.0)
    more = atlas(
        [
            *found.products.values(),
            product("thin"),
            product("user", route("thin")),
            product("main"),
            product("next", route("main")),
        ],
        [*found.enterprises.values(), thin, maker("u", "user", 5.0), maker("m", "main", 9.0)],
    )
    assert jobs(more, "next") == [
        (Board.FILL, "a"),
        (Board.EXTEND, "next"),
        (Board.STRONG, "thin"),
    ]


def test_a_stopped_plant_is_no_maker() -> None:
    stopped = maker("e", "of_a", 5.0, status=Status.STOPPED)
    found = atlas([product("a"), product("of_a", route("a"))], [stopped])
    assert jobs(found) == []


def test_by_ways_do_not_lead_the_shipped_chains() -> None:
    space = shipped_at(DAY)
    told = {chain: [row.product for row in space.jobs(chain)] for chain in space.atlas.chains}
    assert told["al"] == ["alsheet", "alrod", "anode"], "not 白刚玉, which is key elsewhere"
    assert "alfoil" not in told["paper"], "its only user is a radiator of another chain"
    assert "fa_ca" not in told["food"]
    assert "hvcable" not in told["cable"], "two steps from cathode copper"
    assert told["pipe"][1] == "smlscd", "what opens most steps of the chain"


def test_the_first_chain_does_not_wait_for_the_boards_of_the_city() -> None:
    found = shipped_at("2022-10-26")
    once, again = (replace(found, diagnosed=found.diagnosis) for _ in range(2))
    first = once.jobs("pc-nylon")
    assert first and "boards" not in vars(once)
    assert once.jobs("al") and "boards" in vars(once)
    assert (again.boards, again.jobs("pc-nylon"))[1] == first
