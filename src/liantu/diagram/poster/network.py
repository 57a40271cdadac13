"""The line network of 看板: 产品线 as a metro map, broken where something is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liantu.diagram.drawing import Box, Label
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit, routes
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.routes import Grid, Plan
from liantu.diagram.poster.tones import DASHED, Tone, tone
from liantu.diagram.theme import Theme
from liantu.model.target import Target
from liantu.telling.mark import Look, Mark
from liantu.telling.poster.model import Joint, Network, Station, Way
from liantu.wording import text

CAP = 34.0
"""The title above the rows."""
ROW, LINE = 58.0, 13.0
"""Height of a row, and what each line below the names of its stations adds."""
NAMES = 96.0
"""Left of the first column, for the names of lines."""
INSET = 12.0
WIDEST, NARROWEST = 190.0, 110.0
"""Distance of columns."""
RADIUS = 12.5
AXIS = 18.0
"""Middle of the stations below the upper edge of their row."""
LIVE, BROKEN = 5.0, 2.4
"""Width of a way that is local all along, and of one that is not."""
DASH, RING_DASH = (6.0, 4.0), (3.5, 2.5)
BEND = 9.0
"""Radius of corners."""
TITLE, NOTE, NAME, SMALL_NAME, TOLD, LETTER, WAY, WORDS = 12.0, 9.0, 11.0, 8.5, 8.5, 9.8, 10.5, 8.0
"""Type: title, remark, stations, the same at least, what is told, letters, lines, on live ways."""
NAME_AT, TOLD_AT = 30.0, 44.0
"""Baselines below the middle of a station."""
FREE = 17.0
"""Of a column, what no text of its station takes."""
_CLAUSE = "[，,]"
"""Where a score is parted that is too long: 9站通5站，另调入1站."""
SCORE = 12.0
"""Distance of its lines."""
BADGE_AT = 13.0
"""The badge of a job right of and above the middle of its station."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A network placed for a width: texts fitted, rows high enough for them. ``told``: product id
    → lines with their points; ``names`` → its name in one line or two.
    """

    network: Network
    plan: Plan
    width: float
    step: float
    heights: tuple[float, ...]
    names: Mapping[str, tuple[tuple[str, ...], float]]
    told: Mapping[str, tuple[tuple[str, float], ...]]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the stations drawn."""
        return tuple(s.mark for s in self.network.stations if s.product in self.plan.columns)

    @property
    def height(self) -> float:
        """Of the whole panel; 0 without stations."""
        return CAP + sum(self.heights) + 4.0 if self.heights else 0.0

    @property
    def crowded(self) -> bool:
        """Whether fewer lines should be drawn."""
        return self.plan.across > routes.MOST_COLUMNS or self.step < NARROWEST


def lay(network: Network, width: float, most: int, lines: int) -> Laid:
    """At most ``most`` ways with at most ``lines`` lines under each station."""
    plan = routes.plan(network, most)
    step = min((width - NAMES - 8) / max(plan.across, 1), WIDEST)
    stations = {s.product: s for s in network.stations if s.product in plan.columns}
    names = {p: _name(s.name, step - FREE) for p, s in stations.items()}
    told = {p: _told(s, step - FREE, lines) for p, s in stations.items()}
    heights = []
    for row in range(plan.down):
        inside = [p for p in stations if plan.rows[p] == row]
        extra = max(len(names[p][0]) - 1 + len(told[p]) for p in inside)
        heights.append(ROW + LINE * extra)
    return Laid(network, plan, width, step, tuple(heights), names, told)


def _name(name: str, room: float) -> tuple[tuple[str, ...], float]:
    size = kit.fit(name, room, NAME, bold=True, least=SMALL_NAME)
    if size is not None:
        return (name,), size
    return kit.wrap(name, room, SMALL_NAME, True), SMALL_NAME


def _told(station: Station, room: float, lines: int) -> tuple[tuple[str, float], ...]:
    rows: Sequence[Sequence[str]] = station.told[:lines]
    if lines == 1 and len(station.told) > 1:
        first, second = station.told[0], station.told[1]
        joined = [f"{one} {other}" for one in first for other in second]
        rows = [[*joined, *(first if station.local else second)]]
    found = (kit.first_fit(variants, room, TOLD) for variants in rows)
    return tuple(row for row in found if row is not None)


# -- painting


def draw(
    laid: Laid, x: float, y: float, jobs: Mapping[str, int], theme: Theme, *, framed: bool = True
) -> Iterator[Item]:
    """The panel with its upper left corner at ``(x, y)``; ``jobs``: product id → its badge."""
    if not laid.heights:
        return
    if framed:
        tokens = theme.segments
        yield Box(x, y, laid.width, laid.height, theme.paper, tokens.box_edge, 1.2, 6.0)
    yield from _title(laid, x + INSET, y + 20, theme)
    grid = _grid(laid, x, y)
    yield from _joints(laid, grid, theme)
    for way in laid.plan.ways:
        yield from _way(laid, way, grid, x, theme)
    for station in laid.network.stations:
        if station.product in laid.plan.columns:
            yield from _station(laid, station, grid, jobs.get(station.product, 0), theme)


def _grid(laid: Laid, x: float, y: float) -> Grid:
    xs = (x + NAMES + laid.step * (at + 0.5) for at in range(laid.plan.across))
    ys = (y + CAP + sum(laid.heights[:row]) + AXIS for row in range(laid.plan.down))
    return Grid(tuple(xs), tuple(ys), laid.step)


