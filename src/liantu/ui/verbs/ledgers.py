"""台账: what is put into the ledgers from what is looked at, with what is known of it filled in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from liantu.model import Project
from liantu.model.target import Target
from liantu.telling.answer import answer
from liantu.ui.parts import Parts
from liantu.ui.verbs.change import can_edit, forms
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

_OPEN = "todo"
_DATED = {"request": "raised", "finding": "raised", "exit": "raised", "meeting": "date"}
"""Kinds of matters, with the key of the day on which they begin."""


_OF_CHAINS = ("policy", "enterprise")
_OF_NONE = ("assignment", "supply", "source", "park")
"""Kinds that name several chains, or none."""


def add_entry(parts: Parts, kind: str, chain: str = "") -> None:
    """A new row of a list, of a chain where one is chosen."""
    values: dict[str, Any] = {"chain": chain}
    if kind in _OF_CHAINS:
        values = {"chains": [chain]} if chain else {}
    _new(parts, kind, {} if kind in _OF_NONE else values)


def log_product(parts: Parts, product: str, chain: str = "") -> None:
    """A finding about a product: what the map says of it is the first wording."""
    reading = parts.reading
    words = answer(reading, product) if product in reading.verdicts else ""
    values = {"text": words, "product": product, "chain": reading.chain_for(product, chain)}
    _new(parts, "finding", values)


def log(parts: Parts, target: Target) -> None:
    """A finding about what a row tells: a product, or a visit that made it."""
    if target.kind == "project":
        log_project(parts, parts.reading.base.projects[target.id], "finding")
    elif target.kind == "product":
        log_product(parts, target.id, parts.selection.focus.chain)
    elif can_edit(parts):
        forms().of_visit(parts, target.id, _begun("finding"))


def log_project(parts: Parts, project: Project, kind: str) -> None:
    """A note about a project: a meeting of offices, an inspection, or a problem."""
    known = {
        "chain": project.chain,
        "county": project.county if project.county in _counties(parts) else "",
        "department": project.department,
    }
    own: dict[str, Any] = {"project": project.id, **known}
    if kind == "meeting":
        own |= {"kind": "project", "name": text("pool.log.meeting", name=project.name)}
        own["parties"] = [project.enterprise] if project.enterprise else []
    elif kind == "visit":
        del own["project"], own["department"]
        own |= {"kind": "inspection", "projects": [project.id], "office": project.department}
        own["enterprises"] = [project.enterprise] if project.enterprise else []
        own["date"] = datetime.date.today().isoformat()
    else:
        own |= {"text": project.problem, "enterprise": project.enterprise}
    _new(parts, kind, own)


def _counties(parts: Parts) -> tuple[str, ...]:
    return tuple(parts.reading.atlas.library.region.counties)


def log_finding(parts: Parts) -> None:
    """A finding about the selected product."""
    focus = parts.selection.focus
    log_product(parts, focus.product, focus.chain)


def log_request(parts: Parts) -> None:
    """A request of the selected enterprise."""
    firm = parts.selection.focus.enterprise
    county = parts.reading.atlas.enterprises[firm].county
    chain = parts.reading.chain_of_enterprise(firm, parts.selection.focus.chain)
    _new(parts, "request", {"enterprise": firm, "chain": chain, "county": county})


def _new(parts: Parts, kind: str, values: Mapping[str, Any]) -> None:
    if not can_edit(parts):
        return
    told = {**values, **_begun(kind)}
    forms().new(parts, kind, {key: value for key, value in told.items() if value})


def _begun(kind: str) -> dict[str, str]:
    """A matter begins today, and is open."""
    today = datetime.date.today().isoformat()
    if kind == "memo":
        return {"date": today, "state": "open"}
    return {_DATED[kind]: today, "status": _OPEN} if kind in _DATED else {}


def _has_product(parts: Parts) -> bool:
    return can_edit(parts) and parts.selection.focus.product in parts.reading.verdicts


def _has_firm(parts: Parts) -> bool:
    known = parts.reading.atlas.enterprises
    return can_edit(parts) and parts.selection.focus.enterprise in known


VERBS = (
    Verb(id="log_finding", menu=Menu.EDIT, run=log_finding, enabled=_has_product, apart=True),
    Verb(id="log_request", menu=Menu.EDIT, run=log_request, enabled=_has_firm),
)
ON_CARD = ("log_finding",)
"""Verbs in the menu of a card."""
IN_INSPECTOR = ("log_finding", "log_request")
"""Verbs below what is told of a thing."""
