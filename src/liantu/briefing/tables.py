"""The tables of records in a briefing: projects, clusters, enterprises, as of the date asked for.

What a source tells of a later day is marked 〔口径日期后〕; the year of the statement has a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Table
from liantu.briefing.cited import Cited, is_later
from liantu.briefing.prose import spoken_dates, tight
from liantu.model import Atlas, Chain, Phase, Project, Status
from liantu.model.statements import held
from liantu.telling import figures, making
from liantu.telling.dates import spoken, stated
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.firms import FirmRow, tier
from liantu.telling.relations import owner_name, titles
from liantu.wording import text

_DAY = re.compile(r"\d{4}(-\d\d)*")
MOST_ROWS = 12
MADE = 4
"""Products of an enterprise in its cell."""


def known(atlas: Atlas, chain: Chain) -> list[str]:
    """Ids of the chain's members that the atlas knows."""
    return [m.product for m in chain.members() if m.product in atlas.products]


def _table(
    caption: str, heads: str, widths: Sequence[float], cells: Sequence[Sequence[str]]
) -> Table:
    left = len(cells) - MOST_ROWS
    return Table(
        caption,
        [text(f"brief.head.{head}") for head in heads.split()],
        cells[:MOST_ROWS],
        widths,
        note=text("brief.more", count=left) if left > 0 else "",
    )


# -- projects


def projects(reading: Reading, chain: Chain, cited: Cited) -> Table:
    """The projects recorded for a chain; what was told of only later is marked."""
    rows = [p for p in reading.atlas.projects.values() if p.chain == chain.id]
    cells = [_project(reading, project, cited) for project in rows]
    caption = text("brief.table.projects", chain=chain.label)
    heads = "project enterprise state investment content year source"
    return _table(caption, heads, (2.3, 1.7, 1, 1.1, 2.8, 0.7, 0.7), cells)


def _project(reading: Reading, project: Project, cited: Cited) -> list[str]:
    told = _told(project)
    later = text("brief.later") if is_later(told, reading.date) else ""
    money = project.investment.text if project.investment else text("ui.unknown")
    return [
        project.name,
        owner_name(reading.atlas, project),
        _state(project) + later,
        money,
        "；".join(_phases(reading, project.phases)) or text("ui.unknown"),
        told[:4] or text("ui.unknown"),
        cited.marks(project.sources, 1),
    ]


def _told(project: Project) -> str:
    """The date of which it is told: that of the news, else the year of the statement."""
    found = _DAY.match(project.when)
    return found[0] if found else project.as_of


def _state(project: Project) -> str:
    """One of the words for how far a project is, never the words of the source."""
    if project.state is not None:
        return text(f"ui.project.state.{project.state}")
    return text(f"ui.status.{project.status}")


def _phases(reading: Reading, phases: Iterable[Phase]) -> list[str]:
    """Product with amount, and how far it is at the date; a remark or a date alone is no content.

    What would say the same as the line before is left out.
    """
    found: dict[str, None] = {}
    for phase in phases:
        product = reading.atlas.products.get(phase.product)
        if product is None:
            continue
        amount = ""
        if phase.amount is not None:
            amount = f"{figures.number(phase.amount)}{phase.unit}"
        found[f"{product.label}{amount}（{_status(reading, phase)}）"] = None
    return list(found)


def _status(reading: Reading, phase: Phase) -> str:
    words = text(f"ui.status.{phase.status}")
    if not phase.since:
        return words
    if is_later(phase.since, reading.date):
        words += text("brief.later")
    began = phase.status is Status.OPERATING
    code = "brief.phase.began" if began else "brief.phase.since"
    return text(code, status=words, date=spoken(phase.since))


# -- clusters


def clusters(reading: Reading, chain: Chain, cited: Cited) -> Table:
    """The industrial clusters of a chain as sources describe them."""
    rows = find("clusters").rows(reading, Scope(chains=(chain.id,)))
    found = {row.cluster.id: row.cluster for row in rows}
    cells = []
    for cluster in found.values():
        later = text("brief.later") if is_later(cluster.year, reading.date) else ""
        cells.append(
            [
                cluster.name,
                cluster.county,
                titles(held(cluster.honours, reading.situation.day)) or text("ui.none"),
                tight(spoken_dates(cluster.scale)) or text("ui.unknown"),
                (cluster.year or text("ui.unknown")) + later,
                cited.marks(cluster.sources, 1),
            ]
        )
    caption = text("brief.table.clusters", chain=chain.label)
    heads = "cluster county honours scale year source"
    return _table(caption, heads, (2.2, 0.9, 2.2, 3.2, 1, 0.7), cells)


# -- enterprises


def enterprises(reading: Reading, chain: Chain, cited: Cited) -> Table:
    """Enterprises by tier: 链主 first, then the highest honour, those without a record last."""
    rows: Sequence[FirmRow] = find("tiers").rows(reading, Scope(chains=(chain.id,)))
    cells = [
        [
            row.name,
            _tier(row),
            row.firm.county,
            _made(reading, row),
            titles(row.honours) or text("ui.none"),
            _year(reading, row),
            cited.marks(row.firm.sources, 1),
        ]
        for row in rows
    ]
    caption = text("brief.table.enterprises", chain=chain.label)
    heads = "enterprise tier county makes honours year source"
    found = _table(caption, heads, (2, 0.8, 0.9, 3, 1.6, 0.9, 0.6), cells)
    starred = any(row[5].endswith(text("brief.later.star")) for row in found.rows)
    return replace(found, note=text("brief.later.note") + found.note) if starred else found


def _made(reading: Reading, row: FirmRow) -> str:
    found = making.spoken(reading, row.made)
    more = text("brief.names.more", names="、".join(found[:MADE]))
    told = "、".join(found) if len(found) <= MADE else more
    return tight(spoken_dates(told)) or text("brief.made.none")


def _tier(row: FirmRow) -> str:
    """链主 or the highest honour; none on record is a dash."""
    shown = tier(row)
    return text("ui.none") if shown == text("brief.tier.none") else shown


def _year(reading: Reading, row: FirmRow) -> str:
    """The years in which its capacities were stated: the first and the last, marked if later."""
    told = {stated(row.firm, item.item)[:4] for item in row.made} or {row.firm.as_of[:4]}
    years = sorted(told - {""})
    if not years:
        return text("ui.unknown")
    later = text("brief.later.star") if is_later(years[-1], reading.date) else ""
    return (years[0] if len(years) == 1 else f"{years[0]}—{years[-1]}") + later
