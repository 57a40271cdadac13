"""What the pages of 看板 are drawn with: fitted and wrapped text, bars, badges, rules.

Lengths are units of the page (1/96 inch on A3, larger on larger paper); type is in points of A3.
Whatever is drawn is a stream of :data:`Item`: shapes, the spots that can be chosen, and whole names
to be found in a file.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Curve, Label, Name, Shape, moved, rounded
from liantu.diagram.page import POINTS
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.wrapping import SLACK, wrapped
from liantu.diagram.theme import Theme
from liantu.layout.geometry import Point

Item = Shape | Spot | Name
"""What a page consists of."""
Rect = tuple[float, float, float, float]
"""x, y, width, height."""

LEAST = 7.5
"""Smallest type in points of A3."""
LEAD = 1.42
"""Distance of the lines of a paragraph, in type sizes."""
BELOW = 0.28
"""Its baseline above the lower end of a line, in type sizes."""
MIDDLE = 0.365
"""Baseline of a text that stands round a height, in type sizes below it."""
_STEP = 0.1
"""Points by which type is made smaller."""
_DRAW_IN = 0.5
"""Points by which a paragraph may be smaller so that its last line is not nearly empty."""
_STUB = 3
"""Characters of a last line that is nearly empty."""


def wide(text: str, points: float, bold: bool = False) -> float:
    """Width of a line of type."""
    return measure.width(text, points / POINTS, bold=bold)


def high(points: float) -> float:
    """Height of a line of a paragraph."""
    return points / POINTS * LEAD


def say(
    x: float,
    y: float,
    text: str,
    points: float,
    color: str,
    *,
    bold: bool = False,
    anchor: str = "start",
) -> Label:
    """A line of text on the baseline ``y``."""
    return Label(x, y, text, points / POINTS, color, bold, anchor)


def fit(
    text: str, room: float, points: float, *, bold: bool = False, least: float = LEAST
) -> float | None:
    """Points at which ``text`` fits ``room``: ``points`` or less, ``None`` below ``least``."""
    while wide(text, points, bold) > room + SLACK:
        if points <= least:
            return None
        points = max(least, points - _STEP)
    return points


def cut(text: str, room: float, points: float, *, bold: bool = False) -> str:
    """``text`` shortened with … to ``room``."""
    return measure.cut(text, points / POINTS, room, bold=bold)


def first_fit(
    variants: Iterable[str],
    room: float,
    points: float,
    *,
    bold: bool = False,
    least: float = LEAST,
) -> tuple[str, float] | None:
    """The first of ``variants`` that fits and its points, ``None`` where none does."""
    for text in variants:
        found = fit(text, room, points, bold=bold, least=least)
        if found is not None:
            return text, found
    return None


# -- wrapping


def wrap(text: str, room: float, points: float, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of at most ``room``, see :func:`liantu.diagram.poster.wrapping.wrapped`."""
    return wrapped(text, room, points / POINTS, bold)


def tidy(
    text: str, room: float, points: float, *, bold: bool = False
) -> tuple[tuple[str, ...], float]:
    """The lines of a paragraph and their points: a little smaller where that saves a last line
    that is nearly empty.
    """
    lines = wrap(text, room, points, bold)
    if len(lines) > 1 and len(lines[-1]) <= _STUB:
        least = max(LEAST, points - _DRAW_IN)
        for step in range(1, round((points - least) / _STEP) + 1):
            fewer = wrap(text, room, points - step * _STEP, bold)
            if len(fewer) < len(lines):
                return fewer, points - step * _STEP
    return lines, points


@dataclass(frozen=True, slots=True)
class Style:
    """Type of a paragraph."""

    points: float
    color: str
    bold: bool = False


def paragraph(text: str, x: float, y: float, room: float, style: Style) -> list[Label]:
    """The lines of a paragraph below ``y``; its lower end is :func:`ending` of them."""
    lines, points = tidy(text, room, style.points, bold=style.bold)
    found = []
    for line in lines:
        y += high(points)
        found.append(
            say(x, y - points / POINTS * BELOW, line, points, style.color, bold=style.bold)
        )
    return found


def ending(lines: Sequence[Label], y: float) -> float:
    """Where a paragraph ends that began below ``y``."""
    return y + sum(line.size * LEAD for line in lines)


# -- shapes


def rule(
    start: Point, end: Point, color: str, width: float = 1.0, dash: tuple[float, ...] = ()
) -> Curve:
    """A straight line."""
    return way((start, end), color, width, dash)


def way(
    corners: Sequence[Point],
    color: str,
    width: float,
    dash: tuple[float, ...] = (),
    radius: float = 0.0,
) -> Curve:
    """A line with rounded corners, without an arrow."""
    return Curve(rounded(corners, radius), color, width, dash, arrow=False)


def disc(x: float, y: float, radius: float, fill: str, stroke: str = "") -> Box:
    """A disc round ``(x, y)``."""
    side = 2 * radius
    return Box(x - radius, y - radius, side, side, fill, stroke, 1.2, radius)


def badge(number: int, x: float, y: float, theme: Theme, *, points: float = 9.5) -> Iterator[Shape]:
    """❶, ❷ or ❸ round ``(x, y)``."""
    tokens = theme.segments
    size = points / POINTS
    yield disc(x, y, size * 0.71, tokens.job, theme.paper)
    at = y + size * MIDDLE
    yield say(x, at, str(number), points, tokens.job_ink, bold=True, anchor="middle")


def hatch(room: Rect, color: str, *, step: float = 8.0, width: float = 0.9) -> Iterator[Curve]:
    """Slanting lines over a rectangle: only suspected."""
    x, y, across, down = room
    for at in range(math.ceil((across + down) / step)):
        offset = at * step - down
        left, right = max(offset, 0.0), min(offset + down, across)
        if right - left > 1.0:
            start = x + left, y + down - (left - offset)
            yield rule(start, (x + right, y + down - (right - offset)), color, width)


# -- items


def carried(item: Item, scale: float, dx: float, dy: float) -> Item:
    """``item`` scaled about the origin and then shifted by ``(dx, dy)``."""
    match item:
        case Spot():
            x, y = item.x * scale + dx, item.y * scale + dy
            return replace(item, x=x, y=y, width=item.width * scale, height=item.height * scale)
        case Name():
            return replace(item, x=item.x * scale + dx, y=item.y * scale + dy)
        case _:
            return moved(item, scale, dx, dy)
