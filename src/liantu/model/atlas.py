"""The atlas: everything loaded, as one immutable value with look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from liantu.issues import Place
from liantu.model.chain import Chain
from liantu.model.nouns import Capacity, Enterprise, Library, Product
from liantu.model.records import Project, Records, Supply
from liantu.model.target import Target
from liantu.model.verification import Declaration, Reply
from liantu.once import once
from liantu.wording import text

NAMED = 8
"""How many unread files a paper names."""


@dataclass(frozen=True, kw_only=True)
class Atlas(Records):
    """Everything loaded from one data folder: its nouns, and its records as inherited.

    ``places`` maps ``"product:bpa"``, ``"chain:…"``, ``"enterprise:…"``, ``"source:…"`` to the
    spot where the thing is defined. ``unread`` names the files that could not be read: what they
    hold is missing here, and every paper has to say so.
    """

    library: Library
    chains: Mapping[str, Chain] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    enterprises: Mapping[str, Enterprise] = field(default_factory=dict)
    answers: tuple[Reply, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def lacking(self) -> str:
        """The sentence that says which files are missing here; empty where none is."""
        if not self.unread:
            return ""
        files = "、".join(self.unread[:NAMED]) + ("……" if len(self.unread) > NAMED else "")
        return text("library.unread", count=len(self.unread), files=files)

    @property
    def statement(self) -> str:
        """What the folder says about its data, after what is missing of it."""
        return " ".join(filter(None, (self.lacking, self.library.statement)))

    def has(self, target: Target) -> bool:
        """Whether there is the chain, product, enterprise or project that was chosen."""
        things: Mapping[str, Mapping[str, object]] = {
            "chain": self.chains,
            "product": self.products,
            "enterprise": self.enterprises,
            "project": self.projects,
        }
        return target.id in things.get(target.kind, {})

    @once
    def makers(self) -> Mapping[str, tuple[tuple[Enterprise, Capacity], ...]]:
        """Product id → every (enterprise, capacity) that names it, whatever its status."""
        found: defaultdict[str, list[tuple[Enterprise, Capacity]]] = defaultdict(list)
        for enterprise in self.enterprises.values():
            for capacity in enterprise.capacities:
                found[capacity.product].append((enterprise, capacity))
        return MappingProxyType({key: tuple(value) for key, value in found.items()})

    @once
    def consumers(self) -> Mapping[str, tuple[str, ...]]:
        """Product id → ids of the products of which some route consumes it, in atlas order."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for product in self.products.values():
            for route in product.routes:
                for item in route.inputs:
                    found[item.product][product.id] = None
        return MappingProxyType({key: tuple(value) for key, value in found.items()})

    @once
    def chains_of(self) -> Mapping[str, tuple[str, ...]]:
        """Product id → ids of the chains that show it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for chain in self.chains.values():
            for member in chain.members():
                found[member.product].append(chain.id)
        return MappingProxyType({key: tuple(value) for key, value in found.items()})

    @once
    def classed(self) -> Mapping[str, tuple[str, ...]]:
        """Every beginning of an industry class (GB/T 4754), the empty one too → ids of its
        products: a rule over classes finds them without looking through all.
        """
        found: defaultdict[str, list[str]] = defaultdict(list)
        for product in self.products.values():
            for end in range(len(product.gbt) + 1):
                found[product.gbt[:end]].append(product.id)
        return MappingProxyType({key: tuple(value) for key, value in found.items()})

    @once
    def projects_at(self) -> Mapping[tuple[str, str], tuple[Project, ...]]:
        """``("product" | "enterprise" | "chain", id)`` → the projects that touch it."""
        found: defaultdict[tuple[str, str], list[Project]] = defaultdict(list)
        for project in self.projects.values():
            ends = {("product", phase.product) for phase in project.phases}
            ends |= {("enterprise", project.enterprise), ("chain", project.chain)}
            for end in ends:
                found[end].append(project)
        return MappingProxyType({key: tuple(value) for key, value in found.items()})

    @once
    def supplies_at(self) -> Mapping[tuple[str, str], tuple[Supply, ...]]:
        """``("product" | "enterprise", id)`` → recorded supplies of it or with it at an end."""
        found: defaultdict[tuple[str, str], list[Supply]] = defaultdict(list)
        for supply in self.supplies.values():
            firms = {("enterprise", supply.supplier), ("enterprise", supply.customer)}
            for end in {("product", supply.product), *firms}:
                found[end].append(supply)
        return MappingProxyType({key: tuple(value) for key, value in found.items()})

    def inputs_of(self, product: str) -> tuple[str, ...]:
        """Ids of the products that some route of ``product`` consumes, in atlas order."""
        routes = self.products[product].routes
        return tuple({item.product: None for route in routes for item in route.inputs})
