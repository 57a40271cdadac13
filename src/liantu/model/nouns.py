"""The nouns of the domain as frozen values. Ids are unique in the whole atlas; order is meaning.

Amounts are floats in the unit beside them; ``None`` is *unknown* and is never treated as zero.
Dates are ISO text of 4, 7 or 10 characters (``2022``, ``2022-10``, ``2022-10-26``), as exact
as the source is. ``place`` is where a thing without an id of its own stands in its file; it makes
no thing different.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.issues import Place
from liantu.model.gates import Gate
from liantu.model.sheets import ListSet


class Basis(enum.StrEnum):
    """Where a coefficient comes from."""

    SOURCE = "source"
    STOICHIOMETRY = "stoichiometry"
    ESTIMATE = "estimate"


class Status(enum.StrEnum):
    """State of a capacity; only ``OPERATING`` ever counts as supply."""

    OPERATING = "operating"
    BUILDING = "building"
    PLANNED = "planned"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class RouteKind(enum.StrEnum):
    """Whether a route makes the product or only says that it is bought in."""

    MAKE = "make"
    BOUGHT = "bought"


class Role(enum.StrEnum):
    """What an input is for the product: its main material, a part of it, an auxiliary that may be
    bought, or something that the plant makes itself on the way.
    """

    MAIN = "main"
    PART = "part"
    AUX = "aux"
    CAPTIVE = "captive"


class EnterpriseKind(enum.StrEnum):
    """What a named enterprise is; ``ABBREVIATED``: the full legal name is not verified."""

    COMPANY = "company"
    ABBREVIATED = "abbreviated"
    PARK = "park"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts cite. ``mirror`` sources are cited by title and never linked."""

    id: str
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    grade: str = ""
    mirror: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """A product consumed by a route: ``per_unit`` of ``unit`` per base unit of the route's product.

    ``floor`` is the stoichiometric (or stated mass) minimum; ``factor`` the assumed yield factor
    when ``basis`` is stoichiometry (1 means pure stoichiometry). ``role`` is a judgement (``None``:
    the share of the mass decides), ``key`` marks an auxiliary that decides; ``reason`` says why.
    """

    product: str
    per_unit: float
    unit: str
    basis: Basis
    floor: float | None = None
    factor: float | None = None
    role: Role | None = None
    key: bool = False
    reason: str = ""
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Byproduct:
    """A product yielded beside the route's product; ``recycle`` means returned to the process."""

    product: str
    per_unit: float
    unit: str
    basis: Basis
    maximum: float | None = None
    factor: float | None = None
    recycle: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """One way to make one base unit of a product: all inputs are needed (AND).

    ``mass_in``/``mass_out`` are sums that the file states, in t per base unit: only a check on the
    sums of the flows. ``open_balance`` means that air, water or non-t flows close the balance.
    ``default``: units that name no route use this one (where no route says so, the own route with
    the smallest id).
    """

    id: str
    name: str
    kind: RouteKind = RouteKind.MAKE
    inputs: tuple[Input, ...] = ()
    byproducts: tuple[Byproduct, ...] = ()
    equation: str = ""
    mass_in: float | None = None
    mass_out: float | None = None
    open_balance: bool = False
    default: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark such as 战略性矿产 or 卡脖子, with its sources."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Barrier:
    """A technical barrier that a source names."""

    text: str
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Scale:
    """The least capacity of a plant that a rule in force asks for, in ``unit`` (a capacity unit).

    It decides from ``since`` on (empty: always).
    """

    amount: float
    unit: str
    since: str = ""
    edition: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a new plant of the usual least size is said to cost, in 亿元: an estimate of the office,
    for closing plans alone.
    """

    amount: float
    note: str = ""
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Product:
    """A material, part, equipment or service. ``unit`` is that of capacities (万吨/年);
    ``base_unit`` that of coefficients (t); one ``unit`` holds ``base_per_unit`` base units a year.
    ``energy``: heat or power, even where it is counted in t (steam); it is no mass of a product.
    ``generic``: had everywhere (cartons, concrete), never a finding. ``want``: the city wants it.
    """

    id: str
    name: str
    home: str
    unit: str
    base_unit: str
    base_per_unit: float
    short: str = ""
    aka: tuple[str, ...] = ()
    definition: str = ""
    uses: tuple[str, ...] = ()
    raw: bool = False
    utility: bool = False
    energy: bool = False
    generic: bool = False
    want: bool = False
    gbt: str = ""
    gbt_name: str = ""
    hs: str = ""
    formula: str = ""
    molar_mass: float | None = None
    flags: tuple[Flag, ...] = ()
    gates: tuple[Gate, ...] = ()
    barrier: Barrier | None = None
    scale_min: Scale | None = None
    cost: Cost | None = None
    routes: tuple[Route, ...] = ()

    @property
    def label(self) -> str:
        """The short name, else the name."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Rung:
    """A level of the honour ladder, highest first; ``low`` ones do not make a supplier strong."""

    level: str
    low: bool = False


