"""A map over several sheets: every card on one of them, every link on one, stubs lead there."""

from __future__ import annotations

from collections import Counter

import pytest

from liantu.diagram.cards import draw_card
from liantu.diagram.drawing import Label
from liantu.diagram.segment.tree import build_tree
from liantu.diagram.theme import PRINT
from liantu.diagram.views.map_view import STUB, MapView, arrange
from liantu.diagram.views.parting import parted
from liantu.layout.geometry import Layout
from liantu.numerals import circled
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")


def small(layout: Layout) -> bool:
    return layout.width <= 1500 and layout.height <= 1000


def own(view: MapView) -> list[str]:
    return [card.id for card in view.cards if not card.sheet]


@pytest.mark.parametrize("chain", ["pc-nylon", "machinery", "al"])
def test_every_card_and_link_is_on_a_sheet_and_stubs_lead_to_theirs(chain: str) -> None:
    whole = build_tree(READING, chain)
    parts = parted(whole, small)
    assert len(parts) > 1
    assert all(small(arrange(part.view)) for part in parts)
    where = {p: at for at, part in enumerate(parts, 1) for p in own(part.view)}
    assert Counter(p for part in parts for p in own(part.view)) == Counter(
        c.id for c in whole.cards
    )
    drawn = {(k.source, k.target) for part in parts for k in part.view.links}
    assert drawn == {(k.source, k.target) for k in whole.links}
    for part in parts:
        for card in part.view.cards:
            if card.sheet:
                assert (card.sheet, card.height) == (where[card.id], STUB)
                assert any(card.id in (k.source, k.target) for k in part.view.links)
        assert len(part.view.bands) == len({card.band for card in part.view.cards})


def test_a_stub_tells_its_name_and_sheet() -> None:
    parts = parted(build_tree(READING, "al"), small)
    stub = next(card for part in parts for card in part.view.cards if card.sheet)
    words = [s.text for s in draw_card(stub, PRINT) if isinstance(s, Label)]
    assert words[-1] == circled(stub.sheet)
    assert stub.name.startswith(words[0].split("…")[0])


def test_what_fits_is_one_sheet_and_a_card_too_large_has_its_own() -> None:
    whole = build_tree(READING, "soy")
    assert [part.view for part in parted(whole, lambda _: True)] == [whole]
    assert len(parted(whole, lambda _: False)) == len(whole.cards)
