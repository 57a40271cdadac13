"""The lists of 数据体检: the named checks, how far each chain is sourced, and every problem."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.issues import Issue
from liantu.jobs import each
from liantu.model import Atlas
from liantu.model.target import Target
from liantu.telling.health import Finding, check_title, findings
from liantu.telling.lists.column import Column, List, Scope, amount, count
from liantu.telling.trust import Trust, chain_trust, percent, whole_trust
from liantu.wording import issue_text, text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TrustRow:
    """How far the data of a chain can be trusted; without ``chain``, that of the whole folder."""

    chain: str
    name: str
    trust: Trust


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class IssueRow:
    """A problem with a key of its own: two may have the same place."""

    id: str
    atlas: Atlas
    issue: Issue


def _trust(reading: Reading, _scope: Scope) -> list[TrustRow]:
    """One row for the whole, then one for each chain."""
    atlas = reading.atlas
    if not atlas.chains:
        return []
    whole = TrustRow(chain="", name=text("ui.trust.whole"), trust=whole_trust(atlas))
    return [
        whole,
        *(
            TrustRow(chain=c.id, name=c.label, trust=chain_trust(atlas, c.id))
            for c in atlas.chains.values()
        ),
    ]


def _checks(_reading: Reading, scope: Scope) -> list[Finding]:
    """Every check; those that found something first."""
    return sorted(findings(scope.issues), key=lambda row: not row.count)


def _issues(reading: Reading, scope: Scope) -> list[IssueRow]:
    """Every problem in the order of its finding."""
    return [
        IssueRow(id=str(at), atlas=reading.atlas, issue=issue)
        for at, issue in enumerate(each(scope.issues))
    ]


def _target(row: IssueRow) -> Target | None:
    """The thing that a problem is about, if it is one that can be shown."""
    kinds = ("product", "enterprise", "chain")
    for key, place in row.atlas.places.items():
        kind, _, id_ = key.partition(":")
        if kind in kinds and place == row.issue.place:
            return Target(kind, id_)
    return None


def _place(row: IssueRow) -> str:
    place = row.issue.place
    return f"{place.file}\0{place.line:08}{place.column:08}"


def _share(part: str, whole: str) -> Column[TrustRow]:
    def value(row: TrustRow) -> float | None:
        total: int = getattr(row.trust, whole)
        return getattr(row.trust, part) / total if total else None

    def show(row: TrustRow) -> str:
        return percent(getattr(row.trust, part), getattr(row.trust, whole))

    return amount(part, show, value, 4, percent=True, title=f"ui.trust.{part}", width=96)


TRUST_COLUMNS: tuple[Column[TrustRow], ...] = (
    Column("chain", lambda r: r.name, width=140),
    count("capacities", lambda r: r.trust.capacities, unit="record"),
    *(_share(part, "capacities") for part in ("sourced", "inferred", "stale", "unknown")),
    count("coefficients", lambda r: r.trust.coefficients, unit="record"),
    *(_share(part, "coefficients") for part in ("measured", "theory", "estimates")),
)
ISSUE_COLUMNS: tuple[Column[IssueRow], ...] = (
    Column("severity", lambda r: text(f"ui.severity.{r.issue.severity}"), width=70),
    Column("check", lambda r: check_title(r.issue.code), width=170),
    Column("place", lambda r: str(r.issue.place), order=_place, width=240),
    Column("problem", lambda r: issue_text(r.issue), width=460),
    Column("excerpt", lambda r: r.issue.excerpt.strip(), width=240),
)
CHECK_COLUMNS: tuple[Column[Finding], ...] = (
    Column("check", lambda f: f.title, width=180),
    count("found", lambda f: f.count, 66, unit="record"),
    Column("severity", lambda f: text(f"ui.severity.{f.severity}") if f.count else "", width=70),
)

LISTS = (
    List(
        id="trust",
        columns=TRUST_COLUMNS,
        rows=_trust,
        key=lambda row: row.chain,
        target=lambda row: Target("chain", row.chain) if row.chain else None,
    ),
    List(id="checks", columns=CHECK_COLUMNS, rows=_checks, key=lambda row: row.title),
    List(
        id="issues",
        columns=ISSUE_COLUMNS,
        rows=_issues,
        key=lambda row: row.id,
        target=_target,
        filters="severity check",
    ),
)
