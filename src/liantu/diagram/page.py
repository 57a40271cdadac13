"""A page round a picture: paper, frame, head with legend, foot; the same for maps and plates."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Drawing, Label, Polygon, Shape, moved
from liantu.diagram.entries import Entry
from liantu.diagram.legend import legend
from liantu.diagram.lenses import STRUCTURE, Lens
from liantu.diagram.theme import Theme
from liantu.telling.assumed import assumed, heading
from liantu.telling.dates import spoken
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

MILLIMETRE = 96 / 25.4
"""Drawing units in a millimetre: 96 units to the inch."""
POINTS = 0.75
"""Points in a drawing unit."""

SIZES = {
    "A3": (420.0, 297.0),
    "A4": (297.0, 210.0),
    "A2": (594.0, 420.0),
    "A1": (841.0, 594.0),
    "A0": (1189.0, 841.0),
    "16:9": (338.667, 190.5),
}
"""Landscape sizes in mm."""
FIT = "fit"
"""No paper: a page as large as the picture at its own size."""
PAPERS = (*SIZES, FIT)
"""Every paper, the usual one first."""

FLOORS = {"A3": 7.5, "A4": 6.5, "A2": 8.0, "A1": 9.0, "A0": 10.0, "16:9": 9.0, FIT: 9.0}
"""Smallest type of a segment map and all round it, in points."""

NOMINAL = 1587.4 * 1122.5
"""Square units of A3: type has its nominal size there and grows with the side of the paper."""
LEAST_UNIT = 0.72
"""Type is never smaller than this share of its nominal size."""
MARGIN = 36.0
FIT_MARGIN = 24.0
FIT_WIDTH = 640.0
"""Least width of the head and foot of a page that fits its picture."""
EDGE = 0.6
"""Share of the margin that stays free above the head and below the foot."""

TITLE, SUBTITLE, FOOT = 22.0, 12.0, 9.5
"""Type sizes: name, lines below it, foot."""
TITLE_AT, SUBTITLE_AT, NUMBERS_AT, LEGEND_AT = 24.0, 46.0, 66.0, 88.0
"""Baselines below the edge; the legend stands right of the numbers where there is room."""
NUMBER_LINES = 2
GAP = 24.0
"""Least room between numbers and legend on one line."""
DESCENT = 0.4
"""What a line of type needs below its baseline, in type sizes."""
PITCH, FIRST = 1.5, 1.6
"""Distance of the lines of the foot and of the first from the rule, in type sizes."""
LONGEST = 3
"""Lines of a paragraph in the foot."""
MOST_CODES = 20
"""Characters without a glyph that are listed."""

Room = tuple[float, float, float, float]
"""x, y, width, height."""
Body = Callable[[Room], Sequence[Shape]]


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """``paper`` is one of :data:`PAPERS`; an empty background is transparent; maps have a lens."""

    paper: str = PAPERS[0]
    background: str = "#FFFFFF"
    lens: Lens = STRUCTURE


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round a picture: in the head ``numbers`` and legend, in the foot ``note`` before
    and ``trust`` behind the statement about the data; ``words`` are those of the picture itself.
    """

    title: str
    words: str
    numbers: str = ""
    legend: Sequence[Entry] = ()
    note: str = ""
    trust: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The page in drawing units; ``unit`` scales type with the paper."""

    width: float
    height: float
    margin: float
    unit: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


def lay(
    reading: Reading,
    around: Around,
    size: tuple[float, float],
    body: Body,
    options: SheetOptions,
    theme: Theme,
) -> Drawing:
    """The finished page; ``size`` is that of the picture, ``body`` draws it into the room left.

    Raises ``KeyError`` for an unknown paper.
    """
    frame = frame_of(options.paper, size[0])
    head = list(_head(reading, around, frame, theme))
    foot = list(_foot(reading, around, frame, theme))
    if options.paper == FIT:
        frame = replace(frame, height=size[1] + bottom(head) + bottom(foot) + 3 * FIT_MARGIN)
    top = bottom(head) + 10 * frame.unit
    base = frame.height - frame.margin * EDGE - bottom(foot)
    drawn = body((frame.margin, top, frame.inner, base - top - 8))
    shapes = (*head, *drawn, *(moved(s, 1.0, 0.0, base) for s in foot))
    whole = (frame.width, frame.height)
    return picture(reading, around.title, whole, shapes, options.background)


def picture(
    reading: Reading,
    title: str,
    size: tuple[float, float],
    shapes: Iterable[Shape],
    background: str,
) -> Drawing:
    """Shapes as a drawing that can be exported, without anything round them."""
    return Drawing(
        *size,
        tuple(printable(shape) for shape in shapes),
        background,
        title,
        reading.atlas.library.edition,
    )


def frame_of(paper: str, width: float) -> Frame:
    """The page for a paper; one that fits a picture of ``width`` has no height as yet.

    Raises ``KeyError`` for an unknown paper.
    """
    if paper == FIT:
        return Frame(max(width, FIT_WIDTH) + 2 * FIT_MARGIN, 0.0, FIT_MARGIN, 1.0)
    wide, high = (side * MILLIMETRE for side in SIZES[paper])
    unit = math.sqrt(wide * high / NOMINAL)
    return Frame(wide, high, MARGIN * unit, max(unit, LEAST_UNIT))


def _head(reading: Reading, around: Around, frame: Frame, theme: Theme) -> Iterator[Shape]:
    u, left, top = frame.unit, frame.margin, frame.margin * EDGE
    title = measure.cut(around.title, TITLE * u, frame.inner, bold=True)
    library = reading.atlas.library
    subtitle = text(
        "diagram.sheet.subtitle",
        region=library.region.name,
        date=spoken(reading.date),
        edition=spoken(library.edition),
    )
    subtitle = " · ".join((subtitle, *heading(reading)))
    yield Label(left, top + TITLE_AT * u, title, TITLE * u, theme.text, bold=True)
    yield Label(left, top + SUBTITLE_AT * u, subtitle, SUBTITLE * u, theme.secondary)
    lines = measure.wrap(around.numbers, SUBTITLE * u, frame.inner, NUMBER_LINES)
    more = (max(len(lines), 1) - 1) * SUBTITLE * PITCH * u
    for at, line in enumerate(lines):
        y = top + (NUMBERS_AT + at * SUBTITLE * PITCH) * u
        yield Label(left, y, line, SUBTITLE * u, theme.text)
    entries = list(legend(around.legend, theme, u, frame.inner))
    width = _right(entries)
    taken = measure.width(around.numbers, SUBTITLE * u) + width + GAP * u
    beside = taken <= frame.inner
    dx = frame.width - left - width if beside else left
    dy = top + more + (NUMBERS_AT if beside else LEGEND_AT) * u
    for shape in entries:
        yield moved(shape, 1.0, dx, dy)


def _foot(reading: Reading, around: Around, frame: Frame, theme: Theme) -> Iterator[Shape]:
    """A rule, the paragraphs and the name of the program, from y = 0 downwards."""
    size = FOOT * frame.unit
    name = text("diagram.sheet.program")
    y = size * FIRST
    yield Box(frame.margin, 0, frame.inner, 0.8 * frame.unit, fill=theme.line, stroke="")
    yield Label(frame.width - frame.margin, y, name, size, theme.secondary, anchor="end")
    room = frame.inner - measure.width(name, size) - 16 * frame.unit
    for paragraph in paragraphs(reading, around):
        for line in measure.wrap(paragraph, size, room, LONGEST):
            yield Label(frame.margin, y, line, size, theme.secondary)
            y += size * PITCH


def paragraphs(reading: Reading, around: Around) -> Iterator[str]:
    """What the foot says: statement, trust, coverage, assumptions, missing characters."""
    if around.note:
        yield around.note
    yield text("diagram.sheet.statement", statement=reading.atlas.statement)
    if around.trust:
        yield around.trust
    yield coverage_sentence(reading)
    if words := assumed(reading):
        yield text("diagram.sheet.assumed", words=words)
    if characters := sorted(measure.missing(around.title + around.words)):
        shown = " ".join(f"U+{ord(c):04X}" for c in characters[:MOST_CODES])
        yield text("diagram.sheet.missing", characters=shown)


def bottom(shapes: Iterable[Shape]) -> float:
    """The lower end of the lowest words."""
    lows = [s.y + s.size * DESCENT for s in shapes if isinstance(s, Label)]
    return max(lows, default=0.0)


def _right(shapes: Iterable[Shape]) -> float:
    ends = [s.x + measure.width(s.text, s.size) for s in shapes if isinstance(s, Label)]
    return max(ends, default=0.0)


def words(shapes: Iterable[Shape]) -> str:
    """All that is written in a picture, for :class:`Around`."""
    return "".join(s.text for s in shapes if isinstance(s, Label))


def printable(shape: Shape) -> Shape:
    """Characters that the bundled font lacks become 〓: a missing glyph must not stop an export."""
    match shape:
        case Box() | Curve() | Polygon():
            return shape
        case Label():
            lacking = {ord(c): measure.GETA for c in measure.missing(shape.text)}
            return replace(shape, text=shape.text.translate(lacking)) if lacking else shape
        case Clip():
            return replace(shape, shapes=tuple(printable(s) for s in shape.shapes))
        case _:
            assert_never(shape)
