"""Head and foot of a sheet: as little as can be read, the picture has the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Drawing, Label, Shape, moved
from liantu.diagram.entries import Entry
from liantu.diagram.legend import SMALL, least_unit, legend
from liantu.diagram.page import (
    DESCENT,
    FIT,
    FLOORS,
    POINTS,
    Around,
    Frame,
    bottom,
    frame_of,
    paragraphs,
    picture,
)
from liantu.diagram.theme import Theme
from liantu.wording import text

TITLE, COUNTS = 20.0, 12.0
"""Type of the title and of what stands beside it."""
HEAD, LINE = 20.0, 1.45
"""Baseline of the title below the margin, and distance of lines in type sizes."""
BESIDE = 16.0
"""Between the title and the counts."""
LEGEND = 21.0
"""From the last line of the head to the legend."""
LEGEND_TOP = 16.0
"""What the marks of the legend need above their baseline, at its size."""
FOOT_LINES = 6
"""Most lines of the foot."""
FOOT_FIRST = 1.45
"""First baseline of the foot below its rule, in type sizes."""
MARGIN = 0.66
"""Margin of a sheet as a share of that of a page: the picture gets the room."""
BODY = 11.0
"""From the legend to the picture."""
FOOT_GAP = 7.0
"""Between the picture and the foot."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A page with its head and foot; the picture stands in :attr:`room` at :attr:`origin`."""

    frame: Frame
    head: Sequence[Shape]
    foot: Sequence[Shape]
    top: float
    base: float

    @property
    def origin(self) -> tuple[float, float]:
        """Upper left corner of the room."""
        return self.frame.margin, self.top

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that the picture has."""
        return self.frame.inner, self.base - FOOT_GAP * self.frame.unit - self.top

    def finished(
        self, reading: Reading, title: str, body: Sequence[Shape], background: str
    ) -> Drawing:
        """The page with ``body``, drawn from (0, 0), in its room."""
        shapes = (
            *self.head,
            *(moved(shape, 1.0, *self.origin) for shape in body),
            *(moved(shape, 1.0, 0.0, self.base) for shape in self.foot),
        )
        return picture(reading, title, (self.frame.width, self.frame.height), shapes, background)


def framed(
    reading: Reading, around: Around, paper: str, size: tuple[float, float], theme: Theme
) -> Framed:
    """The page for a paper; one that fits its picture is made for ``size``.

    Raises ``KeyError`` for an unknown paper.
    """
    frame = frame_of(paper, size[0])
    frame = replace(frame, margin=frame.margin * MARGIN) if paper != FIT else frame
    floor = FLOORS[paper] / POINTS
    head = list(sheet_head(reading, around, frame, floor, theme))
    foot = list(sheet_foot(reading, around, frame, floor, theme))
    top = bottom(head) + BODY * frame.unit
    if paper == FIT:
        below = FOOT_GAP + bottom(foot) + frame.margin
        frame = replace(frame, height=top + size[1] + below)
    base = frame.height - frame.margin * (1.0 if paper == FIT else 0.8) - bottom(foot)
    return Framed(frame, head, foot, top, base)


def sheet_head(
    reading: Reading, around: Around, frame: Frame, floor: float, theme: Theme
) -> Iterator[Shape]:
    """The title with the counts beside it as far as they go, then the legend."""
    u, left, inner = frame.unit, frame.margin, frame.inner
    size, y = max(COUNTS * u, floor), frame.margin * 0.75 + HEAD * u
    title = measure.cut(around.title, TITLE * u, inner, bold=True)
    yield Label(left, y, title, TITLE * u, theme.text, bold=True)
    x = measure.width(title, TITLE * u, bold=True) + BESIDE * u
    if x + measure.width(around.numbers, size) <= inner:
        yield Label(left + x, y, around.numbers, size, theme.secondary)
    else:
        for line in measure.flow(around.numbers, size, inner, 2):
            y += size * LINE
            yield Label(left, y, line, size, theme.secondary)
    unit = _legend_unit(around.legend, inner, u, floor)
    y += max(LEGEND * u, LEGEND_TOP * unit + size * DESCENT)
    for shape in legend(around.legend, theme, unit, inner):
        yield moved(shape, 1.0, left, y)


def _legend_unit(entries: Sequence[Entry], room: float, unit: float, floor: float) -> float:
    """So large that the legend stands on one line, but not below the least type."""
    return max(min(unit, least_unit(entries, room)), floor / SMALL)


def sheet_foot(
    reading: Reading, around: Around, frame: Frame, floor: float, theme: Theme
) -> Iterator[Shape]:
    """A rule and the paragraphs one after the other, from y = 0 downwards."""
    name = text("diagram.sheet.program")
    y = floor * FOOT_FIRST
    yield Box(frame.margin, 0, frame.inner, 0.8 * frame.unit, fill=theme.line)
    yield Label(frame.width - frame.margin, y, name, floor, theme.secondary, anchor="end")
    room = frame.inner - measure.width(name, floor) - BESIDE * frame.unit
    for line in measure.wrap("".join(paragraphs(reading, around)), floor, room, FOOT_LINES):
        yield Label(frame.margin, y, line, floor, theme.secondary)
        y += floor * LINE
