"""一年来: what was commissioned, newly made and closed in the twelve months before the date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.state import last_day
from liantu.model import Capacity, Enterprise, Status
from liantu.model.scenario import year_before
from liantu.telling.events import Turn, turn
from liantu.telling.names import plain_firm, plain_name
from liantu.wording import text

NAMED = 6
"""Products that a sentence names."""
_FIRST = {4: "-01-01", 7: "-01"}
"""The first day of a date without month or day."""


def year(reading: Reading) -> tuple[str, ...]:
    """Sentences, the most telling first; empty where no date is known."""
    if reading.earlier is None:
        return ()
    begun = [_told(reading, *row) for row in _turned(reading, _begun)]
    again = [_told(reading, *row) for row in _turned(reading, _resumed)]
    ended = [_told(reading, *row) for row in _turned(reading, _ended) if not _runs(reading, *row)]
    gained, lost = _changed(reading)
    found = (
        _sentence("poster.city.year.begun", begun),
        _sentence("poster.city.year.resumed", again),
        _sentence("poster.city.year.new", _names(reading, gained)),
        _sentence("poster.city.year.ended", ended),
        _sentence("poster.city.year.gone", _names(reading, lost)),
    )
    return tuple(filter(None, found)) or (text("poster.city.year.none"),)


def _begun(firm: Enterprise, item: Capacity) -> str:
    return item.since if turn(firm, item) in (Turn.BEGAN, Turn.RESIZED) else ""


def _resumed(firm: Enterprise, item: Capacity) -> str:
    return item.since if turn(firm, item) is Turn.RESUMED else ""


def _ended(_firm: Enterprise, item: Capacity) -> str:
    """When it closed: the end of what operated, or the beginning of a stop."""
    return item.since if item.status is Status.STOPPED else item.until


def _turned(
    reading: Reading, when: Callable[[Enterprise, Capacity], str]
) -> Iterator[tuple[Enterprise, str]]:
    """Enterprises and products that surely turned within the year, the latest first."""
    rows = [
        (when(enterprise, item), enterprise, item.product)
        for enterprise in reading.atlas.enterprises.values()
        for item in enterprise.capacities
        if not item.contested and item.product in reading.atlas.chains_of
    ]
    found = [row for row in rows if _within(reading, row[0])]
    found.sort(key=lambda row: row[0], reverse=True)
    seen = dict.fromkeys((enterprise.id, product) for _, enterprise, product in found)
    for maker, product in seen:
        yield reading.atlas.enterprises[maker], product


def _runs(reading: Reading, enterprise: Enterprise, product: str) -> bool:
    """Whether the firm still makes the product: a plant made way for another one."""
    return enterprise.id in reading.situation.firms(product)


def _within(reading: Reading, date: str) -> bool:
    """Whether both the first and the last day that a date may mean lie in the year."""
    start, end = last_day(year_before(reading.date)), reading.situation.day
    return bool(date) and start < date + _FIRST.get(len(date), "") and last_day(date) <= end


def _told(reading: Reading, enterprise: Enterprise, product: str) -> str:
    told = plain_name(reading, product)
    return text("poster.city.year.row", name=told, firm=plain_firm(reading, enterprise.id))


def _changed(reading: Reading) -> tuple[list[str], list[str]]:
    """Products that are made here now and were not a year before, and the other way round."""
    now, then = reading.situation, reading.earlier
    assert then is not None
    shown = [p for p in reading.atlas.products if p in reading.atlas.chains_of]
    gained = [p for p in shown if now.is_local(p) and not then.is_local(p)]
    return gained, [p for p in shown if then.is_local(p) and not now.is_local(p)]


def _names(reading: Reading, products: Iterable[str]) -> list[str]:
    return [plain_name(reading, p) for p in products]


def _sentence(code: str, names: list[str]) -> str:
    if not names:
        return ""
    shown = "、".join(names[:NAMED])
    more = text("poster.city.year.more") if len(names) > NAMED else ""
    return text(code, names=shown + more, count=len(names))
