"""What a county wrote into a cell: an answer, a year, firms, an amount in its own words."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from liantu.model import Status
from liantu.model.days import is_date
from liantu.model.verification import Answer
from liantu.wording import table

_NARROW = {
    **{0xFEE0 + code: code for code in range(0x21, 0x7F) if chr(code).isalnum() or code == 0x2E},
    0x3000: 0x20,
}
"""Full-width letters, digits, points and blanks."""
_SPACE = re.compile(r"\s+")
_STOPS = re.compile(r"[。.!,;:、…·\-—_]+$")
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
_TIMES = (1_000.0, 100.0)
_RANGE = re.compile(r"[-~—–至到]\s*$")
_YEAR = re.compile(r"((?:19|20)\d{2})(?:\s*[年./-]\s*(\d{1,2})(?!\d))?")
_REST = re.compile(r"^\s*[年月日\d]*")
_WHOLE_YEAR = re.compile(
    r"((?:19|20)\d{2})(?:\s*[年./-]?\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月)?|\s*年底?)?"
)


def tidy(cell: object) -> str:
    """The words of a cell: letters and digits half-width, no blanks at the ends, whole numbers
    bare; brackets and points stay as they were written.
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.date):
        return cell.isoformat()[:10]
    return str(cell).translate(_NARROW).strip()


def folded(words: str) -> str:
    """``words`` without blanks and with every mark half-width, to compare them."""
    return bare(unicodedata.normalize("NFKC", words))


def bare(words: str) -> str:
    """``words`` without blanks, to compare them."""
    return _SPACE.sub("", words)


@cache
def _listed(code: str) -> tuple[str, ...]:
    return tuple(table()[code].split("、"))


def answer_in(words: str) -> Answer | None:
    """有, 无 or 不清 in the ways they are written; ``None`` for anything else."""
    found = _STOPS.sub("", folded(words))
    return next(
        (
            answer
            for answer in (Answer.MADE, Answer.NONE, Answer.UNCLEAR)
            if found in _listed(f"library.reply.words.{answer}")
        ),
        None,
    )


def year_in(words: str) -> str | None:
    """A year, month or day as ISO text; empty for an empty cell, ``None`` for what is no date."""
    found = _WHOLE_YEAR.fullmatch(words)
    if not words or found is None:
        return None if words else ""
    parts = [part for part in found.groups() if part]
    told = "-".join(part.zfill(2) for part in parts)
    return told if is_date(told) else None


def firms_in(words: str) -> tuple[str, ...]:
    """The names in a cell: apart by semicolons or lines, or by 、 where all are names of firms."""
    parts = [part.strip(" ,.。，") for part in re.split(r"[;；\n\r]+", words)]
    names = [name for part in parts for name in _apart(part)]
    return tuple(dict.fromkeys(name for name in names if name and not _is_nothing(name)))


def _apart(words: str) -> list[str]:
    parts = [part.strip() for part in re.split("[、,，]", words)]
    return parts if all(map(is_full_name, parts)) else [words]


def is_full_name(name: str) -> bool:
    """Whether a name ends as those of legal persons do."""
    plain = re.sub(r"\([^()]*\)$", "", folded(name))
    return len(plain) > 3 and plain.endswith(_listed("library.reply.ends"))


def _is_nothing(name: str) -> bool:
    return bare(name) in _listed("library.reply.nothing")


def parts_in(words: str, count: int) -> tuple[str, ...]:
    """What is said of each of ``count`` firms; all of it of each where it is not told apart."""
    parts = [part.strip() for part in re.split(r"[;；\n\r]+", words) if part.strip()]
    return tuple(parts) if len(parts) == count else (words,) * count


@dataclass(frozen=True, slots=True)
class Amount:
    """What 产品与年产量 says. ``amount``: ``None`` where it cannot be read, with ``doubt`` as the
    end of the code of the sentence that says why (empty where no amount was told, or none is
    wanting). ``since``: when it began, where that is said.
    """

    amount: float | None = None
    unit: str = ""
    since: str = ""
    status: Status = Status.OPERATING
    doubt: str = ""


