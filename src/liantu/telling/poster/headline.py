"""Head and foot of the page of a chain: name, what is counted, composition, key numbers."""

from __future__ import annotations

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Mains
from liantu.model.standing import Standing
from liantu.telling import figures
from liantu.telling.assumed import assumed
from liantu.telling.completeness import brief_keys
from liantu.telling.composition import besides, composition
from liantu.telling.dates import spoken
from liantu.telling.poster.model import Head
from liantu.telling.poster.words import made, makers
from liantu.telling.standing import coverage_sentence
from liantu.wording import text


def headline(reading: Reading, chain: str) -> Head:
    """The head of a chain; raises ``KeyError`` for an unknown one."""
    item, summary = reading.atlas.chains[chain], reading.summary(chain)
    pieces = composition(reading, chain)
    own = assumed(reading)
    place = (
        reading.atlas.library.region.name + item.field,
        text("poster.head.date", date=spoken(reading.date)),
        own or text("ui.scenario.now"),
        "" if own else text("poster.head.counted"),
    )
    return Head(
        title=text("poster.head.title", name=item.label),
        place=text("poster.dot").join(part for part in place if part),
        whole=text("poster.head.whole", count=sum(p.count for p in pieces)),
        pieces=pieces,
        figures=text("poster.gap").join(_numbers(summary)),
        besides=besides(reading, chain),
    )


def _numbers(summary: ChainSummary) -> list[str]:
    found = (_keys(summary), _secured(summary.mains), _lacking(summary.mains))
    return [words for words in found if words]


def _keys(summary: ChainSummary) -> str:
    """``关键环节12：在产5、政策1、未见6``; empty where none are marked."""
    words = text("poster.and").join(
        text("poster.head.key", word=word, count=count) for word, count in brief_keys(summary)
    )
    whole = sum(summary.keys.values())
    return text("poster.head.keys", count=whole, words=words) if words else ""


def _secured(mains: Mains) -> str:
    """``主材本地保障率81%``; of fewer than three made products how many lack nothing."""
    if not mains.made:
        return text("ui.mains.nothing")
    if not mains.tells:
        return text("poster.head.few", made=mains.made, full=mains.full)
    return text("poster.head.mains", share=figures.share(mains.share))


def _lacking(mains: Mains) -> str:
    pairs = (("materials", mains.materials), ("parts", mains.parts))
    return text("poster.and").join(
        text(f"poster.head.{code}", count=len(ids)) for code, ids in pairs if ids
    )


def foot(reading: Reading, chain: str) -> str:
    """What the page rests on: how much of the city is seen, makers without amount, sources."""
    standing = reading.situation.standing
    shown = sorted(home_or_key(reading.atlas, chain))
    running = [p for p in shown if standing(p) is Standing.MADE]
    if not running:
        return coverage_sentence(reading) + text("poster.foot.none")
    firms = {e for p in running for e in makers(reading, p)}
    silent = sum(not made(reading, p) for p in running)
    counted = text("poster.foot", firms=len(firms), made=len(running), silent=silent)
    return coverage_sentence(reading) + counted + text("poster.foot.sources")
