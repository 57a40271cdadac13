"""The card of one product: what the reading says of it, in the words that fit."""

from __future__ import annotations

from collections.abc import Collection

from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.analysis.state import Amount, Maker, Situation, State
from liantu.diagram import measure
from liantu.diagram.views.map_view import (
    CARD_HEIGHT,
    CARD_WIDTH,
    DETAIL_SIZE,
    INSET,
    RIGHT,
    Card,
)
from liantu.model import Capacity, Product, RouteKind, Status
from liantu.model.classes import ACTED_ON, ORDER, Word
from liantu.telling import making
from liantu.telling.figures import least, number
from liantu.telling.names import brief
from liantu.wording import text

TITLE_SIZE = 13.0
SMALL_TITLE_SIZE = 11.0
"""Type of a name that needs two lines."""
TEXT_WIDTH = CARD_WIDTH - INSET - RIGHT
BADGE_WIDTH = 27.0
"""Room at the upper right for the badge of a class."""
DOOR_WIDTH = 30.0
"""Room at the lower right for the door to other chains."""
LEAST_NAME = 3
"""Characters of a maker's name that must show before its amount gives way."""
MOST_MAKERS = 6
"""Makers in a tooltip."""


def product_card(
    reading: Reading,
    product: str,
    band: int,
    *,
    chain: str = "",
    twins: Collection[str] = (),
) -> Card:
    """The card of a product in a band; its doors lead to all of its chains but ``chain``.

    Names in ``twins`` stand for several products of the map and are shown with the id.
    """
    found = reading.atlas.products[product]
    state = reading.situation.states[product]
    doors = tuple(c for c in reading.atlas.chains_of.get(product, ()) if c != chain)
    name = f"{found.name} [{product}]" if found.name in twins else found.name
    lines, size = _title(name)
    room = TEXT_WIDTH - (DOOR_WIDTH if doors else 0.0)
    verdict = reading.verdicts.get(product)
    supply, need = _sums(verdict.balance) if verdict else (0.0, 0.0)
    return Card(
        id=product,
        title=lines,
        title_size=size,
        detail=_detail(reading.situation, found, state, room),
        state=state,
        width=CARD_WIDTH,
        height=CARD_HEIGHT,
        band=band,
        doors=doors,
        tooltip=_tooltip(reading, found, state),
        name=name,
        classes=_acted_on(verdict.words) if verdict else (),
        supply=supply,
        need=need,
    )


def _acted_on(words: Collection[Word]) -> tuple[Word, ...]:
    return tuple(w for w in sorted(words, key=ORDER.__getitem__) if w in ACTED_ON)


def _sums(balance: Balance | None) -> tuple[float | None, float | None]:
    """Supply and need; ``None`` where terms are unknown."""
    if balance is None:
        return 0.0, 0.0
    return (
        None if balance.supply_unknown else balance.supply,
        None if balance.need_unknown else balance.need,
    )


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
    if left < LEAST_NAME * DETAIL_SIZE:
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
    return least(amount.known, amount.unknown_makers, amount.unit)


def _tooltip(reading: Reading, product: Product, state: State) -> str:
    rows = [product.name, text(f"diagram.state.{state}")]
    rows += [product.definition] if product.definition else []
    for maker in reading.situation.makers(product.id)[:MOST_MAKERS]:
        capacity = maker.capacity
        words = (brief(maker.enterprise), making.standing(reading, capacity), _capacity(capacity))
        rows.append(" · ".join(words))
    return "\n".join(rows)


def _capacity(capacity: Capacity) -> str:
    if capacity.amount is None:
        return text("diagram.unknown")
    return f"{number(capacity.amount)} {capacity.unit}"