@dataclass(frozen=True, slots=True)
class Honour:
    """A title held by an enterprise; ``level`` is one of the library's ladder, year if known."""

    name: str
    year: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What an enterprise can make of a product; ``amount`` ``None`` is unknown.

    ``since``/``until`` bound the time in which ``status`` holds; ``as_of`` is the year of the
    statement; ``claim`` is the wording of the source where it differs from the product's name.
    ``contested``: another source says otherwise; kept beside it as a fact, never counted.
    ``own_use``: for the maker's own products only. ``project``: the id of the project whose phase
    is the same plant. ``supposed``: a scenario says so, and ``why`` tells which; no file does.
    """

    product: str
    status: Status
    amount: float | None = None
    unit: str = ""
    since: str = ""
    until: str = ""
    as_of: str = ""
    claim: str = ""
    note: str = ""
    route: str = ""
    project: str = ""
    own_use: bool = False
    contested: bool = False
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A product statement that no product id fits, with the reason."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Enterprise:
    """A legal person or a named park or platform in a county.

    ``short`` is the name on cards and boards, as the city says it; empty where none is given.
    """

    id: str
    name: str
    county: str
    kind: EnterpriseKind = EnterpriseKind.COMPANY
    short: str = ""
    aka: tuple[str, ...] = ()
    chains: tuple[str, ...] = ()
    honours: tuple[Honour, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
    parent: str = ""
    note: str = ""
    as_of: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The short name, else the shortest name in use."""
        return self.short or min((self.name, *self.aka), key=len)


EMPTY = "·"
"""A place of the plan of the counties that stays empty."""


@dataclass(frozen=True, slots=True)
class Region:
    """The city (or other area) that the atlas describes, with its counties in official order.

    ``grid``: rows of a schematic plan from north to south, in each the counties from west to east
    with blanks between, ``·`` for a place that stays empty.
    """

    name: str
    counties: tuple[str, ...] = ()
    grid: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, int, int], ...]:
        """County, row and column of every entry of the plan."""
        rows = enumerate(row.split() for row in self.grid)
        found = ((name, y, x) for y, row in rows for x, name in enumerate(row))
        return tuple(place for place in found if place[0] != EMPTY)


@dataclass(frozen=True, slots=True)
class Library:
    """Settings of a data folder: region, edition, statement about the data, order of chains.

    ``thin``, ``utilisation`` and ``weights`` (board → criterion → points) are the assumptions that
    a diagnosis starts from. ``registered`` is the figure that counts the enterprises of the city's
    register; ``complete``: the data are declared to hold every maker.
    """

    region: Region
    edition: str
    statement: str = ""
    chain_order: tuple[str, ...] = ()
    stale_before: int = 0
    units: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    thin: float = 1.0
    utilisation: float = 1.0
    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    ladder: tuple[Rung, ...] = ()
    lists: Mapping[str, ListSet] = field(default_factory=dict)
    headline: tuple[str, ...] = ()
    registered: str = ""
    complete: bool = False
