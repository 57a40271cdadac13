"""What differs from another date, scenario or version, on cards and chips of the segment map.

A border and, on the corner, the mark of before and that of after; where only data or amounts differ
one letter. Borders differ by their strokes and signs by their shape, not only by colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import BADGE
from liantu.diagram.segment.model import Rect
from liantu.diagram.strikes import Strike, summed, summed_ink
from liantu.diagram.theme import Theme
from liantu.telling.versions.turn import Turn
from liantu.wording import text

RADIUS = 3.5
"""Corners of cards."""
JOB = 7.2
"""Radius of the mark of what to do first, and of a letter of what changed."""
TYPE = 10.5
"""Type of such a letter."""
BORDER = {"added": 2.6, "removed": 2.2, "changed": 1.8, "amount": 1.4}
"""Width of the border by what happened; what is gone has dashes."""
DASHED = (5.0, 3.0)
SIZE = 0.88
"""Marks on a corner against those before a name."""
ARROW = 11.0
"""Room for the arrow between two marks."""
INSET = 2.5
LOW = 26.0
"""Chips, and cards below this height, have it lower, so that it covers no words."""
UP = 4.0
"""How far above the edge of a box its tally stands, whose name it leaves whole."""
OUT, DOWN, LOWER = 4.0, 2.0, 6.0
"""How far a pair of marks stands out to the right, and its middle below the lower edge: above
the upper one there may be the numbers of a box.
"""
TO = "\u2192"


def turned(turn: Turn, rect: Rect, theme: Theme) -> Iterator[Shape]:
    """The border, and ``断 → 产`` on the lower right corner, or one letter where the class is the
    same.
    """
    color = ink(turn.how, theme)
    dash = DASHED if turn.how == "removed" else ()
    yield ring(rect, color, BORDER[turn.how], dash)
    y = rect.bottom + (LOWER if rect.height < LOW else DOWN)
    if turn.turned:
        x = max(rect.right + OUT - pair_width(), rect.x - OUT)
        yield from pair(turn, x, y, theme)
    else:
        yield from letter(turn.how, rect.right - JOB + OUT, y, theme)


def pair_width() -> float:
    """How wide the two marks with their arrow are."""
    return 2 * BADGE * SIZE + ARROW + 2 * INSET


def pair(turn: Turn, x: float, y: float, theme: Theme) -> Iterator[Shape]:
    """Before and after from ``x`` on round the height ``y``, on a plate of their own."""
    if turn.before is None or turn.after is None:
        return
    high, wide = marks.HEIGHT * SIZE, BADGE * SIZE
    plate = (x, y - high / 2 - 1.5, pair_width(), high + 3.0)
    color = ink(turn.how, theme)
    yield Box(*plate, theme.paper, color, 1.2, RADIUS)
    top = y - high / 2
    old, new = (marks.verdict_mark(v, theme) for v in (turn.before, turn.after))
    yield from marks.shapes(old, x + INSET, top, size=SIZE)
    middle = x + INSET + wide + ARROW / 2
    yield Label(middle, y + TYPE * 0.365, TO, TYPE, theme.text, True, "middle")
    yield from marks.shapes(new, x + INSET + wide + ARROW, top, size=SIZE)


def letter(how: str, x: float, y: float, theme: Theme) -> tuple[Shape, ...]:
    """增, 删, 改 or 量 round ``(x, y)``: a disc, for an amount a square."""
    color, radius = ink(how, theme), 2.0 if how == "amount" else JOB
    plate = Box(x - JOB, y - JOB, 2 * JOB, 2 * JOB, color, theme.paper, 1.0, radius)
    words = text(f"version.letter.{how}")
    return plate, Label(x, y + TYPE * 0.365, words, TYPE, theme.paper, True, "middle")


def count(found: int, rect: Rect, theme: Theme) -> Iterator[Shape]:
    """How many of what a chip stands for differ."""
    words = text("diagram.segment.turned", count=found)
    yield from _pill(words, rect.right + OUT, rect.bottom + DOWN, theme.accent, theme)


def tally(
    found: Sequence[Strike], rect: Rect, theme: Theme, most: float, *, below: bool = False
) -> Iterator[Shape]:
    """What a stop has reached of what a box or (``below``) a chip stands for: ``停1 料3``; it ends
    at ``most``.
    """
    y = rect.bottom + DOWN if below else rect.y - UP
    yield from _pill(
        summed(found)[-1], min(rect.right + OUT, most), y, summed_ink(found, theme), theme
    )


def _pill(words: str, right: float, y: float, color: str, theme: Theme) -> Iterator[Shape]:
    wide = TYPE * (len(words) + 0.6)
    x = right - wide
    yield Box(x, y - JOB, wide, 2 * JOB, color, theme.paper, 1.0, JOB)
    yield Label(x + wide / 2, y + TYPE * 0.365, words, TYPE, theme.paper, True, "middle")


def ink(how: str, theme: Theme) -> str:
    """The colour of what was added, removed or changed."""
    tokens = theme.segments
    return {"added": tokens.enough, "removed": tokens.short}.get(how, theme.accent)


def ring(rect: Rect, color: str, width: float, dash: tuple[float, ...] = ()) -> Box:
    """A border round a card."""
    place = (rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2)
    return Box(*place, "", color, width, RADIUS + 1, dash)
