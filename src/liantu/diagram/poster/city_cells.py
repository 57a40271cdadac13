"""The cells of a row of the city page: each draws within its column, round the middle of the row.

No type is below :data:`FLOOR`. Names are short ones; one that is too long all the same is drawn
on two lines or, where there are two already, without its middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from liantu.diagram import measure
from liantu.diagram.drawing import Box
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit
from liantu.diagram.poster.headline import bar
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.tones import Tone, tone
from liantu.diagram.theme import Theme
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.target import Target
from liantu.telling.mark import Look
from liantu.telling.poster.model import ChainRow
from liantu.wording import text

FLOOR = 9.0
"""Smallest type of the page, points of A3."""
NAME, SHARE, ACTION, LEAD = 11.0, 11.5, 10.0, 9.4
"""Type of the chain, its share of main materials, what it is to do, its first 链主."""
LINE = 13.0
"""From baseline to baseline of two lines in a row."""
TWO_LINES = 33.0
"""Height of a row from which a second line is drawn below stations and actions."""
UPPER, LOWER = -2.5, 13.5
"""Baselines of the two lines, below the middle of the row."""
INSET = 6.0
"""What a column leaves free at its right."""
RADIUS, STEP = 6.0, 24.0
"""Of a station, and how far apart two stand at most."""
HIGH = 18.0
"""Height of the composition bar."""
TOTAL = 24.0
"""Right of it, for the number of products."""
LETTER = 17.0
"""Side of the letter before an action."""
PERCENT = 41.0
"""Room of the share, before what lacks."""
GOOD, POOR = 0.6, 0.4
"""Shares from which a number is that of a strong chain, and below which of a weak one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands: its left edge, its width, middle and height of its row."""

    x: float
    width: float
    middle: float
    height: float

    @property
    def room(self) -> float:
        """The width that type may take."""
        return self.width - INSET

    @property
    def single(self) -> bool:
        """Whether the row has no room for a second line below the first thing of a cell."""
        return self.height < TWO_LINES


def name(row: ChainRow, cell: Cell, theme: Theme) -> Iterator[Item]:
    """The chain, on two lines where one is too short."""
    size = kit.fit(row.label, cell.room, NAME, bold=True, least=FLOOR)
    lines = (row.label,) if size else kit.wrap(row.label, cell.room, FLOOR, True)[:2]
    yield from stacked(lines, cell, size or FLOOR, theme.text, bold=True)


def stacked(
    lines: Sequence[str], cell: Cell, points: float, color: str, *, bold: bool = False
) -> Iterator[Item]:
    """Lines round the middle of the row."""
    first = cell.middle + points / POINTS * kit.MIDDLE - (len(lines) - 1) * LINE / 2
    for at, line in enumerate(lines):
        yield kit.say(cell.x, first + at * LINE, line, points, color, bold=bold)


# -- the line with most local stations


def way(row: ChainRow, cell: Cell, theme: Theme) -> Iterator[Item]:
    """The stations of the line on one string, what follows what here drawn through."""
    count = len(row.way)
    step = min(STEP, (cell.room - 2 * RADIUS) / max(count - 1, 1))
    y = cell.middle - (0.0 if cell.single else 6.0)
    at = [cell.x + RADIUS + place * step for place in range(count)]
    for (left, right), joined in zip(pairwise(at), row.joined, strict=True):
        if joined:
            yield kit.rule((left, y), (right, y), theme.segments.bar, 3.0)
        else:
            yield kit.rule((left, y), (right, y), theme.edge, 1.3, (3.0, 2.0))
    for x, mark in zip(at, row.way, strict=True):
        found = tone(mark, theme)
        here = mark.look is Look.HERE
        yield kit.disc(x, y, RADIUS, found.solid if here else theme.paper)
        if not here:
            yield ring(x, y, found, theme)
    size = kit.fit(row.ends, cell.room, FLOOR, least=FLOOR)
    if size and not cell.single:
        yield kit.say(cell.x, cell.middle + LOWER, row.ends, size, theme.secondary)


def ring(x: float, y: float, found: Tone, theme: Theme) -> Box:
    """A station that nobody here is known to make."""
    color = theme.edge if found.quiet else found.solid
    side = 2 * (RADIUS - 0.8)
    return Box(x - side / 2, y - side / 2, side, side, theme.paper, color, 1.8, side / 2)


# -- composition and main materials


def pieces(row: ChainRow, cell: Cell, theme: Theme) -> Iterator[Item]:
    """The composition bar and how many products it counts."""
    room = (cell.x, cell.middle - HIGH / 2, cell.room - TOTAL, HIGH)
    yield from bar(row.pieces, room, theme, points=FLOOR, least=2.0, chain=row.chain)
    right, base = cell.x + cell.room, cell.middle + FLOOR / POINTS * kit.MIDDLE
    yield kit.say(right, base, str(row.total), FLOOR, theme.secondary, anchor="end")


def secured(row: ChainRow, cell: Cell, theme: Theme) -> Iterator[Item]:
    """主材本地保障率, and what lacks."""
    base = cell.middle + SHARE / POINTS * kit.MIDDLE
    used = PERCENT + 7
    if row.share is None:
        yield from stacked((row.secured,), cell, FLOOR, theme.secondary)
        used = kit.wide(row.secured, FLOOR) + 7
    else:
        color = _share_color(row.share, theme)
        yield kit.say(cell.x + PERCENT, base, row.secured, SHARE, color, bold=True, anchor="end")
    color = theme.secondary if row.complete else theme.tones[Word.SHORT_UP].color
    lacks = replace(cell, x=cell.x + used, width=cell.width - used)
    yield from stacked(row.lacks, lacks, FLOOR, color)


def _share_color(share: float, theme: Theme) -> str:
    if share >= GOOD:
        return theme.segments.bar
    return theme.tones[Word.SHORT_UP].color if share < POOR else theme.text


# -- who, and what first


def leads(row: ChainRow, cell: Cell, theme: Theme) -> Iterator[Item]:
    """链主, the first in bold; a name too long for the column takes both lines."""
    if len(row.leads) == 1:
        key, told = row.leads[0]
        size = kit.fit(told, cell.room, LEAD, bold=True, least=FLOOR)
        lines = (told,) if size else kit.wrap(told, cell.room, FLOOR, True)[:2]
        yield from stacked(lines, cell, size or FLOOR, theme.text, bold=True)
        top, high = cell.middle - LINE, 2 * LINE
        yield Spot(cell.x, top, cell.room, high, Target("enterprise", key), told)
        return
    for at, (key, told) in enumerate(row.leads):
        first = at == 0
        size = kit.fit(told, cell.room, LEAD if first else FLOOR, bold=first, least=FLOOR)
        y = cell.middle + (at - 0.5) * LINE
        ink = theme.text if first else theme.secondary
        shown = told if size else measure.cut_inside(told, FLOOR / POINTS, cell.room, bold=first)
        line = replace(cell, middle=y)
        yield from stacked((shown,), line, size or FLOOR, ink, bold=first)
        yield Spot(cell.x, y - 7, cell.room, LINE, Target("enterprise", key), told)


def action(row: ChainRow, cell: Cell, theme: Theme, number: int = 0) -> Iterator[Item]:
    """The one thing to do with the letter of its board, and whom to ask first; ``number`` is that
    of the job of the city that it also is (0: none).
    """
    if not row.action:
        return
    indent = LETTER + 5
    room = cell.room - indent - (LETTER + 4 if number else 0)
    size = kit.fit(row.action, room, ACTION, bold=True, least=FLOOR)
    lines = (row.action,) if size else kit.wrap(row.action, cell.room - indent, FLOOR, True)[:2]
    x, upper = cell.x + indent, cell.middle + (4.8 if cell.single else UPPER)
    yield from letter(row.board, cell.x, upper - 13.0, theme)
    middle = cell.middle if cell.single else upper - 4.8 + (len(lines) - 1) * LINE / 2
    beside = replace(cell, x=x, middle=middle)
    yield from stacked(lines, beside, size or FLOOR, theme.text, bold=True)
    if number:
        right = x + kit.wide(lines[0], size or FLOOR, True) + 12
        yield from kit.badge(number, right, upper - 5, theme, points=FLOOR)
    if len(lines) == 1 and not cell.single:
        ask = measure.cut_inside(row.ask, FLOOR / POINTS, cell.room - indent)
        yield kit.say(x, cell.middle + LOWER, ask, FLOOR, theme.secondary)
    told = " ".join((row.action, row.ask))
    target = Target("product", row.product)
    yield Spot(cell.x, cell.middle - cell.height / 2 + 2, cell.room, cell.height - 4, target, told)


def letter(board: Board | None, x: float, y: float, theme: Theme) -> Iterator[Item]:
    """补, 延, 强 or, for what is to be verified, 核 in an outline."""
    middle, base = x + LETTER / 2, y + LETTER / 2 + FLOOR / POINTS * kit.MIDDLE
    told = text(f"diagram.city.letter.{board or 'verify'}")
    if board is None:
        yield Box(x + 0.6, y + 0.6, LETTER - 1.2, LETTER - 1.2, "", theme.secondary, 1.2, 3.0)
        yield kit.say(middle, base, told, FLOOR, theme.secondary, bold=True, anchor="middle")
        return
    color = {
        Board.FILL: theme.tones[Word.BROKEN].color,
        Board.EXTEND: theme.tones[Word.SHORT_DOWN].color,
        Board.STRONG: theme.segments.bar,
    }[board]
    yield Box(x, y, LETTER, LETTER, color, radius=3.0)
    yield kit.say(middle, base, told, FLOOR, theme.paper, bold=True, anchor="middle")


def duty(cell: Cell, theme: Theme) -> Iterator[Item]:
    """责任单位: a line to write on."""
    y = cell.middle + 9.0
    yield kit.rule((cell.x, y), (cell.x + cell.width, y), theme.edge, 1.0)
