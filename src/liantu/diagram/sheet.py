"""A map on paper: title, counts, legend, the map to scale, the statement about the data."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.analysis.state import State
from liantu.analysis.summary import Ratio
from liantu.diagram import measure
from liantu.diagram.cards import MIDDLE, NEAR, draw_map
from liantu.diagram.drawing import Box, Clip, Drawing, Label, Shape, moved
from liantu.diagram.lenses import STRUCTURE, Lens
from liantu.diagram.theme import PRINT, Theme
from liantu.diagram.views.map_view import DETAIL_SIZE, MapView
from liantu.layout.geometry import Layout
from liantu.model import Atlas, Basis
from liantu.telling.assumed import assumed
from liantu.telling.dates import is_stale, spoken, stated
from liantu.wording import text

MILLIMETRE = 96 / 25.4
"""Drawing units in a millimetre: 96 units to the inch."""

PAPERS = {
    "A4": (297.0, 210.0),
    "A3": (420.0, 297.0),
    "A2": (594.0, 420.0),
    "A1": (841.0, 594.0),
    "A0": (1189.0, 841.0),
    "16:9": (338.667, 190.5),
}
"""Landscape sizes in mm."""

POINTS = 0.75
"""Points in a drawing unit."""

LEAST_POINTS = 3.4
"""Where the second line of a card would be smaller on paper, larger names stand alone."""

FIT_MARGIN = 24.0
Window = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """``paper`` is a key of :data:`PAPERS` or ``fit``; an empty background is transparent."""

    paper: str = "A3"
    background: str = "#FFFFFF"
    lens: Lens = STRUCTURE


@dataclass(frozen=True, slots=True)
class _Frame:
    """The page in drawing units; ``unit`` scales type with the paper."""

    width: float
    height: float
    margin: float
    unit: float

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


def draw_sheet(
    reading: Reading,
    view: MapView,
    layout: Layout,
    options: SheetOptions,
    *,
    theme: Theme = PRINT,
    window: Window | None = None,
) -> Drawing:
    """The finished sheet; ``window`` (x, y, width, height in map units) shows a part only.

    Raises ``KeyError`` for an unknown paper.
    """
    shown = window or (0.0, 0.0, layout.width, layout.height)
    frame = _frame(options.paper, shown)
    head = _head(reading, view, frame, theme, options.lens, window is not None)
    characters = sorted(measure.missing("".join(_words(draw_map(view, layout, theme)))))
    foot = _foot(reading, view, frame, theme, characters)
    if options.paper == "fit":
        frame = replace(frame, height=shown[3] + _bottom(head) + _bottom(foot) + 3 * FIT_MARGIN)
    top = _bottom(head) + 10 * frame.unit
    base = frame.height - frame.margin * 0.6 - _bottom(foot)
    body = _body(
        view, layout, theme, options.lens, shown, (frame.margin, top, frame.inner, base - top - 8)
    )
    shapes = (*head, *body, *(moved(s, 1.0, 0.0, base) for s in foot))
    return Drawing(
        frame.width,
        frame.height,
        tuple(printable(s) for s in shapes),
        options.background,
        view.title,
        reading.atlas.library.edition,
    )


def _frame(paper: str, shown: Window) -> _Frame:
    if paper == "fit":
        return _Frame(max(shown[2], 640.0) + 2 * FIT_MARGIN, 0.0, FIT_MARGIN, 1.0)
    width, height = (side * MILLIMETRE for side in PAPERS[paper])
    unit = math.sqrt(width * height / (1587.4 * 1122.5))
    return _Frame(width, height, 36.0 * unit, max(unit, 0.72))


def _head(
    reading: Reading,
    view: MapView,
    frame: _Frame,
    theme: Theme,
    lens: Lens,
    part: bool,
) -> list[Shape]:
    u, left = frame.unit, frame.margin
    name = f"{view.title}（{text('diagram.sheet.part')}）" if part else view.title
    legend = _legend(theme, u, lens)
    room = frame.inner
    top = frame.margin * 0.6
    size = 22 * u
    shown = measure.cut(name, size, room, bold=True)
    subtitle = text(
        "diagram.sheet.subtitle",
        region=reading.atlas.library.region.name,
        date=spoken(reading.date),
        edition=spoken(reading.atlas.library.edition),
    )
    shapes: list[Shape] = [
        Label(left, top + 24 * u, shown, size, theme.text, bold=True),
        Label(left, top + 46 * u, subtitle, 12 * u, theme.secondary),
    ]
    counts = _counts(reading, view)
    if more := lens.counts(view.cards):
        counts = f"{counts} · {more}"
    width = _right(legend)
    below = measure.width(counts, 12 * u) + width + 24 * u > room
    shapes.append(Label(left, top + 66 * u, counts, 12 * u, theme.text))
    dy = top + (88 if below else 66) * u
    dx = left if below else frame.width - left - width
    shapes += [moved(s, 1.0, dx, dy) for s in legend]
    return shapes


def _counts(reading: Reading, view: MapView) -> str:
    """The numbers of a chain; of an enterprise's own map, which is none, its cards."""
    if not view.chain_id:
        local = sum(card.state is State.LOCAL for card in view.cards)
        return text("diagram.sheet.counts.firm", products=len(view.cards), local=local)
    summary = reading.summary(view.chain_id, view.section)
    return text(
        "diagram.sheet.counts",
        products=summary.products,
        local=summary.local,
        coverage=_ratio(summary.coverage),
        closure=_ratio(summary.closure),
        enterprises=len(summary.enterprises),
    )


