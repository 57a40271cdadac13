"""What may be done at all: policy gates on products, with what was read of them.

A gate speaks only from its day on, and only as far as it was read: one that is merely inferred
asks, it never closes. A product without a gate is *unknown*, not allowed.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from liantu.issues import Place


class GateKind(enum.StrEnum):
    """Where a gate comes from: 产业结构调整指导目录, 两高名单, 产能置换, 化工入园, a capacity that
    the city has closed, or a ban outside the catalogue (treaty, notice, access condition).
    """

    CATALOGUE = "catalogue"
    TWO_HIGH = "two_high"
    REPLACE = "replace"
    PARK = "park"
    EXIT = "exit"
    BAN = "ban"


class CatalogueClass(enum.StrEnum):
    """The three classes of the catalogue, in its own words."""

    ENCOURAGED = "鼓励"
    LIMITED = "限制"
    ABOLISHED = "淘汰"


class Effect(enum.StrEnum):
    """What a gate does, the strongest first: no way for new capacity; only under a condition;
    ask the authority first; closed further up; only to be known.
    """

    SHUT = "shut"
    CONDITION = "condition"
    ASK = "ask"
    INDIRECT = "indirect"
    NOTE = "note"


_USUAL = {
    GateKind.EXIT: Effect.SHUT,
    GateKind.REPLACE: Effect.SHUT,
    GateKind.BAN: Effect.SHUT,
    GateKind.PARK: Effect.CONDITION,
    GateKind.TWO_HIGH: Effect.ASK,
}


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate of one product, or a rule over ``products`` and over prefixes of industry classes
    (``gbt``, GB/T 4754) but for ``exempt``.

    ``item`` is the number of the entry as read, ``text`` what it says. It holds from ``since``
    until before ``until`` (empty: always). ``stated`` is the effect that the file names.
    """

    kind: GateKind
    id: str = ""
    catalogue: CatalogueClass | None = None
    item: str = ""
    text: str = ""
    edition: str = ""
    since: str = ""
    until: str = ""
    grade: str = ""
    stated: Effect | None = None
    products: tuple[str, ...] = ()
    gbt: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    note: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    @property
    def effect(self) -> Effect:
        """What it does: as stated, else what its kind usually does; inferred, it asks at most."""
        found = self.stated or self._usual
        return Effect.ASK if self.inferred and found is Effect.SHUT else found

    @property
    def _usual(self) -> Effect:
        if self.kind is GateKind.CATALOGUE:
            bound = self.catalogue in (CatalogueClass.LIMITED, CatalogueClass.ABOLISHED)
            return Effect.SHUT if bound else Effect.NOTE
        return _USUAL[self.kind]

    @property
    def favours(self) -> bool:
        """Whether it is an encouraged entry whose number was read."""
        encouraged = self.catalogue is CatalogueClass.ENCOURAGED
        return encouraged and bool(self.item) and not self.inferred

    def holds(self, day: str) -> bool:
        """Whether it holds on ``day`` (ISO); an unknown day binds nothing."""
        if not day:
            return not self.until
        return self.since <= day and (not self.until or day < self.until)

    def covers(self, product: str, code: str) -> bool:
        """Whether the rule speaks of ``product`` with the industry class ``code``."""
        if product in self.exempt:
            return False
        return product in self.products or (bool(self.gbt) and code.startswith(self.gbt))
