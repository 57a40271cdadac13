"""Cards and chips of the segment map as shapes, in units of the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liantu.diagram.drawing import Box, Label, Polygon, Shape
from liantu.diagram.faces import Face
from liantu.diagram.lenses import Lens
from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import (
    BADGE,
    BADGE_ROOM,
    INDENT,
    INPUT_GAP,
    CardText,
    bold,
    card_text,
    left,
    lettered,
    room,
    text_height,
)
from liantu.diagram.segment.levels import BY_ID, Level
from liantu.diagram.segment.model import Item, Kind, Map, Rect
from liantu.diagram.segment.turns import JOB, RADIUS, turned
from liantu.diagram.segment.typeset import wide
from liantu.diagram.strikes import DASHED, FRESH, OLD, Strike, tone_of
from liantu.diagram.theme import Theme
from liantu.wording import text

PILL = 9.5
"""Largest corners of what is bought."""
BAR = 4.0
"""Width of the bar of what is made here."""
RING = 2.6
"""Border round what is selected."""
RELATED = 1.8
"""Border round what goes into it or comes from it."""
JOB_AT = (2.0, 2.4)
"""Its middle from the upper right corner: right of the name, under the header of the box."""
MEMO, MEMO_TURN = 13.0, 4.0
"""Side of the leaf of a note, and how much of its corner is turned."""
MEMO_AT = (17.0, 8.0)
"""Its upper left corner from the lower right one of the card: over the edge, clear of words."""
JOB_TYPE = 12.0
"""Type of its number."""
COVER, SLIM = 2.6, 1.8
"""Height of the bar of the balance on cards and on lower ones; unknown, it is a row of dots."""
LOW = 24.0
"""Cards below this height, and chips, have the lower bar."""
DOTS, MOST_DOTS = 3.0, 4
"""From dot to dot, in heights of the bar, and how many there are."""
CORNER = 5.0
"""How far a letter stands out over the corner of what has none."""
FULL = 1.5
"""Cover ratio at the end of that bar; more is cut."""


def face_of(item: Item, theme: Theme, lens: Lens) -> Face:
    """The face of a product under a lens; what a stop has reached is framed."""
    found = lens.strike(item.id)
    plain = _plain_face(item, theme, lens)
    return plain if found is None else struck_face(plain, found, lens, theme)


def _plain_face(item: Item, theme: Theme, lens: Lens) -> Face:
    tokens = theme.segments
    if lens.tinted or item.kind in {Kind.LOCAL, Kind.BOUGHT, Kind.OPEN}:
        return tokens.kinds[item.kind]
    return tokens.absent


def struck_face(face: Face, found: Strike, lens: Lens, theme: Theme) -> Face:
    """A face in the colours of what a stop does; stronger in the step that is shown, with dashes
    where it is 推定.
    """
    tone = tone_of(found, theme)
    fresh = lens.failure is not None and lens.failure.fresh(found)
    dash = () if found.recorded else DASHED
    width = FRESH if fresh else OLD
    return replace(face, fill=tone.tint, stroke=tone.color, width=width, dash=dash)


def mark_under(item: Item, theme: Theme, lens: Lens, *, numbered: bool) -> marks.Mark | None:
    """The mark before a name under a lens; ``numbered`` as :func:`marks.strike_mark` says."""
    found = lens.strike(item.id)
    if found is None or not lettered(item):
        return marks.mark_of(item, theme, tinted=lens.tinted)
    return marks.strike_mark(found, theme, numbered=numbered)


def card_shapes(map_: Map, item: Item, rect: Rect, theme: Theme, lens: Lens) -> Iterator[Shape]:
    """A card: face, letter, name, makers, what it lacks, inputs, balance, mark of its job."""
    level, face = BY_ID[map_.placed.level], face_of(item, theme, lens)
    yield from body(item, rect, face, theme)
    yield from _words(map_, item, rect, level, face, theme, lens)
    yield from over(map_, item, rect, theme, lens)


def body(item: Item, rect: Rect, face: Face, theme: Theme) -> Iterator[Shape]:
    """Face and border, and the bar of what is made here."""
    radius = min(rect.height / 2, PILL) if item.kind is Kind.BOUGHT else RADIUS
    yield Box(*box(rect), face.fill, face.stroke, face.width, radius, face.dash)
    if item.local:
        yield Box(rect.x, rect.y, BAR, rect.height, theme.segments.bar, radius=1.5)


def over(map_: Map, item: Item, rect: Rect, theme: Theme, lens: Lens) -> Iterator[Shape]:
    """What stands on a finished card or chip: its balance, and the mark of its job."""
    if lens.weighed and item.kind is not Kind.BOUGHT:
        yield from _cover(item, rect, theme)
    if item.id in lens.changes:
        yield from turned(lens.changes[item.id], rect, theme)
    found = lens.strike(item.id)
    if found is not None and not lettered(item):
        yield from corner(found, rect, theme)
    if item.memo and lens.noted:
        yield from memo(rect.right - MEMO_AT[0], rect.bottom - MEMO_AT[1], theme)
    if item.job and not lens.quiet:
        x = min(rect.right + JOB_AT[0], map_.placed.width - JOB)
        yield from job(item.job, x, rect.y + JOB_AT[1], theme)


def corner(found: Strike, rect: Rect, theme: Theme) -> tuple[Shape, ...]:
    """The letter of a strike at the upper right corner of what has no letter of its own."""
    mark = marks.strike_mark(found, theme)
    return marks.shapes(mark, rect.right - BADGE + CORNER, rect.y - CORNER)


def box(rect: Rect) -> tuple[float, float, float, float]:
    """A rectangle as the first four of a shape."""
    return rect.x, rect.y, rect.width, rect.height


def memo(x: float, y: float, theme: Theme) -> tuple[Shape, ...]:
    """A leaf with a turned corner and a letter: there is a note for a meeting."""
    tokens, size = theme.segments, MEMO
    turned_ = size - MEMO_TURN
    corners = ((x, y), (x + turned_, y), (x + size, y + MEMO_TURN))
    leaf = (*corners, (x + size, y + size), (x, y + size))
    letter = Label(
        x + size / 2, y + size * 0.8, text("memo.letter"), size * 0.75, tokens.job, True, "middle"
    )
    return Polygon(leaf, theme.paper, tokens.job, 1.2), letter


def job(number: int, x: float, y: float, theme: Theme) -> tuple[Shape, ...]:
    """❶, ❷ or ❸ round ``(x, y)``."""
    tokens = theme.segments
    disc = Box(x - JOB, y - JOB, 2 * JOB, 2 * JOB, tokens.job, "", radius=JOB)
    at = y + JOB_TYPE * 0.365
    return disc, Label(x, at, str(number), JOB_TYPE, tokens.job_ink, True, "middle")


def _words(
    map_: Map, item: Item, rect: Rect, level: Level, face: Face, theme: Theme, lens: Lens
) -> Iterator[Shape]:
    found = card_text(level, item, rect)
    inputs = map_.named.get(item.id, ())
    rows = len(found.details) + bool(found.lack)
    told = _told_rows(item, rect, level, lens, rows)
    used = text_height(level, len(found.names), rows, len(inputs))
    x, y = rect.x + left(item), rect.y + (rect.height - used) / 2 + level.name * 0.95
    mark = mark_under(item, theme, lens, numbered=not told)
    if mark is not None:
        yield from marks.shapes(mark, x - 1, y - marks.BASE - 0.2)
    for at, line in enumerate(found.names):
        shift = BADGE_ROOM if mark is not None and not at else 0.0
        yield Label(x + shift, y, line, level.name, face.name, bold(item))
        y += level.name * level.lead
    y -= (level.name - level.detail) * 0.8
    ink = face.detail if lens.strike(item.id) is None else face.stroke
    for line in told:
        heavy = wide(line, level.detail, True) <= room(item, rect.width)
        yield Label(x, y, line, level.detail, ink, heavy)
        y += level.detail * level.lead
    left_ = replace(found, details=found.details[: rows - len(told)], lack="") if told else found
    yield from _details(left_, item, rect, x, y, level, face, theme)
    y += (rows - len(told)) * level.detail * level.lead
    yield from _inputs(inputs, x, y + INPUT_GAP - 1.0, level, face, theme)


def _told_rows(item: Item, rect: Rect, level: Level, lens: Lens, rows: int) -> tuple[str, ...]:
    """Lines that a lens tells in the place of others, at most ``rows``."""
    space = room(item, rect.width)
    if lens.failure is None:
        return ()
    found = lens.strike(item.id)
    if found is not None:
        return found.rows(rows, lambda line: wide(line, level.detail) <= space)
    behind = lens.failure.behind.get(item.id, 0)
    words = text("diagram.outage.behind", count=behind)
    return (words,) if behind and rows and wide(words, level.detail) <= space else ()


def _details(
    found: CardText,
    item: Item,
    rect: Rect,
    x: float,
    y: float,
    level: Level,
    face: Face,
    theme: Theme,
) -> Iterator[Shape]:
    """Makers and amount, and what is missing, from the height ``y`` on."""
    for line in found.details:
        yield Label(x, y, line, level.detail, face.detail)
        y += level.detail * level.lead
    if found.lack:
        heavy = wide(found.lack, level.detail, True) <= room(item, rect.width)
        yield Label(x, y, found.lack, level.detail, theme.segments.lack, heavy)


def _inputs(
    lines: tuple[str, ...], x: float, y: float, level: Level, face: Face, theme: Theme
) -> Iterator[Shape]:
    """The names of inputs without a line, behind a +."""
    if lines:
        yield Label(x, y, "+", level.small, theme.segments.input, bold=True)
    for at, line in enumerate(lines):
        yield Label(x + INDENT, y + at * level.detail * level.lead, line, level.small, face.detail)


def _cover(item: Item, rect: Rect, theme: Theme) -> Iterator[Shape]:
    """A bar along the lower edge: supply ÷ need up to 150 %, dots where it is unknown, nothing
    where nothing is needed.
    """
    if item.need == 0:
        return
    tokens, high = theme.segments, COVER if rect.height > LOW else SLIM
    x, y = rect.x + left(item), rect.bottom - high - 0.8
    width = rect.width - left(item) - 5.0
    if item.cover is None:
        step = DOTS * high
        for at in range(min(MOST_DOTS, int(width / step))):
            yield Box(x + at * step, y, high, high, theme.secondary)
        return
    yield Box(x, y, width, high, tokens.rail, radius=high / 2)
    filled = width * min(item.cover / FULL, 1.0)
    ink = tokens.short if item.cover < 1 else tokens.enough
    yield Box(x, y, filled, high, ink, radius=high / 2)
    yield Box(x + width / FULL, y - 1.0, 1.2, high + 1.6, theme.text)
