"""What a project's words say of a resource: an amount in the unit of its budget, and how exact."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.portfolio.nouns import Resource
from liantu.model.records import Project, Quantity

UNITS: Mapping[Resource, str] = {
    Resource.LAND: "亩",
    Resource.CAPITAL: "亿元",
    Resource.ENERGY: "万吨标准煤",
    Resource.EMISSION: "吨",
}
"""Units of budgets and needs: land and capital once, energy and emissions a year."""
_FACTORS: Mapping[Resource, Mapping[str, float]] = {
    Resource.LAND: {"亩": 1.0, "公顷": 15.0, "平方米": 0.0015, "万平方米": 15.0},
    Resource.CAPITAL: {"亿元": 1.0, "万元": 1e-4, "元": 1e-8},
    Resource.ENERGY: {"万吨标准煤": 1.0, "吨标准煤": 1e-4, "万吨标煤": 1.0, "吨标煤": 1e-4},
    Resource.EMISSION: {"吨": 1.0, "t": 1.0, "千克": 1e-3, "万吨": 1e4},
}
"""Units that are read; what needs a rate that nobody said (美元, 千瓦时) is unknown."""
_LEAST = ("以上", "超", "余", "不低于", "不少于", "至少", "逾")
_MOST = ("不超过", "以下", "以内", "至多", "不高于", "不大于", "最多")
_ABOUT = ("约", "左右", "近", "预计", "估")


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
    return {resource: _need(resource, quantity) for resource, quantity in told.items()}


def _need(resource: Resource, quantity: Quantity | None) -> Need:
    if quantity is None:
        return Need()
    factor = _FACTORS[resource].get(quantity.unit)
    known = quantity.amount is not None and factor is not None
    amount = round((quantity.amount or 0.0) * (factor or 0.0), 9) if known else None
    return Need(amount, exactness(quantity.text), quantity.text)


def exactness(text: str) -> Exactness:
    """How exact the words mean the number to be; 不超过 is no 超."""
    if any(word in text for word in _MOST):
        return Exactness.MOST
    if any(word in text for word in _LEAST):
        return Exactness.LEAST
    return Exactness.ABOUT if any(word in text for word in _ABOUT) else Exactness.EXACT
