"""Cards, links and bands as shapes; the same for screen and paper."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from liantu.analysis.state import State
from liantu.diagram import measure
from liantu.diagram.badges import BADGE, LARGER, room
from liantu.diagram.drawing import DASH, Box, Curve, Label, Shape, moved, veiled
from liantu.diagram.lenses import STRUCTURE, Lens
from liantu.diagram.skins import bar, skin
from liantu.diagram.strikes import Strike
from liantu.diagram.theme import Theme, Tone, blend
from liantu.diagram.views.map_view import (
    DETAIL_SIZE,
    INSET,
    RIGHT,
    STUB,
    BandView,
    Card,
    MapView,
)
from liantu.layout.geometry import Band, Layout, Routed
from liantu.numerals import circled
from liantu.wording import text

RADIUS = 6.0
STRONG = 2.4
"""Border of the selected card."""
TITLES = {1: (23.0,), 2: (17.0, 30.5)}
"""Baselines of a name of one and of two lines."""
SECOND = {1: 42.0, 2: 46.0}
"""Baseline of the line below it."""
STUB_PAD = 10.0
"""Beside the words of a stub."""
HALF = 0.36
"""From the middle of a line of Chinese type to its baseline, in type sizes."""
LEADING = 1.08
"""From line to line of a name that stands alone, in type sizes."""
LINE, LIT, FULL_FLOW = 1.2, 2.2, 4.0
"""Width of a link, its least when lit, and what the whole need adds to it."""
NAME = 18.0
"""Type of a name that stands alone."""
HEADER, HEADER_AFAR = 13.0, 20.0
"""Type of a stage's header beside full cards and beside names alone."""


FAR, MIDDLE, NEAR = 0, 1, 2
"""Levels of detail: a block with a short name · a card with its name · the full card."""


def draw_card(
    card: Card,
    theme: Theme,
    *,
    selected: bool = False,
    faded: bool = False,
    detail: int = NEAR,
    name_size: float = NAME,
    lens: Lens = STRUCTURE,
    least: float = 0.0,
) -> tuple[Shape, ...]:
    """The shapes of a card with its top left corner at (0, 0).

    ``name_size`` is that of the name where it stands alone (0 far away: no name), ``least`` that of
    the smallest type beside it.
    The standing shows in face, border and bar (:mod:`liantu.diagram.skins`), whatever the lens.
    """
    opacity = theme.faded if faded or lens.quiets(card.id) else 1.0
    if card.sheet:
        return _stub(card, theme, opacity, max(DETAIL_SIZE, least))
    tone = lens.tone(card, theme)
    shapes = [*_body(card, theme, selected, opacity, detail, tone)]
    badge = 1.0 if detail == NEAR else max(LARGER, least / BADGE[0])
    if detail == FAR and name_size:
        shapes += _short_name(card, theme, opacity, name_size, tone)
    if detail == MIDDLE:
        beside = room(badge) if tone is not None else 0.0
        shapes += _name_only(card, theme, opacity, name_size, beside)
    elif detail == NEAR:
        shapes += _words(_told(card, lens), theme, opacity)
    if detail != FAR:
        shapes += lens.marks(card, theme, opacity, badge)
    return tuple(shapes)


def _stub(card: Card, theme: Theme, opacity: float, size: float) -> tuple[Shape, ...]:
    """The name of a card that stands on another sheet, and on which."""
    told = circled(card.sheet)
    right, middle = card.width - STUB_PAD, card.height / 2 + size * HALF
    taken = measure.width(told, size, bold=True) + STUB_PAD
    wide = right - STUB_PAD
    lines = _name_lines(card.name, size, wide, taken, 1 if card.height <= STUB else 2)
    first = middle - (len(lines) - 1) * size * LEADING / 2
    plate = Box(0, 0, card.width, card.height, theme.paper, theme.edge, radius=STUB / 2)
    drawn: tuple[Shape, ...] = (
        plate,
        *(
            Label(STUB_PAD, first + at * size * LEADING, line, size, _ink(card, theme))
            for at, line in enumerate(lines)
        ),
        Label(right, first, told, size, theme.accent, bold=True, anchor="end"),
    )
    return tuple(veiled(shape, opacity) for shape in drawn)


