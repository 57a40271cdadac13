"""项目甘特图: capacities and projects of a chain over the years, with the date asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from liantu.analysis.reading import Reading
from liantu.model import Capacity, Enterprise, Project, Status
from liantu.telling.charts.bars import Gantt, Row, Span, year_of
from liantu.telling.charts.gantt_projects import project_rows
from liantu.telling.charts.model import product_aim
from liantu.telling.charts.names import shown
from liantu.telling.dates import spoken
from liantu.telling.figures import compact
from liantu.telling.names import brief
from liantu.wording import text

MOST = 24
"""Rows of a chart."""
LISTED = 2
"""Projects that the finding names."""


def gantt(reading: Reading, chain: str) -> Gantt:
    """Dated capacities of the products of the chain, and its projects."""
    atlas = reading.atlas
    found = [*project_rows(reading, _of(reading, chain)), *_capacities(reading, chain)]
    dated = [row for row in found if row.is_dated]
    order = {Status.BUILDING: 0, Status.PLANNED: 1, Status.OPERATING: 2}
    dated.sort(key=lambda row: (order.get(row.status, 3), -row.first))
    rows = tuple(dated[:MOST])
    return Gantt(
        title=text("chart.gantt.title", chain=atlas.chains[chain].label),
        finding=_finding(found, reading.date),
        note=_note(len(found) - len(dated), len(dated) - len(rows)),
        rows=rows,
        date=year_of(reading.situation.day) or 0.0,
        day=spoken(reading.date),
    )


def projects_gantt(reading: Reading, projects: Sequence[Project], most: int) -> Gantt:
    """The dated ones of some projects, at most ``most`` rows: those that are late first, then what
    is being built and planned, what is done or told of only later last; the earliest of each first.
    """
    found = project_rows(reading, projects)
    dated = sorted((row for row in found if row.is_dated), key=_pressing)
    return Gantt(
        title=text("pool.gantt.title", count=len(found)),
        finding=text(
            "pool.gantt.finding",
            count=len(found),
            dated=len(dated),
            late=sum(row.late for row in found),
        ),
        note=_projects_note(len(found) - len(dated), max(len(dated) - most, 0)),
        rows=tuple(dated[:most]),
        date=year_of(reading.situation.day) or 0.0,
        day=spoken(reading.date),
    )


def _of(reading: Reading, chain: str) -> list[Project]:
    return [p for p in reading.atlas.projects.values() if p.chain == chain]


def _capacities(reading: Reading, chain: str) -> Iterator[Row]:
    """A row a product and firm: what it runs since when, unless a project tells it."""
    for product in shown(reading.atlas, chain):
        dated: defaultdict[str, list[Capacity]] = defaultdict(list)
        for firm, item in reading.atlas.makers.get(product, ()):
            if year_of(item.since) is not None and not item.project and not item.contested:
                dated[firm.id].append(item)
        for key, items in dated.items():
            yield _capacity(reading, reading.atlas.enterprises[key], items, chain)


def _capacity(reading: Reading, firm: Enterprise, items: Sequence[Capacity], chain: str) -> Row:
    items = sorted(items, key=lambda item: item.since)
    day = reading.situation.day
    product = reading.atlas.products[items[0].product]
    name = text("chart.gantt.capacity", product=product.label, firm=brief(firm))
    spans = tuple(_span(item, after) for item, after in zip(items, (*items[1:], None), strict=True))
    begun = [item for item in items if item.since <= day]
    now = begun[-1] if begun else items[0]
    ended = bool(now.until) and now.until <= day
    return Row(
        name=name,
        told=compact(now.amount, now.unit) if now.amount else "",
        tip="\n".join((name, *(span.told for span in spans))),
        aim=product_aim(product.id, chain),
        status=Status.STOPPED if ended else now.status,
        spans=spans,
        later=not begun,
    )


def _span(item: Capacity, after: Capacity | None) -> Span:
    """From its day to its end, at the latest to what follows."""
    amount = compact(item.amount, item.unit) if item.amount else ""
    status = text(f"ui.status.{item.status}")
    told = text("chart.gantt.since", date=spoken(item.since), status=status)
    return Span(
        status=item.status,
        start=year_of(item.since) or 0.0,
        end=year_of(item.until or (after.since if after else "")),
        told=f"{told} {amount}".rstrip(),
        words=amount,
    )


def _finding(rows: Sequence[Row], date: str) -> str:
    if not rows:
        return text("chart.gantt.empty")
    counts = {
        status: sum(row.status is status and not row.later for row in rows)
        for status in (Status.OPERATING, Status.BUILDING, Status.PLANNED)
    }
    told = "、".join(
        text("chart.gantt.counted", status=text(f"ui.status.{status}"), count=count)
        for status, count in counts.items()
        if count
    )
    words = text("chart.gantt.finding" if told else "chart.gantt.none", count=len(rows), told=told)
    going = [row.name for row in rows if row.status is Status.BUILDING and not row.later]
    if going:
        code = "chart.gantt.going" if len(going) > LISTED else "chart.gantt.going.all"
        words += text(code, names="、".join(going[:LISTED]), count=len(going))
    later = sum(row.later for row in rows)
    return words + (text("chart.gantt.later", count=later, date=spoken(date)) if later else "")


def _note(undated: int, more: int) -> str:
    words = [text("chart.gantt.note")]
    if undated:
        words.append(text("chart.gantt.undated", count=undated))
    if more:
        words.append(text("chart.more", count=more))
    return "".join(words)


_ORDER = (Status.BUILDING, Status.PLANNED, Status.UNKNOWN, Status.STOPPED, Status.OPERATING)


def _pressing(row: Row) -> tuple[bool, bool, int, float]:
    return not row.late, row.later, _ORDER.index(row.status), row.first


def _projects_note(undated: int, more: int) -> str:
    words = [text("pool.gantt.note")]
    if undated:
        words.append(text("pool.gantt.undated", count=undated))
    if more:
        words.append(text("chart.more", count=more))
    return "".join(words)