def _title(laid: Laid, x: float, y: float, theme: Theme) -> Iterator[Item]:
    name = text("diagram.poster.lines")
    yield kit.say(x, y, name, TITLE, theme.segments.bar, bold=True)
    note = text("diagram.poster.lines.note", count=len(laid.plan.ways))
    at = x + kit.wide(name, TITLE, True) + 10
    yield kit.say(at, y, note, NOTE, theme.secondary)


def _joints(laid: Laid, grid: Grid, theme: Theme) -> Iterator[Item]:
    """Broken ways first, live ones over them, then what is told of these."""
    joints = laid.plan.joints(laid.network)
    lanes = routes.lanes(laid.plan, joints)
    for joint in sorted(joints, key=lambda j: j.live):
        lane = lanes.get((joint.source, joint.target), 0.0)
        corners = routes.corners(laid.plan, grid, joint, lane)
        if joint.live:
            yield kit.way(corners, theme.segments.bar, LIVE, (), BEND)
        else:
            yield kit.way(corners, _broken(joint, theme), BROKEN, DASH, BEND)
    for joint in joints:
        yield from _words(laid, joint, grid, theme)


def _words(laid: Laid, joint: Joint, grid: Grid, theme: Theme) -> Iterator[Item]:
    """How goods go and how much, over a way from one station to the next beside it."""
    columns, rows = laid.plan.columns, laid.plan.rows
    beside = columns[joint.target] - columns[joint.source] == 1
    if not (joint.words and beside and rows[joint.source] == rows[joint.target]):
        return
    size = kit.fit(joint.words, laid.step - 2 * RADIUS - 10, WORDS)
    if size is not None:
        x = grid.xs[columns[joint.source]] + laid.step / 2
        y = grid.ys[rows[joint.source]] - 6
        yield kit.say(x, y, joint.words, size, theme.segments.bar, anchor="middle")


def _broken(joint: Joint, theme: Theme) -> str:
    """The colour of a gap; what asks for nothing is grey."""
    found = tone(joint.mark, theme) if joint.mark is not None else None
    return theme.edge if found is None or found.quiet else found.solid


def _way(laid: Laid, way: Way, grid: Grid, x: float, theme: Theme) -> Iterator[Item]:
    """The name of a line with its score: at the left edge, or before its first own station."""
    row, low = laid.plan.heads[way.id]
    y, aside = grid.ys[row], low > 1
    room = laid.step - 18 if aside else NAMES - INSET + 4
    at = grid.xs[low] - laid.step / 2 - 8 if aside else x + INSET
    anchor = "end" if aside else "start"
    size = kit.fit(way.name, room, WAY, bold=True, least=SMALL_NAME)
    names: tuple[str, ...] = (way.name,)
    if size is None:
        size, names = 9.0, kit.wrap(way.name, room, 9.0, True)[:2]
    top = y - 5 - 13 * (len(names) - 1)
    for line, name in enumerate(names):
        yield kit.say(at, top + 13 * line, name, size, theme.text, bold=True, anchor=anchor)
    whole = kit.fit(way.score, room, SMALL_NAME)
    told = (way.score,) if whole else re.split(_CLAUSE, way.score)
    for line, words in enumerate(told):
        small = whole or kit.fit(words, room, SMALL_NAME) or kit.LEAST
        below = y + 14 + SCORE * line
        yield kit.say(at, below, words, small, theme.secondary, anchor=anchor)


def _station(laid: Laid, station: Station, grid: Grid, job: int, theme: Theme) -> Iterator[Item]:
    x = grid.xs[laid.plan.columns[station.product]]
    y = grid.ys[laid.plan.rows[station.product]]
    found = tone(station.mark, theme)
    yield from ring(station, x, y, theme)
    names, size = laid.names[station.product]
    at = y + NAME_AT
    for name in names:
        yield kit.say(x, at, name, size, found.name, bold=True, anchor="middle")
        at += LINE
    at += TOLD_AT - NAME_AT - LINE
    color = theme.secondary if station.local or found.quiet else found.name
    for words, size in laid.told[station.product]:
        yield kit.say(x, at, words, size, color, anchor="middle")
        at += LINE
    if job:
        yield from kit.badge(job, x + BADGE_AT, y - BADGE_AT + 2, theme, points=9.0)
    half = (laid.step - FREE) / 2
    tip = "\n".join((station.name, station.mark.words, *(row[0] for row in station.told)))
    down = at - LINE - y + RADIUS + 4
    yield Spot(x - half, y - RADIUS, 2 * half, down, Target("product", station.product), tip)


def ring(
    station: Station, x: float, y: float, theme: Theme, radius: float = RADIUS
) -> tuple[Box, Label]:
    """The disc of a station with its letter; what is not there, or not for sure, is a ring."""
    mark, found = station.mark, tone(station.mark, theme)
    side = 2 * radius
    full = station.local or not (mark.hollow or found.quiet)
    if full:
        box = Box(x - radius, y - radius, side, side, found.solid, theme.paper, 1.5, radius)
        ink = found.ink
    else:
        dash = RING_DASH if mark.look in DASHED else ()
        stroke = _ring_ink(found, mark.look, theme)
        box = Box(x - radius, y - radius, side, side, theme.paper, stroke, 2.2, radius, dash)
        ink = found.name
    size = LETTER * radius / RADIUS
    base = y + size / POINTS * kit.MIDDLE
    return box, kit.say(x, base, mark.letter, size, ink, bold=True, anchor="middle")


def _ring_ink(found: Tone, look: object, theme: Theme) -> str:
    """Pale fills are too faint for a ring."""
    return theme.edge if look is Look.OUTSIDE else found.solid
