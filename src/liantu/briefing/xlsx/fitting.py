"""How a sheet fits: the height of rows whose text wraps, and the paper on which type stays legible.

Spreadsheets compute neither when a file is opened: rows without a height overlap in some, and a
page fitted to one width shrinks without a limit.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TYPE = 11.0
"""Size of the body in pt, of a face whose digits are eight pixels wide."""
DIGIT, PADDING = 9.4, 5.0
"""Pixels of a character and beside them; the face of the body has 8, its substitutes more."""
LEAST = 0.70
"""Smallest scale in print: 7.7 pt."""
LINE, EDGE = 15.0, 4.0
"""Height of a line, and what a row has beside its lines, pt."""
HIGHEST = 409.0
"""Excel's limit for a row, pt."""
MARGIN = 0.45
"""Left and right of the page, inches."""
A4, A3 = 9, 8
"""Excel's numbers of papers."""
KEPT = 2
"""Columns that stand on every page where a sheet is several pages wide."""
SHORT = 12
"""Heads up to this width stand in one line."""
NARROWEST = 18
"""To which a wide column may be narrowed, characters."""
_LONG = {A4: 841.9, A3: 1190.6}
_TOKEN = re.compile(r"[!-~\u00a0-\u2e7f]+|\s|.")


def points(width: float) -> float:
    """Width in pt of a column of ``width`` characters, the faces of other systems included."""
    return (DIGIT * width + PADDING) * 0.75


def lines(words: str, width: float) -> int:
    """Lines of ``words`` in a column of ``width`` characters; a Chinese one is as wide as two."""
    return sum(_wrapped(part, max(width, 2.0)) for part in words.split("\n"))


def _wrapped(words: str, room: float) -> int:
    count, used = 1, 0.0
    for token in _TOKEN.findall(words):
        wide = _wide(token)
        if used + wide <= room:
            used += wide
        elif wide > room:
            count += math.ceil((used + wide) / room) - 1
            used = (used + wide) % room or room
        else:
            count, used = count + 1, wide
    return count


def fitted(head: str, cells: Iterable[str], most: float) -> float:
    """Width of a column as wide as its longest cell, at most ``most``; a long head has two."""
    longest = max((_wide(part) for cell in cells for part in cell.split("\n")), default=0)
    named = _wide(head)
    head_room = named + 2 if named <= SHORT else math.ceil(named / 2) + 3
    return float(min(max(most, head_room), max(longest + 1, head_room)))


def squeezed(widths: Sequence[float]) -> list[float]:
    """The widest columns narrower, as far as that saves a page beside the others."""
    for across in (1, 2):
        for most in range(math.ceil(max(widths)), NARROWEST - 1, -1):
            found = [min(width, float(most)) for width in widths]
            if len(_breaks(found, room(A3) / LEAST)) < across:
                return found
    return list(widths)


def _wide(words: str) -> int:
    """In characters of a column: a Chinese one counts two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in words)


def height(count: int) -> float:
    """Height of a row with ``count`` lines."""
    return min(count * LINE + EDGE, HIGHEST)


@dataclass(frozen=True, slots=True)
class Pages:
    """How a sheet is printed. Without ``breaks`` it is fitted to one page in width; else ``scale``
    per cent and a new page before each of these columns, the first ones repeated.
    """

    paper: int
    scale: int = 100
    breaks: tuple[int, ...] = ()


def room(paper: int) -> float:
    """Width between the margins of the paper in landscape, pt."""
    return _LONG[paper] - 2 * 72 * MARGIN


def pages(widths: Sequence[float]) -> Pages:
    """The smallest paper on which nothing is scaled below :data:`LEAST`; else A3, several wide."""
    whole = sum(map(points, widths))
    for paper in (A4, A3):
        if whole * LEAST <= room(paper):
            return Pages(paper)
    breaks = _breaks(widths, room(A3) / LEAST)
    balanced = [_middle(widths)] if len(breaks) == 1 else breaks
    return Pages(A3, round(LEAST * 100), tuple(balanced))


def _middle(widths: Sequence[float]) -> int:
    """The column before which two pages are about equally full."""

    def fullest(at: int) -> float:
        second = [*widths[:KEPT], *widths[at:]]
        return max(sum(map(points, widths[:at])), sum(map(points, second)))

    return min(range(KEPT, len(widths)), key=fullest)


def _breaks(widths: Sequence[float], wide: float) -> Sequence[int]:
    found: list[int] = []
    kept = sum(map(points, widths[:KEPT]))
    used = 0.0
    for column, width in enumerate(widths):
        if used and used + points(width) > wide:
            found.append(column)
            used = kept
        used += points(width)
    return found