def amount_in(words: str, wanted: str, units: Mapping[str, tuple[str, float]]) -> Amount:
    """Read ``words`` for a product that is counted in ``wanted``: a number with one of the
    ``units`` of the same dimension, once; anything else stays unknown.
    """
    words = unicodedata.normalize("NFKC", words)
    status, since = _status(words), _since(words)
    found, foreign = _amounts(words, wanted, units)
    if len(set(found)) == 1 and found[0][0] > 0:
        amount, unit = found[0]
        return Amount(amount, unit, since, status)
    has_number = bool(_NUMBER.search(_YEAR.sub("", words))) or _is_spelt(words, units)
    doubt = "several" if len(set(found)) > 1 else "zero" if found else ""
    doubt = doubt or ("unit" if foreign else "number" if has_number else "")
    return Amount(None, "", since, status, doubt)


def _is_spelt(words: str, units: Iterable[str]) -> bool:
    """Whether an amount is written in Chinese figures, as 三万吨: 万 may belong to either."""
    yearly, figures = _listed("library.reply.yearly")[0], _listed("library.reply.figures")
    stems = tuple(unit.removesuffix(yearly) for unit in units)
    return any(sign in figures and words.startswith(stems, at + 1) for at, sign in enumerate(words))


def _amounts(
    words: str, wanted: str, units: Mapping[str, tuple[str, float]]
) -> tuple[list[tuple[float, str]], bool]:
    """Amounts with units of the dimension, and whether there are others."""
    base = units[wanted][0] if wanted in units else ""
    stems = sorted(
        ((u.removesuffix(_listed("library.reply.yearly")[0]), u) for u in units),
        key=lambda pair: -len(pair[0]),
    )
    found, foreign = [], False
    for match in _NUMBER.finditer(words):
        unit, times = _unit(words[match.end() :], stems)
        if not unit:
            continue
        if units[unit][0] != base or _is_other(words, match.start()):
            foreign = True
            continue
        number = float(match[1].replace(",", "") + (match[2] or ""))
        found.append((number * times, unit))
    return found, foreign


def _unit(after: str, stems: list[tuple[str, str]]) -> tuple[str, float]:
    """The unit that follows a number, with a factor for 千 and 百; empty where none does."""
    rest = re.sub(r"\s+", "", after)
    rest = next(
        (rest[len(w) :] for w in _listed("library.reply.about") if rest.startswith(w)), rest
    )
    signs = dict(zip(_listed("library.reply.times"), _TIMES, strict=True))
    times = signs.get(rest[:1], 1.0)
    rest = rest[1:] if times > 1 else rest
    for stem, unit in stems:
        if rest.startswith(stem):
            end = rest[len(stem) :]
            other = any(end.startswith(w) for w in _listed("library.reply.not_yearly"))
            return ("", 1.0) if other else (unit, times)
    return "", 1.0


def _is_other(words: str, start: int) -> bool:
    """Whether what stands before a number says that it is the end of a range, or not of a year."""
    before = words[:start].rstrip()
    daily = any(before.endswith(w) for w in _listed("library.reply.daily"))
    return daily or bool(_RANGE.search(before) and _NUMBER.search(before))


def _status(words: str) -> Status:
    """在建, 拟建 or 停产 where that is said, else in operation."""
    plain = bare(words)
    for status in (Status.PLANNED, Status.BUILDING, Status.STOPPED):
        if any(mark in plain for mark in _listed(f"library.reply.status.{status}")):
            return status
    return Status.OPERATING


def _since(words: str) -> str:
    """The year or month before 投产, or an empty text."""
    for match in _YEAR.finditer(words):
        rest = _REST.sub("", words[match.end() :])
        if any(rest.startswith(w) for w in _listed("library.reply.began")):
            told = "-".join(part.zfill(2) for part in match.groups() if part)
            return told if is_date(told) else ""
    return ""
