"""The card of one product: what the reading says of it, in the words that fit."""

from __future__ import annotations

from collections.abc import Collection

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Amount, Maker, Situation
from liantu.diagram import measure
from liantu.diagram.views.map_view import (
    CARD_HEIGHT,
    CARD_WIDTH,
    DETAIL_SIZE,
    INSET,
    RIGHT,
    Card,
)
from liantu.model import Product, RouteKind, Status
from liantu.model.classes import ACTED_ON, ORDER, Word
from liantu.model.plants import holds_at
from liantu.model.standing import LOCAL, SOLE, Standing
from liantu.telling import figures, making
from liantu.telling.line import joined
from liantu.telling.names import brief, capped
from liantu.telling.standing import class_word, standing_word, tag_words
from liantu.wording import text

TITLE_SIZE = 13.0
SMALL_TITLE_SIZE = 11.0
"""Type of a name that needs two lines."""
TEXT_WIDTH = CARD_WIDTH - INSET - RIGHT
BADGE_WIDTH = 27.0
"""Room at the upper right for the badge of a class."""
BADGE_PITCH = 21.0
"""What each of several badges takes of it."""
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
    standing = reading.situation.standing(product)
    doors = tuple(c for c in reading.atlas.chains_of.get(product, ()) if c != chain)
    name = f"{found.name} [{product}]" if found.name in twins else found.name
    verdict = reading.verdicts.get(product)
    classes = _acted_on(verdict) if verdict else ()
    sole = next((t for t in verdict.tags if t in SOLE), None) if verdict else None
    lines, size = _title(name, len(classes) + bool(sole))
    room = TEXT_WIDTH - (DOOR_WIDTH if doors else 0.0)
    supply, need = _sums(verdict.balance) if verdict else (0.0, 0.0)
    return Card(
        id=product,
        title=lines,
        title_size=size,
        detail=_detail(reading.situation, found, standing, room),
        standing=standing,
        width=CARD_WIDTH,
        height=CARD_HEIGHT,
        band=band,
        doors=doors,
        tooltip=tooltip(reading, found, standing),
        name=name,
        classes=classes,
        supply=supply,
        need=need,
        sole=sole,
    )


def _acted_on(verdict: Verdict) -> tuple[Word, ...]:
    """What policy closes is secured from outside and asks for nothing."""
    if verdict.standing is Standing.SHUT:
        return ()
    return tuple(w for w in sorted(verdict.words, key=ORDER.__getitem__) if w in ACTED_ON)


def _sums(balance: Balance | None) -> tuple[float | None, float | None]:
    """Supply and need; ``None`` where terms are unknown."""
    if balance is None:
        return 0.0, 0.0
    return (
        None if balance.supply_unknown else balance.supply,
        None if balance.need_unknown else balance.need,
    )


def _title(name: str, badges: int) -> tuple[tuple[str, ...], float]:
    room = TEXT_WIDTH - max(BADGE_WIDTH, badges * BADGE_PITCH)
    if measure.width(name, TITLE_SIZE, bold=True) <= room:
        return (name,), TITLE_SIZE
    lines = measure.wrap(name, SMALL_TITLE_SIZE, room, 2, bold=True)
    rest = name.strip().removeprefix(lines[0]).lstrip()
    whole = measure.cut_inside(rest, SMALL_TITLE_SIZE, room, bold=True)
    return (lines[0], whole) if rest else lines, SMALL_TITLE_SIZE


def _detail(situation: Situation, product: Product, standing: Standing, room: float) -> str:
    if standing not in LOCAL:
        return measure.cut(_plans(situation, product, standing), DETAIL_SIZE, room)
    if standing is not Standing.MADE:
        return measure.cut(text(f"diagram.{standing}"), DETAIL_SIZE, room)
    names = list(dict.fromkeys(brief(m.enterprise) for m in _operating(situation, product.id)))
    amount = _amount(situation.supply(product.id))
    more = f"+{len(names) - 1}" if len(names) > 1 else ""
    tail = f"{more} {amount}"
    left = room - measure.width(tail, DETAIL_SIZE)
    if left < LEAST_NAME * DETAIL_SIZE:
        tail, left = more, room - measure.width(more, DETAIL_SIZE)
    return measure.cut(names[0], DETAIL_SIZE, left) + tail


def _plans(situation: Situation, product: Product, standing: Standing) -> str:
    """What is coming, or how the product is had today."""
    for status in (Status.BUILDING, Status.PLANNED):
        for maker in situation.makers(product.id):
            if maker.capacity.status is status and holds_at(maker.capacity, situation.day):
                return text(f"diagram.{status}", maker=brief(maker.enterprise))
    if standing is Standing.SHUT:
        return text("diagram.policy")
    if standing is Standing.EXTERNAL and product.utility:
        return text("diagram.utility")
    word = text(f"standing.standing.{standing}")
    bought = any(route.kind is RouteKind.BOUGHT for route in product.routes)
    absent = standing not in (Standing.EXTERNAL, Standing.CAPTIVE)
    return text("diagram.bought", word=word) if bought and absent else word


def _operating(situation: Situation, product: str) -> list[Maker]:
    return [m for m in situation.makers(product) if m.operating]


def _amount(amount: Amount | None) -> str:
    """A sum of nothing is unknown, also where who makes it told so only later."""
    if amount is None or not amount.known:
        return text("diagram.unknown")
    return figures.least(amount.known, amount.unknown_makers, amount.unit)


def tooltip(reading: Reading, product: Product, standing: Standing) -> str:
    """What is said of a product under the mouse, line by line."""
    rows = [product.name, _stands(reading, product, standing)]
    rows += [product.definition] if product.definition else []
    makers = [_maker(reading, maker) for maker in reading.situation.makers(product.id)]
    return "\n".join([*rows, *capped(makers, MOST_MAKERS)])


def _maker(reading: Reading, maker: Maker) -> str:
    capacity = maker.capacity
    return " · ".join(
        (
            brief(maker.enterprise),
            making.standing(reading, capacity),
            figures.capacity(capacity),
        )
    )


def _stands(reading: Reading, product: Product, standing: Standing) -> str:
    """Its standing with classes (疑似 where nobody has looked) and tags."""
    verdict = reading.verdicts.get(product.id)
    if verdict is None or standing is Standing.SHUT:
        return text("diagram.policy" if standing is Standing.SHUT else "diagram.utility")
    words = (class_word(verdict, word) for word in verdict.words)
    return joined(standing_word(verdict), *words, *tag_words(verdict))
