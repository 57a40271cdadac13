"""A picture that is not a map, on paper: title, the picture to scale, the statement."""

from __future__ import annotations

import math
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Drawing, Label, Shape, moved
from liantu.diagram.sheet import FIT_MARGIN, MILLIMETRE, PAPERS, printable
from liantu.diagram.theme import Theme
from liantu.model import Atlas
from liantu.telling.dates import spoken
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Plate:
    """Shapes in ``(0, 0, width, height)`` with a title and a note that explains the marks."""

    title: str
    note: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


def on_paper(
    atlas: Atlas,
    plate: Plate,
    date: str,
    theme: Theme,
    *,
    paper: str = "A3",
    background: str = "#FFFFFF",
    assumed: str = "",
) -> Drawing:
    """The finished sheet; ``paper`` as in :data:`PAPERS` or ``fit``."""
    if paper == "fit":
        width, height, unit = plate.width + 2 * FIT_MARGIN, 0.0, 1.0
        margin = FIT_MARGIN
    else:
        width, height = (side * MILLIMETRE for side in PAPERS[paper])
        unit = max(math.sqrt(width * height / (1587.4 * 1122.5)), 0.72)
        margin = 36.0 * unit
    room = width - 2 * margin
    head = _head(atlas, plate, date, theme, margin, unit, room)
    foot = _foot(atlas, plate, theme, margin, unit, room, assumed)
    top = margin * 0.6 + 66 * unit
    depth = max((s.y for s in foot if isinstance(s, Label)), default=0.0) + 10 * unit
    if not height:
        height = top + plate.height + depth + 2 * FIT_MARGIN
    base = height - margin * 0.5 - depth
    scale = min(room / plate.width, (base - top - 8 * unit) / plate.height)
    dx = margin + (room - plate.width * scale) / 2
    dy = top + max(0.0, (base - top - plate.height * scale) / 3)
    body = [moved(s, scale, dx, dy) for s in plate.shapes]
    shapes = (*head, *body, *(moved(s, 1.0, 0.0, base) for s in foot))
    return Drawing(
        width,
        height,
        tuple(printable(s) for s in shapes),
        background,
        plate.title,
        atlas.library.edition,
    )


def bare(plate: Plate, atlas: Atlas, background: str = "") -> Drawing:
    """The picture alone, for a page that has its own caption."""
    shapes = tuple(printable(s) for s in plate.shapes)
    edition = atlas.library.edition
    return Drawing(plate.width, plate.height, shapes, background, plate.title, edition)


def _head(
    atlas: Atlas,
    plate: Plate,
    date: str,
    theme: Theme,
    margin: float,
    unit: float,
    room: float,
) -> list[Shape]:
    subtitle = text(
        "diagram.sheet.subtitle",
        region=atlas.library.region.name,
        date=spoken(date),
        edition=spoken(atlas.library.edition),
    )
    title = measure.cut(plate.title, 22 * unit, room, bold=True)
    top = margin * 0.6
    return [
        Label(margin, top + 24 * unit, title, 22 * unit, theme.text, bold=True),
        Label(margin, top + 46 * unit, subtitle, 12 * unit, theme.secondary),
    ]


def _foot(
    atlas: Atlas,
    plate: Plate,
    theme: Theme,
    margin: float,
    unit: float,
    room: float,
    assumed: str,
) -> list[Shape]:
    size = 9.5 * unit
    lines = [plate.note, text("diagram.sheet.statement", statement=atlas.statement)]
    if assumed:
        lines.append(text("diagram.sheet.assumed", words=assumed))
    shapes: list[Shape] = [Box(margin, 0, room, 0.8 * unit, fill=theme.line, stroke="")]
    y = size * 1.6
    for paragraph in filter(None, lines):
        for line in measure.wrap(paragraph, size, room, 3):
            shapes.append(Label(margin, y, line, size, theme.secondary))
            y += size * 1.5
    return shapes
