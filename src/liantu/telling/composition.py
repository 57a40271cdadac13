"""Of what a chain consists: how many of its products stand how, sure and suspected apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model.classes import ACTED_ON, Word
from liantu.telling.mark import Look, Mark, mark, marks

_ORDER: tuple[Word | Look, ...] = (Look.HERE, *ACTED_ON, Word.OPEN, Look.POLICY, Look.OUTSIDE)


@dataclass(frozen=True, slots=True)
class Piece:
    """``count`` products with the same mark."""

    mark: Mark
    count: int

    @property
    def word(self) -> str:
        """The class whose list shows them; empty where they have none."""
        return self.mark.look.value if isinstance(self.mark.look, Word) else ""


def composition(reading: Reading, chain: str) -> tuple[Piece, ...]:
    """The pieces of a chain in their order: made here first, from outside last."""
    return composed(reading, (m.product for m in reading.atlas.chains[chain].members()))


def besides(reading: Reading, chain: str) -> tuple[Mark, ...]:
    """What is weak or thin of what a chain's firms make, each once."""
    found = {
        word
        for member in reading.atlas.chains[chain].members()
        if member.product in reading.atlas.products
        for word in marks(reading, member.product)[1:]
    }
    order = {look: at for at, look in enumerate(_ORDER)}
    return tuple(sorted(found, key=lambda m: order.get(m.look, len(order))))


def whole_composition(reading: Reading) -> tuple[Piece, ...]:
    """The pieces of all chains together: what several of them show counts once."""
    return composed(reading, reading.atlas.chains_of)


def composed(reading: Reading, products: Iterable[str]) -> tuple[Piece, ...]:
    """The pieces of some products, each of which counts once."""
    known = (p for p in dict.fromkeys(products) if p in reading.atlas.products)
    found = Counter(mark(reading, product) for product in known)
    order = {look: at for at, look in enumerate(_ORDER)}
    marks = sorted(found, key=lambda m: (order.get(m.look, len(order)), m.hollow, -found[m]))
    return tuple(Piece(m, found[m]) for m in marks)
