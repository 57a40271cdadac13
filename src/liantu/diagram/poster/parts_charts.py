"""The parts of the panel that are charts: 供需 as bars, 在建与规划 along the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liantu.diagram.drawing import Box
from liantu.diagram.poster import kit
from liantu.diagram.poster.kit import Item, Style
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.parts import TITLE_HIGH, WORDS, Block, title
from liantu.diagram.segment.model import Kind
from liantu.diagram.theme import Theme, blend
from liantu.model.target import Target
from liantu.telling.poster.model import Need, Panel, Stage, Work
from liantu.wording import text

NEED, WORK = 20.0, 18.0
"""Heights of rows."""
NAME = 0.26
"""Share of the width for the names of 供需."""
LEFT = 0.37
"""Share of the width for the names of 在建与规划."""
BOTH, BOUGHT, YEAR, TOLD = 8.0, 8.8, 7.5, 8.0
"""Type of both amounts, of what is bought, of the years, of what is told of a row."""
LEAST_TOLD = 64.0
"""Room that what is told of a balance has at least, so that bars end in one place."""
BAR = 6.0
"""Height of a bar of 供需."""
BEFORE, YEARS = 3, 6
"""Whole years before that of the date, and in all."""
PALE = 0.45
"""Part of its colour that a bar of what is needed has."""


def needs(panel: Panel[Need], bought: str, rows: int, width: float, theme: Theme) -> Block:
    """What is needed and made, one scale a unit, then what is bought in one line."""
    if not rows or not (panel.rows or bought):
        return Block()
    note = panel.note if panel.rows else ""
    items: list[Item] = list(title(text("diagram.poster.needs"), note, width, theme))
    shown, y = panel.rows[:rows], TITLE_HIGH
    most: dict[str, float] = {}
    for need in shown:
        most[need.unit] = max(most.get(need.unit, 0.0), need.need, need.supply)
    told = max((kit.wide(n.told, WORDS, True) for n in shown), default=0.0)
    for need in shown:
        found = _need(need, most, max(told, LEAST_TOLD), width, theme)
        items += [kit.carried(item, 1.0, 0, y) for item in found]
        y += NEED
    if bought:
        lines = kit.paragraph(bought, 0, y + 1, width, Style(BOUGHT, theme.secondary))
        items += lines
        y = kit.ending(lines, y + 1)
    return Block(tuple(items), y)


def _need(
    need: Need, most: Mapping[str, float], told: float, width: float, theme: Theme
) -> Iterator[Item]:
    tokens, left = theme.segments, width * NAME
    name, size = _named(need.name, left - 6, WORDS)
    yield kit.say(0, 14, name, size, theme.text)
    ink = tokens.lack if need.short else tokens.bar
    room = width - left - told - 10
    both = kit.wide(need.both, BOTH) if need.both else 0.0
    if both:
        room -= both + 8
    scale = room / most[need.unit] if most[need.unit] else 0.0
    up = tokens.kinds[Kind.UP].badge
    pale = blend(up, theme.paper, PALE) if need.short else theme.edge
    yield Box(left, 3, max(need.need * scale, 2.0), BAR, pale, radius=1.0)
    if need.supply:
        yield Box(left, 10, max(need.supply * scale, 2.0), BAR, tokens.bar, radius=1.0)
    yield kit.rule((left, 1.5), (left, 17.5), theme.edge)
    yield kit.say(width, 14, need.told, WORDS, ink, bold=True, anchor="end")
    if both:
        yield kit.say(width - told - 8, 14, need.both, BOTH, theme.secondary, anchor="end")
    yield Spot(0, 0, width, NEED, Target("product", need.product), need.told)


def _named(name: str, room: float, points: float) -> tuple[str, float]:
    """A name as it fits, cut only where it does not at the least size."""
    size = kit.fit(name, room, points)
    return (name, size) if size is not None else (kit.cut(name, room, kit.LEAST), kit.LEAST)


# -- 在建与规划


def works(panel: Panel[Work], date: str, rows: int, width: float, theme: Theme) -> Block:
    """What is new, being built or planned along the years; an upright line is ``date`` (ISO)."""
    if not rows or not panel.rows:
        return Block()
    items: list[Item] = list(title(text("diagram.poster.works"), panel.note, width, theme))
    shown = panel.rows[:rows]
    axis = _Axis(int(date[:4]) - BEFORE, width * LEFT, width)
    items += [kit.carried(item, 1.0, 0, TITLE_HIGH) for item in _years(axis, len(shown), theme)]
    now, y = axis.at(date), TITLE_HIGH + 14
    end = y + len(shown) * WORK
    items.append(kit.rule((now, y - 3), (now, end + 2), theme.segments.lack, 1.6))
    for work in shown:
        found = _work(work, axis, now, width, theme)
        items += [kit.carried(item, 1.0, 0, y) for item in found]
        y += WORK
    return Block(tuple(items), y)


class _Axis:
    """Years from ``first`` on between ``left`` and ``right``."""

    def __init__(self, first: int, left: float, right: float) -> None:
        self.first, self.left, self.right = first, left, right

    def at(self, date: str) -> float:
        """Where a day, month or year (its middle) lies; what is earlier lies at the start."""
        month = int(date[5:7]) if len(date) > 6 else 0
        day = int(date[8:10]) if len(date) > 9 else 15
        share = (month - 1 + day / 31) / 12 if month else 0.5
        years = max(int(date[:4]) + share - self.first, 0.0)
        return min(self.left + years * (self.right - self.left) / YEARS, self.right)


def _years(axis: _Axis, rows: int, theme: Theme) -> Iterator[Item]:
    step = (axis.right - axis.left) / YEARS
    for at in range(YEARS + 1):
        x = axis.left + at * step
        yield kit.rule((x, 12), (x, 15 + rows * WORK), theme.line, 0.8)
        if at < YEARS:
            year = str(axis.first + at)
            yield kit.say(x + step / 2, 9, year, YEAR, theme.secondary, anchor="middle")


def _work(work: Work, axis: _Axis, now: float, width: float, theme: Theme) -> Iterator[Item]:
    name, size = _named(work.name, axis.left - 8, 9.0)
    yield kit.say(0, 13, name, size, theme.text)
    color = theme.segments.bar
    if work.stage is Stage.NEW:
        x = axis.at(work.since)
        yield kit.disc(x, 9, 5, color)
        yield from _told(work, x - 9, x - 9 - axis.left, color, "end")
    else:
        if work.stage is Stage.BUILDING and work.since:
            start = min(axis.at(work.since), now - 5)
            yield Box(start, 4, now - start, 10, color, radius=2.0)
        elif work.stage is Stage.BUILDING:
            yield kit.rule((now - 40, 9), (now, 9), color, 3.0, (3.0, 3.0))
        ink = color if work.stage is Stage.BUILDING else theme.secondary
        yield from _told(work, now + 6, width - now - 6, ink, "start")
    yield Spot(
        0, 0, width, WORK, Target("product", work.product), work.told[0] if work.told else ""
    )


def _told(work: Work, x: float, room: float, color: str, anchor: str) -> Iterator[Item]:
    found = kit.first_fit(work.told, room, TOLD)
    if found is not None:
        yield kit.say(x, 13, found[0], found[1], color, anchor=anchor)
