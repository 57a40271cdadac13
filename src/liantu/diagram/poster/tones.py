"""Colours of what stands how: local navy, gaps warm, extensions teal, the rest grey."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liantu.diagram.segment import marks
from liantu.diagram.segment.model import Kind
from liantu.diagram.theme import Theme, blend
from liantu.model.classes import Word
from liantu.model.standing import Standing
from liantu.telling.mark import Look, Mark
from liantu.telling.standing import standing_letter

SOFT = 0.8
"""Part of the colour of what is made here that a by-product or a group has."""
DASHED = frozenset({Word.SHORT_DOWN, Word.BLANK, Word.OPEN})
"""Gaps for which nobody here asks as yet: their rings are broken."""


@dataclass(frozen=True, slots=True)
class Tone:
    """``solid`` fills or rings a thing, ``ink`` is the letter on it, ``name`` the ink of its name
    on paper. ``quiet`` things ask for nothing.
    """

    solid: str
    ink: str
    name: str
    quiet: bool = False


def tone(mark: Mark, theme: Theme) -> Tone:
    """The colours of a mark."""
    tokens = theme.segments
    if mark.look is Look.HERE:
        whole = mark.letter == standing_letter(Standing.MADE)
        solid = tokens.bar if whole else blend(tokens.bar, theme.paper, SOFT)
        return Tone(solid, theme.paper, theme.text)
    if mark.look in (Look.POLICY, Word.STEADY):
        return Tone(theme.policy.color, theme.paper, theme.secondary, quiet=True)
    if mark.look is Look.OUTSIDE:
        face = tokens.kinds[Kind.BOUGHT]
        return Tone(face.badge, face.letter, theme.secondary, quiet=True)
    if mark.look is Word.OPEN:
        face = tokens.kinds[Kind.OPEN]
        return Tone(face.stroke, theme.text, theme.secondary, quiet=True)
    shown = marks.class_mark(mark.look, theme)
    return Tone(shown.color, shown.ink, shown.color, quiet=mark.look is Word.BLANK)


def shape_mark(mark: Mark, theme: Theme) -> marks.Mark:
    """The letter in the outline that it has on the map, in the colours that it has here."""
    match mark.look:
        case Look.HERE:
            found = marks.kind_mark(Kind.LOCAL, theme)
        case Look.OUTSIDE:
            found = marks.kind_mark(Kind.BOUGHT, theme)
        case Look.POLICY:
            found = marks.kind_mark(Kind.STEADY, theme)
        case _:
            found = marks.class_mark(mark.look, theme, hollow=mark.hollow)
    if mark.hollow:
        return replace(found, letter=mark.letter)
    shown = tone(mark, theme)
    return replace(found, letter=mark.letter, color=shown.solid, ink=shown.ink)
