"""The letters of the segment map in their shapes: the same on cards, in legends, lists and boards.

A square is what breaks or what is made, a flag to the left is bought, one to the right could be
made next, a disc is blank; what is not confirmed is hollow. So they differ without colour.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.diagram.drawing import Box, Label, Polygon, Shape
from liantu.diagram.segment.cardtext import BADGE, lettered
from liantu.diagram.segment.model import Item, Kind, kind_of
from liantu.diagram.strikes import Strike, tone_of
from liantu.diagram.theme import Theme
from liantu.layout.geometry import Point
from liantu.model.classes import ORDER, Word
from liantu.model.standing import Certainty, Standing
from liantu.telling import classes
from liantu.telling.standing import standing_letter

HEIGHT = 15.0
"""Height of a mark; it is :data:`BADGE` wide."""
LETTER = 12.0
"""Type of its letter."""
BASE = 11.9
"""Baseline of the letter below the upper edge."""
POINT = 4.5
"""How long the point of a flag is."""
ROUND = 2.0
"""Radius of the corners of a square."""
OUTLINE = 1.3
"""Border of a hollow mark."""


class Form(enum.StrEnum):
    """The outline of a mark."""

    SQUARE = "square"
    LEFT = "left"
    RIGHT = "right"
    DISC = "disc"


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter in its outline. ``color`` fills it and ``ink`` is the letter; a hollow one has
    ``ground`` inside and the letter in ``color``.
    """

    letter: str
    form: Form
    color: str
    ink: str
    ground: str
    hollow: bool = False


FORMS = {
    Kind.UP: Form.LEFT,
    Kind.DOWN: Form.RIGHT,
    Kind.BLANK: Form.DISC,
    Kind.OPEN: Form.DISC,
    Kind.STEADY: Form.DISC,
    Kind.BOUGHT: Form.DISC,
}
"""Outlines by kind; a square where none is named."""
KINDS = {
    Word.BROKEN: Kind.BROKEN,
    Word.SHORT_UP: Kind.UP,
    Word.SHORT_DOWN: Kind.DOWN,
    Word.BLANK: Kind.BLANK,
    Word.OPEN: Kind.OPEN,
    Word.STEADY: Kind.STEADY,
}
_CODES = {kind: word for word, kind in KINDS.items()}


def mark_of(item: Item, theme: Theme, *, tinted: bool = True) -> Mark | None:
    """The mark before the name of a product, ``None`` where it has none; without ``tinted`` the
    classes are told without colour.
    """
    if not lettered(item):
        return None
    if item.local:
        weak = (
            next((w for w in item.words if w in {Word.THIN, Word.WEAK}), None) if tinted else None
        )
        return class_mark(weak, theme) if weak else standing_mark(item.standing, theme)
    found = kind_mark(item.kind, theme, hollow=item.suspected)
    return found if tinted else uncoloured(found, theme)


def strike_mark(found: Strike, theme: Theme, *, numbered: bool = False) -> Mark:
    """That of what fails or is out of material, hollow where it is 推定; ``numbered``: with the
    earliest day in it, as there is no line for it.
    """
    tone = tone_of(found, theme)
    letter = found.number if numbered else found.letter
    form = Form.SQUARE if found.stopped else Form.LEFT
    hollow = not found.recorded
    return Mark(letter, form, tone.color, tone.letter, tone.tint, hollow)


def verdict_mark(verdict: Verdict, theme: Theme) -> Mark:
    """That of a product as it was judged, whatever map shows it."""
    words = sorted(verdict.words, key=ORDER.__getitem__)
    kind = kind_of(verdict.standing, words)
    if kind is not Kind.LOCAL:
        return kind_mark(kind, theme, hollow=verdict.certainty is Certainty.SUSPECTED)
    weak = next((word for word in words if word in {Word.THIN, Word.WEAK}), None)
    return class_mark(weak, theme) if weak else standing_mark(verdict.standing, theme)


def uncoloured(mark: Mark, theme: Theme) -> Mark:
    """The mark where classes are told without colour."""
    plain = theme.segments.absent
    return Mark(mark.letter, mark.form, plain.detail, plain.fill, plain.fill, hollow=True)


def class_mark(word: Word, theme: Theme, *, hollow: bool = False) -> Mark:
    """That of a class."""
    if word in KINDS:
        return kind_mark(KINDS[word], theme, hollow=hollow)
    tokens = theme.segments
    color, ink = tokens.thin if word is Word.THIN else tokens.weak
    return Mark(classes.letter(word), Form.SQUARE, color, ink, theme.paper, hollow)


def kind_mark(kind: Kind, theme: Theme, *, hollow: bool = False) -> Mark:
    """That of a kind of product; what is made here has that of 在产."""
    face = theme.segments.kinds[kind]
    if kind is Kind.LOCAL:
        return standing_mark(Standing.MADE, theme)
    letter = standing_letter(Standing.EXTERNAL) if kind is Kind.BOUGHT else None
    words = letter or classes.letter(_CODES[kind])
    form = FORMS.get(kind, Form.SQUARE)
    return Mark(words, form, face.badge, face.letter, face.fill, hollow)


def standing_mark(standing: Standing, theme: Theme) -> Mark:
    """产, 副, 群 or 自 for what is made here, 调 and 稳 for what is not wanted."""
    if standing is Standing.EXTERNAL:
        return kind_mark(Kind.BOUGHT, theme)
    if standing is Standing.SHUT:
        return kind_mark(Kind.STEADY, theme)
    face = theme.segments.kinds[Kind.LOCAL]
    return Mark(standing_letter(standing), Form.SQUARE, face.badge, face.letter, face.fill)


def shapes(
    mark: Mark, x: float, y: float, *, size: float = 1.0, opacity: float = 1.0
) -> tuple[Shape, ...]:
    """The mark with its upper left corner at ``(x, y)``, :data:`BADGE` × :data:`HEIGHT` times
    ``size`` large.
    """
    width, height = BADGE * size, HEIGHT * size
    ink = mark.color if mark.hollow else mark.ink
    shift = {Form.LEFT: 0.09, Form.RIGHT: -0.09}.get(mark.form, 0.0) * width
    at = x + width / 2 + shift
    letter = Label(at, y + BASE * size, mark.letter, LETTER * size, ink, True, "middle", opacity)
    return _outline(mark, (x, y, width, height), size, opacity), letter


def _outline(
    mark: Mark, room: tuple[float, float, float, float], size: float, opacity: float
) -> Shape:
    fill = mark.ground if mark.hollow else mark.color
    stroke = mark.color if mark.hollow else ""
    line = OUTLINE * size
    if mark.form in {Form.LEFT, Form.RIGHT}:
        corners = _flag(mark.form, room, POINT * size)
        return Polygon(corners, fill, stroke, line, opacity=opacity)
    radius = room[3] / 2 if mark.form is Form.DISC else ROUND * size
    return Box(*room, fill, stroke, line, radius, opacity=opacity)


def _flag(form: Form, room: tuple[float, float, float, float], point: float) -> tuple[Point, ...]:
    x, y, width, height = room
    middle = y + height / 2
    if form is Form.RIGHT:
        neck = x + width - point
        return (x, y), (neck, y), (x + width + 0.5, middle), (neck, y + height), (x, y + height)
    neck = x + point
    right = x + width
    return (neck, y), (right, y), (right, y + height), (neck, y + height), (x - 0.5, middle)
