"""目录: the stories to choose from, one of them in front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Drawing, Label
from liantu.diagram.page import printable
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.slides.model import HIGH, WIDE, WORDS, Slide
from liantu.diagram.slides.page import MARGIN, TITLE_AT, TITLES
from liantu.diagram.theme import Theme
from liantu.model.story import Story
from liantu.model.target import Target
from liantu.wording import text

TOP, ROW, APART = 92.0, 104.0, 14.0
"""Where the rows begin, their height and what lies between two."""
ROWS = 5
"""Rows that a page has room for."""
NAME = 28.0
INSET = 24.0
FRAME = 3.0
"""Border of the row in front."""


def contents(stories: Sequence[Story], at: int, theme: Theme) -> Slide:
    """The page of stories with that at place ``at`` (from 0) in front; of many the page with it.
    A spot leads to a target of the kind ``story``.
    """
    first = at // ROWS * ROWS
    shown = stories[first : first + ROWS]
    title = text("story.contents")
    items: list[Item] = [Label(MARGIN, TITLE_AT, title, TITLES[0], theme.text, bold=True)]
    for place, story in enumerate(shown):
        y = TOP + place * (ROW + APART)
        items += _row(story, first + place + 1, y, theme, front=first + place == at)
    if not stories:
        items.append(Label(MARGIN, TOP + ROW / 2, text("story.none"), WORDS, theme.text))
    shapes = tuple(printable(item) for item in items if isinstance(item, Box | Label))
    spots = tuple(item for item in items if isinstance(item, Spot))
    told = "\n".join((title, *(story.name for story in stories)))
    return Slide(Drawing(WIDE, HIGH, shapes, theme.ground, title), spots, told, told)


def _row(story: Story, number: int, y: float, theme: Theme, *, front: bool) -> Iterator[Item]:
    wide = WIDE - 2 * MARGIN
    edge = theme.accent if front else theme.line
    yield Box(MARGIN, y, wide, ROW, theme.paper, edge, FRAME if front else 1.0, 8.0)
    x, room = MARGIN + INSET, wide - 2 * INSET
    size = _size(story)
    name = text("story.contents.row", number=number, name=story.name)
    left = room - measure.width(size, WORDS) - INSET
    yield Label(x, y + 44, measure.cut(name, NAME, left, bold=True), NAME, theme.text, bold=True)
    yield Label(x + room, y + 44, size, WORDS, theme.secondary, anchor="end")
    note = measure.cut(story.note, WORDS, room)
    yield Label(x, y + 80, note, WORDS, theme.secondary)
    yield Spot(MARGIN, y, wide, ROW, Target("story", story.id), story.name)


def _size(story: Story) -> str:
    """How many steps, and how long telling them takes if anybody said so."""
    if story.minutes is None:
        return text("story.contents.steps", steps=len(story.steps))
    return text("story.contents.minutes", steps=len(story.steps), minutes=story.minutes)
