"""What the map marks and a board does not list is named with the reason."""

from __future__ import annotations

import pytest

from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.missed import missed, not_listed
from tests.helpers.readings import shipped_at

DAY = "2022-12-31"
NYLON = Scope(chains=("pc-nylon",))


def test_a_coproduct_is_told_to_stand_under_its_own() -> None:
    words = not_listed(shipped_at(DAY), NYLON, Board.FILL)
    assert "丙酮（并入苯酚）" in words
    assert "苯酚（" not in words


def test_what_another_chain_owns_is_told_to_stand_there() -> None:
    words = not_listed(shipped_at(DAY), NYLON, Board.EXTEND)
    assert "甲醛(折100%)（归煤盐氟硅化工）" in words


@pytest.mark.parametrize("chain", ["pc-nylon", "nev", "al", "it", "food"])
def test_the_map_counts_what_board_and_reasons_have_together(chain: str) -> None:
    reading = shipped_at(DAY)
    scope = Scope(chains=(chain,))
    marked = {
        p
        for p in scope.products(reading)
        if {Word.BROKEN, Word.SHORT_UP} & set(reading.verdicts[p].words)
    }
    listed = {row.product for row in reading.rows(Board.FILL, chain)}
    beside = {verdict.product for verdict in missed(reading, scope, Board.FILL)}
    assert marked - listed == beside
    assert "（）" not in not_listed(reading, scope, Board.FILL)


def test_a_board_of_the_city_misses_nothing() -> None:
    reading = shipped_at(DAY)
    assert find("fill").missed(reading, Scope(city=True)) == ""
    assert find("fill").missed(reading, Scope(chains=tuple(reading.atlas.chains))) == ""
