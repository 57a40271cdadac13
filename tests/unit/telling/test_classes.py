"""A class without one of its words, sentences or colours is named here, not on screen."""

from __future__ import annotations

import pytest

from liantu import wording
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.model import SHEET_LISTS
from liantu.model.classes import ACTED_ON, CLASSES, LISTS, SINGLY, Word
from liantu.model.standing import Remedy
from liantu.telling.lists import catalogue

SAID = {
    "word": Word,
    "letter": Word,
    "meaning": {*ACTED_ON, Word.OPEN},
    "change": ACTED_ON,
    "action": {*Remedy, Word.STEADY, Word.OPEN},
    "list": LISTS,
    "title": LISTS,
    "head": SINGLY,
}
"""What is said of every class or of every list of classes."""


def test_every_class_is_in_the_table() -> None:
    assert [row.word for row in CLASSES] == list(Word)


@pytest.mark.parametrize("kind", SAID)
def test_every_class_has_its_words_and_nothing_else_has(kind: str) -> None:
    known = {c for c in wording.table() if c.startswith(f"class.{kind}.")}
    assert known == {f"class.{kind}.{code}" for code in SAID[kind]}


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_every_class_has_its_colours_in_the_order_of_urgency(theme: Theme) -> None:
    assert tuple(theme.tones) == ACTED_ON


def test_every_list_of_classes_is_a_list_a_sheet_and_a_column_of_the_chains() -> None:
    assert set(LISTS) <= set(catalogue.LISTS)
    assert set(LISTS) <= set(SHEET_LISTS)
    assert set(LISTS) <= {column.id for column in catalogue.find("chains").columns}


def test_letters_tell_the_classes_apart() -> None:
    letters = [wording.text(f"class.letter.{code}") for code in Word]
    assert len(set(letters)) == len(letters)
