"""The lists of what was recorded: projects, supplies from or to the outside, sources."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Project, Quantity, Source, Supply
from liantu.model.target import Target
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.relations import owner_name, phase_text
from liantu.wording import text

MONEY = ("investment", "revenue", "tax", "land", "energy", "emissions")
"""Magnitudes of a project, as its source words them."""
WAN_IN_YI = 10_000
"""万元 in one 亿元."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ProjectRow:
    """A project of a chain."""

    reading: Reading
    project: Project

    @property
    def phases(self) -> str:
        """What it builds."""
        return "；".join(phase_text(self.reading.atlas, phase) for phase in self.project.phases)

    @property
    def investment(self) -> float | None:
        """Money in 亿元; ``None`` where the source gives no plain number."""
        found = self.project.investment
        if found is None or found.amount is None:
            return None
        return found.amount / WAN_IN_YI if found.unit == "万元" else found.amount


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SupplyRow:
    """A recorded supply with a party outside the atlas."""

    supply: Supply
    product: str


def _projects(reading: Reading, scope: Scope) -> list[ProjectRow]:
    """The projects of the chains, as filed."""
    found = reading.atlas.projects.values()
    return [ProjectRow(reading=reading, project=p) for p in found if p.chain in scope.chains]


def _resources(reading: Reading, scope: Scope) -> list[SupplyRow]:
    """Supplies of the products of the chains, or of none that is known."""
    atlas, inside = reading.atlas, scope.products(reading)
    return [
        SupplyRow(supply=s, product=atlas.products[s.product].name if s.product else s.claim)
        for s in atlas.supplies.values()
        if (not s.product or s.product in inside) and not (s.supplier and s.customer)
    ]


def _sources(reading: Reading, _scope: Scope) -> list[Source]:
    """Every source of the folder."""
    return list(reading.atlas.sources.values())


def _money(row: ProjectRow) -> str:
    if row.investment is not None:
        return f"{row.investment:g}"
    return row.project.investment.text if row.project.investment else text("ui.none")


def _quantity(value: Quantity | None) -> str:
    return value.text if value else text("ui.unknown")


def _magnitude(name: str) -> Column[ProjectRow]:
    return Column(
        id=name,
        title=f"brief.lists.{name}",
        text=lambda r: _quantity(getattr(r.project, name)),
        edit=name,
        sheet=14,
        paper=1.4,
    )


def _owner(row: ProjectRow) -> Target | None:
    return Target("enterprise", row.project.enterprise) if row.project.enterprise else None


PROJECT_COLUMNS: tuple[Column[ProjectRow], ...] = (
    Column(
        id="chain",
        title="ui.column.chain",
        text=lambda r: r.reading.atlas.chains[r.project.chain].label,
        filterable=True,
    ),
    Column(
        id="project",
        title="ui.column.project",
        text=lambda r: r.project.name,
        edit="name",
        screen=260,
        sheet=34,
        paper=2.4,
    ),
    Column(
        id="kind",
        title="ui.column.project_kind",
        text=lambda r: r.project.kind,
        filterable=True,
        edit="kind",
        screen=110,
        sheet=10,
    ),
    Column(
        id="state",
        title="ui.column.state",
        text=lambda r: r.project.state or text(f"ui.status.{r.project.status}"),
        filterable=True,
        edit="state",
        sheet=12,
    ),
    Column(
        id="enterprise",
        title="ui.column.enterprise",
        text=lambda r: owner_name(r.reading.atlas, r.project),
        screen=180,
        sheet=28,
        paper=1.8,
    ),
    Column(
        id="county",
        title="ui.column.county",
        text=lambda r: r.project.county,
        filterable=True,
        edit="county",
        screen=90,
        sheet=10,
    ),
    Column(
        id="money",
        title="ui.column.investment",
        text=_money,
        value=lambda r: r.investment,
        numeric=True,
        screen=110,
    ),
    *(_magnitude(name) for name in MONEY),
    Column(
        id="when",
        title="ui.column.when",
        text=lambda r: r.project.when,
        edit="when",
        screen=180,
        sheet=20,
    ),
    Column(id="phases", title="ui.column.phases", text=lambda r: r.phases, screen=320, sheet=44),
    Column(
        id="content",
        title="ui.column.phases",
        text=lambda r: r.phases or r.project.when or r.project.note,
        value=lambda r: r.phases or r.project.note,
        screen=320,
        sheet=44,
        paper=3,
    ),
)
SUPPLY_COLUMNS: tuple[Column[SupplyRow], ...] = (
    Column(id="product", title="ui.column.product", text=lambda r: r.product, sheet=26),
    Column(
        id="supplier",
        title="brief.lists.supplier",
        text=lambda r: r.supply.supplier_name,
        sheet=34,
    ),
    Column(
        id="customer",
        title="brief.lists.customer",
        text=lambda r: r.supply.customer_name,
        sheet=34,
    ),
    Column(
        id="mode",
        title="brief.lists.mode",
        text=lambda r: text(f"ui.mode.{r.supply.mode}"),
        filterable=True,
        edit="mode",
        sheet=12,
    ),
    Column(
        id="note", title="brief.lists.note", text=lambda r: r.supply.note, edit="note", sheet=50
    ),
)
SOURCE_COLUMNS: tuple[Column[Source], ...] = (
    Column(id="id", title="brief.lists.id", text=lambda s: s.id),
    Column(id="title", title="brief.lists.title_", text=lambda s: s.title, edit="title", sheet=60),
    Column(
        id="publisher",
        title="brief.lists.publisher",
        text=lambda s: s.publisher,
        edit="publisher",
        sheet=30,
    ),
    Column(id="date", title="brief.lists.day", text=lambda s: s.date, edit="date", sheet=12),
    Column(
        id="url",
        title="brief.lists.url",
        text=lambda s: "" if s.mirror else s.url,
        edit="url",
        sheet=50,
    ),
    Column(id="grade", title="brief.lists.grade", text=lambda s: s.grade, edit="grade", sheet=8),
)

LISTS = (
    List(
        id="projects",
        title="ui.list.projects",
        columns=PROJECT_COLUMNS,
        rows=_projects,
        key=lambda row: row.project.id,
        target=_owner,
        screen=("project", "kind", "state", "enterprise", "county", "money", "when", "phases"),
        sheet=(
            "chain",
            "project",
            "kind",
            "state",
            "enterprise",
            "county",
            *MONEY,
            "when",
            "content",
        ),
    ),
    List(
        id="resources",
        title="ui.list.resources",
        columns=SUPPLY_COLUMNS,
        rows=_resources,
        key=lambda row: row.supply.id,
    ),
    List(
        id="sources",
        title="ui.list.sources",
        columns=SOURCE_COLUMNS,
        rows=_sources,
        key=lambda source: source.id,
    ),
)
