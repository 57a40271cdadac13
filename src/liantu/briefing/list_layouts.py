"""Every kind of list: its columns with their widths, and the rows that fill it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.ranking import CRITERIA
from liantu.briefing.list_rows import (
    MONEY,
    Rows,
    Scope,
    balances,
    blanks,
    city,
    enterprises,
    gaps,
    leads,
    local,
    matches,
    projects,
    research,
    resources,
    sources,
    strengths,
    suppliers,
    targets,
)
from liantu.briefing.place_rows import clusters, regions
from liantu.model import ListKind
from liantu.model.classes import Word


@dataclass(frozen=True)
class Layout:
    """Wording codes of the columns with their widths in characters, and what makes the rows."""

    columns: Sequence[tuple[str, int]]
    rows: Callable[[Scope], Rows]


GAP_COLUMNS = (
    ("ui.column.chain", 16),
    ("ui.column.product", 24),
    ("ui.column.class", 12),
    ("ui.column.remedy", 16),
    ("ui.column.ground", 44),
    ("ui.column.needed_by", 30),
    ("ui.column.fed_by", 26),
    ("ui.column.score", 8),
    *((f"ui.score.{name}", 8) for name in CRITERIA),
    ("ui.column.chance", 12),
    ("ui.column.trust", 8),
)

LOCAL_COLUMNS = (
    ("ui.column.chain", 16),
    ("ui.column.product", 24),
    ("ui.column.remedy", 16),
    ("ui.column.ground", 44),
    ("ui.column.makers", 36),
    ("ui.column.hhi", 10),
    ("ui.column.stops", 40),
    ("ui.column.trust", 8),
)

FIRM_COLUMNS = (
    ("ui.column.enterprise", 34),
    ("ui.column.county", 10),
    ("ui.column.kind", 12),
    ("ui.column.chain", 24),
    ("ui.column.products", 60),
    ("ui.column.honours", 34),
    ("brief.lists.as_of", 10),
)

LISTS: Mapping[ListKind, Layout] = {
    ListKind.LEADS: Layout(
        (("ui.column.chain", 16), ("brief.head.tier", 10), *FIRM_COLUMNS), leads
    ),
    ListKind.SUPPLIERS: Layout(
        (
            ("ui.column.chain", 16),
            ("ui.column.enterprise", 34),
            ("ui.column.county", 10),
            ("ui.column.product", 26),
            ("ui.column.needed_by", 50),
        ),
        suppliers,
    ),
    ListKind.STRENGTHS: Layout(
        (
            ("ui.column.chain", 16),
            ("ui.column.product", 26),
            ("ui.column.supply", 22),
            ("ui.column.makers", 60),
            ("ui.column.class", 12),
        ),
        strengths,
    ),
    ListKind.GAPS: Layout(
        GAP_COLUMNS, gaps(frozenset({Word.BROKEN, Word.SHORT_UP, Word.SHORT_DOWN}))
    ),
    ListKind.BROKEN: Layout(GAP_COLUMNS, gaps(frozenset({Word.BROKEN}))),
    ListKind.SHORT: Layout(GAP_COLUMNS, gaps(frozenset({Word.SHORT_UP, Word.SHORT_DOWN}))),
    ListKind.THIN: Layout(LOCAL_COLUMNS, local(Word.THIN)),
    ListKind.WEAK: Layout(LOCAL_COLUMNS, local(Word.WEAK)),
    ListKind.BLANK: Layout(
        (
            ("ui.column.chain", 16),
            ("ui.column.stage", 20),
            ("ui.column.product", 30),
            ("brief.lists.routes", 60),
        ),
        blanks,
    ),
    ListKind.RESEARCH: Layout(
        (
            ("ui.column.chain", 16),
            ("ui.column.product", 26),
            ("ui.column.class", 12),
            ("brief.lists.flag", 60),
            ("brief.lists.routes", 40),
        ),
        research,
    ),
    ListKind.REGIONS: Layout(
        (
            ("ui.column.county", 12),
            ("brief.lists.firms", 10),
            ("brief.lists.made", 12),
            ("ui.column.chain", 50),
            ("ui.column.products", 70),
        ),
        regions,
    ),
    ListKind.CLUSTERS: Layout(
        (
            ("ui.column.chain", 16),
            ("brief.head.cluster", 30),
            ("ui.column.county", 10),
            ("ui.column.honours", 34),
            ("brief.head.scale", 60),
            ("brief.head.year", 8),
            ("brief.lists.note", 40),
        ),
        clusters,
    ),
    ListKind.PROJECTS: Layout(
        (
            ("ui.column.chain", 16),
            ("ui.column.project", 34),
            ("ui.column.project_kind", 10),
            ("ui.column.state", 12),
            ("ui.column.enterprise", 28),
            ("ui.column.county", 10),
            *((f"brief.lists.{name}", 14) for name in MONEY),
            ("ui.column.when", 20),
            ("ui.column.phases", 44),
        ),
        projects,
    ),
    ListKind.TARGETS: Layout(
        (
            ("ui.column.chain", 16),
            ("brief.lists.target", 28),
            ("ui.column.remedy", 16),
            ("ui.column.needed_by", 34),
            ("ui.column.fed_by", 30),
            ("brief.lists.routes", 36),
            ("ui.column.readiness", 8),
            ("ui.column.score", 8),
        ),
        targets,
    ),
    ListKind.RESOURCES: Layout(
        (
            ("ui.column.product", 26),
            ("brief.lists.supplier", 34),
            ("brief.lists.customer", 34),
            ("brief.lists.mode", 12),
            ("brief.lists.note", 50),
        ),
        resources,
    ),
    ListKind.BALANCE: Layout(
        (
            ("ui.column.product", 28),
            ("ui.column.supply_sum", 12),
            ("brief.lists.supply_unknown", 14),
            ("ui.column.need_sum", 12),
            ("brief.lists.need_unknown", 14),
            ("ui.column.surplus", 12),
            ("ui.column.cover", 10),
            ("ui.column.unit", 12),
        ),
        balances,
    ),
    ListKind.ENTERPRISES: Layout(FIRM_COLUMNS, enterprises),
    ListKind.MATCHES: Layout(
        (
            ("ui.column.product", 26),
            ("ui.column.supplier", 36),
            ("ui.column.customer", 36),
            ("ui.column.use", 26),
            ("ui.column.spare", 12),
            ("ui.column.unit", 12),
        ),
        matches,
    ),
    ListKind.CITY: Layout(
        (
            ("ui.column.product", 26),
            ("ui.column.class", 12),
            ("ui.column.chain_count", 8),
            ("ui.column.chains", 60),
            ("ui.column.needed_by", 50),
        ),
        city,
    ),
    ListKind.SOURCES: Layout(
        (
            ("brief.lists.id", 16),
            ("brief.lists.title_", 60),
            ("brief.lists.publisher", 30),
            ("brief.lists.day", 12),
            ("brief.lists.url", 50),
            ("brief.lists.grade", 8),
        ),
        sources,
    ),
}
"""Every kind of list: its columns and its rows."""
