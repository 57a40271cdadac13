"""What a map shows: cards, links and bands of a chain or of one of its sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from liantu.analysis.reading import Reading
from liantu.analysis.state import Amount, Maker, Situation, State
from liantu.diagram import measure
from liantu.jobs import Progress
from liantu.layout.engine import lay_out
from liantu.layout.geometry import Layout, Link, Node, Spacing
from liantu.model import Chain, Member, Product, RouteKind, Status
from liantu.model.classes import ACTED_ON, ORDER, Word
from liantu.telling.names import brief
from liantu.wording import text

CARD_WIDTH = 164.0
CARD_HEIGHT = 54.0
SPACING = Spacing(node=10.0, column=40.0, band=20.0, padding=14.0)
TITLE_SIZE = 13.0
SMALL_TITLE_SIZE = 11.0
DETAIL_SIZE = 10.5
INSET = 13.0
"""Room left of the text: the bar and its gap; 8 units stay free at the right."""
TEXT_WIDTH = CARD_WIDTH - INSET - 8.0
BADGE_WIDTH = 27.0
"""Room at the upper right for the badge of a class."""
DOOR_WIDTH = 30.0


@dataclass(frozen=True, slots=True)
class Card:
    """A product as a card; sizes in drawing units; ``title`` has one or two lines.

    ``classes`` are its classes that ask for action, the worst first;
    ``supply`` and ``need`` are known sums in the product's unit, ``None`` where unknown.
    """

    id: str
    title: tuple[str, ...]
    title_size: float
    detail: str
    state: State
    width: float
    height: float
    band: int
    doors: tuple[str, ...]
    tooltip: str
    name: str
    classes: tuple[Word, ...] = ()
    supply: float | None = 0.0
    need: float | None = 0.0

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
    """The header of a stage."""

    name: str
    products: int
    local: int


@dataclass(frozen=True)
class MapView:
    """A map before it is laid out."""

    chain_id: str
    section: str | None
    title: str
    cards: tuple[Card, ...]
    links: tuple[ViewLink, ...]
    bands: tuple[BandView, ...]

    def card(self, product: str) -> Card | None:
        """The card of a product, if the map shows it."""
        return next((card for card in self.cards if card.id == product), None)


def build_view(
    reading: Reading,
    chain_id: str,
    section: str | None = None,
) -> MapView:
    """The map of a chain, or of one section; raises ``KeyError`` for an unknown chain."""
    chain = reading.atlas.chains[chain_id]
    members = [m for m in chain.members(section) if m.product in reading.atlas.products]
    bands = {stage.id: at for at, stage in enumerate(chain.stages)}
    twins = {
        name
        for name, n in Counter(reading.atlas.products[m.product].name for m in members).items()
        if n > 1
    }
    cards = tuple(
        _judged(_card(reading, chain_id, m, bands[m.stage], twins), reading) for m in members
    )
    return MapView(
        chain_id,
        section,
        title(chain, section),
        cards,
        _links(reading, members),
        _bands(chain, members, reading.situation),
    )


def arrange(view: MapView, previous: Mapping[str, int] | None = None) -> Layout:
    """Place the cards of ``view``; ``previous`` (``Layout.order``) keeps the picture stable."""
    nodes = tuple(Node(card.id, card.width, card.height, card.band) for card in view.cards)
    links = tuple(Link(link.source, link.target) for link in view.links)
    if previous:
        return lay_out(nodes, links, len(view.bands), SPACING, previous)
    return _remembered(nodes, links, len(view.bands))


def prepare(reading: Reading, progress: Progress) -> None:
    """Place every chain ahead of being asked for; raises ``Cancelled`` between two of them."""
    for chain in reading.atlas.chains:
        progress.check()
        arrange(build_view(reading, chain))


@lru_cache(maxsize=256)
def _remembered(nodes: tuple[Node, ...], links: tuple[Link, ...], bands: int) -> Layout:
    """The layout is a pure function of the graph, and maps are looked at again and again."""
    return lay_out(nodes, links, bands, SPACING)


def product_card(reading: Reading, product: str, band: int) -> Card:
    """The card of one product outside any chain; its doors lead to all of its chains."""
    card = _card(reading, "", Member(product, ""), band, set())
    return _judged(card, reading)


def counted(view: MapView, products: Collection[str]) -> tuple[BandView, ...]:
    """The bands of ``view`` with the counts of these products only."""
    found = []
    for at, band in enumerate(view.bands):
        states = [c.state for c in view.cards if c.band == at and c.id in products]
        found.append(BandView(band.name, len(states), states.count(State.LOCAL)))
    return tuple(found)


def title(chain: Chain, section: str | None) -> str:
    """Name of the chain, followed by that of the section."""
    part = next((s.name for s in chain.sections if s.id == section), "") if section else ""
    return f"{chain.name} · {part}" if part else chain.name


def _card(
    reading: Reading,
    chain_id: str,
    member: Member,
    band: int,
    twins: set[str],
) -> Card:
    product = reading.atlas.products[member.product]
    state = reading.situation.states[product.id]
    doors = tuple(c for c in reading.atlas.chains_of.get(product.id, ()) if c != chain_id)
    name = f"{product.name} [{product.id}]" if product.name in twins else product.name
    lines, size = _title(name)
    room = TEXT_WIDTH - (DOOR_WIDTH if doors else 0.0)
    detail = _detail(reading.situation, product, state, room)
    tooltip = _tooltip(reading.situation, product, state)
    return Card(
        product.id, lines, size, detail, state, CARD_WIDTH, CARD_HEIGHT, band, doors, tooltip, name
    )


def _judged(card: Card, reading: Reading) -> Card:
    """The card with its classes and balance."""
    verdict = reading.verdicts.get(card.id)
    if verdict is None:
        return card
    classes = tuple(w for w in sorted(verdict.words, key=ORDER.__getitem__) if w in ACTED_ON)
    found = verdict.balance
    supply: float | None = 0.0
    need: float | None = 0.0
    if found is not None:
        supply = None if found.supply_unknown else found.supply
        need = None if found.need_unknown else found.need
    return replace(card, classes=classes, supply=supply, need=need)


def _title(name: str) -> tuple[tuple[str, ...], float]:
    room = TEXT_WIDTH - BADGE_WIDTH
    if measure.width(name, TITLE_SIZE, bold=True) <= room:
        return (name,), TITLE_SIZE
    return measure.wrap(name, SMALL_TITLE_SIZE, room, 2, bold=True), SMALL_TITLE_SIZE


def _detail(situation: Situation, product: Product, state: State, room: float) -> str:
    if state is not State.LOCAL:
        return measure.cut(_plans(situation, product, state), DETAIL_SIZE, room)
    names = list(dict.fromkeys(brief(m.enterprise) for m in _operating(situation, product.id)))
    if not names:
        return measure.cut(text("diagram.byproduct"), DETAIL_SIZE, room)
    amount = _amount(situation.supply(product.id))
    more = f"+{len(names) - 1}" if len(names) > 1 else ""
    tail = f"{more} {amount}"
    left = room - measure.width(tail, DETAIL_SIZE)
    if left < 3 * DETAIL_SIZE:
        tail, left = more, room - measure.width(more, DETAIL_SIZE)
    return measure.cut(names[0], DETAIL_SIZE, left) + tail


def _plans(situation: Situation, product: Product, state: State) -> str:
    """What is coming, or how the product is had today."""
    for status in (Status.BUILDING, Status.PLANNED):
        for maker in situation.makers(product.id):
            if maker.capacity.status is status and not maker.capacity.contested:
                return text(f"diagram.{status}", maker=brief(maker.enterprise))
    if state is State.RAW:
        return text("diagram.utility" if product.utility else "diagram.raw")
    if any(route.kind is RouteKind.BOUGHT for route in product.routes):
        return text("diagram.bought")
    return text("diagram.absent")


def _operating(situation: Situation, product: str) -> list[Maker]:
    return [m for m in situation.makers(product) if m.operating]


def _amount(amount: Amount | None) -> str:
    if amount is None or (amount.unknown_makers and not amount.known):
        return text("diagram.unknown")
    least = "≥" if amount.unknown_makers else ""
    return f"{least}{amount.known:.6g} {amount.unit}"


def _tooltip(situation: Situation, product: Product, state: State) -> str:
    rows = [product.name, text(f"diagram.state.{state}")]
    rows += [product.definition] if product.definition else []
    for maker in situation.makers(product.id)[:6]:
        amount = maker.capacity.amount
        shown = text("diagram.unknown") if amount is None else f"{amount:g} {maker.capacity.unit}"
        status = text(f"diagram.status.{maker.capacity.status}")
        if maker.capacity.contested:
            status = text("diagram.contested")
        rows.append(f"{brief(maker.enterprise)} · {status} · {shown}")
    return "\n".join(rows)


def _links(reading: Reading, members: list[Member]) -> tuple[ViewLink, ...]:
    inside = {m.product for m in members}
    found = []
    for member in members:
        for source in reading.atlas.inputs_of(member.product):
            if source in inside and source != member.product:
                ends = (reading.situation.states[source], reading.situation.states[member.product])
                flow = _flow(reading, source, member.product)
                absent = State.ABSENT in ends
                found.append(ViewLink(source, member.product, absent, flow))
    return tuple(found)


def _flow(reading: Reading, source: str, target: str) -> float | None:
    """Which share of the known need of ``source`` goes into ``target``."""
    balance = reading.diagnosis.balances.get(source)
    if balance is None or not balance.need:
        return None
    terms = [t for t in balance.terms if t.kind == "use" and t.other == target]
    if not terms or any(t.amount is None for t in terms):
        return None
    return min(sum(t.amount or 0.0 for t in terms) / balance.need, 1.0)


def _bands(chain: Chain, members: list[Member], situation: Situation) -> tuple[BandView, ...]:
    found = []
    for stage in chain.stages:
        ids = [m.product for m in members if m.stage == stage.id]
        found.append(BandView(stage.name, len(ids), sum(situation.is_local(p) for p in ids)))
    return tuple(found)