def plain(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return re.split("[(（]", name, maxsplit=1)[0] or name


def _told(card: Card, lens: Lens) -> Card:
    """The card with what a stop does to it in its second line."""
    found = lens.strike(card.id)
    if found is not None:
        return replace(card, detail=found.line)
    behind = lens.failure.behind.get(card.id, 0) if lens.failure is not None else 0
    return replace(card, detail=text("diagram.outage.behind", count=behind)) if behind else card


def _body(
    card: Card, theme: Theme, selected: bool, opacity: float, detail: int, tone: Tone | None
) -> list[Shape]:
    found = skin(card.standing, theme)
    fill, stroke = found.fill, found.stroke
    if detail == FAR and card.state is State.LOCAL:
        fill = theme.local
    if tone is not None:
        solid = detail == FAR and card.solid
        fill, stroke = (tone.color if solid else tone.tint), tone.color
    box = Box(
        0,
        0,
        card.width,
        card.height,
        fill=fill,
        stroke=theme.accent if selected else stroke,
        stroke_width=STRONG if selected else found.width,
        radius=RADIUS,
        dash=found.dash,
        opacity=opacity,
    )
    return [box, *bar(found, theme, box)]


def _ink(card: Card, theme: Theme) -> str:
    return theme.text if card.state is State.LOCAL else theme.secondary


def _short_name(
    card: Card, theme: Theme, opacity: float, size: float, tone: Tone | None
) -> list[Shape]:
    """As much of the name as the block holds, in a colour that can be read on it."""
    room = card.width - INSET - 4
    shown = plain(card.name)
    while shown and measure.width(shown, size, bold=True) > room:
        shown = shown[:-1]
    solid = theme.paper if card.state is State.LOCAL else theme.secondary
    if tone is not None:
        solid = tone.letter if card.solid else tone.color
    y = card.height / 2 + size * HALF
    return [Label(INSET - 3, y, shown, size, solid, bold=True, opacity=opacity)]


def _name_only(card: Card, theme: Theme, opacity: float, size: float, beside: float) -> list[Shape]:
    """The name alone in up to two lines; the first leaves ``beside`` for a badge."""
    wide = card.width - INSET - 5
    lines = _name_lines(card.name, size, wide, beside)
    ink = _ink(card, theme)
    step = size * LEADING
    top = card.height / 2 + size * HALF - (len(lines) - 1) * step / 2
    return [
        Label(INSET, top + at * step, line, size, ink, bold=True, opacity=opacity)
        for at, line in enumerate(lines)
    ]


def _name_lines(
    name: str, size: float, wide: float, beside: float, most: int = 2
) -> tuple[str, ...]:
    """The name in lines of which the first leaves room for something ``beside``; without what is in
    brackets behind it where only that fits.
    """
    for words in (name, plain(name)):
        lines = measure.wrap(words, size, wide, most, bold=True, first=wide - beside)
        if not lines or not lines[-1].endswith("…"):
            break
    return lines


def _words(card: Card, theme: Theme, opacity: float) -> list[Shape]:
    ink = _ink(card, theme)
    shapes: list[Shape] = []
    lines = 2 if len(card.title) > 1 else 1
    for line, y in zip(card.title, TITLES[lines], strict=False):
        shapes.append(Label(INSET, y, line, card.title_size, ink, bold=True, opacity=opacity))
    y = SECOND[lines]
    shapes.append(Label(INSET, y, card.detail, DETAIL_SIZE, theme.secondary, opacity=opacity))
    if card.doors:
        words = text("diagram.doors", count=len(card.doors))
        x = card.width - RIGHT
        shapes.append(Label(x, y, words, DETAIL_SIZE, theme.accent, anchor="end", opacity=opacity))
    return shapes


def draw_link(
    link: Routed,
    theme: Theme,
    *,
    absent: bool = False,
    lit: bool = False,
    faded: bool = False,
    flow: float | None = None,
    way: Strike | None = None,
) -> Curve:
    """The line of a link in map coordinates; dashed where an end is absent.

    ``flow`` (share of the need, 0 to 1) widens it; ``way`` is what a stop brings along it.
    """
    if way is not None and not faded:
        dash = () if way.recorded else DASH
        return Curve(link.points, theme.stop.color, LIT, dash=dash)
    width = LINE if flow is None else LINE + FULL_FLOW * flow
    return Curve(
        link.points,
        theme.accent if lit else _faint(theme) if faded else theme.edge,
        max(width, LIT) if lit else width,
        dash=DASH if absent else (),
    )


def _faint(theme: Theme) -> str:
    """The colour of a faded line: opaque, so that lines on top of each other stay faint."""
    return blend(theme.edge, theme.band, theme.faded)


def draw_band(
    band: Band, words: BandView, theme: Theme, size: float = HEADER, least: float = 0.0
) -> tuple[Shape, ...]:
    """The rectangle of a stage and its header (type of ``size``), in map coordinates.

    Name and counts share a line where they fit at three quarters of the size and can be read.
    Where ``least`` is the smallest type that can be read, the counts give way to it.
    """
    counts = text("diagram.band", products=words.products, local=words.local)
    if words.elsewhere:
        counts = text("diagram.band.elsewhere")
    box = Box(band.x, band.y, band.width, band.height, fill=theme.band, radius=8)
    x, wide, ink = band.x + 14, band.width - 28, theme.secondary
    line = f"{words.name} · {counts}"
    one = _fitting(line, wide, size)
    first = _fitting(words.name, wide, min(size, 16.0))
    if one >= max(least, min(first, 11.0), 0.75 * size):
        return box, Label(x, band.y + 25, line, one, ink, bold=True)
    if least:
        name = measure.cut(words.name, least, wide, bold=True)
        return box, Label(x, band.y + 25, name, least, ink, bold=True)
    second = _fitting(counts, wide, min(size, 14.0))
    return (
        box,
        Label(x, band.y + 17, words.name, first, ink, bold=True),
        Label(x, band.y + 32, counts, second, ink),
    )


def _fitting(words: str, room: float, most: float) -> float:
    """The largest type size up to ``most`` at which bold ``words`` fit into ``room``."""
    width = measure.width(words, 1.0, bold=True)
    return most if width * most <= room else room / width


def draw_map(
    view: MapView,
    layout: Layout,
    theme: Theme,
    lens: Lens = STRUCTURE,
    detail: int = NEAR,
    *,
    selected: str = "",
    stressed: Collection[str] | None = None,
    least: float = 0.0,
) -> tuple[Shape, ...]:
    """The whole map under a lens: bands, links, cards at a level of detail; ``stressed`` cards
    stay while others fade (``None``: none is faded). No type is below ``least`` where names stand
    alone.
    """
    shapes: list[Shape] = []
    header = HEADER if detail == NEAR else max(HEADER_AFAR, least)
    for band, words in zip(layout.bands, view.bands, strict=True):
        shapes += draw_band(band, words, theme, header, least)
    known = {(link.source, link.target): link for link in view.links}
    for link in layout.links:
        found = known[link.source, link.target]
        way = lens.way(link.source, link.target)
        faded = lens.quiet and lens.failure is not None and way is None
        shapes.append(
            draw_link(link, theme, absent=found.absent, flow=lens.flow(found), faded=faded, way=way)
        )
    cards = {card.id: card for card in view.cards}
    for node in layout.nodes:
        card = draw_card(
            cards[node.id],
            theme,
            lens=lens,
            detail=detail,
            name_size=max(NAME, least),
            least=least,
            selected=node.id == selected,
            faded=stressed is not None and node.id not in stressed,
        )
        shapes += placed(card, node.x, node.y)
    return tuple(shapes)


def placed(shapes: tuple[Shape, ...], x: float, y: float) -> tuple[Shape, ...]:
    """``shapes`` shifted to (x, y)."""
    return tuple(moved(shape, 1.0, x, y) for shape in shapes)
