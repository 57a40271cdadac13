"""Cards, links and bands as shapes; the same for screen and paper."""

from __future__ import annotations

from liantu.analysis.state import State
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Curve, Label, Shape, moved
from liantu.diagram.geometry import Band, Layout, Routed
from liantu.diagram.theme import Theme
from liantu.diagram.view import DETAIL_SIZE, INSET, BandView, Card, MapView
from liantu.wording import text

RADIUS = 6.0
BAR = 4.0
DASH = (5.0, 3.5)
FAR, MIDDLE, NEAR = 0, 1, 2
"""Levels of detail: a block · a block with its name · the full card."""


def draw_card(
    card: Card,
    theme: Theme,
    *,
    selected: bool = False,
    faded: bool = False,
    detail: int = NEAR,
    name_size: float = 18.0,
) -> tuple[Shape, ...]:
    """The shapes of a card with its top left corner at (0, 0).

    ``name_size`` is that of the name where it stands alone (middle detail).
    Local: solid border and a bar; absent: hollow and dashed; bought in: flat, without a bar.
    """
    opacity = theme.faded if faded else 1.0
    shapes = [*_body(card, theme, selected, opacity, detail)]
    if detail == MIDDLE:
        shapes += _name_only(card, theme, opacity, name_size)
    elif detail == NEAR:
        shapes += _words(card, theme, opacity)
    return tuple(shapes)


def _body(card: Card, theme: Theme, selected: bool, opacity: float, detail: int) -> list[Shape]:
    local = card.state is State.LOCAL
    absent = card.state is State.ABSENT
    fill = {State.LOCAL: theme.paper, State.ABSENT: theme.absent_tint}.get(
        card.state, theme.raw_tint
    )
    if detail == FAR and local:
        fill = theme.local
    stroke = theme.accent if selected else theme.absent if absent else theme.card_line
    box = Box(
        0,
        0,
        card.width,
        card.height,
        fill=fill,
        stroke=stroke,
        stroke_width=2.4 if selected else 1.2,
        radius=RADIUS,
        dash=DASH if absent else (),
        opacity=opacity,
    )
    bar = Box(0, 5, BAR, card.height - 10, fill=theme.local, stroke="", radius=1.5, opacity=opacity)
    return [box, bar] if local else [box]


def _ink(card: Card, theme: Theme) -> str:
    return theme.text if card.state is State.LOCAL else theme.secondary


def _name_only(card: Card, theme: Theme, opacity: float, size: float) -> list[Shape]:
    lines = measure.wrap(card.name, size, card.width - INSET - 5, 2, bold=True)
    ink = _ink(card, theme)
    step = size * 1.08
    top = card.height / 2 + size * 0.36 - (len(lines) - 1) * step / 2
    return [
        Label(INSET, top + at * step, line, size, ink, bold=True, opacity=opacity)
        for at, line in enumerate(lines)
    ]


def _words(card: Card, theme: Theme, opacity: float) -> list[Shape]:
    ink = _ink(card, theme)
    shapes: list[Shape] = []
    two = len(card.title) > 1
    for at, line in enumerate(card.title):
        y = 17.0 + 13.5 * at if two else 23.0
        shapes.append(Label(INSET, y, line, card.title_size, ink, bold=True, opacity=opacity))
    y = 46.0 if two else 42.0
    shapes.append(Label(INSET, y, card.detail, DETAIL_SIZE, theme.secondary, opacity=opacity))
    if card.doors:
        words = text("diagram.doors", count=len(card.doors))
        x = card.width - 8
        shapes.append(Label(x, y, words, 10.0, theme.accent, anchor="end", opacity=opacity))
    return shapes


def draw_link(
    link: Routed, theme: Theme, *, absent: bool = False, lit: bool = False, faded: bool = False
) -> Curve:
    """The line of a link in map coordinates; dashed where an end is absent."""
    return Curve(
        link.points,
        theme.accent if lit else theme.edge,
        2.2 if lit else 1.2,
        dash=DASH if absent else (),
        opacity=theme.faded if faded else 1.0,
    )


def draw_band(band: Band, words: BandView, theme: Theme, size: float = 13.0) -> tuple[Shape, ...]:
    """The rectangle of a stage and its header (type of ``size``), in map coordinates."""
    counts = text("diagram.band", products=words.products, local=words.local)
    box = Box(band.x, band.y, band.width, band.height, fill=theme.band, radius=8)
    x, room, ink = band.x + 14, band.width - 28, theme.secondary
    line = f"{words.name} · {counts}"
    one = _fitting(line, room, size)
    if one >= 11.0:
        return box, Label(x, band.y + 25, line, one, ink, bold=True)
    first = _fitting(words.name, room, 12.0)
    second = _fitting(counts, room, 11.0)
    return (
        box,
        Label(x, band.y + 17, words.name, first, ink, bold=True),
        Label(x, band.y + 32, counts, second, ink),
    )


def _fitting(words: str, room: float, most: float) -> float:
    """The largest type size up to ``most`` at which bold ``words`` fit into ``room``."""
    width = measure.width(words, 1.0, bold=True)
    return most if width * most <= room else room / width


def draw_map(view: MapView, layout: Layout, theme: Theme) -> tuple[Shape, ...]:
    """The whole map: bands, links, cards."""
    shapes: list[Shape] = []
    for band, words in zip(layout.bands, view.bands, strict=True):
        shapes += draw_band(band, words, theme)
    absent = {(link.source, link.target) for link in view.links if link.absent}
    for link in layout.links:
        shapes.append(draw_link(link, theme, absent=(link.source, link.target) in absent))
    cards = {card.id: card for card in view.cards}
    for node in layout.nodes:
        shapes += placed(draw_card(cards[node.id], theme), node.x, node.y)
    return tuple(shapes)


def placed(shapes: tuple[Shape, ...], x: float, y: float) -> tuple[Shape, ...]:
    """``shapes`` shifted to (x, y)."""
    return tuple(moved(shape, 1.0, x, y) for shape in shapes)
