"""What was asked and answered about products that nobody is on record for."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from liantu.issues import Place

WHOLE = "全市"
"""Stands for every county of the region."""
UNPLACED = "未注明"
"""Stands for a county that no source names; nobody can be asked there."""


class Answer(enum.StrEnum):
    """有, 无, 不清, and 已下发 without an answer yet."""

    MADE = "made"
    NONE = "none"
    UNCLEAR = "unclear"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Reply:
    """What ``office`` says on ``date`` about a product in a county (or :data:`WHOLE`).

    ``until`` is the day before which it holds (empty: the same day of the next year), ``due`` the
    day by which an answer is expected; ``firms`` are the makers that it names.
    """

    product: str
    county: str
    answer: Answer
    date: str
    due: str = ""
    until: str = ""
    office: str = ""
    firms: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    def holds(self, day: str) -> bool:
        """Whether it holds on ``day`` (ISO)."""
        return _holds(self.date, self.until, day)

    @property
    def last(self) -> str:
        """The day before which it holds."""
        return self.until or next_year(self.date)


@dataclass(frozen=True, slots=True)
class Declaration:
    """完整性声明: in ``chain`` (empty: the whole library) and county all makers are on record.

    ``listed`` enterprises stand in the register of the office, ``recorded`` of them here.
    """

    county: str
    date: str
    chain: str = ""
    until: str = ""
    office: str = ""
    scope: str = ""
    listed: float | None = None
    recorded: float | None = None
    note: str = ""
    sources: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    def holds(self, day: str) -> bool:
        """Whether it holds on ``day`` (ISO)."""
        return _holds(self.date, self.until, day)

    @property
    def last(self) -> str:
        """The day before which it holds."""
        return self.until or next_year(self.date)


def _holds(date: str, until: str, day: str) -> bool:
    return bool(day) and date <= day < (until or next_year(date))


def next_year(date: str) -> str:
    """The same day of the next year; of a month or year the day after its last one."""
    year = int(date[:4]) + 1
    if len(date) == 4:
        return f"{year + 1:04d}-01-01" if date else ""
    if len(date) == 7:
        month = int(date[5:])
        return f"{year + month // 12:04d}-{month % 12 + 1:02d}-01"
    return f"{year:04d}" + ("-03-01" if date[4:] == "-02-29" else date[4:])
