"""The parts of the panel that are sentences or names: judgement, jobs, holds, places, questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.diagram.drawing import Box, Label
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit
from liantu.diagram.poster.kit import Item, Style
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.tones import shape_mark
from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import BADGE
from liantu.diagram.theme import Theme
from liantu.model.target import Target
from liantu.telling.poster.model import Job, Panel, Said, Station, Where
from liantu.wording import text

TITLE, NOTE = 12.0, 8.0
"""Type of the title of a part and of the remark beside it."""
TITLE_HIGH = 22.0
OVERALL, WORDS, JOB, SMALL_JOB = 11.2, 9.2, 11.0, 9.5
"""Type of the judgement, of sentences, and of the titles of jobs."""
INDENT = 26.0
"""Left inset of what stands beside a badge."""
ROW = 18.0
"""Height of a row of names."""
COUNTY = 52.0
"""Where the marks of the firms of a county begin."""
SQUARE, PITCH, MOST = (7.0, 9.0), 9.0, 6
"""A mark of a firm, its distance to the next, and how many are drawn."""
KEY, KEY_ROW, KEY_APART = 0.86, 21.0, 12.0
"""Size of the letters of 关键环节 in that of the map, height of a row, between two."""


@dataclass(frozen=True, slots=True)
class Block:
    """Items from ``(0, 0)`` down and their height; nothing to tell: height 0."""

    items: tuple[Item, ...] = ()
    height: float = 0.0


def title(words: str, note: str, width: float, theme: Theme) -> Iterator[Item]:
    """The title of a part with its remark at the right."""
    yield kit.say(0, 16, words, TITLE, theme.segments.bar, bold=True)
    if note:
        room = width - kit.wide(words, TITLE, True) - 10
        size = kit.fit(note, room, NOTE) or kit.LEAST
        yield kit.say(width, 16, note, size, theme.secondary, anchor="end")


def overall(words: str, width: float, theme: Theme) -> Block:
    """总体判断."""
    head = title(text("diagram.poster.overall"), "", width, theme)
    top = TITLE_HIGH + 2
    lines = kit.paragraph(words, 0, top, width, Style(OVERALL, theme.text, bold=True))
    return Block((*head, *lines), kit.ending(lines, top))


def jobs(rows: Sequence[Job], detail: int, width: float, theme: Theme) -> Block:
    """先办三件事; ``detail`` 1 leaves out what is to be done, 2 what is to be verified first."""
    if not rows:
        return Block()
    items: list[Item] = list(title(text("diagram.poster.jobs"), "", width, theme))
    y = TITLE_HIGH
    for number, job in enumerate(rows, 1):
        found = _job(number, job, detail, width, theme)
        items += [kit.carried(item, 1.0, 0, y) for item in found.items]
        y += found.height
    return Block(tuple(items), y)


def _job(number: int, job: Job, detail: int, width: float, theme: Theme) -> Block:
    items: list[Item] = list(kit.badge(number, 9, 15, theme))
    y, room = 5.0, width - INDENT
    size = kit.fit(job.title, room, JOB, bold=True, least=SMALL_JOB)
    names = (job.title,) if size else kit.wrap(job.title, room, SMALL_JOB, True)
    for name in names:
        items.append(kit.say(INDENT, y + 15, name, size or SMALL_JOB, theme.text, bold=True))
        y += 18
    y += 1
    lines = kit.paragraph(job.why, INDENT, y, room, Style(WORDS, theme.text))
    items += lines
    y = kit.ending(lines, y)
    product = Spot(0, 0, width, y, Target("product", job.product), job.title)
    if detail < 2:
        return Block((*items, product), y + 4)
    done = _action(job, detail, y, room, theme)
    low = kit.ending(done, y)
    leads = Target("enterprise", job.firm) if job.firm else product.target
    spot = Spot(INDENT, y, room, low - y, leads, job.action)
    told = text("diagram.poster.do")
    heavy = kit.say(INDENT, done[0].y, told, done[0].size * POINTS, theme.segments.bar, bold=True)
    return Block((*items, *done, heavy, product, spot), low + 4)


def _action(job: Job, detail: int, y: float, room: float, theme: Theme) -> list[Label]:
    """What to do, behind 办： which stands bold before it."""
    told = text("diagram.poster.do")
    words = told + job.action
    if detail > 2 and job.verify:
        words += text("diagram.poster.verify", words=job.verify)
    lines = kit.paragraph(words, INDENT, y, room, Style(WORDS, theme.segments.bar))
    first = lines[0]
    shift = kit.wide(told, first.size * POINTS, True)
    rest = kit.say(
        first.x + shift, first.y, first.text[len(told) :], first.size * POINTS, first.color
    )
    return [rest, *lines[1:]]


def sentences(name: str, panel: Panel[Said], rows: int, width: float, theme: Theme) -> Block:
    """Sentences one below the other, each of which leads somewhere."""
    if not panel.rows or not rows:
        return Block()
    items: list[Item] = list(title(name, panel.note, width, theme))
    y = TITLE_HIGH
    for said in panel.rows[:rows]:
        lines = kit.paragraph(said.words, 0, y + 2, width, Style(WORDS, theme.text))
        low = kit.ending(lines, y + 2)
        items += lines
        if said.target is not None:
            items.append(Spot(0, y, width, low - y, said.target))
        y = low
    return Block(tuple(items), y)


def places(panel: Panel[Where], rows: int, width: float, theme: Theme) -> Block:
    """Counties with a mark and the name of every firm, as far as they go."""
    if not panel.rows or not rows:
        return Block()
    items: list[Item] = list(title(text("diagram.poster.places"), panel.note, width, theme))
    y = TITLE_HIGH
    for where in panel.rows[:rows]:
        items += [kit.carried(item, 1.0, 0, y) for item in _county(where, width, theme)]
        y += ROW
    return Block(tuple(items), y)


def _county(where: Where, width: float, theme: Theme) -> Iterator[Item]:
    size = kit.fit(where.county, COUNTY - 4, WORDS, bold=True) or kit.LEAST
    yield kit.say(0, 14, where.county, size, theme.text, bold=True)
    count = len(where.firms)
    for at in range(min(count, MOST)):
        yield Box(COUNTY + at * PITCH, 5, *SQUARE, theme.segments.bar, radius=1.0)
    x = COUNTY + max(min(count, MOST), 3) * PITCH + 6
    joint, last = text("diagram.poster.and"), text("diagram.poster.firms", count=count)
    shown = _fitting([name for _, name in where.firms], last, joint, width - x)
    for at, (key, name) in enumerate(where.firms[:shown]):
        words = name + (joint if at < shown - 1 else last if shown < count else "")
        yield kit.say(x, 14, words, 9.0, theme.secondary)
        yield Spot(x, 2, kit.wide(name, 9.0), ROW - 2, Target("enterprise", key), name)
        x += kit.wide(words, 9.0)
    if not shown:
        yield kit.say(x, 14, text("diagram.poster.firms.only", count=count), 9.0, theme.secondary)


def _fitting(names: Sequence[str], last: str, joint: str, room: float) -> int:
    """How many names fit side by side, with what tells that there are more."""
    for shown in range(len(names), 0, -1):
        words = joint.join(names[:shown]) + (last if shown < len(names) else "")
        if kit.wide(words, 9.0) <= room:
            return shown
    return 0


def keys(panel: Panel[Station], width: float, theme: Theme) -> Block:
    """关键环节 with their letters, side by side."""
    if not panel.rows:
        return Block()
    items: list[Item] = list(title(text("diagram.poster.keys"), panel.note, width, theme))
    x, y = 0.0, TITLE_HIGH + 4
    letter = BADGE * KEY + 4
    for station in panel.rows:
        across = letter + kit.wide(station.name, 9.0)
        if x and x + across > width:
            x, y = 0.0, y + KEY_ROW
        items += marks.shapes(shape_mark(station.mark, theme), x, y + 1, size=KEY)
        items.append(kit.say(x + letter, y + 12.5, station.name, 9.0, theme.text))
        target = Target("product", station.product)
        items.append(Spot(x, y, across, KEY_ROW - 3, target, station.mark.words))
        x += across + KEY_APART
    return Block(tuple(items), y + KEY_ROW - 1)
