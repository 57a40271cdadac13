"""What the options of all commands accept: one table of ranges, one form of message.

Each reader turns a word of the command line into a value or raises ``ArgumentTypeError`` with the
sentence for the user; argparse adds the option and ends with the code for wrong usage.
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from liantu.analysis.portfolio.nouns import Resource
from liantu.model.boards import CRITERIA, Board
from liantu.model.days import YEARS, is_date
from liantu.wording import text

Box = tuple[float, float, float, float]

_COMMAS = re.compile("[,\uff0c\u3001]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Range:
    """Bounds of a number; ``above`` leaves the lower one out, ``whole`` wants an integer."""

    least: float
    most: float
    above: bool = False
    whole: bool = False

    def holds(self, number: float) -> bool:
        """Whether a number is one of them; what is not finite never is."""
        low = number > self.least if self.above else number >= self.least
        return math.isfinite(number) and low and number <= self.most


RANGES = {
    "dpi": Range(24, 2400, whole=True),
    "thin": Range(0, 10, above=True),
    "utilisation": Range(0, 1, above=True),
    "weight": Range(0, 1000),
    "place": Range(-1e6, 1e6),
    "extent": Range(1, 1e6),
    "side": Range(200, 20_000),
    "budget": Range(0, 1e9),
    "seconds": Range(0.1, 3600),
    "year": Range(*YEARS, whole=True),
    "plans": Range(1, 100, whole=True),
    "step": Range(0, 1000, whole=True),
    "allow": Range(0, 10_000, whole=True),
    "ahead": Range(1, 3650, whole=True),
    "stock": Range(0, 3650),
}
"""As the data folder has it for the same things, see ``library.fields``."""


def number(name: str) -> Callable[[str], float]:
    """A reader of numbers within the range of that name."""
    return lambda value: _within(RANGES[name], value)


def whole(name: str) -> Callable[[str], int]:
    """A reader of integers within the range of that name."""
    return lambda value: int(_within(RANGES[name], value))


def _within(allowed: Range, value: str) -> float:
    found = float(value) if _NUMBER.fullmatch(value) else math.nan
    if not allowed.holds(found) or (allowed.whole and found != int(found)):
        from liantu.numerals import plain  # noqa: PLC0415  the start of the window has no use for it

        kind = "whole" if allowed.whole else "above" if allowed.above else "number"
        bounds = {"least": plain(allowed.least), "most": plain(allowed.most)}
        raise argparse.ArgumentTypeError(text(f"cli.range.{kind}", value=value[:40], **bounds))
    return found


def weight(value: str) -> tuple[str, str, float]:
    """``fill.demand=40``: a board, one of its criteria, and the points of that."""
    named, _, points = value.partition("=")
    board, _, criterion = named.partition(".")
    known = {b.value: CRITERIA[b] for b in Board}
    if criterion not in known.get(board, ()):
        every = "、".join(f"{b}.{c}" for b, criteria in known.items() for c in criteria)
        raise argparse.ArgumentTypeError(text("cli.range.weight", value=value[:40], known=every))
    return board, criterion, _within(RANGES["weight"], points)


def budget(value: str) -> dict[Resource, float]:
    """``capital=100,land=500``: totals by resource, none of them below 0."""
    found: dict[Resource, float] = {}
    for part in filter(None, _COMMAS.split(value)):
        name, sign, amount = part.partition("=")
        known = {word: r for r in Resource for word in (str(r), text(f"portfolio.resource.{r}"))}
        if not sign or name.strip() not in known:
            every = "、".join(str(r) for r in Resource)
            raise argparse.ArgumentTypeError(text("cli.range.budget", value=part[:40], known=every))
        found[known[name.strip()]] = _within(RANGES["budget"], amount.strip())
    return found


def needs(value: str) -> tuple[str, str]:
    """``A>B``: a project and one that it needs."""
    one, sign, other = (part.strip() for part in value.partition(">"))
    if not sign or not one or not other:
        raise argparse.ArgumentTypeError(text("cli.range.needs", value=value[:40]))
    return one, other


def group(value: str) -> tuple[str, ...]:
    """``A+B``: projects of which at most one is taken."""
    found = tuple(part.strip() for part in value.split("+") if part.strip())
    if len(set(found)) < 2:
        raise argparse.ArgumentTypeError(text("cli.range.group", value=value[:40]))
    return found


def ids(value: str) -> tuple[str, ...]:
    """``A,B``, with commas as Chinese or as Latin texts have them."""
    return tuple(part.strip() for part in _COMMAS.split(value) if part.strip())


def several(
    parser: argparse.ArgumentParser, name: str, told: str, *, required: bool = False
) -> None:
    """An option that takes names between commas; given several times, it takes all of them."""
    parser.add_argument(
        name,
        action="extend",
        type=ids,
        default=[],
        required=required,
        metavar="IDS",
        help=text(told),
    )


def date(value: str) -> str:
    """A day that exists, as exact as it was written; empty means the date of the edition."""
    if value and not is_date(value):
        raise argparse.ArgumentTypeError(text("cli.range.date", value=value[:40]))
    return value


def month(value: str) -> str:
    """A month that exists; empty means that of the date."""
    if value and not (len(value) == len("2024-12") and is_date(value)):
        raise argparse.ArgumentTypeError(text("cli.range.month", value=value[:40]))
    return value


def day(value: str) -> str:
    """A whole day that exists, or an empty text."""
    if value and (len(value) != len("2024-01-01") or not is_date(value)):
        raise argparse.ArgumentTypeError(text("cli.range.day", value=value[:40]))
    return value


def window(value: str) -> Box | None:
    """``X,Y,W,H`` in the units of a map; empty means all of it."""
    if not value:
        return None
    try:
        x, y, width, height = value.split(",")
        return (
            _within(RANGES["place"], x),
            _within(RANGES["place"], y),
            _within(RANGES["extent"], width),
            _within(RANGES["extent"], height),
        )
    except (ValueError, argparse.ArgumentTypeError):
        raise argparse.ArgumentTypeError(text("cli.range.window", value=value[:40])) from None
