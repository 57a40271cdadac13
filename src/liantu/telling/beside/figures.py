"""A figure of both sides: its whole, its unit, and a difference only where one may be told."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from liantu.analysis.certain import Tally
from liantu.analysis.summary import FEW, Mains, Ratio, Span
from liantu.telling import completeness, figures
from liantu.wording import text


class How(enum.StrEnum):
    """What may be said of two values: that one is so many more, that a part is larger (in number
    where both wholes are the same, else in points), that a share is so many points higher, that an
    interval lies above the other, or nothing.
    """

    COUNT = "count"
    PART = "part"
    SHARE = "share"
    SPAN = "span"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """``told`` is what a person reads; ``number`` of ``whole`` the same for a spreadsheet, ``None``
    where it is not known. ``share`` (0 to 1) is compared where that says something, ``span`` are
    the bounds of an interval. ``more`` names what was counted.
    """

    told: str
    number: float | None = None
    whole: int | None = None
    share: float | None = None
    span: tuple[float, float] | None = None
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A row of figures; ``list`` is where what it counts is seen."""

    key: str
    words: str
    unit: str
    left: Value
    right: Value
    how: How = How.APART
    list: str = ""

    @property
    def measure(self) -> How:
        """In what the difference is told: numbers of one whole are plainer than shares of it."""
        same = self.left.whole is not None and self.left.whole == self.right.whole
        return (How.COUNT if same else How.SHARE) if self.how is How.PART else self.how

    @property
    def points(self) -> int | None:
        """By how many points of a share the left is higher; ``None`` where that says nothing."""
        left, right = self.left.share, self.right.share
        if self.how not in (How.PART, How.SHARE) or left is None or right is None:
            return None
        return round(left * 100) - round(right * 100)

    @property
    def turn(self) -> float | None:
        """By how much the left is more; ``None`` where that cannot be said."""
        if self.measure is How.SHARE:
            return self.points
        left, right = self.left.number, self.right.number
        if self.measure is not How.COUNT or left is None or right is None:
            return None
        return left - right

    @property
    def difference(self) -> str:
        """In words, from the left one's side; empty where it cannot be said."""
        if self.how is How.SPAN:
            return self._apart()
        turn = self.turn
        if turn is None:
            return ""
        if not turn:
            return text("beside.same")
        side = "left" if turn > 0 else "right"
        return text(
            f"beside.{self.measure}.{side}", count=figures.number(abs(turn)), unit=self.unit
        )

    def _apart(self) -> str:
        """Intervals are only told apart where they do not meet."""
        left, right = self.left.span, self.right.span
        if left is None or right is None:
            return ""
        if left[0] > right[1]:
            return text("beside.span.left")
        return text("beside.span.right" if right[0] > left[1] else "beside.span.meet")


def counted(number: int, unit: str, more: str = "") -> Value:
    """``12 家``."""
    return Value(told=text("beside.count", count=number, unit=unit), number=number, more=more)


def part(found: Ratio, unit: str, more: str = "") -> Value:
    """``5/12 个（42%）``; of nothing it is unknown, of fewer than three no share is told."""
    if not found.whole:
        return unknown()
    share = found.value if found.whole >= FEW else None
    code = "beside.part" if share is None else "beside.part.share"
    told = text(code, part=found.part, whole=found.whole, unit=unit, share=figures.percent(found))
    return Value(told=told, number=found.part, whole=found.whole, share=share, more=more)


def unknown(code: str = "ui.unknown") -> Value:
    """A value that nobody knows, with the words for it."""
    return Value(told=text(code))


def span(found: Span) -> Value:
    """``29%–100%（自有 27 个）``."""
    if found.shares is None:
        return unknown()
    told = text("beside.span", span=completeness.span(found), own=found.own)
    return Value(told=told, number=found.seen, whole=found.own, span=found.shares)


def mains(found: Mains) -> Value:
    """``85%（在产 12 个）``; of few made products how many lack nothing."""
    told = completeness.secured(found)
    if not found.made:
        return Value(told=told)
    if not found.tells:
        return Value(told=told, number=found.full, whole=found.made)
    words = text("beside.mains", share=told, made=found.made)
    share = found.share
    number = None if share is None else round(share, 4)
    return Value(told=words, number=number, whole=found.made, share=share)


def tally(found: Tally) -> Value:
    """``确认 2 · 疑似 5``: two counts that are never added up."""
    told = text("beside.tally", known=found.known, suspected=found.suspected)
    return Value(told=told, number=found.known, whole=found.whole)
