"""What was put on a page of 看板, as the drawing that it is."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.analysis.reading import Reading
from liantu.diagram.drawing import Drawing, Name
from liantu.diagram.page import printable
from liantu.diagram.poster import kit
from liantu.diagram.poster.frame import Frame
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Page, Spot
from liantu.diagram.theme import Theme
from liantu.telling.poster.model import Head


def finished(
    reading: Reading, head: Head, frame: Frame, items: Iterable[Item], theme: Theme
) -> Page:
    """Items as a page in drawing units."""
    sized = [kit.carried(item, frame.unit, 0.0, 0.0) for item in items]
    spots = tuple(item for item in sized if isinstance(item, Spot))
    names = tuple(item for item in sized if isinstance(item, Name))
    shapes = tuple(printable(s) for s in sized if not isinstance(s, Spot | Name))
    size = frame.width * frame.unit, frame.height * frame.unit
    edition = reading.atlas.library.edition
    drawing = Drawing(*size, shapes, theme.paper, head.title, edition, names)
    return Page(drawing, spots)
