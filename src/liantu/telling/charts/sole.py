"""独家供应矩阵: what only one enterprise on record makes, and what here depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.drill import ShockKind
from liantu.model.standing import SOLE
from liantu.telling.charts.model import Cell, Grid, Head, Ink, product_aim
from liantu.telling.charts.names import labels, shown
from liantu.telling.names import brief, named
from liantu.wording import text

ROWS, COLUMNS = 18, 26
"""Suppliers and users that are shown at most, those with most ties first."""
RECORDED, DEDUCED = 0.85, 0.2
"""Shades of a supply on record and of one that is 推定."""
_NAMED = 3
"""Single points that the finding names."""


def sole(reading: Reading, chain: str) -> Grid:
    """Rows are products with one maker, columns the local products that take them. ``chain``
    empty: of the whole city.
    """
    atlas = reading.atlas
    found = bound(reading, shown(atlas, chain) if chain else reading.verdicts)
    rows = found[:ROWS]
    ties = Counter(user for verdict in rows for user in verdict.uses)
    users = [user for user, _ in ties.most_common(COLUMNS)]
    names = labels(atlas, [*(v.product for v in rows), *users])
    known = _recorded(reading)
    cells = [
        _cell(reading, verdict, user, names, (row, column), chain, known)
        for row, verdict in enumerate(rows)
        for column, user in enumerate(users)
        if user in verdict.uses
    ]
    more = len(found) - len(rows) + len(ties) - len(users)
    single = _single(reading)
    return Grid(
        title=_title(reading, chain),
        finding=_finding(reading, rows, ties, names) + _points(reading, rows, single, names),
        note=text("chart.sole.note") + (text("chart.more", count=more) if more else ""),
        rows=tuple(_head(reading, v, names[v.product], chain, single) for v in rows),
        columns=tuple(
            Head(words=names[u], tip=atlas.products[u].name, aim=product_aim(u, chain))
            for u in users
        ),
        cells=tuple(cells),
        upright=True,
        corner=text("chart.sole.corner"),
    )


def city(reading: Reading, _chain: str = "") -> Grid:
    """:func:`sole` of the whole city."""
    return sole(reading, "")


def _title(reading: Reading, chain: str) -> str:
    if not chain:
        return text("chart.sole.title.city", region=reading.atlas.library.region.name)
    return text("chart.sole.title", chain=reading.atlas.chains[chain].label)


def bound(reading: Reading, inside: Iterable[str]) -> list[Verdict]:
    """What but one makes and something here needs, the most needed first."""
    found = (reading.verdicts.get(p) for p in inside)
    single = [v for v in found if v and v.uses and len(v.makers) == 1 and SOLE.intersection(v.tags)]
    return sorted(single, key=lambda v: -len(v.uses))


def _single(reading: Reading) -> frozenset[str]:
    """Products whose sole maker stops others for want of a main material."""
    found = (e for e in reading.exposures if e.kind is ShockKind.PRODUCT)
    return frozenset(e.id for e in found if e.single and e.outer_mains)


def _recorded(reading: Reading) -> frozenset[tuple[str, str, str]]:
    """(maker, product, product that it goes into) of supplies on record that are not 推定."""
    net = reading.woven()
    links = zip(
        net.reach.need.tolist(),
        net.reach.supplier.tolist(),
        net.reach.recorded.tolist(),
        strict=True,
    )
    wants = ((net.wants[need], net.nodes[supplier]) for need, supplier, told in links if told)
    return frozenset(
        (supplier.enterprise, want.product, net.nodes[want.customer].product)
        for want, supplier in wants
    )


def _points(
    reading: Reading, rows: Sequence[Verdict], single: Collection[str], names: Mapping[str, str]
) -> str:
    """Which of the rows are single points."""
    found = [names[v.product] for v in rows if v.product in single]
    if not found:
        return ""
    return text("chart.sole.points", count=len(found), names=named(found, _NAMED))


def _maker(reading: Reading, verdict: Verdict) -> str:
    return brief(reading.atlas.enterprises[verdict.makers[0]])


def _head(
    reading: Reading, verdict: Verdict, name: str, chain: str, single: Collection[str]
) -> Head:
    words = text("chart.sole.row", product=name, firm=_maker(reading, verdict))
    tip = text("chart.sole.head", row=words, count=len(verdict.uses))
    end = text("shock.list.single") if verdict.product in single else ""
    return Head(words=words, tip=tip, aim=product_aim(verdict.product, chain), end=end)


def _cell(
    reading: Reading,
    verdict: Verdict,
    user: str,
    names: Mapping[str, str],
    place: tuple[int, int],
    chain: str,
    known: Collection[tuple[str, str, str]],
) -> Cell:
    role = verdict.uses[user].role
    recorded = (verdict.makers[0], verdict.product, user) in known
    word = text(f"standing.role.{role}")
    tip = text(
        "chart.sole.tip",
        product=names[verdict.product],
        firm=_maker(reading, verdict),
        user=names[user],
        role=word,
        certainty=text("shock.words.recorded" if recorded else "shock.words.deduced"),
    )
    return Cell(
        row=place[0],
        column=place[1],
        words=word[:1],
        tip=tip,
        aim=product_aim(user, chain),
        shade=RECORDED if recorded else DEDUCED,
        ink=Ink.HERE,
        hollow=not recorded,
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
