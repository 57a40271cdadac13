"""How the city is looked at: a date and assumptions, with a name; part of every result and export.

A :class:`Scenario` says what differs from how the data folder asks to be looked at; without any
assumption it is 现状, at whatever date. :class:`Switches` are what a diagnosis goes by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from liantu.model.boards import CRITERIA, Board, Weights, weighted
from liantu.model.drill import NO_DRILL, Drill
from liantu.model.nouns import Library, Product, Status


@dataclass(frozen=True)
class Switches:
    """Assumptions of a diagnosis.

    ``external``: products that may be bought beside the raw ones (允许外购). ``ambition``: raw
    products that the city wants to make itself. ``utilisation``: share of capacity in use.
    ``thin``: cover ratio below which a link is 细. ``counting``: statuses that count. ``weights``:
    those of the boards.
    """

    external: frozenset[str] = frozenset()
    ambition: frozenset[str] = frozenset()
    utilisation: float = 1.0
    thin: float = 1.0
    counting: frozenset[Status] = frozenset({Status.OPERATING})
    weights: Weights = field(default_factory=lambda: weighted({}))

    def buys(self, product: Product) -> bool:
        """Whether the product may come from outside without being a gap."""
        outside = product.raw or product.utility or product.id in self.external
        return outside and product.id not in self.ambition

    def outside(self, products: Iterable[Product]) -> frozenset[str]:
        """Ids of those of ``products`` that may come from outside."""
        return frozenset(p.id for p in products if self.buys(p))


DEFAULT = Switches()


@dataclass(frozen=True, slots=True)
class ProjectChoice:
    """A project that is taken to run, or (not ``on``) not to count at all.

    ``phase`` counts its phases from 1; ``None``: all that is not yet in operation, or for one that
    is off the whole project. ``since`` is the day from which it holds (ISO, as exact as it is
    asked; empty: whatever date is looked at).
    """

    project: str
    on: bool = True
    phase: int | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """An enterprise that makes nothing from ``since`` on (empty: at any date)."""

    enterprise: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Plant:
    """What an enterprise is taken to make of a product instead of what is on record: ``amount``
    in ``unit`` (``None``: it makes it, nobody says how much) from ``since`` on.
    """

    enterprise: str
    product: str
    amount: float | None = None
    unit: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way to look at the city. ``id`` and ``name`` are empty where it was not kept as yet.

    ``date`` is the 口径日期 (ISO text, as exact as it was asked; empty: that of the edition, or for
    a kept scenario whatever date is looked at). Of the assumptions only what differs from the
    folder's own is told: ``None`` and empty follow the folder. ``counting``: statuses that count
    beside 在产. The ``drill`` changes no diagnosis.
    """

    id: str = ""
    name: str = ""
    note: str = ""
    date: str = ""
    external: tuple[str, ...] = ()
    ambition: tuple[str, ...] = ()
    utilisation: float | None = None
    thin: float | None = None
    counting: tuple[Status, ...] = ()
    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    projects: tuple[ProjectChoice, ...] = ()
    stops: tuple[Stop, ...] = ()
    plants: tuple[Plant, ...] = ()
    drill: Drill = NO_DRILL

    @property
    def assumes(self) -> bool:
        """Whether anything is assumed; a date alone is none."""
        return self.unnamed != Scenario(date=self.date)

    @property
    def supposes(self) -> bool:
        """Whether plants run or stand still other than on record."""
        return bool(self.projects or self.stops or self.plants)

    @property
    def unnamed(self) -> Scenario:
        """The same assumptions at the same date under no name."""
        return replace(self, id="", name="", note="")

    def alike(self, other: Scenario) -> bool:
        """Whether both look at the city in the same way, whatever they are called."""
        return self.unnamed == other.unnamed

    def switches(self, library: Library) -> Switches:
        """The assumptions of a diagnosis of a folder with these settings."""
        own = weighted(library.weights)
        return Switches(
            external=frozenset(self.external),
            ambition=frozenset(self.ambition),
            utilisation=library.utilisation if self.utilisation is None else self.utilisation,
            thin=library.thin if self.thin is None else self.thin,
            counting=frozenset({Status.OPERATING, *self.counting}),
            weights={board: {**own[board], **self.weights.get(board, {})} for board in Board},
        )

    def assuming(self, switches: Switches, library: Library) -> Scenario:
        """The scenario with other switches: what is as the folder asks is left to the folder."""
        own = Scenario().switches(library)
        return replace(
            self,
            external=tuple(sorted(switches.external)),
            ambition=tuple(sorted(switches.ambition)),
            utilisation=None if switches.utilisation == own.utilisation else switches.utilisation,
            thin=None if switches.thin == own.thin else switches.thin,
            counting=tuple(s for s in Status if s in switches.counting - own.counting),
            weights=_differing(switches.weights, own.weights),
        )


def _differing(now: Weights, own: Weights) -> dict[str, dict[str, float]]:
    found = {
        str(board): {
            name: now[board][name]
            for name in CRITERIA[board]
            if name in now.get(board, {}) and now[board][name] != own[board].get(name)
        }
        for board in Board
    }
    return {board: points for board, points in found.items() if points}


def year_before(date: str) -> str:
    """The same day of the year before; the last of February for a leap day; empty if unknown."""
    year, rest = date[:4], date[4:]
    if not year.isdecimal() or int(year) < 1:
        return ""
    return f"{int(year) - 1:04d}" + ("-02-28" if rest == "-02-29" else rest)
