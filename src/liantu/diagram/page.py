"""A page round a picture: paper, frame, head with legend, foot; the same for maps and plates."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Drawing, Label, Polygon, Shape
from liantu.diagram.entries import Entry
from liantu.diagram.lenses import STRUCTURE, Lens
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
PRINTED = ("A4", "A3", "A2", "A1", "A0")
"""Sheets for printers and plotters, the smallest first."""
FIT = "fit"
"""No paper: a page as large as the picture at its own size."""
PAPERS = (*SIZES, FIT)
"""Every paper, the usual one first."""

FLOORS = {"A3": 7.5, "A4": 6.5, "A2": 8.0, "A1": 9.0, "A0": 10.0, "16:9": 9.0, FIT: 9.0}
"""Smallest type of a picture and all round it, in points."""

NOMINAL = 1587.4 * 1122.5
"""Square units of A3: type has its nominal size there and grows with the side of the paper."""
LEAST_UNIT = 0.72
"""Type is never smaller than this share of its nominal size."""
MARGIN = 36.0
FIT_MARGIN = 24.0
FIT_WIDTH = 640.0
"""Least width of the head and foot of a page that fits its picture."""
DESCENT = 0.4
"""What a line of type needs below its baseline, in type sizes."""
MOST_CODES = 20
"""Characters without a glyph that are listed."""


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


def place(reading: Reading) -> list[str]:
    """What every head says first: place and date, and what is assumed."""
    library = reading.atlas.library
    told = text("diagram.sheet.place", region=library.region.name, date=spoken(reading.date))
    return [told, *heading(reading)]


def edition(reading: Reading) -> str:
    """What every foot says first."""
    return text("diagram.sheet.edition", edition=spoken(reading.atlas.library.edition))


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
