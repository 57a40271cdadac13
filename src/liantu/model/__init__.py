"""Nouns of the domain and the atlas that holds them. No I/O, no Qt."""

from liantu.model.atlas import Atlas
from liantu.model.nouns import (
    Basis,
    Byproduct,
    Capacity,
    Chain,
    Enterprise,
    EnterpriseKind,
    Flag,
    Honour,
    Input,
    Library,
    Member,
    Product,
    Region,
    Route,
    RouteKind,
    Section,
    Source,
    Stage,
    Status,
    Unmapped,
)

__all__ = [
    "Atlas", "Basis", "Byproduct", "Capacity", "Chain", "Enterprise", "EnterpriseKind", "Flag",
    "Honour", "Input", "Library", "Member", "Product", "Region", "Route", "RouteKind", "Section",
    "Source", "Stage", "Status", "Unmapped",
]
