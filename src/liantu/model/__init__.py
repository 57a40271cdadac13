"""Nouns of the domain and the atlas that holds them. No I/O, no Qt.

They are imported at the first use of one of them: the first frame of the window asks for what is
looked at (:mod:`liantu.model.focus`) and for none of them, and waits for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liantu.model.atlas import Atlas
    from liantu.model.chain import (
        Chain,
        Group,
        KeyLink,
        Line,
        Member,
        PlanText,
        Section,
        Stage,
    )
    from liantu.model.nouns import (
        Barrier,
        Basis,
        Byproduct,
        Capacity,
        Cost,
        Enterprise,
        EnterpriseKind,
        Flag,
        Honour,
        Input,
        Library,
        Product,
        Region,
        Role,
        Route,
        RouteKind,
        Rung,
        Scale,
        Source,
        Status,
        Unmapped,
    )
    from liantu.model.records import (
        Cluster,
        Figure,
        ListTemplate,
        Park,
        Phase,
        Project,
        ProjectState,
        Quantity,
        Supply,
        SupplyMode,
    )
    from liantu.model.sheets import SHEET_LISTS, ListSet, ListSheet

__all__ = [
    "SHEET_LISTS",
    "Atlas",
    "Barrier",
    "Basis",
    "Byproduct",
    "Capacity",
    "Chain",
    "Cluster",
    "Cost",
    "Enterprise",
    "EnterpriseKind",
    "Figure",
    "Flag",
    "Group",
    "Honour",
    "Input",
    "KeyLink",
    "Library",
    "Line",
    "ListSet",
    "ListSheet",
    "ListTemplate",
    "Member",
    "Park",
    "Phase",
    "PlanText",
    "Product",
    "Project",
    "ProjectState",
    "Quantity",
    "Region",
    "Role",
    "Route",
    "RouteKind",
    "Rung",
    "Scale",
    "Section",
    "Source",
    "Stage",
    "Status",
    "Supply",
    "SupplyMode",
    "Unmapped",
]

_HOMES = ("atlas", "chain", "nouns", "records", "sheets")
"""The modules of the names above."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A noun, from now on an ordinary name of this package."""
        if name in __all__:
            for home in (import_module(f"{__name__}.{module}") for module in _HOMES):
                globals().update({k: v for k, v in vars(home).items() if k in __all__})
            return globals()[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
