"""A chart on a paper of its own: title, finding, chart, note and what the data are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.page import FIT, FLOORS, POINTS, PRINTED, SIZES, Around, paragraphs
from liantu.diagram.theme import PRINT
from liantu.render.charts.pen import LEADING, SMALL, Pen
from liantu.render.charts.plot import MILLIMETRE, PAINTERS, height, png_of, svg_of
from liantu.render.vector import Svg
from liantu.telling.assumed import heading
from liantu.telling.charts.dividing import divided, rows_of
from liantu.telling.charts.model import Chart
from liantu.telling.dates import spoken
from liantu.wording import text

MARGIN = 34.0
TITLE, FINDING, SUBTITLE = 16.0, 10.5, 8.5
GAP = 14.0
LINES = 6
"""Lines of a paragraph at most."""
BASE = 297.0 * 210.0
"""Area of A4: on any paper a chart is laid out as on that and then enlarged."""
MOST_SCALE = 1.4
"""What leaves room on the page is drawn so much larger at most."""
STEP = 0.96
"""From one size of type to the next that is tried."""
LEAST_ROOM = 440.0
"""Width that every chart needs, pt."""
FIT_WIDTH = 170.0 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class _Page:
    """Where everything stands, pt; the finished page is ``scale`` times as large."""

    width: float
    height: float
    head: tuple[str, ...]
    foot: tuple[str, ...]
    scale: float

    @property
    def room(self) -> float:
        """Between the margins."""
        return self.width - 2 * MARGIN

    @property
    def top(self) -> float:
        """Where the chart begins."""
        return MARGIN + TITLE + SUBTITLE * 1.9 + len(self.head) * FINDING * LEADING + GAP

    @property
    def bottom(self) -> float:
        """Height of the foot with its margin."""
        return len(self.foot) * SMALL * LEADING + GAP + MARGIN * 0.6


def sheets(reading: Reading, found: Chart, paper: str, ground: str = "#FFFFFF") -> tuple[Svg, ...]:
    """The finished pages: one, or as many as it takes for all rows to be read on the paper; an
    empty ground is clear. Raises ``KeyError`` for an unknown paper.
    """
    for count in range(1, rows_of(found) + 1):
        parts = divided(found, count)
        pages = [_page(reading, part, paper) for part in parts]
        if paper == FIT or all(page.scale >= _least(paper) for page in pages):
            break
    return tuple(
        _finished(reading, part, page, ground) for part, page in zip(parts, pages, strict=True)
    )


def _least(paper: str) -> float:
    """The least scale at which the smallest type can be read on the paper."""
    return min(FLOORS[paper], SMALL) / SMALL


def _finished(reading: Reading, found: Chart, page: _Page, ground: str) -> Svg:
    drawn = _drawn(reading, found, page, ground)
    return Svg(
        _enlarged(svg_of(drawn), page),
        page.width * page.scale / POINTS,
        page.height * page.scale / POINTS,
        lambda dpi: png_of(_drawn(reading, found, page, ground), dpi * page.scale),
        found.title,
        reading.atlas.library.edition,
    )


def _page(reading: Reading, found: Chart, paper: str) -> _Page:
    if paper == FIT:
        page = _laid(reading, found, (FIT_WIDTH + 2 * MARGIN, 0.0), 1.0)
        tall = page.top + height(found, page.room) + page.bottom
        return _laid(reading, found, (page.width, tall), 1.0)
    wide, high = SIZES[paper]
    sizes = [(wide, high)] + ([(high, wide)] if paper in PRINTED else [])
    pages = [_fitted(reading, found, size, _least(paper)) for size in sizes]
    return max(pages, key=lambda page: page.scale)


def _fitted(reading: Reading, found: Chart, size: tuple[float, float], least: float) -> _Page:
    """The page with the largest type on which the chart has room; ``least`` is tried as well."""
    wide, high = size
    scale = MOST_SCALE * (wide * high / BASE) ** 0.5
    while True:
        page = _laid(reading, found, (wide / scale, high / scale), scale, MILLIMETRE)
        fits = page.top + height(found, page.room) + page.bottom <= page.height + 0.5
        if fits and page.room >= LEAST_ROOM:
            return page
        step = scale * STEP
        scale = least if step < least < scale else step


def _laid(
    reading: Reading,
    found: Chart,
    size: tuple[float, float],
    scale: float,
    unit: float = 1.0,
) -> _Page:
    width, tall = size[0] * unit, size[1] * unit
    room = width - 2 * MARGIN
    name = measure.width(text("diagram.sheet.program"), SMALL)
    around = Around(title=found.title, words="", note=found.note)
    foot = [
        line
        for words in paragraphs(reading, around)
        for line in measure.wrap(words, SMALL, room - name - GAP, LINES)
    ]
    head = measure.wrap(found.finding, FINDING, room, LINES)
    return _Page(width, tall, head, tuple(foot), scale)


def _drawn(reading: Reading, found: Chart, page: _Page, ground: str) -> Pen:
    pen = Pen(page.width, page.height, PRINT, ground)
    pen.move(MARGIN, MARGIN, page.room)
    title = measure.cut(found.title, TITLE, page.room, bold=True)
    pen.text(0, TITLE * 0.8, title, TITLE, bold=True)
    library = reading.atlas.library
    subtitle = text(
        "diagram.sheet.subtitle",
        region=library.region.name,
        date=spoken(reading.date),
        edition=spoken(library.edition),
    )
    subtitle = " · ".join((subtitle, *heading(reading)))
    pen.text(0, TITLE + SUBTITLE, subtitle, SUBTITLE, pen.theme.secondary)
    base = TITLE + SUBTITLE * 1.9 + FINDING
    pen.lines(0, base, page.head, FINDING)
    foot = page.height - page.bottom
    free = foot - page.top - height(found, page.room)
    if not found.empty:
        pen.move(MARGIN, page.top + max(free, 0.0) / 4, page.room)
        PAINTERS[type(found)].paint(pen, found)
    pen.move(MARGIN, foot + GAP / 2, page.room)
    pen.line((0, 0), (page.room, 0), pen.theme.line)
    pen.lines(0, SMALL * 1.6, page.foot, SMALL, pen.theme.secondary)
    name = text("diagram.sheet.program")
    pen.text(page.room, SMALL * 1.6, name, SMALL, pen.theme.secondary, anchor="right")
    return pen


def _enlarged(svg: str, page: _Page) -> str:
    """The same picture at the size of the paper."""
    width, tall = page.width * page.scale, page.height * page.scale
    size = f'width="{width:.3f}pt" height="{tall:.3f}pt"'
    return re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', size, svg, count=1)
