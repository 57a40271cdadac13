"""项目库, 项目督导 and 项目会商: the projects on record, and those that press."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.pool.standing import STANDING_STILL, Standing, Stuck, Term
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling.lists import office
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.lists.project_columns import PROJECT_COLUMNS, ProjectRow
from liantu.telling.pool import changes
from liantu.telling.pool.log import logs, open_counts
from liantu.telling.pool.rates import summary
from liantu.wording import text

_PRESSING = (Term.LATE, Term.DOUBT, Term.SOON)
_DOUBTED = (*STANDING_STILL, Stuck.SILENT)


def rows(reading: Reading, scope: Scope) -> list[ProjectRow]:
    """The projects of the chains, as filed; the city has also those of none."""
    found, open_ = reading.atlas.projects.values(), open_counts(reading)
    noted = {project: told[0] for project, told in logs(reading).items()}
    return [
        ProjectRow(reading=reading, project=p, matters=open_[p.id], noted=noted.get(p.id))
        for p in found
        if p.chain in scope.chains or (scope.city and not p.chain)
    ]


def is_watched(one: Standing) -> bool:
    """Whether 督导 asks after it: late, due soon, stuck, or nothing was told of it for a year."""
    return one.term in _PRESSING or one.stuck in _DOUBTED


def is_conferred(row: ProjectRow) -> bool:
    """Whether 会商 has to settle something: a problem is told or a matter open, it is late or
    stuck. One that is over is not conferred about.
    """
    one = row.standing
    if one.stuck is Stuck.NONE:
        return False
    pressed = one.term is Term.LATE or one.stuck in STANDING_STILL
    return bool(pressed or row.project.problem or row.matters)


def pressing(found: list[ProjectRow]) -> list[ProjectRow]:
    """Those that stand still first, then the late by their days, what nobody knows of last."""
    return sorted(found, key=_rank)


def _rank(row: ProjectRow) -> tuple[int, int, int]:
    one = row.standing
    still = 0 if one.stuck in STANDING_STILL else 1
    return still, list(Term).index(one.term), one.left if one.left is not None else 0


def watched(reading: Reading, scope: Scope) -> list[ProjectRow]:
    """What 督导 asks after."""
    return pressing([row for row in rows(reading, scope) if is_watched(row.standing)])


def conferred(reading: Reading, scope: Scope) -> list[ProjectRow]:
    """What 会商 has to settle."""
    return pressing([row for row in rows(reading, scope) if is_conferred(row)])


def _remark(reading: Reading, scope: Scope) -> str:
    return summary(reading, [row.standing for row in rows(reading, scope)])


def _owner(row: ProjectRow) -> Target | None:
    return Target("enterprise", row.project.enterprise) if row.project.enterprise else None


def _record(row: ProjectRow) -> Target:
    return Target("project", row.project.id)


_PLAIN = "investment_plain revenue_plain tax_plain land_plain"
_SHEET = (
    f"chain project kind state enterprise county {_PLAIN} "
    f"wording when content as_of year_plan spent stage_now {office.IDS}"
)

_WATCHED = (
    "project chain county department state due term stuck spent_share stage difficulty matters"
    " noted"
)
_SCREEN = "project chain state term stuck department difficulty matters noted spent_share stage"

LISTS = (
    List(
        id="projects",
        columns=PROJECT_COLUMNS,
        rows=rows,
        key=lambda row: row.project.id,
        target=_owner,
        screen="project kind state term stuck enterprise county money when phases",
        sheet=_SHEET,
        filters="kind state county department",
        paper={"project": 2.4, "enterprise": 1.8, "state": 1, "investment": 1.4, "content": 3},
        record=_record,
        remark=_remark,
        kind="project",
    ),
    List(
        id="supervision",
        columns=PROJECT_COLUMNS,
        rows=watched,
        key=lambda row: row.project.id,
        target=_owner,
        screen=_SCREEN,
        sheet=_WATCHED,
        filters="state county department",
        remark=_remark,
        aside=lambda reading, scope: text("pool.watched.none") * (not watched(reading, scope)),
        record=_record,
        kind="project",
    ),
    List(
        id="consultation",
        columns=PROJECT_COLUMNS,
        rows=conferred,
        key=lambda row: row.project.id,
        target=_owner,
        screen=_SCREEN,
        sheet=_WATCHED,
        filters="state county department",
        aside=lambda reading, scope: text("pool.conferred.none") * (not conferred(reading, scope)),
        record=_record,
        kind="project",
    ),
)


def _sized(column: Column[ProjectRow]) -> Column[ProjectRow]:
    return replace(column, width=_WIDTHS.get(column.id, column.width))


def pool_list() -> List[ProjectRow]:
    """项目库 as the tab and its workbook show it: with what each project changes, which takes a
    diagnosis a project and so is told only where it was worked out.
    """
    base: List[ProjectRow] = LISTS[0]
    effect: Column[ProjectRow] = Column(
        "effect",
        lambda row: changes.known(row.reading, row.standing),
        title="ui.column.project_effect",
        width=320,
        grows=True,
    )
    return replace(
        base,
        id="pool",
        columns=(*(_sized(column) for column in base.columns), effect),
        screen=_POOL,
        sheet=f"{_WATCHED} investment invested effect",
        titled="ui.list.pool",
    )


_POOL = "project chain state term stuck effect department planned spent_share"
_WIDTHS = {"project": 204, "chain": 136, "state": 96, "term": 110, "stuck": 140, "department": 120}
