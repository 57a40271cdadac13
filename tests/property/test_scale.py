"""What was made linear says the same as before: rules over classes, plants of projects, rows of a
board, events that two sources tell; and a folder of copies is the shipped one again and again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu import paths
from liantu.analysis.boards import Boards
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.analysis.state import _covered
from liantu.issues import Place, Severity
from liantu.library import load
from liantu.library.checks import judgement_checks
from liantu.library.parsing.context import MOST_COMPARED, suggest
from liantu.library.reader import Loaded
from liantu.model import Atlas, Product
from liantu.model.boards import Board
from liantu.model.gates import Gate, GateKind
from liantu.model.scenario import Scenario
from liantu.telling import events
from tests.bench.folders import multiplied
from tests.helpers.readings import loaded, shipped_at

COPIES = 3
CODES = st.text("0126", max_size=4)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(multiplied(paths.shipped_chains(), tmp_path_factory.mktemp("large"), COPIES))


def with_codes(codes: list[str]) -> Atlas:
    """An atlas of products with these industry classes."""
    products = {
        f"p{at}": Product(f"p{at}", f"产品{at}", "", "t", "t", 1.0, gbt=code)
        for at, code in enumerate(codes)
    }
    return replace(loaded().atlas, products=products, gates={})


@settings(deadline=None)
@given(st.lists(CODES, max_size=12), st.data())
def test_a_rule_over_classes_finds_what_a_look_at_every_product_finds(
    codes: list[str], data: st.DataObject
) -> None:
    atlas = with_codes(codes)
    ids = st.sampled_from([*atlas.products, "nowhere"])
    gate = Gate(
        GateKind.BAN,
        "g",
        products=tuple(data.draw(st.lists(ids, max_size=3))),
        gbt=tuple(data.draw(st.lists(CODES, max_size=3))),
        exempt=tuple(data.draw(st.lists(ids, max_size=3))),
    )
    one = replace(atlas, gates={"g": gate})
    wanted = {p.id for p in one.products.values() if gate.covers(p.id, p.gbt)}
    assert set(_covered(one, gate)) & one.products.keys() == wanted
    assert bool(list(judgement_checks.idle_gates(one))) is not bool(wanted)


@settings(deadline=None)
@given(st.data())
def test_a_board_gives_the_rows_of_some_products_in_its_own_order(data: st.DataObject) -> None:
    rows = shipped_at().boards.rows
    asked = data.draw(st.lists(st.sampled_from([*loaded().atlas.products, "nowhere"]), max_size=40))
    for board in Board:
        wanted = [row for row in rows[board] if row.product in asked]
        assert list(shipped_at().boards.of(board, asked)) == wanted


def test_the_better_of_two_boards_is_taken() -> None:
    low, high = (Score("p", b, {}, {"x": t}) for b, t in ((Board.FILL, 1.0), (Board.EXTEND, 2.0)))
    found = Boards({Board.FILL: (low,), Board.EXTEND: (high,), Board.STRONG: ()})
    assert found.best("p") is high
    assert found.best("q") is None


def own_places(atlas: Atlas) -> list[Place]:
    """Where each product is defined."""
    return [atlas.places[f"product:{id_}"] for id_ in atlas.products]


def test_a_large_folder_holds_the_shipped_one_once_a_copy(large: Loaded) -> None:
    small, much = loaded().atlas, large.atlas
    assert large.count(Severity.ERROR) == 0
    assert len(much.chains) == COPIES * len(small.chains)
    for kind in ("enterprises", "projects", "supplies", "gates", "sources"):
        assert len(getattr(much, kind)) == COPIES * len(getattr(small, kind))
    shared = sum(place.file == "utilities.yaml" for place in own_places(small))
    assert len(much.products) == COPIES * len(small.products) - (COPIES - 1) * shared
    assert {id_: much.products[id_] for id_ in small.products} == small.products


def test_the_copies_of_a_large_folder_hang_together(large: Loaded) -> None:
    across = [
        (product.id, flow.product)
        for product in large.atlas.products.values()
        for route in product.routes
        for flow in route.inputs
        if product.id.endswith("-3") and flow.product.endswith("-2")
    ]
    assert len(across) > 20


def test_a_large_folder_has_the_events_of_each_copy(large: Loaded) -> None:
    scenario = Scenario(date="2022-12-31")
    few = events.events(Reading.of(loaded().atlas, scenario))
    many = events.events(Reading.of(large.atlas, scenario))
    assert Counter(e.day for e in many) == Counter(
        {day: COPIES * n for day, n in Counter(e.day for e in few).items()}
    )


def test_of_many_words_those_with_the_same_beginning_are_offered() -> None:
    words = [f"ab{at}" for at in range(MOST_COMPARED)]
    assert suggest("phenl", ["phenol", *words]) == "phenol"
    assert suggest("phenl", ["phenol"]) == "phenol"
