"""The bar of a chain counts each of its products once, sure and suspected apart."""

from __future__ import annotations

from liantu.model.classes import Word
from liantu.telling.composition import composition
from liantu.telling.mark import Look
from tests.helpers.readings import shipped_at


def test_every_product_of_a_chain_is_in_one_piece() -> None:
    space = shipped_at("2022-12-31")
    for chain in space.atlas.chains.values():
        pieces = composition(space, chain.id)
        assert sum(p.count for p in pieces) == len({m.product for m in chain.members()})


def test_pieces_begin_with_what_is_made_and_end_with_what_comes_from_outside() -> None:
    pieces = composition(shipped_at("2022-12-31"), "pc-nylon")
    looks = [p.mark.look for p in pieces]
    assert looks[0] is Look.HERE
    assert looks[-1] is Look.OUTSIDE
    told = {p.mark.letter: (p.count, p.mark.hollow, p.word) for p in pieces}
    assert told["产"] == (20, False, "")
    assert told["购"] == (6, True, "short_up")
    assert told["断"][1:] == (True, "broken")
    assert looks.index(Word.BROKEN) < looks.index(Word.SHORT_UP) < looks.index(Word.SHORT_DOWN)
