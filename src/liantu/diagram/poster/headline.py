"""The head of 看板: title and place, the composition bar with its numbers, which is the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liantu.diagram.drawing import Box
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit
from liantu.diagram.poster.frame import Frame
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.tones import shape_mark, tone
from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import BADGE
from liantu.diagram.theme import Theme
from liantu.model.target import Target
from liantu.telling import classes
from liantu.telling.composition import Piece
from liantu.telling.mark import Look, Mark
from liantu.telling.poster.model import Head
from liantu.wording import text

TITLE, PLACE, WHOLE, COUNT, WORDS = 26.0, 10.0, 9.5, 12.0, 9.0
"""Type of the title, the line below it, the line above the bar, its numbers, the legend."""
TITLE_AT, PLACE_AT = 43.0, 15.0
"""Baselines above the rule."""
BAR_AT, BAR = 0.4335, 65.0
"""Where the bar begins: share of the width between the margins, and its upper edge
above the rule.
"""
HIGH = 30.0
"""Height of the bar."""
LOW = 24.0
"""Height of a bar up to which its numbers take nearly all of it."""
LEAST = 16.0
"""Least width of a piece."""
APART = 2.0
LEGEND = 20.0
"""Baseline of the legend below the bar."""
MARK = 0.92
"""Size of its letters, in that of the map."""
SWATCH = 20.0
"""Width of the sample of what is only suspected."""
MOST_GAP, BESIDE = 14.0, 4.0
"""Between the entries of the legend at most, and between a letter and its words."""


def headline(
    head: Head,
    frame: Frame,
    theme: Theme,
    chain: str = "",
    *,
    letters: float = MARK,
    stations: Sequence[Mark] = (),
) -> Iterator[Item]:
    """Title, place and bar; ``chain`` is what the title leads to (empty: nothing), ``letters`` the
    size of those of the legend. ``stations``: marks of the line network, whose stations may be of
    other chains.
    """
    head = replace(head, besides=(*head.besides, *stations))
    x = frame.margin + frame.inner * BAR_AT
    room = x - frame.margin - kit.high(PLACE)
    size = kit.fit(head.title, room, TITLE, bold=True) or kit.LEAST
    yield kit.say(frame.margin, frame.head - TITLE_AT, head.title, size, theme.text, bold=True)
    size = kit.fit(head.place, room, PLACE) or kit.LEAST
    yield kit.say(frame.margin, frame.head - PLACE_AT, head.place, size, theme.secondary)
    if chain:
        wide = kit.wide(head.title, TITLE, True)
        yield Spot(
            frame.margin, frame.head - TITLE_AT - HIGH, wide, HIGH + 8, Target("chain", chain)
        )
    rest = (x, frame.head - BAR, frame.right - x, HIGH)
    yield from composition(head, rest, theme, chain, letters=letters)
    color = theme.segments.bar
    yield kit.rule((frame.margin, frame.head), (frame.right, frame.head), color, 2.0)


def composition(
    head: Head, room: kit.Rect, theme: Theme, chain: str = "", *, letters: float = MARK
) -> Iterator[Item]:
    """The bar with what it counts above and its letters below; see :func:`bar`."""
    x, y, across, down = room
    yield kit.say(x, y - 9, head.whole, WHOLE, theme.text, bold=True)
    free = across - kit.wide(head.whole, WHOLE, True) - 16
    size = kit.fit(head.figures, free, WHOLE) or kit.LEAST
    yield kit.say(x + across, y - 9, head.figures, size, theme.secondary, anchor="end")
    yield from bar(head.pieces, room, theme, chain=chain)
    at = (x, y + down + LEGEND)
    yield from legend(head.pieces, *at, across, theme, mark=letters, besides=head.besides)


def bar(
    pieces: Sequence[Piece],
    room: kit.Rect,
    theme: Theme,
    *,
    points: float = COUNT,
    least: float = LEAST,
    chain: str = "",
) -> Iterator[Item]:
    """Pieces side by side, as wide as they count, hatched where only suspected; with a ``chain``
    they are spots that lead to it and say what they count.
    """
    x, y, across, down = room
    whole = sum(piece.count for piece in pieces)
    unit = (across - least * len(pieces)) / whole if whole else 0.0
    for piece in pieces:
        wide = least + piece.count * unit
        yield from _piece(piece, (x, y, wide - APART, down), theme, points)
        if chain:
            told = text("class.count.spaced", word=piece.mark.words, count=piece.count)
            yield Spot(x, y, wide - APART, down, Target("chain", chain), told)
        x += wide


def _piece(piece: Piece, room: kit.Rect, theme: Theme, points: float) -> Iterator[Item]:
    x, y, across, down = room
    found, middle = tone(piece.mark, theme), x + across / 2
    yield Box(*room, found.solid, radius=2.0)
    number = str(piece.count)
    wide = kit.wide(number, points, True)
    if piece.mark.hollow:
        yield from kit.hatch(room, theme.paper)
        patch, edge = min(wide + 6, across), 4.0 if down > LOW else 2.0
        if wide <= across:
            yield Box(middle - patch / 2, y + edge, patch, down - 2 * edge, found.solid, radius=3.0)
    if wide <= across:
        base = y + down / 2 + points / POINTS * kit.MIDDLE
        yield kit.say(middle, base, number, points, found.ink, bold=True, anchor="middle")


# -- legend


def legend(
    pieces: Sequence[Piece],
    x: float,
    y: float,
    room: float,
    theme: Theme,
    *,
    mark: float = MARK,
    besides: Sequence[Mark] = (),
) -> Iterator[Item]:
    """Every letter of the bar once with its word, then those that only map and lines show
    (``besides``), then what hatching means; smaller where there is no room.
    """
    by_letter = {piece.mark.letter: piece.mark for piece in pieces}
    for found in besides:
        by_letter.setdefault(found.letter, found)
    shown = tuple(by_letter.values())
    hollow = any(found.hollow for found in shown)
    told = [word(found) for found in shown]
    note = text("diagram.poster.suspected")
    letters = BADGE * mark + BESIDE
    for size in (WORDS, 8.5, 8.0, kit.LEAST):
        used = sum(letters + kit.wide(words, size) for words in told)
        used += SWATCH + BESIDE + kit.wide(note, size) if hollow else 0.0
        gap = min(MOST_GAP, (room - used) / max(len(told) + hollow - 1, 1))
        if gap >= BESIDE * 1.5:
            break
    for found, words in zip(shown, told, strict=True):
        yield from marks.shapes(shape_mark(found, theme), x, y - 12, size=mark)
        x += letters
        yield kit.say(x, y, words, size, theme.text)
        x += kit.wide(words, size) + gap
    if hollow:
        yield Box(x, y - 11, SWATCH, 13, theme.secondary, radius=2.0)
        yield from kit.hatch((x, y - 11, SWATCH, 13), theme.paper, step=6.0)
        yield kit.say(x + SWATCH + BESIDE, y, note, size, theme.text)


def word(found: Mark) -> str:
    """What a letter of the legend means, without 疑似, which is said once."""
    return found.words if isinstance(found.look, Look) else classes.word(found.look)
