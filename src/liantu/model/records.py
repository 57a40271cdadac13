"""What is planned, supplied and counted in the city, as frozen values beside the nouns.

A kind of record is a class, a mapping of :class:`Records` and a row of :data:`RECORDS`; its fields
in files are declared in ``library.fields.record_fields``.

Money and other magnitudes keep the source's wording beside the number read from it.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.model.gates import Gate
from liantu.model.kind import Kind
from liantu.model.ledger_kinds import LEDGERS
from liantu.model.ledgers import (
    Assignment,
    Exit,
    Finding,
    Meeting,
    Policy,
    Request,
    Visit,
)
from liantu.model.memos import Memo
from liantu.model.nouns import Honour, Source, Status
from liantu.model.scenario import Scenario
from liantu.model.story import Story


class ProjectState(enum.StrEnum):
    """How far a project has come, in the order of the way there; the last three leave it."""

    PLANNED = "planned"
    SIGNED = "signed"
    PERMITTING = "permitting"
    BUILDING = "building"
    PARTIAL = "partial"
    TRIAL = "trial"
    DONE = "done"
    STALLED = "stalled"
    ENDED = "ended"
    UNKNOWN = "unknown"


class SupplyMode(enum.StrEnum):
    """How goods go from supplier to customer."""

    PIPE = "pipe"
    INTERNAL = "internal"
    DIRECT = "direct"
    BOUGHT = "bought"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A magnitude of a project; ``amount`` is ``None`` where the text gives no plain number."""

    text: str
    amount: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """One step of a project: what it adds (``amount`` unknown = ``None``) and since when."""

    status: Status
    product: str = ""
    amount: float | None = None
    unit: str = ""
    since: str = ""
    note: str = ""


PROJECT_AMOUNTS = (
    *("investment", "invested", "revenue", "profit_tax", "profit", "tax"),
    *("land", "energy", "emissions"),
)
"""Fields of a project that are amounts of something, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Project:
    """A 补链/延链/强链/技改 project.

    ``state`` is ``None`` where the file names none of the words; ``state_text`` then keeps what it
    says instead. ``department`` sees to it; ``start`` is the day on which building begins, planned
    where it has not begun; ``due`` the day by which it is to be finished. ``invested`` is what was
    spent and ``progress`` how far the building is, both as of ``progress_at`` (empty: ``as_of``).
    ``requires``: projects without which it cannot be; ``excludes``: those that are not built beside
    it (the same site, the same quota).
    """

    id: str
    name: str
    status: Status
    state: ProjectState | None = None
    state_text: str = ""
    kind: str = ""
    chain: str = ""
    county: str = ""
    enterprise: str = ""
    owner: str = ""
    department: str = ""
    phases: tuple[Phase, ...] = ()
    start: str = ""
    due: str = ""
    investment: Quantity | None = None
    invested: Quantity | None = None
    progress: str = ""
    progress_at: str = ""
    problem: str = ""
    revenue: Quantity | None = None
    profit_tax: Quantity | None = None
    profit: Quantity | None = None
    tax: Quantity | None = None
    land: Quantity | None = None
    energy: Quantity | None = None
    emissions: Quantity | None = None
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    when: str = ""
    note: str = ""
    as_of: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supply:
    """A recorded relation; ``supplier``/``customer`` are enterprise ids where the named party is
    one of the atlas (``supplier_name``/``customer_name`` keep the wording of the source).

    ``amount`` in ``unit`` a year goes this way; ``share`` of the customer's need is that, 0 to 1
    (``None``: unknown). ``stock_days``: days that the customer can go on from its stock.
    ``essential``: whether it stops without (``None``: as the role of the input says).
    ``substitutes``: enterprises that the customer names as able to supply instead.
    """

    id: str
    claim: str
    mode: SupplyMode
    product: str = ""
    supplier: str = ""
    customer: str = ""
    supplier_name: str = ""
    customer_name: str = ""
    amount: float | None = None
    unit: str = ""
    share: float | None = None
    stock_days: float | None = None
    essential: bool | None = None
    substitutes: tuple[str, ...] = ()
    note: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """An industrial cluster of a county as a source describes it in a year.

    ``honours`` are the lists it was taken into (特色产业集群, "雁阵形"集群), with level and year.
    ``products`` are those that the source says are made here, by firms that need not be on record.
    """

    id: str
    name: str
    county: str
    scale: str = ""
    chain: str = ""
    year: str = ""
    note: str = ""
    products: tuple[str, ...] = ()
    honours: tuple[Honour, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure about city or enterprise from a report; ``amount`` where it is a number.
    ``products`` are those that it says are made in the city.
    """

    id: str
    item: str
    text: str
    amount: float | None = None
    unit: str = ""
    subject: str = ""
    year: str = ""
    note: str = ""
    products: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Park:
    """A chemical park in which plants may stand (化工园区)."""

    id: str
    name: str
    county: str
    area: str = ""
    status: str = ""
    note: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListTemplate:
    """A list, map or plan that an office keeps for its chains."""

    id: str
    name: str
    level: str
    kind: str
    content: str = ""
    cycle: str = ""
    inferred: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Records:
    """The records of an atlas by id, each kind in its order."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    supplies: Mapping[str, Supply] = field(default_factory=dict)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    templates: Mapping[str, ListTemplate] = field(default_factory=dict)
    gates: Mapping[str, Gate] = field(default_factory=dict)
    parks: Mapping[str, Park] = field(default_factory=dict)
    requests: Mapping[str, Request] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    visits: Mapping[str, Visit] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    exits: Mapping[str, Exit] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    memos: Mapping[str, Memo] = field(default_factory=dict)


RECORDS = (
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
        {
            "product": "product",
            "supplier": "enterprise",
            "customer": "enterprise",
            "substitutes": "enterprise",
        },
    ),
    Kind("cluster", "clusters", Cluster, "K", {"chain": "chain", "products": "product"}),
    Kind("figure", "figures", Figure, "SF", {"products": "product"}),
    Kind("template", "templates", ListTemplate, "WL"),
    Kind("gate", "gates", Gate, "", {"products": "product", "exempt": "product"}),
    Kind("park", "parks", Park),
    *LEDGERS,
    Kind(
        "memo",
        "memos",
        Memo,
        "B",
        {"product": "product", "enterprise": "enterprise", "chain": "chain"},
    ),
    Kind(
        "scenario",
        "scenarios",
        Scenario,
        "",
        {
            "external": "product",
            "ambition": "product",
            "projects.project": "project",
            "stops.enterprise": "enterprise",
            "plants.enterprise": "enterprise",
            "plants.product": "product",
        },
    ),
    Kind(
        "story",
        "stories",
        Story,
        "",
        {
            "steps.chain": "chain",
            "steps.product": "product",
            "steps.enterprise": "enterprise",
            "steps.project": "project",
            "steps.firm": "enterprise",
            "steps.fold": "product",
            "steps.scenario": "scenario",
        },
    ),
)
"""The kinds that are read as they stand: no unit, chain or county has to be known first."""
