"""One cell → a text, a number with its unit, a day or a yes, in all the ways people write them."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from liantu.library.importing.cells import Cell
from liantu.library.importing.trouble import Trouble, listed
from liantu.numerals import plain

_FIRST_DAY, _LAST_DAY = 20_000, 80_000
"""Days of the calendar of spreadsheets that are taken for such: 1954 to 2119."""
_EPOCH = datetime.date(1899, 12, 30)
_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_DATE = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?[-./]?(?:t?00:00(?::00)?)?")
_BLANKS = "\t\n\r"
_DASHES = frozenset("-–—－")
"""A cell of these alone says nothing."""
_ITEMS = re.compile(r"[\u3001\uff0c;\uff1b\n|]|(?<!\d),|,(?!\d)")
"""Between items; the comma of 1,4-butanediol is none."""
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in a cell. ``step`` is ``万`` or the like where no unit follows it;
    ``rough`` is the wording of the cell where that says less or more than the number.
    """

    number: float
    unit: str = ""
    step: str = ""
    rough: str = ""


def words(cell: Cell) -> str:
    """The text of a cell, empty for none: in NFC, in one line, without what cannot be seen."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return listed("library.import.flag")[0 if cell else 1]
    if isinstance(cell, float):
        return plain(cell, 15)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    kept = "".join(c for c in cell if unicodedata.category(c) != "Cf")
    for character in kept:
        if character not in _BLANKS and unicodedata.category(character) in ("Cc", "Cn", "Cs"):
            raise Trouble("control", code=f"U+{ord(character):04X}")
    told = unicodedata.normalize("NFC", " ".join(kept.split()))
    return "" if _DASHES.issuperset(told) else told


def is_unknown(told: str) -> bool:
    """Whether a text only says that nothing is known."""
    return not told or told.casefold() in listed("library.import.unknown")


def amount(cell: Cell) -> Amount | None:
    """The number in a cell, ``None`` where it says that none is known. Raises :class:`Trouble`."""
    if isinstance(cell, bool | datetime.date):
        raise Trouble("number", value=words(cell))
    if isinstance(cell, float):
        return _sound(Amount(cell), words(cell))
    told = words(cell)
    if is_unknown(told):
        return None
    folded = unicodedata.normalize("NFKC", told).replace(" ", "")
    if _between().search(folded):
        raise Trouble("range", value=told)
    found = _pattern().fullmatch(folded)
    if found is None:
        raise Trouble("number", value=told)
    before, number, more, step, unit, after = found.groups()
    rough = told if before or more or after else ""
    value = float(number.replace(",", ""))
    if unit:
        return _sound(Amount(value, step + unit, "", rough), told)
    return _sound(Amount(value, "", step, rough), told)


def _sound(found: Amount, told: str) -> Amount:
    if found.number < 0 or found.number > 1e12:
        raise Trouble("number", value=told)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    before, more, steps, after = map(_either, ("before", "more", "steps", "after"))
    unit = r"[^\W\d_][^\s,]*?"
    return re.compile(rf"({before})?({_NUMBER})({more})?({steps}|)({unit})??({after})?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?:{_NUMBER})\D*?(?:{_either('to')})(?:{_NUMBER})")


def _either(name: str) -> str:
    """A pattern for each word of a list, the longest first."""
    found = sorted(listed(f"library.import.{name}"), key=len, reverse=True)
    return "|".join(map(re.escape, found))


def day(cell: Cell) -> str:
    """The ISO date in a cell, as exact as it is written; empty for none. Raises ``Trouble``."""
    if isinstance(cell, float) and _FIRST_DAY < cell < _LAST_DAY:
        return (_EPOCH + datetime.timedelta(days=int(cell))).isoformat()
    told = words(cell)
    if is_unknown(told):
        return ""
    folded = unicodedata.normalize("NFKC", told).casefold().replace(" ", "")
    for mark in listed("library.import.date_marks"):
        folded = folded.replace(mark, "-" if len(mark) == 1 else "")
    found = _DATE.fullmatch(folded) or _COMPACT.fullmatch(folded)
    if found is None:
        raise Trouble("date", value=told)
    parts = [part for part in found.groups() if part]
    iso = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    try:
        datetime.date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])
    except ValueError:
        raise Trouble("no_day", value=told) from None
    return iso


def flag(cell: Cell) -> bool | None:
    """Yes or no; ``None`` where the cell says neither. Raises :class:`Trouble`."""
    told = words(cell).casefold()
    if not told:
        return None
    for code, value in (("yes", True), ("no", False)):
        if told in listed(f"library.import.{code}"):
            return value
    raise Trouble("flag", value=told)


def parts(cell: Cell) -> tuple[str, ...]:
    """The items of a cell that holds several, in their order, each once."""
    found = _ITEMS.split(cell if isinstance(cell, str) else words(cell))
    return tuple(dict.fromkeys(item for one in found if (item := words(one))))
