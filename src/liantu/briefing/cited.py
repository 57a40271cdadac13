"""Sources of a paper: numbered as they are first cited, graded, and fit to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from liantu.analysis.reading import Reading
from liantu.briefing.prose import HAN
from liantu.model import Source
from liantu.telling.dates import spoken
from liantu.wording import text

GROUPS = ("official", "company", "press", "other")
"""Who published it, in the order of standing."""


class Cited:
    """Gives a number to each source that may be printed, in the order of citing."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers: dict[str, int] = {}

    def marks(self, keys: Iterable[str], most: int = 2) -> str:
        """``[3][7]``: the best of these sources; empty where none may be printed."""
        sources = self._reading.atlas.sources
        known = [sources[key] for key in dict.fromkeys(keys) if key in sources]
        fit = sorted(filter(printable, known), key=lambda s: (_rank(s), known.index(s)))
        native = [s for s in fit if not foreign(s)]
        numbers = sorted(self._number(s.id) for s in (native or fit)[:most])
        return "".join(f"[{number}]" for number in numbers)

    def lines(self) -> list[str]:
        """The sources in the order of their numbers."""
        return [self._line(self._reading.atlas.sources[key]) for key in self._numbers]

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _line(self, source: Source) -> str:
        date = spoken(source.date) if source.date else ""
        told = "，".join(filter(None, (source.title, source.publisher, date)))
        marks = [text(f"brief.source.{group(source)}")]
        if foreign(source):
            marks.append(text("brief.source.foreign"))
        if is_later(source.date, self._reading.date):
            marks.append(text("brief.later"))
        return told + "".join(marks)


LATIN = re.compile("[A-Za-z]{2,}")
"""A word of another language: as long as two Chinese characters."""


def is_later(date: str, day: str) -> bool:
    """Whether something was told of only after a day; a date as exact as known, empty is not."""
    return bool(date and day) and date[: len(day)] > day[: len(date)]


def printable(source: Source) -> bool:
    """Whether a superior may read it: neither bad news told by the way, nor a page of no standing.

    The list of sources in the spreadsheet has all of them.
    """
    return not _signs("unfit").search(f"{source.title} {source.publisher}".strip())


def foreign(source: Source) -> bool:
    """Whether its title is not in Chinese, whatever stands in brackets behind it."""
    letters = len(LATIN.findall(source.title))
    return letters > len(HAN.findall(source.title))


def group(source: Source) -> str:
    """One of :data:`GROUPS`, by who published it, or by what its title says it is."""
    publisher, title = source.publisher, source.title
    if _signs("official").search(publisher):
        return "official"
    if _signs("company").search(publisher) or _signs("filing").search(title):
        return "company"
    return "press" if _signs("press").search(publisher) else "other"


@cache
def _signs(name: str) -> re.Pattern[str]:
    return re.compile(text(f"brief.signs.{name}"), re.IGNORECASE)


def _rank(source: Source) -> tuple[bool, int, str]:
    return foreign(source), GROUPS.index(group(source)), source.grade or "C"
