"""Rows of a drill for paper and workbook: who stands still, what is asked of whom, each day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import SLIP, Hit, Outage, Span, Step
from liantu.analysis.shocks.timeline import STILL, Day, Timeline
from liantu.analysis.shocks.weaving import NodeKind
from liantu.briefing.cited import Cited
from liantu.model import Supply
from liantu.model.drill import Drill, Measure
from liantu.telling.drills import measure_words
from liantu.telling.names import named, plain_firm, plain_name
from liantu.telling.shocks import backup, words
from liantu.wording import text

NAMED = 3
"""Units that a row names; of more it tells how many there are."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """A unit that stands still, in words; ``lack``: what it lacks, and from whom."""

    firm: str
    product: str
    step: int
    lack: str
    days: str
    loss: str
    ground: str
    hit: Hit


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on which something begins: what, what is done then, and who sees to it."""

    day: int
    state: str
    measures: str
    who: str


def hit_rows(reading: Reading, found: Outage, cited: Cited | None = None) -> list[HitRow]:
    """Main materials first, then by step and days; sources are cited where they may be."""
    hits = sorted(found.hits, key=lambda hit: not hit.main)
    return [
        HitRow(
            firm=plain_firm(reading, hit.enterprise),
            product=plain_name(reading, hit.product),
            step=hit.step,
            lack=_lack(reading, hit.path[-1]),
            days=words.days(hit.days),
            loss=words.loss(hit.loss, structural=hit.structural),
            ground=words.certainty(recorded=hit.recorded) + _marks(reading, hit, cited),
            hit=hit,
        )
        for hit in hits
    ]


def _lack(reading: Reading, step: Step) -> str:
    """What and from whom; what comes along with another product goes by its own name."""
    return words.node(reading, replace(step.supplier, product=step.product))


def _marks(reading: Reading, hit: Hit, cited: Cited | None) -> str:
    """Sources of a way that is on record from end to end."""
    if cited is None or not hit.recorded:
        return ""
    supplies = reading.atlas.supplies
    return cited.marks(s for step in hit.path if step.supply for s in supplies[step.supply].sources)


# -- by day


def day_rows(reading: Reading, found: Outage, course: Timeline) -> list[DayRow]:
    """The days on which units begin to stand still or go on again, or something is done."""
    hits = {hit.node for hit in found.hits}
    rows, before = [], text("shock.paper.still.none")
    for day in course.days:
        still = _still([course.losses[at][day.day] for at in hits if at in course.losses])
        if still != before or hits.intersection(day.begins) or day.measures:
            done_ = [done(reading, found.drill, one) for one in day.measures]
            rows.append(
                DayRow(
                    day=day.day,
                    state=_state(reading, found, day, still),
                    measures="；".join(done_),
                    who="、".join(dict.fromkeys(one.who for one in day.measures if one.who)),
                )
            )
        before = still
    return rows


def done(reading: Reading, drill: Drill, measure: Measure) -> str:
    """What is done, with the remark, without day and office: they have columns of their own."""
    words = measure_words(reading.atlas, drill, replace(measure, day=0, who=""))
    return (
        words
        if measure.note in ("", words)
        else text("shock.paper.noted", words=words, note=measure.note)
    )


def _state(reading: Reading, found: Outage, day: Day, still: str) -> str:
    """Who begins to stand still, and how many do by then; what only gets less is not told."""
    begun = [found.woven.nodes[hit.node] for hit in found.hits if hit.node in day.begins]
    if not begun:
        return still
    names = named([words.node(reading, node) for node in begun], NAMED)
    return text("shock.paper.begins", names=names, still=still)


def _still(losses: Sequence[Span]) -> str:
    least, most = (sum(loss >= STILL for loss in side) for side in _sides(losses))
    if most:
        code = "shock.paper.still" if least == most else "shock.paper.still.most"
        return text(code, count=most)
    less = sum(loss.high > SLIP for loss in losses)
    return text("shock.paper.less" if less else "shock.paper.still.none", count=less)


def _sides(losses: Sequence[Span]) -> tuple[list[float], list[float]]:
    return [loss.low for loss in losses], [loss.high for loss in losses]


# -- who could step in


def backups(reading: Reading, found: Outage) -> list[str]:
    """One sentence for each product that is lacking: who could step in, or that nobody could."""
    return [
        text(
            "shock.paper.backup.line",
            product=plain_name(reading, p),
            words=backup.headline(reading, p, firms),
        )
        for p, firms in backup.concerned(found).items()
    ]


# -- to be asked


def asks(reading: Reading, found: Outage) -> list[str]:
    """What nobody knows, as questions: first of those that take from what fails."""
    failing = {node.enterprise for node in found.stopped}
    supplies = (reading.atlas.supplies[id_] for id_ in found.maybe)
    told = [_maybe(reading, s) for s in supplies if s.customer not in failing]
    return [*questions(reading, found.direct), *told]


def questions(reading: Reading, hits: Iterable[Hit]) -> list[str]:
    """What is not known of how units are supplied; firms with the same question share a line."""
    whom: dict[tuple[str, str], dict[str, None]] = {}
    for hit in hits:
        if told := _unknown(hit):
            firms = whom.setdefault((hit.path[-1].product, told), {})
            firms[plain_firm(reading, hit.enterprise)] = None
    return [
        text(
            "shock.paper.ask",
            firms=named([*firms], NAMED),
            product=plain_name(reading, product),
            asks=told,
        )
        for (product, told), firms in whom.items()
    ]


def _unknown(hit: Hit) -> str:
    """What is not known of how a unit is supplied; empty where all is."""
    step = hit.path[-1]
    asked = {
        "whence": not step.supply,
        "share": hit.structural and step.supplier.kind is not NodeKind.OUTSIDE,
        "stock": hit.days.high is None,
    }
    return "，".join(text(f"shock.paper.ask.{part}") for part, unknown in asked.items() if unknown)


def _maybe(reading: Reading, supply: Supply) -> str:
    firms = reading.atlas.enterprises
    sides = ((supply.supplier, supply.supplier_name), (supply.customer, supply.customer_name))
    names = [plain_firm(reading, key) if key in firms else name for key, name in sides]
    claim = plain_name(reading, supply.product) if supply.product else supply.claim
    return text("shock.paper.maybe", supplier=names[0], customer=names[1], product=claim)
