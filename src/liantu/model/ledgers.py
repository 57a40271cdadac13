"""The ledgers (台账) of an office: what enterprises ask for, what visits find, what is agreed, what
leaves, who looks after whom, and what support there is.

Offices and posts are named, never a person's private data. Dates are ISO texts, as exact as they
were written; an empty one is not known.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Progress(enum.StrEnum):
    """How far a matter is: 待办, 在办, 办结, 挂起."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    HELD = "held"


class RequestKind(enum.StrEnum):
    """What an enterprise asks for."""

    LAND = "land"
    ENERGY = "energy"
    LABOUR = "labour"
    FINANCE = "finance"
    PERMIT = "permit"
    MARKET = "market"
    TECHNOLOGY = "technology"
    OTHER = "other"


class VisitKind(enum.StrEnum):
    """Who visits: the chief of the chain (巡链), experts (诊链), an office (走访), or those who see
    how projects get on (督导).
    """

    CHIEF = "chief"
    EXPERT = "expert"
    OFFICE = "office"
    INSPECTION = "inspection"


class MeetingKind(enum.StrEnum):
    """Who is brought together: 供需, 银企, 产学研, the offices about a project (会商), 其他."""

    TRADE = "trade"
    BANK = "bank"
    RESEARCH = "research"
    PROJECT = "project"
    OTHER = "other"


class SupportKind(enum.StrEnum):
    """What a policy gives."""

    FUNDS = "funds"
    TAX = "tax"
    LOAN = "loan"
    LAND = "land"
    ENERGY = "energy"
    TALENT = "talent"
    TECHNOLOGY = "technology"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Request:
    """诉求: a matter of an enterprise. ``owner`` names one that is not on record."""

    id: str
    text: str
    status: Progress
    kind: RequestKind = RequestKind.OTHER
    enterprise: str = ""
    owner: str = ""
    project: str = ""
    chain: str = ""
    county: str = ""
    department: str = ""
    raised: str = ""
    due: str = ""
    done: str = ""
    result: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """问题: what a visit or a look at the map found, and who sees to it."""

    id: str
    text: str
    status: Progress
    chain: str = ""
    product: str = ""
    enterprise: str = ""
    project: str = ""
    county: str = ""
    department: str = ""
    raised: str = ""
    due: str = ""
    done: str = ""
    result: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """巡链, 诊链 or 走访 on a day, led by ``office``, with what came of it."""

    id: str
    date: str
    kind: VisitKind
    office: str = ""
    chain: str = ""
    county: str = ""
    enterprises: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    text: str = ""
    findings: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """对接: parties are brought together; what follows is ``due`` on a day. ``others`` are parties
    that are not on record.
    """

    id: str
    name: str
    date: str
    kind: MeetingKind
    status: Progress
    chain: str = ""
    product: str = ""
    project: str = ""
    county: str = ""
    parties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    department: str = ""
    due: str = ""
    done: str = ""
    result: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exit:
    """落后产能退出: what is closed (``text``), by which rule; ``amount`` unknown = ``None``."""

    id: str
    text: str
    status: Progress
    enterprise: str = ""
    owner: str = ""
    product: str = ""
    amount: float | None = None
    unit: str = ""
    rule: str = ""
    gate: str = ""
    chain: str = ""
    county: str = ""
    department: str = ""
    raised: str = ""
    due: str = ""
    done: str = ""
    result: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """助企专员: office and post beside an enterprise; ``until`` is the last day."""

    id: str
    enterprise: str
    office: str
    post: str = ""
    since: str = ""
    until: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """惠企政策 with its conditions: one of the ``honours`` (words of a title or its level), of the
    ``chains``, of the ``counties``, of the ``products``, or a product under one of ``gates``. An
    empty condition asks nothing; ``other`` is what no data can tell. It holds from ``since``
    until the end of ``until``.
    """

    id: str
    name: str
    support: SupportKind
    issuer: str = ""
    number: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    honours: tuple[str, ...] = ()
    chains: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    other: str = ""
    office: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


Matter = Request | Finding | Meeting | Exit
"""What is done by a day or is late."""
