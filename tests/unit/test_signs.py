"""Every character that a user reads has a shape wherever the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from liantu import paths
from liantu.telling.help import book
from liantu.wording import table

TYPED = {"library.reply.words.none", "library.reply.nothing"}
"""What clerks may type; the program does not say it."""
FONTS = sorted(paths.resource("fonts").glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_the_own_font_has_every_character_of_the_wording(font: Path) -> None:
    drawn = TTFont(font).getBestCmap()
    lacking = {
        (code, character)
        for code, words in table().items()
        if code not in TYPED
        for character in words
        if ord(character) > 0x20 and ord(character) not in drawn
    }
    assert lacking == set()


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_the_own_font_has_every_character_of_the_manual(font: Path) -> None:
    drawn = TTFont(font).getBestCmap()
    lacking = {sign for sign in book.whole() if ord(sign) > 0x20 and ord(sign) not in drawn}
    assert lacking == set()
