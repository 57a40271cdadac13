"""Classes can be told apart on a greyscale print, and their letters can be read."""

from __future__ import annotations

from itertools import combinations

import pytest

from liantu.diagram.cards import draw_card
from liantu.diagram.drawing import Box, Label
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.diagram.views.map_view import Card
from liantu.model.classes import ACTED_ON, Word
from liantu.model.standing import Standing
from tests.helpers.colours import contrast

ABSENT = ("broken", "short_up", "short_down", "blank")
LOCAL = ("thin", "weak")


def card(code: str) -> Card:
    standing = Standing.UNSEEN if code in ABSENT else Standing.MADE
    return Card("x", ("甲",), 13.0, "", standing, 140, 54, 0, (), "", "甲", (Word(code),))


def marks(code: str) -> tuple[set[str], set[bool]]:
    """What is left of a card without any colour: its letters and the style of its border."""
    shapes = draw_card(card(code), PRINT, lens=DIAGNOSIS)
    letters = {s.text for s in shapes if isinstance(s, Label) and s.bold and s.text != "甲"}
    return letters, {bool(s.dash) for s in shapes if isinstance(s, Box)}


def test_every_class_differs_without_colour() -> None:
    assert {*ABSENT, *LOCAL} == set(ACTED_ON)
    for one, other in combinations((*ABSENT, *LOCAL), 2):
        assert marks(one)[0] != marks(other)[0]
    assert all(True in marks(code)[1] for code in ABSENT)
    assert all(True not in marks(code)[1] for code in LOCAL)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_letters_are_readable_in_grey(theme: Theme) -> None:
    for tone in (*theme.tones.values(), theme.policy):
        assert contrast(tone.letter, tone.color) >= 4.5
        assert contrast(tone.color, tone.tint) >= 4.5
        assert contrast(theme.text, tone.tint) >= 4.5
