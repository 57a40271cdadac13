"""Every word that is drawn can be read where it stands, and no class hangs on its colour alone.

The colours are read from the drawings themselves, not from the tables they come from.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.lenses import LENSES
from liantu.diagram.poster.city_page import city_pages
from liantu.diagram.poster.pages import chain_pages
from liantu.diagram.segment.sheet import Seen, SheetOptions, draw_segments
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.telling import classes
from tests.helpers.colours import GREY, SIGHTS, contrast, difference
from tests.helpers.grounds import words_on
from tests.helpers.readings import shipped_at

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
CHAINS = ("pc-nylon", "nev")
TEXT, APART = 4.5, 10.0
"""Contrast of words; ΔE from which nobody takes one colour for another."""
WIDER = 0.5
"""Difference of two widths that is seen, px."""
EVERY_SIGHT = ("", *SIGHTS, GREY)


def faint(shapes: Iterable[Shape], ground: str) -> set[tuple[str, str, float]]:
    """Words with less contrast than text needs."""
    found = words_on(shapes, ground)
    pairs = {(label.color, under): label.text for label, under in found}
    return {
        (words, f"{ink} on {under}", round(contrast(ink, under), 2))
        for (ink, under), words in pairs.items()
        if contrast(ink, under) < TEXT
    }


def test_a_faint_word_is_found_on_the_box_that_lies_under_it() -> None:
    word = Label(10, 20, "双酚A", 12, "#888888")
    assert faint([word], "#FFFFFF") == {("双酚A", "#888888 on #FFFFFF", 3.54)}
    below = Box(0, 0, 100, 40, "#000000")
    assert faint([below, word], "#FFFFFF") == set()
    assert len(faint([word, below], "#FFFFFF")) == 1


@THEMES
@pytest.mark.parametrize("lens", LENSES)
def test_words_of_maps_read(theme: Theme, lens: str) -> None:
    options = SheetOptions("A3", lens=LENSES[lens])
    found = set()
    for chain in CHAINS:
        drawn = draw_segments(shipped_at(), Seen(chain), options, theme=theme)
        found |= faint(drawn.shapes, theme.ground)
    assert found == set()


@THEMES
def test_words_of_boards_read(theme: Theme) -> None:
    found = set()
    for chain in CHAINS:
        for page in chain_pages(shipped_at(), chain, "A3", theme=theme):
            found |= faint(page.drawing.shapes, page.drawing.background)
    assert found == set()


@THEMES
def test_words_of_the_board_of_the_city_read(theme: Theme) -> None:
    found = set()
    for page in city_pages(shipped_at(), "A3", theme=theme):
        found |= faint(page.drawing.shapes, page.drawing.background)
    assert found == set()


@THEMES
def test_no_class_hangs_on_its_colour_alone(theme: Theme) -> None:
    """Two classes that someone takes for one another have two letters."""
    taken = []
    for one, other in combinations(theme.tones, 2):
        colors = theme.tones[one].color, theme.tones[other].color
        alike = [s or "all" for s in EVERY_SIGHT if difference(*colors, s) < APART]
        if alike and classes.letter(one) == classes.letter(other):
            taken.append((one, other, alike))
    assert taken == []


@THEMES
def test_lines_of_the_map_differ_for_everyone(theme: Theme) -> None:
    """By colour, or by their dashes or width."""
    lines = theme.segments.lines
    taken = []
    for one, other in combinations(lines, 2):
        first, second = lines[one], lines[other]
        pair = first.color, second.color
        alike = [s or "all" for s in EVERY_SIGHT if difference(*pair, s) < APART]
        wider = abs(first.width - second.width) >= WIDER
        if alike and first.dash == second.dash and not wider:
            taken.append((one, other, alike))
    assert taken == []
