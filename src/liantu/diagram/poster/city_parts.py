"""The parts of the right side of the city page that are sentences: judgement, jobs, one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.diagram.drawing import Label
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit
from liantu.diagram.poster.city_cells import FLOOR
from liantu.diagram.poster.kit import Item, Style
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.parts import Block
from liantu.diagram.theme import Theme
from liantu.model.target import Target
from liantu.telling.poster.model import Job
from liantu.wording import text

TITLE, OVERALL, JOB, WORDS = 12.0, 11.0, 10.5, 9.2
"""Type of titles, the judgement, jobs, sentences."""
TITLE_HIGH = 22.0
STUB = 3
"""Characters of a last line that is nearly empty."""
INDENT = 26.0
"""Left inset of what stands beside a badge."""


def title(words: str, note: str, width: float, theme: Theme) -> Iterator[Item]:
    """The title of a part with its remark at the right, where there is room for it."""
    yield kit.say(0, 16, words, TITLE, theme.segments.bar, bold=True)
    room = width - kit.wide(words, TITLE, True) - 10
    if note and kit.fit(note, room, FLOOR, least=FLOOR):
        yield kit.say(width, 16, note, FLOOR, theme.secondary, anchor="end")


def sentence(words: str, x: float, y: float, room: float, color: str) -> list[Label]:
    """A paragraph, a little smaller where that saves a last line that is nearly empty."""
    lines, points = kit.wrap(words, room, WORDS), WORDS
    if len(lines) > 1 and len(lines[-1]) <= STUB and len(kit.wrap(words, room, FLOOR)) < len(lines):
        lines, points = kit.wrap(words, room, FLOOR), FLOOR
    high = kit.high(points)
    first = y + high - points / POINTS * kit.BELOW
    return [kit.say(x, first + at * high, told, points, color) for at, told in enumerate(lines)]


def overall(words: str, width: float, theme: Theme) -> Block:
    """总体判断."""
    if not words:
        return Block()
    head = title(text("poster.city.title.overall"), "", width, theme)
    lines = kit.paragraph(words, 0, TITLE_HIGH, width, Style(OVERALL, theme.text, bold=True))
    return Block((*head, *lines), kit.ending(lines, TITLE_HIGH))


def jobs(rows: Sequence[Job], width: float, theme: Theme) -> Block:
    """全市先办三件事."""
    if not rows:
        return Block()
    items: list[Item] = list(title(text("poster.city.title.jobs"), "", width, theme))
    y = TITLE_HIGH
    for number, job in enumerate(rows, 1):
        found = _job(number, job, width, theme)
        items += [kit.carried(item, 1.0, 0, y) for item in found.items]
        y += found.height
    return Block(tuple(items), y)


def _job(number: int, job: Job, width: float, theme: Theme) -> Block:
    room = width - INDENT
    items: list[Item] = [*kit.badge(number, 9, 15, theme), *_heading(job, room, theme)]
    y = 22.0
    for words, ink in _told(job, theme):
        lines = sentence(words, INDENT, y, room, ink)
        items += lines
        y = kit.ending(lines, y)
    spot = Spot(0, 2, width, y, Target("product", job.product), job.title)
    if not job.firm:
        return Block((*items, spot), y + 4)
    leads = Target("enterprise", job.firm)
    low = kit.high(WORDS)
    return Block((*items, spot, Spot(INDENT, y - low, room, low, leads, job.action)), y + 4)


def _heading(job: Job, room: float, theme: Theme) -> Iterator[Item]:
    """The title, and at the right which chains it is for."""
    size = kit.fit(job.title, room, JOB, bold=True, least=FLOOR) or FLOOR
    yield kit.say(INDENT, 20, job.title, size, theme.text, bold=True)
    several = len(job.chains) > 1
    code = "diagram.city.users" if several else "diagram.city.home"
    note = text(code, count=len(job.chains), names="、".join(job.chains)) if job.chains else ""
    free = room - kit.wide(job.title, size, True) - 12
    if note and kit.fit(note, free, FLOOR, least=FLOOR):
        yield kit.say(INDENT + room, 20, note, FLOOR, theme.secondary, anchor="end")


def _told(job: Job, theme: Theme) -> Iterator[tuple[str, str]]:
    yield job.why, theme.text
    if job.action:
        yield text("diagram.poster.do") + job.action, theme.segments.bar


def year(rows: Sequence[str], width: float, theme: Theme) -> Block:
    """一年来."""
    if not rows:
        return Block()
    note = text("diagram.city.year.note")
    items: list[Item] = list(title(text("poster.city.title.year"), note, width, theme))
    y = TITLE_HIGH
    for words in rows:
        lines = sentence(words, 0, y, width, theme.text)
        items += lines
        y = kit.ending(lines, y)
    return Block(tuple(items), y)
