"""The rows of the lists that go by place: counties and industrial clusters."""

from __future__ import annotations

from collections import Counter

from liantu.briefing.list_rows import Cell, Rows, Scope
from liantu.telling.relations import titles
from liantu.wording import text


def regions(scope: Scope) -> Rows:
    """County by county: enterprises, operating products, chains."""
    rows: list[list[Cell]] = []
    firms = scope.firms()
    counties = dict.fromkeys(
        [*scope.reading.atlas.library.region.counties, *(e.county for e in firms)]
    )
    for county in counties:
        inside = [e for e in firms if e.county == county]
        if not inside:
            continue
        keys = {e.id for e in inside}
        made = [p for p in scope.products() if keys & set(scope.reading.verdicts[p].makers)]
        counts = Counter(c for e in inside for c in e.chains if c in scope.chains)
        chains = "、".join(
            f"{scope.reading.atlas.chains[c].label} {n}" for c, n in counts.most_common()
        )
        rows.append([county, len(inside), len(made), chains, scope.named(made)])
    return rows


def clusters(scope: Scope) -> Rows:
    """Industrial clusters of the chosen chains."""
    return [
        [
            scope.reading.atlas.chains[c.chain].label,
            c.name,
            c.county,
            titles(c.honours),
            c.scale or text("ui.unknown"),
            c.year,
            c.note,
        ]
        for c in scope.reading.atlas.clusters.values()
        if c.chain in scope.chains
    ]
