"""What a project's words say of a resource: an amount in the unit of its budget, and how exact.

Land and capital are counted once, energy and emissions by the year. A unit that needs a rate which
nobody said (万美元, 千瓦时) makes the amount unknown, and so do words that say that it is something
else (中央补助 610 万元 is no investment). The words are in ``wording/portfolio.json``.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.portfolio.nouns import Resource
from liantu.model.records import Project, Quantity
from liantu.wording import text

FIELDS: Mapping[Resource, str] = {
    Resource.LAND: "land",
    Resource.CAPITAL: "investment",
    Resource.ENERGY: "energy",
    Resource.EMISSION: "emissions",
}
"""Where a project says what it asks of a resource."""


class Exactness(enum.StrEnum):
    """How the source means its number: at least, at most, about."""

    EXACT = "exact"
    LEAST = "least"
    MOST = "most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Need:
    """What a project asks of a resource: ``amount`` in its unit, ``None`` where it is not known;
    ``text``: the words of the source, empty where it says nothing.
    """

    amount: float | None = None
    exactness: Exactness = Exactness.EXACT
    text: str = ""


def needs_of(project: Project) -> dict[Resource, Need]:
    """What a project asks of each resource."""
    told = {
        Resource.LAND: project.land,
        Resource.CAPITAL: project.investment,
        Resource.ENERGY: project.energy,
        Resource.EMISSION: project.emissions,
    }
    return {resource: need(resource, quantity) for resource, quantity in told.items()}


def need(resource: Resource, quantity: Quantity | None) -> Need:
    """What a quantity says of a resource."""
    if quantity is None:
        return Need()
    part = _says(quantity.text, "portfolio.read.part")
    told = quantity.amount
    amount = None if part or told is None else in_units(resource, told, quantity.unit)
    return Need(amount, exactness(quantity.text), quantity.text)


def in_units(resource: Resource, amount: float, of: str) -> float | None:
    """An amount in the unit of budgets; ``None`` where ``of`` is no unit that goes over into it."""
    factor = _factors(resource).get(of)
    return None if factor is None else round(amount * factor, 9)


def unit(resource: Resource) -> str:
    """The unit of budgets and needs."""
    return text(f"portfolio.unit.{resource}")


def exactness(told: str) -> Exactness:
    """How exact the words mean the number to be; 不超过 is no 超."""
    if _says(told, "portfolio.read.most"):
        return Exactness.MOST
    if _says(told, "portfolio.read.least"):
        return Exactness.LEAST
    return Exactness.ABOUT if _says(told, "portfolio.read.about") else Exactness.EXACT


def _says(told: str, code: str) -> bool:
    return any(word in told for word in _listed(code))


@functools.cache
def _listed(code: str) -> tuple[str, ...]:
    return tuple(text(code).split("、"))


@functools.cache
def _factors(resource: Resource) -> Mapping[str, float]:
    pairs = (pair.split("=") for pair in _listed(f"portfolio.read.{resource}"))
    return {name: float(factor) for name, factor in pairs}
