"""All that the tab 断供演练 tells of a drill, worked out at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage
from liantu.analysis.shocks.risks import Risk, risks
from liantu.model import Atlas
from liantu.model.drill import Shock
from liantu.telling.charts.course import Course
from liantu.telling.line import Part
from liantu.telling.names import plain_name
from liantu.telling.shocks import backup
from liantu.telling.shocks.days import DayRow, course_of, day_rows
from liantu.telling.shocks.hits import HitRow, hit_rows, records
from liantu.telling.shocks.rows import shock_name
from liantu.telling.shocks.summary import sentences
from liantu.wording import text

BACKED = 12
"""Products for which somebody is named who could step in."""


@dataclass(frozen=True, slots=True)
class Told:
    """``headline`` is the sentence that answers first, ``notes`` what limits it; ``backups`` says
    for each product that is missed who could step in, ``records`` are the supplies behind it all
    with their sources; ``chains``: those that are hit, most first.
    """

    headline: str
    notes: tuple[str, ...]
    days: tuple[DayRow, ...]
    course: Course
    hits: tuple[HitRow, ...]
    backups: tuple[Part, ...]
    records: tuple[tuple[str, ...], ...]
    chains: tuple[str, ...]


def told(reading: Reading) -> Told | None:
    """What the drill of a reading brings about; ``None`` where nothing fails in it."""
    found, course = reading.outage, reading.timeline
    if found is None or course is None:
        return None
    first, *rest = sentences(reading, found)
    idle = () if found.failing else (text("shock.drill.idle"),)
    return Told(
        headline=first,
        notes=(*idle, *rest),
        days=day_rows(reading, found, course),
        course=course_of(reading, found, course),
        hits=hit_rows(reading, found),
        backups=tuple(backups(reading, found)),
        records=records(reading, found),
        chains=tuple(chain for chain, _ in found.chains(reading.atlas).most_common()),
    )


def backups(reading: Reading, found: Outage) -> Iterator[Part]:
    """Who could step in for what is missing first, a part for each product; of what nobody misses
    for each that fails.
    """
    missed = Counter(hit.path[0].product for hit in found.hits if hit.path)
    wanted = [product for product, _ in missed.most_common(BACKED)]
    if not wanted:
        wanted = list(dict.fromkeys(node.product for node in found.stopped if node.product))
    for product in wanted[:BACKED]:
        without = backup.failing(reading, product)
        lines = tuple(backup.lines(reading, product, without))
        yield Part(plain_name(reading, product), lines, product)


def most_exposed(reading: Reading, count: int) -> tuple[tuple[Shock, str], ...]:
    """What most hangs on in the order of 断供风险, as shocks with their words, without what is
    bought on any market and what only several failures at once bring about.
    """
    found = risks(reading.atlas, reading.diagnosis, reading.exposures)
    first = [risk for risk in found if risk.at_once and not risk.common][:count]
    return tuple((Shock(r.exposure.kind, r.exposure.id), _exposed(reading.atlas, r)) for r in first)


def _exposed(atlas: Atlas, found: Risk) -> str:
    exposure = found.exposure
    return text(
        "shock.drill.begin.row",
        name=shock_name(atlas, Shock(exposure.kind, exposure.id)),
        units=exposure.total,
        firms=len(found.others),
    )
