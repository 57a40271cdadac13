"""The kinds of the ledgers, as rows of ``model.records.RECORDS``."""

from __future__ import annotations

from liantu.model.kind import Kind
from liantu.model.ledgers import Assignment, Exit, Finding, Meeting, Policy, Request, Visit

LEDGERS = (
    Kind(
        "request",
        "requests",
        Request,
        "Q",
        {"enterprise": "enterprise", "project": "project", "chain": "chain"},
    ),
    Kind(
        "finding",
        "findings",
        Finding,
        "W",
        {
            "chain": "chain",
            "product": "product",
            "enterprise": "enterprise",
            "project": "project",
        },
    ),
    Kind(
        "visit",
        "visits",
        Visit,
        "V",
        {
            "chain": "chain",
            "enterprises": "enterprise",
            "projects": "project",
            "findings": "finding",
            "requests": "request",
        },
    ),
    Kind(
        "meeting",
        "meetings",
        Meeting,
        "M",
        {"chain": "chain", "product": "product", "project": "project", "parties": "enterprise"},
    ),
    Kind(
        "exit",
        "exits",
        Exit,
        "X",
        {"enterprise": "enterprise", "product": "product", "gate": "gate", "chain": "chain"},
    ),
    Kind(
        "assignment",
        "assignments",
        Assignment,
        "A",
        {"enterprise": "enterprise"},
        ("enterprise",),
    ),
    Kind(
        "policy",
        "policies",
        Policy,
        "Z",
        {"chains": "chain", "products": "product", "gates": "gate"},
        ("chains", "products", "gates"),
    ),
)
"""The rows of the ledgers in ``model.records.RECORDS``."""
