"""The rows of the lists that go by place: counties and industrial clusters."""

from __future__ import annotations

from collections import Counter, defaultdict

from liantu.briefing.list_rows import Cell, Rows, Scope
from liantu.document.relations import titles
from liantu.model import Enterprise
from liantu.wording import text


def regions(scope: Scope) -> Rows:
    """County by county: enterprises, operating products, chains."""
    rows: list[list[Cell]] = []
    firms, made = _by_county(scope)
    for county in dict.fromkeys([*scope.atlas.library.region.counties, *firms]):
        inside = firms.get(county, [])
        if inside:
            counts = Counter(c for e in inside for c in e.chains if c in scope.chosen)
            chains = "、".join(
                f"{scope.atlas.chains[c].label} {n}" for c, n in counts.most_common()
            )
            products = made[county]
            rows.append([county, len(inside), len(products), chains, scope.named(products)])
    return rows


def _by_county(scope: Scope) -> tuple[dict[str, list[Enterprise]], dict[str, list[str]]]:
    """Enterprises, and the products that they operate in the order of the scope."""
    firms: defaultdict[str, list[Enterprise]] = defaultdict(list)
    made: defaultdict[str, list[str]] = defaultdict(list)
    county = {}
    for firm in scope.firms():
        firms[firm.county].append(firm)
        county[firm.id] = firm.county
    for product in scope.products():
        makers = scope.diagnosis.verdicts[product].makers
        for place in {county[key] for key in makers if key in county}:
            made[place].append(product)
    return firms, made


def clusters(scope: Scope) -> Rows:
    """Industrial clusters of the chosen chains."""
    return [
        [
            scope.atlas.chains[c.chain].label,
            c.name,
            c.county,
            titles(c.honours),
            c.scale or text("ui.unknown"),
            c.year,
            c.note,
        ]
        for c in scope.atlas.clusters.values()
        if c.chain in scope.chosen
    ]
