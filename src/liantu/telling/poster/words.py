"""Names and amounts as 看板 tells them: short, without blanks, silent where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.model import Product
from liantu.model.verification import UNPLACED
from liantu.telling.figures import compact
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.wording import text

LEAST = 100.0
"""Tonnes a year from which an amount is told: less is a matter of a laboratory, not of a city."""
WEIGHED = {"t": 1.0, "m3": 1.0, "m2": 1.0, "kg": 0.001}
"""Base units that are no pieces, with what one of them counts against :data:`LEAST`."""


def names(reading: Reading, products: Iterable[str], most: int = 2) -> str:
    """``苯酚、丙酮等4种``: the first few, and how many there are."""
    found = list(dict.fromkeys(products))
    shown = text("poster.and").join(name(reading, p) for p in found[:most])
    return text("poster.more", names=shown, count=len(found)) if len(found) > most else shown


# -- makers


def makers(reading: Reading, product: str) -> tuple[str, ...]:
    """Enterprises that make it, the largest first; those first told of later come last."""
    running = [m for m in reading.situation.makers(product) if m.operating]
    running.sort(key=lambda m: m.late)
    return tuple(dict.fromkeys(m.enterprise.id for m in running))


def county(reading: Reading, enterprise: str) -> str:
    """Where it is; empty where no source says."""
    found = reading.atlas.enterprises[enterprise].county
    return "" if found == UNPLACED else found


def placed(reading: Reading, enterprise: str) -> str:
    """``鲁西集团（高新区）``, or the firm alone where its county is not known."""
    where = county(reading, enterprise)
    told = firm(reading, enterprise)
    return text("poster.noted", name=told, note=where) if where else told


# -- amounts


def is_told(product: Product, amount: float) -> bool:
    """Whether a yearly amount in the unit of the product is worth a line."""
    if product.base_unit not in WEIGHED:
        return amount > 0
    return amount * product.base_per_unit * WEIGHED[product.base_unit] >= LEAST


def made(reading: Reading, product: str) -> str:
    """``≥700万吨``: what is made a year, as far as makers say; empty if none does."""
    found = reading.situation.supply(product)
    if found is None or not is_told(reading.atlas.products[product], found.known):
        return ""
    return compact(found.known, found.unit, least=bool(found.unknown_makers))


def who(reading: Reading, product: str) -> str:
    """``鲁西集团等2家``: who makes it; empty where no firm is on record."""
    found = makers(reading, product)
    if not found:
        return ""
    told = firm(reading, found[0])
    return text("poster.firms", firm=told, count=len(found)) if len(found) > 1 else told


def maker(reading: Reading, product: str) -> str:
    """``鲁西集团等2家，20万吨/年``: who makes it and how much."""
    told, amount = who(reading, product), made(reading, product)
    return text("poster.making", firm=told, amount=amount) if told and amount else told


def balance(reading: Reading, product: str) -> Balance | None:
    """Supply and need of a product; ``None`` where it has none."""
    verdict = reading.verdicts.get(product)
    return verdict.balance if verdict else None


def need(reading: Reading, product: str) -> float:
    """The known need a year in the unit of the product, 0 where none is known or worth a line."""
    found = balance(reading, product)
    told = found is not None and is_told(reading.atlas.products[product], found.need)
    return found.need if found and told else 0.0


def needed(reading: Reading, product: str) -> str:
    """``≥17.7万吨``: the known need a year; empty where none is known."""
    found = balance(reading, product)
    if found is None or not need(reading, product):
        return ""
    return compact(found.need, found.unit, least=found.carried or bool(found.need_unknown))


# -- sentences


def sentence(*clauses: str) -> str:
    """The clauses that say something as one sentence; empty where none does."""
    said = text("poster.then").join(c for c in clauses if c)
    return text("poster.sentence", words=said) if said else ""
