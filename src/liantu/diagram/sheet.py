"""A layered map on paper: numbers and legend above, the map to scale, the statement below; on
several sheets where its words could not be read on one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from liantu.analysis.reading import Reading
from liantu.diagram.cards import MIDDLE, NEAR, draw_map
from liantu.diagram.drawing import Clip, Drawing, Label, Shape, moved
from liantu.diagram.entries import Entry
from liantu.diagram.lenses import Lens
from liantu.diagram.page import (
    FIT,
    FLOORS,
    POINTS,
    PRINTED,
    Around,
    SheetOptions,
    edition,
    place,
    words,
)
from liantu.diagram.sheet_frame import Framed, framed
from liantu.diagram.theme import PRINT, Theme
from liantu.diagram.views.firm import AFTER, BEFORE, OWN
from liantu.diagram.views.map_view import CARD_HEIGHT, DETAIL_SIZE, STUB, MapView, arrange, kept
from liantu.diagram.views.parting import Part, parted
from liantu.layout.geometry import Layout
from liantu.model import Atlas, Basis
from liantu.model.focus import AUTO, TILES, WHOLE
from liantu.numerals import circled
from liantu.telling.completeness import numbers
from liantu.telling.dates import is_stale, stated
from liantu.telling.names import capped
from liantu.wording import text

FLOOR = 7.5
"""Smallest type of a layered map in points, but on a paper that allows less."""
LARGEST_NAME = 24.0
"""Largest type at which the names of products stand whole on a card."""
LARGEST = 2.0
"""Most drawing units in a unit of the map, in units of the paper: a few cards do not fill it."""
ABOVE = 1 / 3
"""Share of the free height that stands above the map."""
EMPTY_SIZE = 16.0
"""Type of the words that stand for a map without cards."""
NAMED = 4
"""Groups that a head names."""

Window = tuple[float, float, float, float]
"""A part of a map: x, y, width, height in map units."""


@dataclass(frozen=True, slots=True)
class _Hand:
    """What all sheets of a map are drawn with: full cards (``detail`` NEAR) or names alone;
    ``shown`` is the window that was asked for.
    """

    reading: Reading
    options: SheetOptions
    theme: Theme
    selected: str = ""
    stressed: frozenset[str] | None = None
    shown: Window | None = None
    detail: int = NEAR

    @property
    def floor(self) -> float:
        """The smallest type that can be read on the paper, in drawing units."""
        return min(FLOORS[self.options.paper], FLOOR) / POINTS

    @property
    def least(self) -> float:
        """The least scale at which everything on a card can be read."""
        if self.options.paper == FIT:
            return 1.0
        return self.floor / (DETAIL_SIZE if self.detail == NEAR else LARGEST_NAME)

    def shapes(self, view: MapView, layout: Layout, scale: float) -> tuple[Shape, ...]:
        """The map in its own units, to be drawn at ``scale``."""
        return draw_map(
            view,
            layout,
            self.theme,
            self.options.lens,
            self.detail,
            selected=self.selected,
            stressed=self.stressed,
            least=0.0 if self.detail == NEAR else self.floor / scale,
        )

    def fits(self, page: Framed, layout: Layout) -> bool:
        """Whether all of a map can be read on the page."""
        return self.options.paper == FIT or _scale(page, layout, self.shown) >= self.least


def draw_sheets(
    reading: Reading,
    view: MapView,
    options: SheetOptions,
    *,
    theme: Theme = PRINT,
    window: Window | None = None,
    selected: str = "",
    stressed: frozenset[str] | None = None,
    detail: str = AUTO,
) -> tuple[Drawing, ...]:
    """The finished sheets, on which everything can be read. ``detail``: full cards on one sheet,
    else names alone on as few as they need (``AUTO``); names alone in any case (``TILES``); full
    cards on as many as they need (``WHOLE``).

    ``window`` shows a part, ``stressed`` cards stay while others fade; raises ``KeyError`` for an
    unknown paper.
    """
    hand = _Hand(reading, options, theme, selected, stressed, window)
    levels = _LEVELS[detail]
    layout = arrange(view)
    page = _page(hand, view, layout, view)
    for level in levels:
        hand = replace(hand, detail=level)
        if hand.fits(page, layout):
            return (_single(hand, view, layout),)
    if window is not None:
        hand, view = replace(hand, shown=None), _inside(view, layout, window)
    return _divided(hand, view)


def _divided(hand: _Hand, view: MapView) -> tuple[Drawing, ...]:
    """Several sheets, or one where a part that was asked for fits it; the head of each is at most
    as high as the one that names the longest groups.
    """
    note = text("diagram.sheet.parted", all=len(view.cards)) + _more(hand, view)
    longest = sorted((name for name, _ in view.groups), key=len)[-NAMED:]
    fullest = _page(hand, view, arrange(view), view, _told(0, len(view.cards), longest), note)
    stub = STUB if hand.detail == NEAR else CARD_HEIGHT
    parts = parted(view, partial(hand.fits, fullest), stub)
    if len(parts) == 1:
        return (_single(hand, view, arrange(view)),)
    note = text("diagram.sheet.parted", all=len(parts)) + _more(hand, view)
    return tuple(_sheet(hand, view, parts, at, note) for at in range(len(parts)))


def _told(at: int, count: int, names: Sequence[str]) -> str:
    """Which of the sheets one is, and what is on it."""
    told = text("diagram.sheet.of", at=circled(at + 1), all=count)
    return (
        told + text("diagram.sheet.with", names="、".join(capped(names, NAMED))) if names else told
    )


_LEVELS = {AUTO: (NEAR, MIDDLE), TILES: (MIDDLE,), WHOLE: (NEAR,)}


def _whole_on(hand: _Hand, view: MapView) -> str:
    """The smallest paper on which one sheet holds the map with full cards; empty: none does."""
    layout = arrange(view)
    for paper in PRINTED:
        large = _Hand(hand.reading, replace(hand.options, paper=paper), hand.theme)
        if large.fits(_page(large, view, layout, view), layout):
            return paper
    return ""


def _single(hand: _Hand, view: MapView, layout: Layout) -> Drawing:
    """All on one sheet; where there are only names, which paper has room for the rest."""
    note = _more(hand, view) if hand.detail == MIDDLE and hand.shown is None else ""
    return _drawn(hand, _page(hand, view, layout, view, note=note), view, layout)


def _more(hand: _Hand, view: MapView) -> str:
    found = _whole_on(hand, view)
    return text("diagram.sheet.whole", paper=found) if found else ""


def _sheet(hand: _Hand, view: MapView, parts: Sequence[Part], at: int, note: str) -> Drawing:
    """One of several sheets: which, with what, and where to find the rest."""
    part = parts[at]
    layout = arrange(part.view)
    told = _told(at, len(parts), part.names)
    return _drawn(hand, _page(hand, view, layout, part.view, told, note), part.view, layout)


def _page(
    hand: _Hand, whole: MapView, layout: Layout, view: MapView, told: str = "", note: str = ""
) -> Framed:
    """Head and foot: they tell of the ``whole``, the legend of what ``view`` shows."""
    reading, options = hand.reading, hand.options
    part = f"（{text('diagram.sheet.part')}）" if hand.shown else ""
    drawn = hand.shapes(view, layout, 1.0)
    around = Around(
        title=_title(whole) + part,
        words=words(drawn),
        numbers=_numbers(reading, whole, options.lens, told),
        legend=_seen(options.lens.legend(hand.theme), drawn),
        note=note + edition(reading),
        trust=trust(reading.atlas, [card.id for card in whole.cards]),
    )
    size = hand.shown[2:] if hand.shown else (layout.width, layout.height)
    return framed(reading, around, options.paper, size, hand.theme)


def _title(view: MapView) -> str:
    return view.title if view.firm else text("diagram.sheet.tree", title=view.title)


def _inside(view: MapView, layout: Layout, window: Window) -> MapView:
    """The cards of which the middle is in the window."""
    x, y, width, height = window
    inside = {
        node.id
        for node in layout.nodes
        if x <= node.x + node.width / 2 <= x + width and y <= node.y + node.height / 2 <= y + height
    }
    return kept(view, inside)


def _seen(entries: Sequence[Entry], drawn: Sequence[Shape]) -> list[Entry]:
    """The legend of a sheet without letters that no card has."""
    letters = {shape.text for shape in drawn if isinstance(shape, Label)}
    return [entry for entry in entries if not entry.letter or entry.letter in letters]


def _numbers(reading: Reading, view: MapView, lens: Lens, told: str) -> str:
    """What the head counts: of an enterprise its own products, inputs and users; ``told`` is which
    of several sheets it is.
    """
    if view.firm:
        counts = _firm_counts(reading, view)
    else:
        counts = chain_counts(reading, view.chain_id, view.section)
    versus = lens.told if lens.versus else ""
    parts = (told, *place(reading), versus, counts, lens.counts(view.cards))
    return " · ".join(filter(None, parts))


def _firm_counts(reading: Reading, view: MapView) -> str:
    firm = reading.atlas.enterprises[view.firm]
    before, own, after = (view.bands[at] for at in (BEFORE, OWN, AFTER))
    operating = {
        maker.capacity.product
        for product in {c.product for c in firm.capacities}
        for maker in reading.situation.makers(product)
        if maker.operating and maker.enterprise.id == firm.id
    }
    return text(
        "diagram.sheet.firm",
        county=firm.county,
        products=own.products,
        operating=len(operating),
        inputs=before.products,
        local=before.local,
        users=after.products,
    )


def chain_counts(reading: Reading, chain: str, section: str | None) -> str:
    """What the head of a map says of a chain or section."""
    summary = reading.summary(chain, section)
    return text(
        "diagram.sheet.counts",
        products=summary.products,
        local=summary.local,
        enterprises=len(summary.enterprises),
        numbers=numbers(reading, chain, section),
    )


def trust(atlas: Atlas, shown: Iterable[str]) -> str:
    """How much of the coefficients and capacities behind the shown products is sourced."""
    products = [atlas.products[product] for product in shown]
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


def _scale(page: Framed, layout: Layout, window: Window | None) -> float:
    wide, high = window[2:] if window else (layout.width, layout.height)
    width, height = page.room
    return min(width / max(wide, 1.0), height / max(high, 1.0), LARGEST * page.frame.unit)


def _drawn(hand: _Hand, page: Framed, view: MapView, layout: Layout) -> Drawing:
    body = _body(hand, page, view, layout)
    return page.finished(hand.reading, _title(view), body, hand.options.background)


def _body(hand: _Hand, page: Framed, view: MapView, layout: Layout) -> Sequence[Shape]:
    """The map scaled into its room and centred, clipped to the window."""
    wide, high = page.room
    if not view.cards:
        told = text("diagram.sheet.empty")
        return [Label(wide / 2, high / 2, told, EMPTY_SIZE, hand.theme.secondary, anchor="middle")]
    shown = hand.shown or (0.0, 0.0, layout.width, layout.height)
    scale = _scale(page, layout, hand.shown)
    width, height = shown[2] * scale, shown[3] * scale
    x, y = (wide - width) / 2, max(high - height, 0.0) * ABOVE
    dx, dy = x - shown[0] * scale, y - shown[1] * scale
    shapes = tuple(moved(shape, scale, dx, dy) for shape in hand.shapes(view, layout, scale))
    return shapes if hand.shown is None else [Clip(x, y, width, height, shapes)]
