"""The lists of what was recorded: projects, supplies from or to the outside, sources."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Project, Quantity, Source, Supply
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.lists import office
from liantu.telling.lists.column import Column, List, Scope, amount
from liantu.telling.lists.office import blank
from liantu.telling.relations import owner_name, phase_text, state_text
from liantu.wording import text

MONEY = ("investment", "revenue", "tax", "land", "energy", "emissions")
"""Magnitudes of a project, as its source words them."""
YUAN = {"亿元": 1.0, "万元": 1e-4, "元": 1e-8}
"""亿元 in one of each unit of money of the country; others have no rate that a source gives."""
UNITS = {"investment": YUAN, "revenue": YUAN, "tax": YUAN, "land": {"亩": 1.0}}
"""Magnitudes that are added up, with the common unit in one of each."""


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
        """Money in 亿元; ``None`` where the source gives no plain number, or one in other money."""
        found = self.project.investment
        if found is None or found.amount is None or found.unit not in YUAN:
            return None
        return found.amount * YUAN[found.unit]


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
        return figures.number(row.investment)
    return row.project.investment.text if row.project.investment else text("ui.none")


def _plain(row: ProjectRow, name: str) -> float | None:
    """A magnitude in its common unit; ``None`` where the source gives no plain number in it."""
    found: Quantity | None = getattr(row.project, name)
    if found is None or found.amount is None or found.unit not in UNITS[name]:
        return None
    return round(found.amount * UNITS[name][found.unit], 6)


def _magnitude(name: str) -> Column[ProjectRow]:
    """In plain numbers, so that it can be added up; the wording of the source stands beside."""

    def show(row: ProjectRow) -> str:
        found = _plain(row, name)
        return text("ui.none") if found is None else figures.number(found)

    return amount(f"{name}_plain", show, lambda row: _plain(row, name), width=86)


def _wording(row: ProjectRow) -> str:
    """Every magnitude as its source words it, and the year of the statement."""
    found = ((name, getattr(row.project, name)) for name in MONEY)
    told = [text(f"ui.project.{name}", value=item.text) for name, item in found if item]
    return "；".join(told) or text("ui.none")


def _stated(name: str) -> Column[ProjectRow]:
    """One magnitude as its source words it."""

    def show(row: ProjectRow) -> str:
        found: Quantity | None = getattr(row.project, name)
        return found.text if found else text("ui.unknown")

    return Column(name, show, edit=name, width=100)


def _chain(row: ProjectRow) -> str:
    return row.reading.atlas.chains[row.project.chain].label


def _code(row: ProjectRow) -> str | None:
    return row.project.state or row.project.state_text or None


def _owner(row: ProjectRow) -> Target | None:
    return Target("enterprise", row.project.enterprise) if row.project.enterprise else None


PROJECT_COLUMNS: tuple[Column[ProjectRow], ...] = (
    Column("chain", _chain),
    Column("project", lambda r: r.project.name, edit="name", width=260),
    Column(
        "kind", lambda r: r.project.kind, title="ui.column.project_kind", edit="kind", width=110
    ),
    Column("state", lambda r: state_text(r.project), code=_code, edit="state"),
    Column("enterprise", lambda r: owner_name(r.reading.atlas, r.project), width=180),
    Column("county", lambda r: r.project.county, edit="county", width=90),
    amount("money", _money, lambda r: r.investment),
    *(_magnitude(name) for name in UNITS),
    *(_stated(name) for name in MONEY),
    Column("wording", _wording, width=260),
    Column("when", lambda r: r.project.when, edit="when", width=180),
    Column("phases", lambda r: r.phases, width=320),
    Column(
        "content",
        lambda r: r.phases or r.project.when or r.project.note,
        lambda r: r.phases or r.project.note,
        title="ui.column.phases",
        width=320,
    ),
    Column("as_of", lambda r: r.project.as_of, width=80),
    blank("year_plan", width=92),
    blank("spent", width=92),
    blank("stage_now", width=110),
    *office.COLUMNS,
)
SUPPLY_COLUMNS: tuple[Column[SupplyRow], ...] = (
    Column("product", lambda r: r.product, width=190),
    Column("from", lambda r: r.supply.supplier_name, width=240),
    Column("to", lambda r: r.supply.customer_name, width=240),
    Column("mode", lambda r: text(f"ui.mode.{r.supply.mode}"), edit="mode", width=90),
    Column("note", lambda r: r.supply.note, edit="note", width=350),
)
SOURCE_COLUMNS: tuple[Column[Source], ...] = (
    Column("id", lambda s: s.id),
    Column("title", lambda s: s.title, edit="title", width=420),
    Column("publisher", lambda s: s.publisher, edit="publisher", width=210),
    Column("date", lambda s: s.date, edit="date", width=90),
    Column("url", lambda s: "" if s.mirror else s.url, edit="url", width=350),
    Column("grade", lambda s: s.grade, edit="grade", width=60),
)

_SHEET = (
    f"chain project kind state enterprise county {' '.join(f'{name}_plain' for name in UNITS)} "
    f"wording when content as_of year_plan spent stage_now {office.IDS}"
)

LISTS = (
    List(
        id="projects",
        columns=PROJECT_COLUMNS,
        rows=_projects,
        key=lambda row: row.project.id,
        target=_owner,
        screen="project kind state enterprise county money when phases",
        sheet=_SHEET,
        filters="kind state county",
        paper={"project": 2.4, "enterprise": 1.8, "state": 1, "investment": 1.4, "content": 3},
        record=lambda row: Target("project", row.project.id),
        kind="project",
    ),
    List(
        id="resources",
        columns=SUPPLY_COLUMNS,
        rows=_resources,
        key=lambda row: row.supply.id,
        record=lambda row: Target("supply", row.supply.id),
        kind="supply",
    ),
    List(
        id="sources",
        columns=SOURCE_COLUMNS,
        rows=_sources,
        key=lambda source: source.id,
        record=lambda source: Target("source", source.id),
        kind="source",
    ),
)
