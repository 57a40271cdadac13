"""The map of a plan as shapes: built in the accent, bought dashed, what is here as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liantu.analysis.plans.plan import Plan
from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import DASH, Box, Curve, Drawing, Label, Shape, moved
from liantu.diagram.plan_map.cards import MOST, PlanCard, plan_graph
from liantu.diagram.theme import PRINT, Theme, blend
from liantu.layout.engine import lay_out
from liantu.layout.geometry import Link, Node, Placed, Routed, Spacing
from liantu.telling.names import plain_name
from liantu.wording import text

WIDTH = 168.0
TITLE, DETAIL = 13.0, 10.5
"""Sizes of type."""
INSET = 11.0
_LEAD = 1.32
"""Line height in sizes of type."""
_PAD = 8.0
_BAR = 4.0
_MARGIN = 12.0
_LEGEND = 30.0
_SPACING = Spacing(node=12.0, column=44.0, band=0.0, padding=4.0, header=0.0)
_TINT = 0.12
"""Share of the accent in the face of what is built."""
_HOW = ("built", "runs", "gap", "bought")
"""Entries of the legend; what is had as it is looks like what runs."""


@dataclass(frozen=True, slots=True)
class PlanMap:
    """The picture, and where each product stands in it (x, y, width, height)."""

    drawing: Drawing
    places: Mapping[str, tuple[float, float, float, float]]


@dataclass(frozen=True, slots=True)
class _Face:
    fill: str
    stroke: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    bar: str = ""


def plan_map(reading: Reading, plan: Plan, theme: Theme = PRINT, most: int = MOST) -> PlanMap:
    """The map of a plan with about ``most`` cards, laid out for itself; the same every time."""
    graph = plan_graph(reading, plan, most)
    nodes = [Node(p, WIDTH, _height(card), 0) for p, card in graph.cards.items()]
    links = [Link(source, target) for source, target in graph.links]
    placed = lay_out(nodes, links, 1, _SPACING, wrap=None)
    shapes: list[Shape] = [*_lines(placed.links, graph.cards, theme)]
    for node in placed.nodes:
        shapes += _card(graph.cards[node.id], node, theme)
    legend = list(_legend(theme))
    width = max(placed.width, _legend_width()) + 2 * _MARGIN
    height = placed.height + _LEGEND + 2 * _MARGIN
    down = _MARGIN + _LEGEND
    whole = [moved(s, 1, _MARGIN, _MARGIN) for s in legend]
    whole += [moved(s, 1, _MARGIN, down) for s in shapes]
    name = plain_name(reading, plan.proof.product)
    title = text("diagram.plan.title", target=name)
    drawing = Drawing(width, height, tuple(whole), theme.ground, title, reading.date)
    places = {n.id: (n.x + _MARGIN, n.y + down, n.width, n.height) for n in placed.nodes}
    return PlanMap(drawing, places)


def _title_lines(card: PlanCard) -> tuple[str, ...]:
    return measure.wrap(card.name, TITLE, WIDTH - 2 * INSET, 2, bold=True)


def _detail_lines(card: PlanCard) -> list[str]:
    room = WIDTH - 2 * INSET
    return [line for words in card.lines for line in measure.wrap(words, DETAIL, room, 3)]


def _height(card: PlanCard) -> float:
    titles, details = len(_title_lines(card)), len(_detail_lines(card))
    return 2 * _PAD + _LEAD * (titles * TITLE + details * DETAIL)


def _card(card: PlanCard, at: Placed, theme: Theme) -> Iterator[Shape]:
    face = _face(card.how, theme)
    stroke_width = face.width + card.target
    yield Box(at.x, at.y, at.width, at.height, face.fill, face.stroke, stroke_width, 5.0, face.dash)
    if face.bar:
        yield Box(at.x + 1, at.y + 4, _BAR, at.height - 8, fill=face.bar, radius=2.0)
    y = at.y + _PAD
    for line in _title_lines(card):
        y += TITLE * _LEAD
        yield Label(at.x + INSET, y - TITLE * 0.28, line, TITLE, theme.text, bold=True)
    for number, line in enumerate(_detail_lines(card)):
        y += DETAIL * _LEAD
        color = _word_color(card.how, theme) if number == 0 else theme.secondary
        yield Label(at.x + INSET, y - DETAIL * 0.28, line, DETAIL, color)


def _word_color(how: str, theme: Theme) -> str:
    return {"built": theme.accent, "gap": theme.absent}.get(how, theme.secondary)


def _face(how: str, theme: Theme) -> _Face:
    if how == "built":
        return _Face(blend(theme.accent, theme.paper, _TINT), theme.accent, 2.0, bar=theme.accent)
    if how == "gap":
        return _Face(theme.absent_tint, theme.absent, 1.4, DASH)
    if how == "bought":
        return _Face(theme.raw_tint, theme.card_line, 1.0, DASH)
    return _Face(theme.paper, theme.card_line, bar=theme.local)


def _lines(
    links: tuple[Routed, ...], cards: Mapping[str, PlanCard], theme: Theme
) -> Iterator[Shape]:
    for link in links:
        bought = cards[link.source].how in ("gap", "bought")
        built = cards[link.source].how == "built"
        stroke = theme.accent if built else theme.edge
        yield Curve(link.points, stroke, 1.6 if built else 1.2, DASH if bought else ())


_SWATCH = 26.0
_GAP = 18.0


def _legend(theme: Theme) -> Iterator[Shape]:
    x = 0.0
    for how in _HOW:
        face, words = _face(how, theme), text(f"diagram.plan.legend.{how}")
        yield Box(x, 2.0, _SWATCH, 14.0, face.fill, face.stroke, face.width, 3.0, face.dash)
        yield Label(x + _SWATCH + 6, 13.5, words, 11.0, theme.text)
        x += _entry(words)


def _entry(words: str) -> float:
    return _SWATCH + 6 + measure.width(words, 11.0) + _GAP


def _legend_width() -> float:
    return sum(_entry(text(f"diagram.plan.legend.{how}")) for how in _HOW)
