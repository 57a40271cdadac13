"""The kinds of things that an atlas holds by id, as one table: reading, checks and edits follow it.

A new kind is a class in ``records``, a field of :class:`Atlas`, a row here and its declared fields
in ``library.record_fields``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from liantu.model.nouns import Chain, Enterprise, Product, Source
from liantu.model.records import Cluster, Figure, ListTemplate, Project, Supply


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing.

    ``name`` is that of places (``project:P001``) and references, ``attribute`` that of the
    mapping in the atlas and of the key in files; ``prefix`` begins the ids of new ones.
    ``refers`` maps fields, also of the things inside (``phases.product``), to the kind they name:
    a reference that leads nowhere is emptied there, the thing itself stays.
    """

    name: str
    attribute: str
    type: type[Any]
    prefix: str = ""
    refers: Mapping[str, str] = field(default_factory=dict)


KINDS = (
    Kind("chain", "chains", Chain),
    Kind("product", "products", Product),
    Kind("enterprise", "enterprises", Enterprise),
    Kind("source", "sources", Source),
    Kind(
        "project",
        "projects",
        Project,
        "P",
        {"chain": "chain", "enterprise": "enterprise", "phases.product": "product"},
    ),
    Kind(
        "supply",
        "supplies",
        Supply,
        "S",
        {"product": "product", "supplier": "enterprise", "customer": "enterprise"},
    ),
    Kind("cluster", "clusters", Cluster, "K", {"chain": "chain"}),
    Kind("figure", "figures", Figure, "SF"),
    Kind("template", "templates", ListTemplate, "WL"),
)
RECORDS = KINDS[3:]
"""The kinds that are read as they stand: no unit, chain or county has to be known first."""
