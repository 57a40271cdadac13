"""Cards, links and bands of a map before and while it is placed; the same for every map."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from liantu.analysis.state import State
from liantu.layout.engine import lay_out
from liantu.layout.geometry import Layout, Link, Node, Spacing
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Certainty, Standing, Tag

CARD_WIDTH = 164.0
CARD_HEIGHT = 54.0
SPACING = Spacing(node=10.0, column=40.0, band=20.0, padding=14.0)
INSET = 13.0
"""Room left of a card's text: the bar and its gap."""
RIGHT = 8.0
"""Room that stays free at the right of a card's text."""
STUB = 26.0
"""Height of what only tells on which sheet a card stands."""
DETAIL_SIZE = 10.5
"""Type of a card's second line."""


@dataclass(frozen=True, slots=True)
class Card:
    """A product as a card; sizes in drawing units; ``title`` has one or two lines.

    ``classes`` are its classes that ask for action, the worst first, ``sole`` whether 独家 or
    资料内独家 (``None``: neither);
    ``supply`` and ``need`` are known sums in the product's unit, ``None`` where unknown.
    ``sheet``: it stands on the sheet of that number, here is only a stub of it (0: it is here).
    """

    id: str
    title: tuple[str, ...]
    title_size: float
    detail: str
    standing: Standing
    width: float
    height: float
    band: int
    doors: tuple[str, ...]
    tooltip: str
    name: str
    classes: tuple[Word, ...] = ()
    supply: float | None = 0.0
    need: float | None = 0.0
    sole: Tag | None = None
    sheet: int = 0

    @property
    def state(self) -> State:
        """The standing in short."""
        if self.standing in LOCAL:
            return State.LOCAL
        return State.RAW if self.standing is Standing.EXTERNAL else State.ABSENT

    @property
    def solid(self) -> bool:
        """Whether its class is sure; that of a suspected or closed one is drawn hollow."""
        return Certainty.of(self.standing) in (None, Certainty.CONFIRMED)

    @property
    def suspected(self) -> bool:
        """Whether its absence is not confirmed, so that its badges are hollow."""
        return Certainty.of(self.standing) is Certainty.SUSPECTED

    @property
    def cover(self) -> float | None:
        """Supply ÷ need where both are known and something is needed."""
        if self.supply is None or not self.need:
            return None
        return self.supply / self.need


@dataclass(frozen=True, slots=True)
class ViewLink:
    """A product that a route of another product consumes; ``absent`` if either is not there."""

    source: str
    target: str
    absent: bool
    flow: float | None = None
    """Share of the need that the target takes, from 0 to 1; ``None`` is unknown."""


@dataclass(frozen=True, slots=True)
class BandView:
    """The header of a stage; ``elsewhere``: all that is seen of it stands on other sheets."""

    name: str
    products: int
    local: int
    elsewhere: bool = False


@dataclass(frozen=True)
class MapView:
    """A map before it is laid out: of a chain or its section, or of the enterprise ``firm``;
    ``groups`` are names with the products that belong together, along the chain.
    """

    title: str
    cards: tuple[Card, ...]
    links: tuple[ViewLink, ...]
    bands: tuple[BandView, ...]
    chain_id: str = ""
    section: str | None = None
    firm: str = ""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def card(self, product: str) -> Card | None:
        """The card of a product, if the map shows it."""
        return next((card for card in self.cards if card.id == product), None)


def arrange(view: MapView, previous: Mapping[str, int] | None = None) -> Layout:
    """Place the cards of ``view``; ``previous`` (``Layout.order``) keeps the picture stable."""
    nodes = tuple(Node(card.id, card.width, card.height, card.band) for card in view.cards)
    links = tuple(Link(link.source, link.target) for link in view.links)
    if previous:
        return lay_out(nodes, links, len(view.bands), SPACING, previous)
    return _remembered(nodes, links, len(view.bands))


@lru_cache(maxsize=256)
def _remembered(nodes: tuple[Node, ...], links: tuple[Link, ...], bands: int) -> Layout:
    """The layout is a pure function of the graph, and maps are looked at again and again."""
    return lay_out(nodes, links, bands, SPACING)


def counted(view: MapView, products: Collection[str]) -> tuple[BandView, ...]:
    """The bands of ``view`` with the counts of these products only."""
    found = []
    for at, band in enumerate(view.bands):
        states = [c.state for c in view.cards if c.band == at and c.id in products]
        found.append(BandView(band.name, len(states), states.count(State.LOCAL)))
    return tuple(found)


def folded(view: MapView, product: str) -> MapView:
    """Only the up- and downstream of ``product``; all where the map does not show it."""
    if not product or view.card(product) is None:
        return view
    return kept(view, _reach(view, product, back=True) | _reach(view, product, back=False))


def kept(view: MapView, products: Collection[str]) -> MapView:
    """Only these products, with the links between them."""
    return replace(
        view,
        cards=tuple(c for c in view.cards if c.id in products),
        links=tuple(k for k in view.links if k.source in products and k.target in products),
        bands=counted(view, products),
    )


def _reach(view: MapView, product: str, *, back: bool) -> set[str]:
    steps: dict[str, list[str]] = {}
    for link in view.links:
        start, end = (link.target, link.source) if back else (link.source, link.target)
        steps.setdefault(start, []).append(end)
    seen, todo = {product}, [product]
    while todo:
        for near in steps.get(todo.pop(), ()):
            if near not in seen:
                seen.add(near)
                todo.append(near)
    return seen
