"""在建与规划: what has come within a year, what is being built, what is planned."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.model import Phase, Project, Status
from liantu.model.records import ProjectState
from liantu.model.scenario import year_before
from liantu.telling import records
from liantu.telling.dates import spoken
from liantu.telling.events import Turn, turn
from liantu.telling.figures import compact
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster.model import Panel, Stage, Work
from liantu.telling.poster.words import is_told
from liantu.wording import text

GONE = frozenset({ProjectState.DONE, ProjectState.STALLED, ProjectState.ENDED})
"""States of projects from which nothing more is to come."""
_STAGES = {Status.BUILDING: Stage.BUILDING, Status.PLANNED: Stage.PLANNED}
_ORDER = tuple(Stage)


def works(reading: Reading, chain: str) -> Panel[Work]:
    """The rows: new first, then building, then planned, the latest first; each firm and product
    once a stage. Capacities go before projects that say the same.
    """
    shown = home_or_key(reading.atlas, chain)
    found: dict[tuple[str, str, Stage], tuple[Work, str]] = {}
    for row, told in (*_capacities(reading, shown), *_projects(reading, shown)):
        found.setdefault((row.firm, row.product, row.stage), (row, told))
    rows = sorted(found.values(), key=_place)
    kept = tuple(row for row, _ in rows)
    return Panel(kept, text("poster.work.note", count=len(kept)) if kept else "")


def _place(entry: tuple[Work, str]) -> tuple[int, int, str, str]:
    row, told = entry
    year = (row.since or told)[:4]
    return _ORDER.index(row.stage), -int(year) if year.isdecimal() else 0, row.product, row.firm


def _capacities(reading: Reading, shown: frozenset[str]) -> Iterator[tuple[Work, str]]:
    """Records of enterprises, with the year of the statement."""
    after = year_before(reading.situation.day)
    for product in sorted(shown):
        for maker in records.commissioned(reading, product, after) if after else ():
            item = maker.capacity
            who, told = maker.enterprise.id, records.told_in(reading, maker)
            begun = turn(maker.enterprise, item)
            if begun is None:
                continue
            code = "resumed" if begun is Turn.RESUMED else ""
            amount = item.amount, item.unit
            yield _work(reading, product, Stage.NEW, who, item.since, *amount, code=code), told
        for maker in records.pending(reading, product):
            item, told = maker.capacity, records.told_in(reading, maker)
            stage, who = _STAGES[item.status], maker.enterprise.id
            row = _work(reading, product, stage, who, item.since, item.amount, item.unit, told=told)
            yield row, told


def _work(
    reading: Reading,
    product: str,
    stage: Stage,
    enterprise: str,
    since: str,
    amount: float | None,
    unit: str,
    *,
    told: str = "",
    code: str = "",
) -> Work:
    item = reading.atlas.products[product]
    label = name(reading, product)
    if amount is not None and (unit not in ("", item.unit) or is_told(item, amount)):
        label = text("poster.work.name", name=label, amount=compact(amount, unit or item.unit))
    return Work(
        product=product,
        name=label,
        stage=stage,
        since="" if stage is Stage.PLANNED else since,
        told=_words(stage, firm(reading, enterprise) if enterprise else "", since, told, code),
        firm=enterprise,
    )


def _words(stage: Stage, who: str, since: str, told: str, code: str) -> tuple[str, ...]:
    """Beside the mark, from long to short; ``code``: that of the stage where it says more."""
    code = code or stage.value
    plain = text(f"poster.work.{code}")
    if stage is Stage.NEW:
        dated = text(f"poster.work.{code}.since", date=spoken(since))
        year = text(f"poster.work.{code}.since", date=spoken(since[:4]))
        return tuple(dict.fromkeys((who + dated, dated, year, plain)))
    dated = text("poster.work.told", stage=plain, year=told) if told else plain
    if stage is Stage.PLANNED:
        return tuple(dict.fromkeys((who + dated, dated, plain)))
    return tuple(dict.fromkeys((who + plain, plain)))


# -- projects


def _projects(reading: Reading, shown: frozenset[str]) -> Iterator[tuple[Work, str]]:
    """Phases of projects with product and date that no record of a capacity tells."""
    for project in reading.atlas.projects.values():
        if project.state in GONE:
            continue
        told = _told_in(reading, project)
        for phase in project.phases:
            if phase.product in shown and _holds(reading, project, phase, told):
                stage, who = _STAGES[phase.status], project.enterprise
                row = _work(
                    reading,
                    phase.product,
                    stage,
                    who,
                    phase.since,
                    phase.amount,
                    phase.unit,
                    told=told,
                )
                yield row, told


def _told_in(reading: Reading, project: Project) -> str:
    """The year in which its state was told, else that of its first source; empty if unknown."""
    sources = reading.atlas.sources
    dates = [sources[s].date for s in project.sources if s in sources]
    return (project.as_of or min((d for d in dates if d), default=""))[:4]


def _holds(reading: Reading, project: Project, phase: Phase, told: str) -> bool:
    """Whether it was told by the date, is not stale, and no capacity stands for it."""
    day = reading.situation.day
    if phase.status not in _STAGES or not told:
        return False
    late = bool(day) and told > day[:4] and not (phase.since and phase.since <= day)
    if late or int(told) < reading.atlas.library.stale_before:
        return False
    begun = not phase.since or phase.since <= day or phase.status is Status.PLANNED
    rows = reading.atlas.makers.get(phase.product, ())
    owner = project.enterprise
    known = any(owner in ("", e.id) or (c.project and c.project == project.id) for e, c in rows)
    return begun and not known
