"""The rows of the lists 项目, 数据体检 and 检查结果."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.document.session import Session
from liantu.issues import Issue
from liantu.model import Atlas, Project
from liantu.model.target import Target
from liantu.telling.health import Finding, check_title
from liantu.telling.relations import owner_name, phase_text
from liantu.telling.trust import Trust, chain_trust, percent, whole_trust
from liantu.ui.models.table import Column
from liantu.wording import issue_text, text


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project of the shown chain; money in 亿元 where the source gives a plain number."""

    project: Project
    owner: str
    phases: str
    investment: float | None


@dataclass(frozen=True, slots=True)
class TrustRow:
    """How far the data of a chain can be trusted; without ``chain``, that of the whole folder."""

    chain: str
    name: str
    trust: Trust


def project_rows(workspace: Session, chain: str) -> tuple[ProjectRow, ...]:
    """One row for each project of the chain."""
    atlas = workspace.reading.atlas
    return tuple(
        ProjectRow(
            item,
            owner_name(atlas, item),
            "；".join(phase_text(atlas, phase) for phase in item.phases),
            _yi(item),
        )
        for item in atlas.projects.values()
        if item.chain == chain
    )


def _yi(item: Project) -> float | None:
    found = item.investment
    if found is None or found.amount is None:
        return None
    return found.amount / 10_000 if found.unit == "万元" else found.amount


def _money(row: ProjectRow) -> str:
    if row.investment is not None:
        return f"{row.investment:g}"
    return row.project.investment.text if row.project.investment else text("ui.none")


def trust_rows(workspace: Session) -> tuple[TrustRow, ...]:
    """One row for the whole, then one for each chain."""
    atlas = workspace.reading.atlas
    if not atlas.chains:
        return ()
    whole = TrustRow("", text("ui.trust.whole"), whole_trust(atlas))
    chains = atlas.chains.values()
    return (whole, *(TrustRow(c.id, c.label, chain_trust(atlas, c.id)) for c in chains))


def target_of(atlas: Atlas, issue: Issue) -> Target | None:
    """The thing that a problem is about, if it is one that can be shown."""
    kinds = ("product", "enterprise", "chain")
    for key, place in atlas.places.items():
        kind, _, id_ = key.partition(":")
        if kind in kinds and place == issue.place:
            return Target(kind, id_)
    return None


PROJECT_COLUMNS = (
    Column[ProjectRow]("ui.column.project", lambda r: r.project.name, width=260),
    Column[ProjectRow]("ui.column.project_kind", lambda r: r.project.kind, width=110),
    Column[ProjectRow]("ui.column.state", lambda r: r.project.state, width=120),
    Column[ProjectRow]("ui.column.enterprise", lambda r: r.owner, width=180),
    Column[ProjectRow]("ui.column.county", lambda r: r.project.county, width=90),
    Column[ProjectRow](
        "ui.column.investment",
        _money,
        lambda r: -1.0 if r.investment is None else r.investment,
        True,
        110,
    ),
    Column[ProjectRow]("ui.column.when", lambda r: r.project.when, width=180),
    Column[ProjectRow]("ui.column.phases", lambda r: r.phases, width=320),
)


def _share(code: str, part: str, whole: str) -> Column[TrustRow]:
    def value(row: TrustRow) -> float:
        total = getattr(row.trust, whole)
        return getattr(row.trust, part) / total if total else -1.0

    def show(row: TrustRow) -> str:
        return percent(getattr(row.trust, part), getattr(row.trust, whole))

    return Column(code, show, value, numeric=True, width=96)


TRUST_COLUMNS = (
    Column[TrustRow]("ui.column.chain", lambda r: r.name, width=140),
    Column[TrustRow](
        "ui.column.capacities",
        lambda r: str(r.trust.capacities),
        lambda r: r.trust.capacities,
        True,
        92,
    ),
    _share("ui.trust.sourced", "sourced", "capacities"),
    _share("ui.trust.inferred", "inferred", "capacities"),
    _share("ui.trust.stale", "stale", "capacities"),
    _share("ui.trust.unknown", "unknown", "capacities"),
    Column[TrustRow](
        "ui.column.coefficients",
        lambda r: str(r.trust.coefficients),
        lambda r: r.trust.coefficients,
        True,
        92,
    ),
    _share("ui.trust.measured", "measured", "coefficients"),
    _share("ui.trust.theory", "theory", "coefficients"),
    _share("ui.trust.coefficients", "estimates", "coefficients"),
)

ISSUE_COLUMNS = (
    Column[Issue]("ui.column.severity", lambda i: text(f"ui.severity.{i.severity}"), width=70),
    Column[Issue]("ui.column.check", lambda i: check_title(i.code), width=170),
    Column[Issue](
        "ui.column.place",
        lambda i: str(i.place),
        lambda i: f"{i.place.file}\0{i.place.line:08}{i.place.column:08}",
        width=240,
    ),
    Column[Issue]("ui.column.problem", issue_text, width=460),
    Column[Issue]("ui.column.excerpt", lambda i: i.excerpt.strip(), width=240),
)
CHECK = 1
"""The column of :data:`ISSUE_COLUMNS` that names the check."""

FINDING_COLUMNS = (
    Column[Finding]("ui.column.check", lambda f: f.title, width=180),
    Column[Finding]("ui.column.found", lambda f: str(f.count), lambda f: f.count, True, 66),
    Column[Finding](
        "ui.column.severity",
        lambda f: text(f"ui.severity.{f.severity}") if f.count else "",
        None,
        width=70,
    ),
)
