"""The pages of 全市看板: head, chains as rows, judgement and tables of dots at the right, foot."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.diagram.poster import kit
from liantu.diagram.poster.city_cells import FLOOR
from liantu.diagram.poster.city_panel import ALL, DOTS, WORDS, panel
from liantu.diagram.poster.city_table import table
from liantu.diagram.poster.finish import finished
from liantu.diagram.poster.foot import page_mark
from liantu.diagram.poster.frame import Frame, frame_of
from liantu.diagram.poster.headline import headline
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Page
from liantu.diagram.poster.pages import SPLIT
from liantu.diagram.theme import PRINT, Theme
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.model import CityPoster

ROWS = 0.6596
"""Share of the width between the margins that the rows have."""
GAP = 18.0
"""Between the rows and the right side, and between its two columns on a page of its own."""
FOOT_AT = 0.46
"""Baseline of the foot above the lower edge, as a share of what lies below the rows."""
LETTERS, FEW_LETTERS = 1.05, 0.92
"""Size of the letters of the legend in that of the map: 9 points, and less on narrow pages."""
WIDE = 1500.0
"""Width of a page from which the legend has room for large letters."""
LARGER = (1.4, 1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05)
"""How much larger type may be on a page of its own."""


def city_pages(
    reading: Reading, paper: str = "A3", *, theme: Theme = PRINT, bound: bool = False
) -> tuple[Page, ...]:
    """All pages of a paper: one, on A4 two; ``bound``: without page marks, see :func:`foot`.
    Raises ``KeyError`` for an unknown paper.
    """
    poster, frame = city_poster(reading), frame_of(paper)
    bodies = (
        (_rows(poster, frame, theme), _side(poster, frame, theme))
        if paper in SPLIT
        else (_whole(poster, frame, theme),)
    )
    marks = [page_mark(at, len(bodies)) for at in range(1, len(bodies) + 1)]
    feet = [_foot(poster, frame, theme, mark, bound) for mark in marks]
    return tuple(
        finished(reading, poster.head, frame, (*body, *foot), theme)
        for body, foot in zip(bodies, feet, strict=True)
    )


def _whole(poster: CityPoster, frame: Frame, theme: Theme) -> Iterator[Item]:
    wide, high = frame.inner * ROWS, frame.bottom - frame.top
    yield from headline(poster.head, frame, theme, letters=_letters(frame))
    yield from table(poster, (frame.margin, frame.top, wide, high), theme)
    x = frame.margin + wide + GAP
    yield from panel(poster, (x, frame.top, frame.right - x, high), theme, ALL)


def _rows(poster: CityPoster, frame: Frame, theme: Theme) -> Iterator[Item]:
    yield from headline(poster.head, frame, theme, letters=_letters(frame))
    room = (frame.margin, frame.top, frame.inner, frame.bottom - frame.top)
    yield from table(poster, room, theme)


def _side(poster: CityPoster, frame: Frame, theme: Theme) -> Iterator[Item]:
    """The right side on a page of its own, in two columns."""
    yield from headline(poster.head, frame, theme, letters=_letters(frame))
    wide, high = (frame.inner - GAP) / 2, frame.bottom - frame.top
    for at, parts in enumerate((WORDS, DOTS)):
        x = frame.margin + at * (wide + GAP)
        yield from panel(poster, (x, frame.top, wide, high), theme, parts, larger=LARGER)


def _letters(frame: Frame) -> float:
    return LETTERS if frame.width >= WIDE else FEW_LETTERS


def _foot(poster: CityPoster, frame: Frame, theme: Theme, mark: str, bound: bool) -> Iterator[Item]:
    y = frame.height - frame.foot * FOOT_AT
    if not bound:
        yield kit.say(frame.right, y, mark, FLOOR, theme.secondary, anchor="end")
    room = frame.inner - kit.wide(mark, FLOOR) - 24
    lines = kit.wrap(poster.foot, room, FLOOR)
    for at, line in enumerate(lines):
        base = y - (len(lines) - 1 - at) * 15
        yield kit.say(frame.margin, base, line, FLOOR, theme.secondary)
