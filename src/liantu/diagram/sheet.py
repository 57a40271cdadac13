"""A map on paper: its numbers and legend above, the map to scale, the statement below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from liantu.analysis.reading import Reading
from liantu.diagram.cards import MIDDLE, NEAR, draw_map
from liantu.diagram.drawing import Clip, Drawing, Label, Shape, moved
from liantu.diagram.entries import Entry
from liantu.diagram.lenses import Lens
from liantu.diagram.page import POINTS, Around, Room, SheetOptions, lay, words
from liantu.diagram.theme import PRINT, Theme
from liantu.diagram.views.firm import AFTER, BEFORE, OWN
from liantu.diagram.views.map_view import DETAIL_SIZE, MapView
from liantu.layout.geometry import Layout
from liantu.model import Atlas, Basis
from liantu.telling.completeness import numbers
from liantu.telling.dates import is_stale, stated
from liantu.wording import text

LEAST_POINTS = 3.4
"""Where the second line of a card would be smaller on paper, larger names stand alone."""
EMPTY_SIZE = 16.0
"""Type of the words that stand for a map without cards."""

Window = tuple[float, float, float, float]
"""A part of a map: x, y, width, height in map units."""


def draw_sheet(
    reading: Reading,
    view: MapView,
    layout: Layout,
    options: SheetOptions,
    *,
    theme: Theme = PRINT,
    window: Window | None = None,
    selected: str = "",
    stressed: frozenset[str] | None = None,
) -> Drawing:
    """The finished sheet; ``window`` shows a part, ``stressed`` cards stay while others fade;
    raises ``KeyError`` for an unknown paper.
    """
    shown = window or (0.0, 0.0, layout.width, layout.height)
    part = f"（{text('diagram.sheet.part')}）" if window else ""
    drawn = list(draw_map(view, layout, theme, options.lens))
    around = Around(
        title=view.title + part,
        words=words(drawn),
        numbers=_numbers(reading, view, options.lens),
        legend=_seen(options.lens.legend(theme), drawn),
        trust=trust(reading.atlas, [card.id for card in view.cards]),
    )
    paint = partial(
        draw_map, view, layout, theme, options.lens, selected=selected, stressed=stressed
    )
    body = partial(_body, view, layout, theme, paint, shown)
    return lay(reading, around, shown[2:], body, options, theme)


def _seen(entries: Sequence[Entry], drawn: Sequence[Shape]) -> list[Entry]:
    """The legend of a sheet without letters that no card has."""
    letters = {shape.text for shape in drawn if isinstance(shape, Label)}
    return [entry for entry in entries if not entry.letter or entry.letter in letters]


def _numbers(reading: Reading, view: MapView, lens: Lens) -> str:
    """What the head counts: of an enterprise its own products, inputs and users."""
    if view.firm:
        counts = _firm_counts(reading, view)
    else:
        counts = chain_counts(reading, view.chain_id, view.section)
    versus = lens.told if lens.versus else ""
    return " · ".join(filter(None, (versus, counts, lens.counts(view.cards))))


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


def _body(
    view: MapView,
    layout: Layout,
    theme: Theme,
    paint: Callable[[int], tuple[Shape, ...]],
    shown: Window,
    room: Room,
) -> list[Shape]:
    """The map scaled into ``room`` and centred, clipped to ``shown``."""
    if not view.cards:
        at = (room[0] + room[2] / 2, room[1] + room[3] / 2)
        told = text("diagram.sheet.empty")
        return [Label(*at, told, EMPTY_SIZE, theme.secondary, anchor="middle")]
    scale = min(room[2] / shown[2], room[3] / shown[3])
    width, height = shown[2] * scale, shown[3] * scale
    x, y = room[0] + (room[2] - width) / 2, room[1]
    dx, dy = x - shown[0] * scale, y - shown[1] * scale
    detail = NEAR if DETAIL_SIZE * scale * POINTS >= LEAST_POINTS else MIDDLE
    shapes = tuple(moved(s, scale, dx, dy) for s in paint(detail))
    whole = shown == (0.0, 0.0, layout.width, layout.height)
    return list(shapes) if whole else [Clip(x, y, width, height, shapes)]
