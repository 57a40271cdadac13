"""摸底任务单 of the counties: what each is asked, in the words of an official letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from liantu.analysis.reading import Reading
from liantu.analysis.tracking import counties
from liantu.model import Product
from liantu.model.task_key import TaskKey
from liantu.model.verification import WHOLE
from liantu.telling.assumed import assumed
from liantu.telling.filenames import safe
from liantu.telling.lists.column import Scope
from liantu.telling.lists.survey import AskRow, survey_rows
from liantu.wording import text

WORKDAYS = 10
"""Working days after which an answer is due where nobody says otherwise."""
_ASKED, _USERS = 6, 4
"""Firms that a line names at most."""
_SATURDAY = 5
_ALSO, _CHAINS = 3, 3
"""Other names of a product, and chains, that a line gives at most."""
_PLAIN = "always"
"""The reason that every line has, and that is told only where there is no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A line: ``hint`` are other names of the product and the unit that is wanted."""

    key: TaskKey
    product: str
    hint: str
    chains: str
    why: str
    ask: str
    users: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSheet:
    """What one county is asked. ``date`` (口径日期) and ``due`` are days; ``office``: who asks,
    empty where that is written in by hand; ``scenario``: under which assumptions it is asked,
    empty for 现状.
    """

    region: str
    county: str
    date: str
    due: str
    office: str
    lines: tuple[TaskLine, ...]
    scenario: str = ""

    @property
    def stem(self) -> str:
        """The name of its file without suffix."""
        stamp = self.date.replace("-", "")
        return safe(text("ui.survey.stem", region=self.region, county=self.county, date=stamp))


def default_due(today: date, workdays: int = WORKDAYS) -> str:
    """The day so many working days (Monday to Friday) after ``today``."""
    day, left = today, workdays
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day.isoformat()


def task_sheets(
    reading: Reading, due: str, office: str = "", wanted: Iterable[str] = ()
) -> tuple[TaskSheet, ...]:
    """The sheets of the ``wanted`` counties (of all without any) that have a line."""
    rows = survey_rows(reading, Scope(chains=tuple(reading.atlas.chains), city=True))
    names = set(wanted)
    chosen = [c for c in counties(reading.atlas) if not names or c in names]
    found = (_sheet(reading, county, due, office, rows) for county in chosen)
    return tuple(sheet for sheet in found if sheet.lines)


def _sheet(
    reading: Reading, county: str, due: str, office: str, rows: Sequence[AskRow]
) -> TaskSheet:
    region = reading.atlas.library.region.name
    day = reading.situation.day
    asked = [row for row in rows if county in row.counties or WHOLE in row.counties]
    return TaskSheet(
        region=region,
        county=county,
        date=day,
        due=due,
        office=office,
        lines=tuple(_line(row, TaskKey(region, county, day, due, row.id)) for row in asked),
        scenario=assumed(reading) if reading.scenario.assumes else "",
    )


def _line(row: AskRow, key: TaskKey) -> TaskLine:
    return TaskLine(
        key=key,
        product=row.product.name,
        hint=_hint(row.product),
        chains=_chains(row),
        why=_why(row),
        ask=_whom(row, key.county),
        users=_named(row, row.users, key.county, _USERS) or text("ui.none"),
    )


def _hint(product: Product) -> str:
    also = "、".join([n for n in product.aka if n != product.name][:_ALSO])
    unit = text("ui.survey.unit", unit=product.unit)
    return text("ui.survey.also", names=also, unit=unit) if also else unit


def _chains(row: AskRow) -> str:
    """The chain that owns it, then others that show it; more than three are counted."""
    chains, home = row.reading.atlas.chains, row.product.home
    shown = sorted(row.reading.atlas.chains_of.get(row.id, ()), key=lambda c: c != home)
    names = "、".join(chains[c].label for c in shown[:_CHAINS])
    more = len(shown) > _CHAINS
    return text("ui.survey.more_chains", names=names, count=len(shown)) if more else names


def _why(row: AskRow) -> str:
    """The reasons in words; a chance says nothing to those who are asked."""
    reasons = [r for r in row.question.reasons if r != _PLAIN] or [_PLAIN]
    return "；".join(text(f"ui.survey.why.{reason}") for reason in reasons)


def _whom(row: AskRow, county: str) -> str:
    """Firms of the county that make things of the same kind, else its users of the product."""
    for firms in (row.ask, row.users):
        own = [e for e in firms if row.reading.atlas.enterprises[e].county == county]
        if own:
            return _named(row, own, county, _ASKED)
    return text("ui.survey.nobody")


def _named(row: AskRow, firms: Sequence[str], county: str, most: int) -> str:
    """Names, of firms elsewhere with their county; more than ``most`` are counted."""
    atlas = row.reading.atlas
    own = sorted(firms, key=lambda e: atlas.enterprises[e].county != county)
    told = []
    for firm in (atlas.enterprises[e] for e in own[:most]):
        place = firm.county
        code = "ui.survey.firm" if place == county else "ui.survey.firm.away"
        told.append(text(code, name=firm.label, county=place))
    names = "、".join(told)
    more = len(firms) > most
    return text("ui.survey.more", names=names, count=len(firms)) if more else names
