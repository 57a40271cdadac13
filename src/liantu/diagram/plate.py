"""A picture that is not a map, on paper or alone."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.diagram.drawing import Drawing, Shape, moved
from liantu.diagram.page import Around, Room, SheetOptions, lay, picture, words
from liantu.diagram.theme import PRINT, Theme

ABOVE = 1 / 3
"""Share of the free height that stands above the picture: a little high looks centred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A part of a picture that says more (``tip``) and leads to the map of a chain, or to a
    ``list`` where one is named: of ``county`` alone, and of the products of one class (``word``).
    """

    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    tip: str = ""
    chain: str = ""
    list: str = ""
    county: str = ""
    word: str = ""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return 0 <= x - self.x <= self.width and 0 <= y - self.y <= self.height


@dataclass(frozen=True, slots=True)
class Plate:
    """Shapes in ``(0, 0, width, height)`` with a title and a note that explains the marks; on the
    screen ``spots`` can be clicked.
    """

    title: str
    note: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()


def on_paper(
    reading: Reading, plate: Plate, options: SheetOptions, *, theme: Theme = PRINT
) -> Drawing:
    """The finished sheet; raises ``KeyError`` for an unknown paper."""

    def body(room: Room) -> list[Shape]:
        x, y, width, height = room
        scale = min(width / plate.width, height / plate.height)
        dx = x + (width - plate.width * scale) / 2
        dy = y + max(0.0, height - plate.height * scale) * ABOVE
        return [moved(shape, scale, dx, dy) for shape in plate.shapes]

    around = Around(title=plate.title, words=words(plate.shapes), note=plate.note)
    return lay(reading, around, (plate.width, plate.height), body, options, theme)


def bare(reading: Reading, plate: Plate, background: str = "") -> Drawing:
    """The picture alone, for a page that has its own caption."""
    size = (plate.width, plate.height)
    return picture(reading, plate.title, size, plate.shapes, background)
