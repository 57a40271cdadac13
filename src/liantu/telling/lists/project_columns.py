"""The columns of projects: what a source says, how they stand on the day, what an office adds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liantu.analysis.pool.standing import Standing
from liantu.analysis.reading import Reading
from liantu.model import Project, Quantity
from liantu.once import once
from liantu.telling import figures, work
from liantu.telling.lists import office
from liantu.telling.lists.column import Column, amount, count
from liantu.telling.lists.fill import Fill
from liantu.telling.lists.office import blank
from liantu.telling.pool import words
from liantu.telling.pool.log import Entry
from liantu.telling.relations import owner_name, phase_text
from liantu.wording import text

MONEY = ("investment", "invested", "revenue", "tax", "land", "energy", "emissions")
"""Magnitudes of a project, as its source words them."""
YUAN = {"亿元": 1.0, "万元": 1e-4, "元": 1e-8}
"""亿元 in one of each unit of money of the country; others have no rate that a source gives."""
UNITS = {"investment": YUAN, "invested": YUAN, "revenue": YUAN, "tax": YUAN, "land": {"亩": 1.0}}
"""Magnitudes that are added up, with the common unit in one of each."""


@dataclass(frozen=True, eq=False, kw_only=True)
class ProjectRow:
    """A project as it stands on the 口径日期; ``matters`` about it are not done, ``noted`` is the
    last note of it.
    """

    reading: Reading
    project: Project
    matters: int = 0
    noted: Entry | None = None

    @once
    def standing(self) -> Standing:
        """How it stands on the day."""
        return Standing(self.project, work.day_of(self.reading))

    @property
    def phases(self) -> str:
        """What it builds."""
        return "；".join(
            phase_text(self.reading, self.project, phase) for phase in self.project.phases
        )

    @property
    def investment(self) -> float | None:
        """Money in 亿元; ``None`` where the source gives no plain number, or one in other money."""
        found = self.project.investment
        if found is None or found.amount is None or found.unit not in YUAN:
            return None
        return found.amount * YUAN[found.unit]


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
    return work.chain_name(row.reading, row.project.chain)


def _code(row: ProjectRow) -> str | None:
    return row.project.state or row.project.state_text or None


def _known(name: str) -> Callable[[ProjectRow], str]:
    return lambda row: getattr(row.project, name) or text("ui.unknown")


def _filled(
    id_: str, get: Callable[[ProjectRow], str], fill: Fill = Fill.WORDS, width: int = 110
) -> Column[ProjectRow]:
    """What an office writes by hand where the data do not say it."""
    return Column(id_, get, fill=fill, width=width)


def _spent(row: ProjectRow) -> str:
    found = row.standing.spent.amount
    return "" if found is None else figures.number(found)


def _share(row: ProjectRow) -> str:
    return figures.share(words.share(row.standing), "ui.unknown")


def _noted(row: ProjectRow) -> str:
    found = row.noted
    if found is None:
        return text("ui.none")
    date = found.date or text("ui.unknown")
    return text("pool.noted", date=date, kind=found.kind, words=found.words)


def _progress(row: ProjectRow) -> str:
    return row.project.progress if row.standing.shows_progress else ""


PROJECT_COLUMNS: tuple[Column[ProjectRow], ...] = (
    Column("chain", _chain),
    Column("project", lambda r: r.project.name, edit="name", width=260),
    Column(
        "kind", lambda r: r.project.kind, title="ui.column.project_kind", edit="kind", width=110
    ),
    Column(
        "state",
        lambda r: words.stage(r.standing),
        code=_code,
        tip=lambda r: words.state(r.standing),
        edit="state",
    ),
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
    Column(
        "department",
        _known("department"),
        title="ui.column.responsible",
        edit="department",
        width=140,
    ),
    Column("start", _known("start"), edit="start", width=88),
    Column("due", _known("due"), title="ui.column.project_due", edit="due", width=96),
    Column(
        "term",
        lambda r: words.term(r.standing),
        code=lambda r: str(r.standing.term),
        order=lambda r: r.standing.left,
        tip=lambda r: words.term_tip(r.standing),
        title="ui.column.project_term",
        width=150,
    ),
    Column(
        "stuck",
        lambda r: words.stuck(r.standing),
        code=lambda r: str(r.standing.stuck),
        tip=lambda r: words.stuck_tip(r.standing),
        width=150,
    ),
    amount(
        "planned",
        lambda r: words.money(r.standing.planned),
        lambda r: r.standing.planned.amount,
        title="ui.column.investment",
        width=110,
    ),
    amount("spent_share", _share, lambda r: words.share(r.standing), 4, percent=True, width=90),
    Column(
        "stage",
        lambda r: words.progress(r.standing),
        title="ui.column.progress_now",
        edit="progress",
        width=180,
    ),
    Column(
        "difficulty",
        _known("problem"),
        title="ui.column.trouble",
        edit="problem",
        width=200,
    ),
    Column(
        "lacking",
        lambda r: words.lacking(r.standing) or text("ui.none"),
        title="ui.column.figures_lacking",
        width=200,
    ),
    count("matters", lambda r: r.matters, 80, unit="record"),
    Column("noted", _noted, width=240),
    blank("year_plan", width=92),
    _filled("spent", _spent, width=92),
    _filled("stage_now", _progress),
    _filled("responsible", lambda r: r.project.department, width=120),
    _filled("deadline", lambda r: r.project.due, Fill.DAY, 96),
    *(column for column in office.COLUMNS if column.id in ("progress", "contact")),
    _filled("trouble", lambda r: r.project.problem, width=150),
)
