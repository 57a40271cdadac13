"""项目甘特图: capacities and projects of a chain over the years, with the date asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Capacity, Enterprise, Project, Status
from liantu.model.target import Target
from liantu.telling.charts.model import Aim, Chart, product_aim
from liantu.telling.charts.names import shown
from liantu.telling.dates import spoken
from liantu.telling.figures import compact
from liantu.telling.names import brief
from liantu.telling.relations import phase_text, state_text
from liantu.wording import text

MOST = 24
"""Rows of a chart."""
MONTHS, DAYS = 12, 365
LISTED = 2
"""Projects that the finding names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """``status`` holds from ``start`` to ``end`` (years with their parts, ``None``: still);
    ``told`` says so, ``words`` in it how much.
    """

    status: Status
    start: float
    end: float | None
    told: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A capacity or project. Without ``spans`` only ``seen`` is known: the year in which the source
    told the ``status`` (``None``: not even that). ``later``: told only after the date asked.
    """

    name: str
    told: str
    tip: str
    aim: Aim
    status: Status
    spans: tuple[Span, ...] = ()
    seen: float | None = None
    later: bool = False

    @property
    def first(self) -> float:
        """Where the row begins."""
        return min((s.start for s in self.spans), default=self.seen or 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt(Chart):
    """Rows, what goes on first; ``date`` as a year with its part, ``day`` in words."""

    rows: tuple[Row, ...]
    date: float
    day: str

    @property
    def empty(self) -> bool:
        """Whether nothing has a date."""
        return not self.rows


def gantt(reading: Reading, chain: str) -> Gantt:
    """Dated capacities of the products of the chain, and its projects."""
    atlas = reading.atlas
    found = [*_projects(reading, chain), *_capacities(reading, chain)]
    dated = [row for row in found if row.spans or row.seen is not None]
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


def year_of(date: str) -> float | None:
    """An ISO date of any exactness as a year with its part: 2022-07 is 2022.5; ``None`` for none.

    A year alone is its middle.
    """
    parts = [int(part) for part in date.split("-") if part.isdecimal()]
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] if len(parts) > 2 else 1
    return parts[0] + (parts[1] - 1) / MONTHS + (day - 1) / DAYS


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


def _projects(reading: Reading, chain: str) -> Iterator[Row]:
    for project in reading.atlas.projects.values():
        if project.chain == chain:
            yield _project(reading, project, chain)


def _project(reading: Reading, project: Project, chain: str) -> Row:
    spans = tuple(_spans(reading, project))
    lines = [phase_text(reading.atlas, phase) for phase in project.phases]
    told = state_text(project)
    dated = [phase.since for phase in project.phases if phase.since]
    seen = None if spans else year_of(project.as_of)
    return Row(
        name=project.name,
        told=told,
        tip="\n".join(filter(None, (project.name, told, project.when, *lines))),
        aim=Aim(target=Target("project", project.id), chain=chain, list="projects"),
        status=project.status,
        spans=spans,
        seen=seen,
        later=(min(dated) if dated else project.as_of) > reading.situation.day,
    )


def _spans(reading: Reading, project: Project) -> Iterator[Span]:
    """Phases with a day, each until the next thing that is said of the same product."""
    dated = sorted((p for p in project.phases if p.since), key=lambda p: p.since)
    for at, phase in enumerate(dated):
        start = year_of(phase.since)
        after = (p.since for p in dated[at + 1 :] if p.product == phase.product)
        end = next((year_of(day) for day in after if day > phase.since), None)
        if start is not None:
            told = phase_text(reading.atlas, phase)
            yield Span(status=phase.status, start=start, end=end, told=told)


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