def _ratio(ratio: Ratio) -> str:
    return f"{ratio.part}/{ratio.whole}" if ratio.whole else text("diagram.sheet.none")


def _legend(theme: Theme, unit: float, lens: Lens) -> list[Shape]:
    """One line whose baseline is 0, starting at x = 0."""
    shapes: list[Shape] = []
    x = 0.0
    for entry in lens.legend(theme):
        shapes += [moved(s, unit, x, 0.0) for s in entry.mark]
        x += 32 * unit if entry.mark else 0.0
        ink = theme.secondary if entry.mark else theme.accent
        shapes.append(Label(x, 0.0, entry.words, 11 * unit, ink))
        x += measure.width(entry.words, 11 * unit) + 16 * unit
    return shapes


def _foot(
    reading: Reading, view: MapView, frame: _Frame, theme: Theme, characters: list[str]
) -> list[Shape]:
    """Lines below the map, from y = 0 downwards."""
    size = 9.5 * frame.unit
    paragraphs = [text("diagram.sheet.statement", statement=reading.atlas.statement)]
    paragraphs.append(_trust(reading.atlas, view))
    if words := assumed(reading):
        paragraphs.append(text("diagram.sheet.assumed", words=words))
    if characters:
        shown = " ".join(f"U+{ord(c):04X}" for c in characters[:20])
        paragraphs.append(text("diagram.sheet.missing", characters=shown))
    name = text("diagram.sheet.program")
    shapes: list[Shape] = [
        Box(frame.margin, 0, frame.inner, 0.8 * frame.unit, fill=theme.line, stroke=""),
        Label(frame.width - frame.margin, size * 1.6, name, size, theme.secondary, anchor="end"),
    ]
    y = size * 1.6
    room = frame.inner - measure.width(name, size) - 16 * frame.unit
    for paragraph in paragraphs:
        for line in measure.wrap(paragraph, size, room, 3):
            shapes.append(Label(frame.margin, y, line, size, theme.secondary))
            y += size * 1.5
    return shapes


def _trust(atlas: Atlas, view: MapView) -> str:
    """How much of the coefficients and capacities behind this map is sourced."""
    products = [atlas.products[card.id] for card in view.cards]
    flows = [i.basis for p in products for r in p.routes for i in r.inputs]
    flows += [b.basis for p in products for r in p.routes for b in r.byproducts]
    bases = Counter(flows)
    rows = [row for p in products for row in atlas.makers.get(p.id, ())]
    return text(
        "diagram.sheet.trust",
        all=len(flows),
        **{str(basis): bases[basis] for basis in Basis},
        capacities=len(rows),
        unknown=sum(c.amount is None for _, c in rows),
        inferred=sum(c.inferred for _, c in rows),
        stale=sum(is_stale(atlas, stated(e, c)) for e, c in rows),
    )


def _body(
    view: MapView, layout: Layout, theme: Theme, lens: Lens, shown: Window, room: Window
) -> list[Shape]:
    """The map scaled into ``room`` and centred, clipped to ``shown``."""
    if not view.cards:
        words = text("diagram.sheet.empty")
        at = (room[0] + room[2] / 2, room[1] + room[3] / 2)
        return [Label(*at, words, 16.0, theme.secondary, anchor="middle")]
    scale = min(room[2] / shown[2], room[3] / shown[3])
    width, height = shown[2] * scale, shown[3] * scale
    x, y = room[0] + (room[2] - width) / 2, room[1]
    dx, dy = x - shown[0] * scale, y - shown[1] * scale
    detail = NEAR if DETAIL_SIZE * scale * POINTS >= LEAST_POINTS else MIDDLE
    shapes = tuple(moved(s, scale, dx, dy) for s in draw_map(view, layout, theme, lens, detail))
    whole = shown == (0.0, 0.0, layout.width, layout.height)
    return list(shapes) if whole else [Clip(x, y, width, height, shapes)]


def _bottom(shapes: Iterable[Shape]) -> float:
    lows = [s.y + s.size * 0.4 for s in shapes if isinstance(s, Label)]
    return max(lows, default=0.0)


def _right(shapes: Iterable[Shape]) -> float:
    ends = [s.x + measure.width(s.text, s.size) for s in shapes if isinstance(s, Label)]
    return max(ends, default=0.0)


def _words(shapes: Iterable[Shape]) -> Iterable[str]:
    return (s.text for s in shapes if isinstance(s, Label))


def printable(shape: Shape) -> Shape:
    """Characters that the bundled font lacks become 〓: a missing glyph must not stop an export."""
    if isinstance(shape, Clip):
        return replace(shape, shapes=tuple(printable(s) for s in shape.shapes))
    if not isinstance(shape, Label):
        return shape
    lacking = measure.missing(shape.text)
    if not lacking:
        return shape
    table = {ord(c): measure.GETA for c in lacking}
    return replace(shape, text=shape.text.translate(table))
