"""What could take what is over now: products not made here that need it, and what else they need.

A surplus is only good news where somebody takes it, so a comparison tells who could.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import RANKED
from liantu.model.target import Target
from liantu.numerals import plain
from liantu.telling.standing import class_words
from liantu.telling.versions.comparison import Comparison
from liantu.wording import text

TAKES, BESIDE = "takes", "beside"
RATE = 3
"""Significant digits of a rate."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OpeningRow:
    """A product that is not made here. ``takes``: it could take ``supplied``, of which there is
    more over than before, so much (``rate``) for each of it. ``beside``: who takes needs it as
    well (``supplied`` names that taker).
    """

    product: str
    how: str
    name: str
    supplied: str
    rate: str
    beside: tuple[str, ...]
    state: str
    target: Target

    @property
    def line(self) -> str:
        """``环氧树脂（还要环氧氯丙烷）``, ``环氧氯丙烷（配套环氧树脂）``."""
        if self.how == BESIDE:
            return text("version.opening.beside", name=self.name, taker=self.supplied)
        if not self.beside:
            return self.name
        return text("version.opening.with", name=self.name, names="、".join(self.beside))


def opening_rows(found: Comparison) -> list[OpeningRow]:
    """Takers of each product of which more is over, as the board 延链 ranks them, each followed by
    what it needs beside it and nobody here makes.
    """
    reading = found.after.reading
    place = {score.product: at for at, score in enumerate(reading.rows(Board.EXTEND))}
    rows: dict[str, OpeningRow] = {}
    for product in _over(found):
        takers = _takers(reading, product)
        for taker in sorted(takers, key=lambda one: place.get(one, len(place))):
            lacks = _lacks(reading, taker)
            rows.setdefault(taker, _taker(reading, product, taker, takers[taker], lacks))
            for other in lacks:
                rows.setdefault(other, _other(reading, other, taker))
    return list(rows.values())


def _over(found: Comparison) -> Iterator[str]:
    """Products of which more is over after than before, the largest share first. Where users or,
    before, makers did not say how much, nobody knows that there is more.
    """
    gains = {}
    for product, (old, new) in found.moved.items():
        more = (new.surplus or 0.0) if new else 0.0
        if new is None or more <= 0 or (old is not None and old.supply_unknown):
            continue
        gain = more - max((old.surplus or 0.0) if old else 0.0, 0.0)
        if gain > 0:
            gains[product] = gain / new.supply
    yield from sorted(gains, key=lambda product: -gains[product])


def _takers(reading: Reading, product: str) -> Mapping[str, str]:
    """Gaps that take ``product`` as a main material or part, with how much for each."""
    found = {}
    for taker in reading.atlas.consumers.get(product, ()):
        verdict = reading.verdicts.get(taker)
        if verdict is not None and _is_open(verdict) and product in verdict.fed:
            found[taker] = _rate(reading, taker, product)
    return found


def _is_open(verdict: Verdict) -> bool:
    return not verdict.local and bool(RANKED.intersection(verdict.words))


def _rate(reading: Reading, taker: str, product: str) -> str:
    """``0.681``: how much of ``product`` one of ``taker`` takes; empty where nobody knows."""
    for route in reading.situation.routes(taker):
        share = reading.situation.recipes.shares(taker, route).get(product)
        if share is not None and share.per_unit:
            one = reading.atlas.products[taker].base_unit
            amount = plain(share.per_unit, RATE)
            return text("version.opening.rate", amount=amount, unit=share.unit, one=one)
    return ""


def _lacks(reading: Reading, taker: str) -> tuple[str, ...]:
    """Mains and parts of the taker that nobody here makes and that do not come from outside by
    their nature.
    """
    situation, needed = reading.situation, list[str]()
    for route in situation.routes(taker)[:1]:
        shares = situation.recipes.shares(taker, route)
        needed = [p for p, share in shares.items() if share.counts]
    known = ((p, reading.verdicts.get(p)) for p in needed)
    return tuple(p for p, v in known if v is not None and not v.local and v.words)


def _taker(
    reading: Reading, product: str, taker: str, rate: str, lacks: tuple[str, ...]
) -> OpeningRow:
    products = reading.atlas.products
    return OpeningRow(
        product=taker,
        how=TAKES,
        name=products[taker].label,
        supplied=products[product].label,
        rate=rate,
        beside=tuple(products[one].label for one in lacks),
        state=class_words(reading.verdicts[taker]),
        target=Target("product", taker),
    )


def _other(reading: Reading, product: str, taker: str) -> OpeningRow:
    products = reading.atlas.products
    return OpeningRow(
        product=product,
        how=BESIDE,
        name=products[product].label,
        supplied=products[taker].label,
        rate="",
        beside=(),
        state=class_words(reading.verdicts[product]),
        target=Target("product", product),
    )
