"""The letters of the segment map: one outline a kind, hollow where nothing is confirmed."""

from __future__ import annotations

import pytest

from liantu.diagram.drawing import Box, Label, Polygon
from liantu.diagram.segment.marks import BADGE, HEIGHT, Form, class_mark, mark_of, shapes
from liantu.diagram.segment.model import Item, Kind
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.model.classes import Word
from liantu.model.standing import Standing


def item(kind: Kind, standing: Standing, *words: Word) -> Item:
    return Item("x", "甲", "甲", 0, standing, kind, 0, words=words)


LOOKS = [
    (Kind.LOCAL, Standing.MADE, "产", Form.SQUARE),
    (Kind.LOCAL, Standing.BYPRODUCT, "副", Form.SQUARE),
    (Kind.LOCAL, Standing.GROUP, "群", Form.SQUARE),
    (Kind.LOCAL, Standing.CAPTIVE, "自", Form.SQUARE),
    (Kind.BROKEN, Standing.UNSEEN, "断", Form.SQUARE),
    (Kind.UP, Standing.ASKED, "购", Form.LEFT),
    (Kind.DOWN, Standing.NONE, "延", Form.RIGHT),
    (Kind.BLANK, Standing.UNSEEN, "无", Form.DISC),
    (Kind.STEADY, Standing.SHUT, "稳", Form.DISC),
]


@pytest.mark.parametrize(("kind", "standing", "letter", "form"), LOOKS)
def test_letter_and_outline(kind: Kind, standing: Standing, letter: str, form: Form) -> None:
    mark = mark_of(item(kind, standing), LIGHT)
    assert mark is not None
    assert (mark.letter, mark.form) == (letter, form)
    assert mark.hollow == (standing in {Standing.UNSEEN, Standing.ASKED})


def test_what_asks_for_nothing_has_no_mark() -> None:
    assert mark_of(item(Kind.OPEN, Standing.UNSEEN), LIGHT) is None
    assert mark_of(item(Kind.BOUGHT, Standing.EXTERNAL), LIGHT) is None


def test_a_thin_or_weak_link_says_so_first_where_classes_are_painted() -> None:
    both = item(Kind.LOCAL, Standing.MADE, Word.THIN, Word.WEAK)
    found = mark_of(both, LIGHT)
    assert found == class_mark(Word.THIN, LIGHT)
    assert found is not None
    assert found.letter == "细"
    plain = mark_of(both, LIGHT, tinted=False)
    assert plain is not None
    assert plain.letter == "产"


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_a_full_mark_is_filled_and_a_hollow_one_outlined(theme: Theme) -> None:
    for standing in (Standing.NONE, Standing.UNSEEN):
        mark = mark_of(item(Kind.UP, standing), theme)
        assert mark is not None
        outline, letter = shapes(mark, 10, 20)
        assert isinstance(outline, Polygon)
        assert isinstance(letter, Label)
        hollow = standing is Standing.UNSEEN
        assert (outline.fill == mark.color) is not hollow
        assert outline.stroke == (mark.color if hollow else "")
        assert letter.color == (mark.color if hollow else mark.ink)


def test_a_mark_stays_in_its_room_whatever_its_outline() -> None:
    for kind, standing, _, _ in LOOKS:
        mark = mark_of(item(kind, standing), LIGHT)
        assert mark is not None
        outline, letter = shapes(mark, 10, 20, size=2.0)
        if isinstance(outline, Polygon):
            xs, ys = zip(*outline.points, strict=True)
        else:
            assert isinstance(outline, Box)
            xs = (outline.x, outline.x + outline.width)
            ys = (outline.y, outline.y + outline.height)
        assert min(xs) >= 9
        assert max(xs) <= 10 + 2 * BADGE + 1
        assert (min(ys), max(ys)) == (20, 20 + 2 * HEIGHT)
        assert isinstance(letter, Label)
        assert min(xs) < letter.x < max(xs)


def test_flags_point_where_they_say() -> None:
    tips = {}
    for kind in (Kind.UP, Kind.DOWN):
        mark = mark_of(item(kind, Standing.UNSEEN), LIGHT)
        assert mark is not None
        outline, _ = shapes(mark, 0, 0)
        assert isinstance(outline, Polygon)
        tips[kind] = next(x for x, y in outline.points if y == HEIGHT / 2)
    assert tips[Kind.UP] < BADGE / 2 < tips[Kind.DOWN]
