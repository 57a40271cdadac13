"""A picture that is not a map, on paper or alone."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.diagram.drawing import Drawing, Shape, moved
from liantu.diagram.page import Around, SheetOptions, edition, place, words
from liantu.diagram.sheet_frame import framed
from liantu.diagram.theme import PRINT, Theme

ABOVE = 1 / 3
"""Share of the free height that stands above the picture: a little high looks centred."""


@dataclass(frozen=True, slots=True)
class Plate:
    """Shapes in ``(0, 0, width, height)`` with a title and a note that explains the marks."""

    title: str
    note: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


def on_paper(
    reading: Reading, plate: Plate, options: SheetOptions, *, theme: Theme = PRINT
) -> Drawing:
    """The finished sheet; raises ``KeyError`` for an unknown paper."""
    around = Around(
        title=plate.title,
        words=words(plate.shapes),
        numbers=" · ".join(place(reading)),
        note=plate.note + edition(reading),
    )
    size = (plate.width, plate.height)
    page = framed(reading, around, options.paper, size, theme)
    width, height = page.room
    scale = min(width / plate.width, height / plate.height)
    dx = (width - plate.width * scale) / 2
    dy = max(0.0, height - plate.height * scale) * ABOVE
    shapes = [moved(shape, scale, dx, dy) for shape in plate.shapes]
    return page.finished(reading, around.title, shapes, options.background)
