"""Widths and lines of text, remembered: the same words are measured hundreds of times a layout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from liantu.diagram import measure

LINES = 4
"""Most lines of a name, unless even the widest cell cannot hold it."""


@lru_cache(maxsize=1 << 16)
def wide(text: str, size: float, bold: bool = False) -> float:
    """Width of a line."""
    return measure.width(text, size, bold=bold)


@lru_cache(maxsize=1 << 14)
def cut(text: str, size: float, room: float, bold: bool = False) -> str:
    """``text`` shortened with … to ``room``."""
    return measure.cut(text, size, room, bold=bold)


@lru_cache(maxsize=1 << 16)
def wrapped(name: str, size: float, room: float, first: float, bold: bool) -> tuple[str, ...]:
    """``name`` whole, in as many lines as it takes; ``first`` is the room of the first line.

    Where the last line would be a single character, the lines before it are made shorter.
    """
    if wide(name, size, bold) <= first:
        return (name,)
    lines = _wrap(name, size, room, first, bold)
    if len(lines[-1]) > 1:
        return lines
    for less in (size, 2 * size):
        again = _wrap(name, size, room - less, first - less, bold)
        if len(again) == len(lines) and len(again[-1]) > 1:
            return again
    return lines


def _wrap(name: str, size: float, room: float, first: float, bold: bool) -> tuple[str, ...]:
    """No line is ever cut: a name has at most as many lines as characters."""
    return measure.wrap(name, size, room, len(name) + 1, bold=bold, first=first)


def listed(names: Sequence[str], size: float, room: float, joint: str) -> str:
    """As many whole names as fit side by side, then +n; empty where not even one fits."""
    for count in range(len(names), 0, -1):
        rest = len(names) - count
        words = joint.join(names[:count]) + (f" +{rest}" if rest else "")
        if wide(words, size) <= room:
            return words
    return ""
