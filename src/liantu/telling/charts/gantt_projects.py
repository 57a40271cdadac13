"""Projects as rows of a Gantt chart: their phases, else start and last day, else when told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.analysis.pool.standing import Standing, Term
from liantu.analysis.reading import Reading
from liantu.analysis.work import last_day
from liantu.model import Project
from liantu.model.target import Target
from liantu.telling.charts.bars import Row, Span, year_of
from liantu.telling.charts.model import Aim
from liantu.telling.dates import spoken
from liantu.telling.relations import phase_text, state_text
from liantu.wording import text


def project_rows(reading: Reading, projects: Iterable[Project]) -> list[Row]:
    """A row a project, dated or not."""
    return [_row(reading, project) for project in projects]


def _row(reading: Reading, project: Project) -> Row:
    spans = tuple(_spans(reading, project))
    lines = [phase_text(reading, project, phase) for phase in project.phases]
    told = state_text(project)
    dated = [phase.since for phase in project.phases if phase.since]
    seen = None if spans else year_of(project.as_of)
    return Row(
        name=project.name,
        told=told,
        tip="\n".join(filter(None, (project.name, told, project.when, *lines))),
        aim=Aim(target=Target("project", project.id), chain=project.chain, list="projects"),
        status=project.status,
        spans=spans,
        seen=seen,
        later=(min(dated) if dated else project.as_of) > reading.situation.day,
        due=year_of(last_day(project.due)),
        late=Standing(project, last_day(reading.date)).term is Term.LATE,
    )


def _spans(reading: Reading, project: Project) -> Iterator[Span]:
    """Phases with a day, each until the next thing that is said of the same product; without any,
    from the start of the project to its last day.
    """
    if project.start and not any(phase.since for phase in project.phases):
        told = text("pool.gantt.span", start=spoken(project.start), due=_due(project))
        begun, end = year_of(project.start) or 0.0, year_of(last_day(project.due))
        yield Span(status=project.status, start=begun, end=end, told=told)
    dated = sorted((p for p in project.phases if p.since), key=lambda p: p.since)
    for at, phase in enumerate(dated):
        start = year_of(phase.since)
        after = (p.since for p in dated[at + 1 :] if p.product == phase.product)
        end = next((year_of(day) for day in after if day > phase.since), None)
        if start is not None:
            told = phase_text(reading, project, phase)
            yield Span(status=phase.status, start=start, end=end, told=told)


def _due(project: Project) -> str:
    return spoken(project.due) if project.due else text("ui.unknown")
