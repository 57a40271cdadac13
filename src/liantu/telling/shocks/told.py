"""All that the tab 断供演练 tells of a drill, worked out at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.exposure import Exposure
from liantu.analysis.shocks.outage import Outage
from liantu.model import Atlas
from liantu.model.drill import Shock
from liantu.telling.charts.course import Course
from liantu.telling.line import Part
from liantu.telling.shocks import backup
from liantu.telling.shocks.days import DayRow, course_of, day_rows
from liantu.telling.shocks.hits import HitRow, firm_of, hit_rows, product_of, records
from liantu.telling.shocks.rows import shock_name
from liantu.wording import text

BACKED = 12
"""Products for which somebody is named who could step in."""
NAMED = 3
"""Things that one sentence names; of more it tells how many there are."""


@dataclass(frozen=True, slots=True)
class Told:
    """``headline`` is the sentence that answers first, ``notes`` what limits it; ``backups`` says
    for each product that is missed who could step in, ``records`` are the supplies behind it all
    with their sources.
    """

    headline: str
    notes: tuple[str, ...]
    days: tuple[DayRow, ...]
    course: Course
    hits: tuple[HitRow, ...]
    backups: tuple[Part, ...]
    records: tuple[tuple[str, ...], ...]


def told(reading: Reading) -> Told | None:
    """What the drill of a reading brings about; ``None`` where nothing fails in it."""
    found, course = reading.outage, reading.timeline
    if found is None or course is None:
        return None
    return Told(
        headline=headline(reading, found),
        notes=tuple(notes(reading, found)),
        days=day_rows(reading, found, course),
        course=course_of(reading, found, course),
        hits=hit_rows(reading, found),
        backups=tuple(backups(reading, found)),
        records=records(reading, found),
    )


def headline(reading: Reading, found: Outage) -> str:
    """``汇隆停产：2 家企业的 3 个环节断料（推定 3 个）``: main materials alone are counted."""
    shocks = "、".join(shock_name(reading.atlas, s) for s in found.drill.shocks)
    mains = found.mains
    if not found.hits:
        return text("shock.drill.nothing", shocks=shocks)
    more = len(found.hits) - len(mains)
    words = text(
        "shock.drill.headline" if mains else "shock.drill.headline.minor",
        shocks=shocks,
        units=len(mains) or more,
        firms=len({hit.enterprise for hit in mains or found.hits}),
        deduced=sum(not hit.recorded for hit in mains or found.hits),
    )
    return words + (text("shock.drill.more", units=more) if mains and more else "")


def notes(reading: Reading, found: Outage) -> Iterator[str]:
    """What is not known, what gets less, and what is left out."""
    atlas = reading.atlas
    if not found.failing:
        yield text("shock.drill.idle")
    if found.hits and all(hit.structural for hit in found.hits):
        yield text("shock.drill.no_volumes")
    if any(hit.days.high is None for hit in found.hits):
        yield text("shock.drill.no_stock")
    if found.short:
        units = [found.woven.nodes[at] for at in found.short]
        names = _named([product_of(atlas, node.product) for node in units])
        yield text("shock.drill.short", units=len(units), names=names)
    if found.demand:
        names = _named([firm_of(atlas, firm) for firm in found.demand])
        yield text("shock.drill.demand", firms=len(found.demand), names=names)
    if found.maybe:
        yield text("shock.drill.maybe", count=len(found.maybe))
    if found.closed:
        yield text("shock.drill.closed")


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
        yield Part(product_of(reading.atlas, product), lines, product)


def _named(names: list[str]) -> str:
    known = list(dict.fromkeys(names))
    more = text("shock.drill.and_more") if len(known) > NAMED else ""
    return "、".join(known[:NAMED]) + more


def most_exposed(reading: Reading, count: int) -> tuple[tuple[Shock, str], ...]:
    """What most hangs on, as shocks with their words."""
    return tuple(
        (Shock(e.kind, e.id), _exposed(reading.atlas, e)) for e in reading.exposures[:count]
    )


def _exposed(atlas: Atlas, found: Exposure) -> str:
    return text(
        "shock.drill.begin.row",
        name=shock_name(atlas, Shock(found.kind, found.id)),
        units=found.total,
        firms=len(found.firms),
    )
