"""Text sizes of the bundled font from its advance widths, without Qt."""

from __future__ import annotations

import bisect
import json
from collections.abc import Mapping
from functools import cache

from liantu import paths

GETA = "〓"
"""Stands for a character that the bundled font lacks."""

TAIL = 4
"""Characters at the end of a shortened name that stay."""

_BREAK_AFTER = frozenset(" -/·、，；）)—–")


@cache
def _table() -> tuple[Mapping[str, int], Mapping[str, int], list[int]]:
    data = json.loads(paths.resource("fonts", "metrics.json").read_text(encoding="utf-8"))
    return data["regular"], data["bold"], data["coverage"]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Advance width of ``text`` at ``size``; a character that is missing counts as one em."""
    regular, heavy, _ = _table()
    advances = heavy if bold else regular
    return sum(advances.get(c, 1000) for c in text) * size / 1000


@cache
def covers(character: str) -> bool:
    """Whether the bundled font has a glyph for ``character``."""
    coverage = _table()[2]
    starts = coverage[::2]
    at = bisect.bisect_right(starts, ord(character)) - 1
    return at >= 0 and ord(character) < starts[at] + coverage[2 * at + 1]


def missing(text: str) -> set[str]:
    """Characters of ``text`` without a glyph in the bundled font."""
    return {c for c in set(text) if not covers(c)}


def cut(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    """``text`` shortened with … so that it is at most ``limit`` wide."""
    if width(text, size, bold=bold) <= limit:
        return text
    room = limit - width("…", size, bold=bold)
    used = 0.0
    for at, character in enumerate(text):
        used += width(character, size, bold=bold)
        if used > room:
            return text[:at].rstrip() + "…"
    return text


def cut_inside(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    """``text`` shortened with … before its last :data:`TAIL` characters to ``limit``: names often
    differ in their ends only. Where even these do not fit, the end is cut.
    """
    if width(text, size, bold=bold) <= limit:
        return text
    tail = "…" + text[-TAIL:]
    room = limit - width(tail, size, bold=bold)
    head = text[:-TAIL]
    while head and width(head, size, bold=bold) > room:
        head = head[:-1]
    return head.rstrip() + tail if head else cut(text, size, limit, bold=bold)


def wrap(
    text: str,
    size: float,
    limit: float,
    lines: int,
    *,
    bold: bool = False,
    first: float | None = None,
) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines of at most ``limit``; the last is cut where needed.

    Breaks behind blanks and marks where that wastes less than a third of the line, else between
    any two characters, but never inside a Latin word or number that fits a line. ``first`` is
    the limit of the first line where something else needs room beside it.
    """
    rest = text.strip()
    found: list[str] = []
    room = limit if first is None else first
    while rest and len(found) < lines - 1 and width(rest, size, bold=bold) > room:
        at = _break(rest, size, room, bold)
        room = limit
        found.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    if rest:
        found.append(cut(rest, size, room, bold=bold))
    return tuple(found)


BETWEEN = " · "
"""What parts the facts of a line."""


def flow(text: str, size: float, limit: float, lines: int) -> tuple[str, ...]:
    """Facts with :data:`BETWEEN` them in at most ``lines`` lines, none of them broken where a line
    has room for it; the last line is cut where needed.
    """
    found = [""]
    for fact in text.split(BETWEEN):
        longer = f"{found[-1]}{BETWEEN}{fact}" if found[-1] else fact
        if not found[-1] or len(found) == lines or width(longer, size) <= limit:
            found[-1] = longer
        else:
            found.append(fact)
    if any(width(line, size) > limit for line in found):
        return wrap(text, size, limit, lines)
    return tuple(found)


def _break(text: str, size: float, limit: float, bold: bool) -> int:
    used, fits = 0.0, 0
    for character in text:
        used += width(character, size, bold=bold)
        if used > limit:
            break
        fits += 1
    fits = max(fits, 1)
    for at in range(fits, max(fits * 2 // 3, 0), -1):
        if _breaks(text[at - 1], text[at : at + 2]):
            return at
    at = fits
    while at > 1 and _joined(text[at - 1], text[at : at + 1]):
        at -= 1
    return at if at > 1 else fits


def _breaks(left: str, rest: str) -> bool:
    """Whether a line ends well between ``left`` and the two characters that follow."""
    marked = left in _BREAK_AFTER or rest[:1] in {"(", "（"}
    return marked and not _joined(left, rest[:1]) and not _single(rest)


def _joined(left: str, right: str) -> bool:
    """Whether a line must not break between two characters."""
    if right in {"，", "、", "。", "；", "：", "）", ")", "”", "》", "%", "．", "/", "-", "—", "–"}:
        return True
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


def _single(text: str) -> bool:
    """Whether it begins with a lone Latin letter: the E of Low-E玻璃 stays with its hyphen."""
    return text[:1].isascii() and text[:1].isalnum() and not (text[1:].isascii() and text[1:])
