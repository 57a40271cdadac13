"""A job of 强链: what is thin or weak or hangs on one maker, and on what evidence."""

from __future__ import annotations

from liantu.analysis.diagnosis import Verdict, scale_of
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model.classes import Word
from liantu.model.standing import Weakness
from liantu.telling.dates import spoken
from liantu.telling.figures import compact
from liantu.telling.local import stops
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster.draft import Draft
from liantu.telling.poster.words import (
    is_told,
    made,
    maker,
    makers,
    names,
    needed,
    placed,
    sentence,
    who,
)
from liantu.wording import text


def draft(reading: Reading, row: Score, _chain: str) -> Draft:
    """The job of a row of 强链榜."""
    verdict = reading.verdicts[row.product]
    kind = _kind(verdict)
    asked = next(iter(makers(reading, row.product)), "")
    told = name(reading, row.product)
    return Draft(
        title=text(f"poster.job.title.{kind}", name=told),
        why=sentence(_WHY[kind](reading, verdict), _behind(reading, verdict, kind)),
        action=text(f"poster.job.do.{kind}", firm=placed(reading, asked), name=told),
        firm=asked,
    )


def _kind(verdict: Verdict) -> str:
    if Word.WEAK in verdict.words:
        return "weak"
    return "thin" if Word.THIN in verdict.words else "sole"


def _thin(reading: Reading, verdict: Verdict) -> str:
    """What is needed and made, and how much is lacking at least; else the scale it has not."""
    found, item = verdict.balance, reading.atlas.products[verdict.product]
    if found is not None and found.deficit and is_told(item, found.deficit):
        lack = compact(found.deficit, found.unit)
        need = needed(reading, verdict.product)
        return text(
            "poster.why.thin",
            need=need,
            made=made(reading, verdict.product),
            firm=who(reading, verdict.product),
            lack=lack,
        )
    told = maker(reading, verdict.product)
    least = scale_of(reading.atlas, item, reading.situation.day)
    if least is None:
        return told
    return text("poster.why.small", firm=told, least=compact(least, item.unit))


def _weak(reading: Reading, verdict: Verdict) -> str:
    """The evidence of weakness in one clause."""
    if verdict.weakness is Weakness.STOPPED:
        found = next(stops(reading, verdict.product), None)
        if found is not None:
            until = found.capacity.until
            return text(
                "poster.why.paused" if until else "poster.why.stopped",
                firm=firm(reading, found.enterprise.id),
                amount=_running(reading, verdict),
                since=spoken(found.capacity.since),
                until=spoken(until) if until else "",
            )
    evidence = text(f"standing.weakness.{verdict.weakness}")
    return text("poster.why.weak", firm=maker(reading, verdict.product), evidence=evidence)


def _running(reading: Reading, verdict: Verdict) -> str:
    amount = made(reading, verdict.product)
    return text("poster.of", amount=amount) if amount else ""


def _sole(reading: Reading, verdict: Verdict) -> str:
    return text("poster.why.sole", firm=maker(reading, verdict.product))


def _behind(reading: Reading, verdict: Verdict, kind: str) -> str:
    """Products of others that hang on it."""
    if not verdict.lost:
        return ""
    code = "poster.why.behind" if kind == "sole" else "poster.why.behind.also"
    return text(code, names=names(reading, verdict.lost, 3))


_WHY = {"thin": _thin, "weak": _weak, "sole": _sole}
