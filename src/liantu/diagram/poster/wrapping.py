"""Lines of a paragraph by the rules of Chinese type."""

from __future__ import annotations

import re
from functools import lru_cache

from liantu.diagram import measure

SLACK = 0.5
"""Units that a text may be wider than its room before it counts as too wide."""

_NO_START = frozenset("，。；：、）》”’〉】%·/!？！?,.;:)—…")
_NO_END = frozenset("（《“‘〈【(")
_UNSEEN = dict.fromkeys(map(ord, (*_NO_START, " ")))
_TOKENS = re.compile(
    r"[≥≤≈×+-]?[A-Za-z0-9][A-Za-z0-9.,+\-%/×]*"
    r"(?: ?[万亿]?(?:[吨套件台辆只米升元个家种项年月日条]|立方米|平方米|千瓦时?|公里))?"
    r"|[（(][^（）()]{1,3}[）)]|.",
    re.DOTALL,
)
"""What stays on one line: numbers with their units, Latin words, short remarks in brackets."""


@lru_cache(maxsize=1 << 12)
def wrapped(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of at most ``room``: no line begins with a closing mark or ends with an
    opening one, the last is no single character.
    """
    lines: list[list[str]] = [[]]
    used = 0.0
    for piece in _pieces(text, room, size, bold):
        width = measure.width(piece, size, bold=bold)
        if lines[-1] and used + width > room + SLACK:
            lines.append([])
            used = 0.0
        if lines[-1] or piece.strip():
            lines[-1].append(piece)
            used += width
    _filled(lines)
    return tuple("".join(line).strip() for line in lines if line)


def _pieces(text: str, room: float, size: float, bold: bool) -> list[str]:
    """Tokens with the marks that stay with them; what is wider than a line falls apart."""
    found: list[str] = []
    for token in _TOKENS.findall(text):
        glued = found and (token[0] in _NO_START or found[-1][-1] in _NO_END)
        if glued and measure.width(found[-1] + token, size, bold=bold) <= room:
            found[-1] += token
        elif measure.width(token, size, bold=bold) > room:
            found += token
        else:
            found.append(token)
    return found


def _filled(lines: list[list[str]]) -> None:
    """Draws pieces down until the last line has two characters that are no marks, in place."""
    if len(lines) < 2:
        return
    last, before = lines[-1], lines[-2]
    while len(before) > 1 and len("".join(last).translate(_UNSEEN)) < 2:
        last.insert(0, before.pop())
