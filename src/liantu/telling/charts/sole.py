"""独家供应矩阵: what only one enterprise on record makes, and what here depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model import Role
from liantu.model.standing import Tag
from liantu.telling.charts.model import Cell, Grid, Head, Ink, product_aim
from liantu.telling.charts.names import labels, shown
from liantu.telling.names import brief
from liantu.wording import text

ROWS, COLUMNS = 18, 20
"""Suppliers and users that are shown at most, those with most ties first."""
SHADES = {Role.MAIN: 0.85, Role.PART: 0.5}
REST = 0.25
"""Shade of an auxiliary."""
SOLE = frozenset({Tag.SOLE, Tag.SOLE_ON_RECORD})


def sole(reading: Reading, chain: str) -> Grid:
    """Rows are products with one maker, columns the local products that take them."""
    atlas = reading.atlas
    found = _sole(reading, chain)
    rows = found[:ROWS]
    ties = Counter(user for verdict in rows for user in verdict.uses)
    users = [user for user, _ in ties.most_common(COLUMNS)]
    names = labels(atlas, [*(v.product for v in rows), *users])
    cells = [
        _cell(reading, verdict, user, names, (row, column), chain)
        for row, verdict in enumerate(rows)
        for column, user in enumerate(users)
        if user in verdict.uses
    ]
    more = len(found) - len(rows) + len(ties) - len(users)
    return Grid(
        title=text("chart.sole.title", chain=atlas.chains[chain].label),
        finding=_finding(reading, rows, ties, names),
        note=text("chart.sole.note") + (text("chart.more", count=more) if more else ""),
        rows=tuple(_head(reading, v, names[v.product], chain) for v in rows),
        columns=tuple(
            Head(words=names[u], tip=atlas.products[u].name, aim=product_aim(u, chain))
            for u in users
        ),
        cells=tuple(cells),
        upright=True,
        corner=text("chart.sole.corner"),
    )


def _sole(reading: Reading, chain: str) -> list[Verdict]:
    """Those in the chain that something here needs, the most needed first."""
    found = (reading.verdicts.get(p) for p in shown(reading.atlas, chain))
    bound = [v for v in found if v and v.uses and len(v.makers) == 1 and SOLE.intersection(v.tags)]
    return sorted(bound, key=lambda v: -len(v.uses))


def _maker(reading: Reading, verdict: Verdict) -> str:
    return brief(reading.atlas.enterprises[verdict.makers[0]])


def _head(reading: Reading, verdict: Verdict, name: str, chain: str) -> Head:
    words = text("chart.sole.row", product=name, firm=_maker(reading, verdict))
    tip = text("chart.sole.head", row=words, count=len(verdict.uses))
    return Head(words=words, tip=tip, aim=product_aim(verdict.product, chain))


def _cell(
    reading: Reading,
    verdict: Verdict,
    user: str,
    names: Mapping[str, str],
    place: tuple[int, int],
    chain: str,
) -> Cell:
    role = verdict.uses[user].role
    word = text(f"standing.role.{role}")
    tip = text(
        "chart.sole.tip",
        product=names[verdict.product],
        firm=_maker(reading, verdict),
        user=names[user],
        role=word,
    )
    return Cell(
        row=place[0],
        column=place[1],
        words=word[:1],
        tip=tip,
        aim=product_aim(user, chain),
        shade=SHADES.get(role, REST),
        ink=Ink.HERE,
    )


def _finding(
    reading: Reading, rows: Sequence[Verdict], ties: Counter[str], names: Mapping[str, str]
) -> str:
    if not rows:
        return text("chart.sole.empty")
    main = rows[0]
    firms = Counter(_maker(reading, v) for v in rows)
    firm, count = firms.most_common(1)[0]
    if len(rows) == 1:
        named = text("chart.sole.row", product=names[main.product], firm=firm)
        return text("chart.sole.single", row=named, users=len(ties))
    words = text(
        "chart.sole.finding",
        rows=len(rows),
        users=len(ties),
        product=names[main.product],
        count=len(main.uses),
    )
    return words + (text("chart.sole.held", firm=firm, count=count) if count > 1 else "")
