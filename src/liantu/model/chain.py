"""A chain with its stages and sections, and what its office marks in it: key links, segments,
product lines. Frozen values like the other nouns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.issues import Place


@dataclass(frozen=True, slots=True)
class Stage:
    """An ordered band of a chain."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """A product in a stage of a chain."""

    product: str
    stage: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chain (板块) that can be shown alone."""

    id: str
    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class PlanText:
    """A paragraph that the office wrote itself for the plan of a chain (一链一策)."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyLink:
    """A 关键环节 of a chain: what it is for the chain (``kind``), and why."""

    product: str
    kind: str = ""
    why: str = ""
    inferred: bool = False
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """A 细分环节: products of a stage that stand together."""

    stage: str
    name: str
    products: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A 产品线: its stations in flow order. ``via`` says of a station why it follows the one before
    where no route takes that.
    """

    id: str
    name: str
    trunk: tuple[str, ...] = ()
    via: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """A key industry chain. ``sections`` is never empty; without 板块 there is one, id ``all``.

    ``leads`` are the 链主, the best known first; empty where none is known.
    """

    id: str
    name: str
    short: str
    field: str
    stages: tuple[Stage, ...]
    sections: tuple[Section, ...]
    leads: tuple[str, ...] = ()
    key: tuple[KeyLink, ...] = ()
    groups: tuple[Group, ...] = ()
    lines: tuple[Line, ...] = ()
    confidence: str = ""
    evidence: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()
    plan: tuple[PlanText, ...] = ()

    @property
    def label(self) -> str:
        """The short name, else the name; without the word 产业链 at its end, which titles add."""
        name = self.short or self.name
        return name.removesuffix("产业链") or name

    def rank(self, firm: str) -> int:
        """The place of an enterprise among the 链主; all others share the one behind them."""
        return self.leads.index(firm) if firm in self.leads else len(self.leads)

    def members(self, section: str | None = None) -> tuple[Member, ...]:
        """Members of one section, or of all with the first stage kept for a product named twice."""
        seen: dict[str, Member] = {}
        for part in self.sections:
            if section is None or part.id == section:
                for member in part.members:
                    seen.setdefault(member.product, member)
        return tuple(seen.values())
