"""What stands in a card, line by line, and where it begins: layout and paint read it here.

A card is drawn from its level, its item and its rectangle alone: the text of a rectangle is that
of its :func:`cell`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from liantu.diagram.segment.levels import STEP, WIDEST, Level
from liantu.diagram.segment.model import Graph, Item, Kind, Rect
from liantu.diagram.segment.typeset import LINES, cut, listed, wide, wrapped
from liantu.model.standing import Standing
from liantu.wording import text

BADGE = 18.0
"""Width of the letter before a name."""
BADGE_ROOM = BADGE + 3.0
"""What the letter takes from the first line."""
BAR = 9.0
"""Left inset of a card with the bar of what is made here."""
LEFT, RIGHT = 7.0, 4.0
"""Insets of the text of other cards, and at the right of all."""
INDENT = 9.0
"""Inset of the names of inputs, behind their +."""
KNOWN = 3
"""Characters of a cut firm, the last of them …, that do not tell yet who it is."""
INPUT_GAP = 2.0
"""Free above the names of inputs."""

_WITHOUT_MAKERS = {
    Standing.BYPRODUCT: "diagram.segment.byproduct",
    Standing.GROUP: "diagram.segment.group",
    Standing.CAPTIVE: "diagram.segment.captive",
}


@dataclass(frozen=True, slots=True)
class CardText:
    """Lines of a card from top to bottom: the whole name, then its makers and amount (or how it is
    made, or who plans it), then what is missing (empty: nothing to tell).
    """

    names: tuple[str, ...]
    details: tuple[str, ...] = ()
    lack: str = ""


def cell(width: float) -> float:
    """The width for which the text of a card of ``width`` is measured; what sums of widths lose in
    rounding does not make a cell narrower.
    """
    return math.floor((width + 1e-3) / STEP) * STEP


def lettered(item: Item) -> bool:
    """Whether a letter stands before its name: not where nothing is to be said."""
    return item.kind not in {Kind.OPEN, Kind.BOUGHT}


def bold(item: Item) -> bool:
    """Whether its name is bold: what is made here, and what breaks the chain."""
    return item.kind in {Kind.LOCAL, Kind.BROKEN}


def left(item: Item) -> float:
    """Where the text begins, from the left edge of the card."""
    return BAR if item.local else LEFT


def room(item: Item, width: float) -> float:
    """Width of a line of text in a card."""
    return width - left(item) - RIGHT


def name_lines(level: Level, item: Item, width: float) -> tuple[str, ...]:
    """The name in a card of a width of :func:`cell`, never cut."""
    space = room(item, width)
    first = space - BADGE_ROOM if lettered(item) else space
    return wrapped(item.name, level.name, space, first, bold(item))


@lru_cache(maxsize=1 << 12)
def most_lines(name: str, size: float, heavy: bool) -> int:
    """How many lines a name may take: :data:`LINES`, more where the widest cell needs more."""
    space = WIDEST - BAR - RIGHT
    return max(LINES, len(wrapped(name, size, space, space - BADGE_ROOM, heavy)))


def card_text(level: Level, item: Item, rect: Rect) -> CardText:
    """What stands in the card of ``item`` at ``rect``."""
    return text_of(level, item, cell(rect.width))


def text_of(level: Level, item: Item, width: float) -> CardText:
    """The same for a width of :func:`cell`."""
    space = room(item, width)
    details = _details(level, item, space)
    lack = lack_words(item.missing, level.detail, space) if tells_lack(level, item) else ""
    return CardText(name_lines(level, item, width), details, lack)


def tells_lack(level: Level, item: Item) -> bool:
    """Whether its card has a line of what is missing."""
    return level.lack and item.local and bool(item.missing)


def lack_words(missing: tuple[str, ...], size: float, space: float) -> str:
    """``缺 苯酚、丙酮 +1``, or how many where not one name fits; a single name is cut."""
    free = space - wide(text("diagram.segment.lack", names=""), size)
    names = listed(missing, size, free, "、")
    if not names and len(missing) == 1:
        names = cut(missing[0], size, free)
    if not names:
        return text("diagram.segment.lack.count", count=len(missing))
    return text("diagram.segment.lack", names=names)


def _details(level: Level, item: Item, space: float) -> tuple[str, ...]:
    if not item.local:
        return (_planned(level, item.planned, space),) if item.planned else ()
    if not item.makers:
        code = _WITHOUT_MAKERS.get(item.standing)
        words: tuple[str, ...] = (text(code),) if code else ()
    elif level.makers == 1:
        return (_one_line(level, item, space),)
    else:
        words = _makers(level, item, space)
    told = tuple(cut(line, level.detail, space) for line in words)
    return (*told, _amount(level, item, space)) if item.amount and level.makers > 1 else told


def _planned(level: Level, planned: str, space: float) -> str:
    """``规划 东阿阿胶``; without room for enough of the firm to know it, what is done alone."""
    shown = cut(planned, level.detail, space)
    status, _, firm = shown.partition(" ")
    return status if "…" in firm and len(firm) <= KNOWN else shown


def _amount(level: Level, item: Item, space: float) -> str:
    """An amount without room is told without 年 before its unit is cut."""
    if wide(item.amount, level.detail) <= space:
        return item.amount
    return cut(item.amount.removesuffix(text("answer.per_year")), level.detail, space)


def _one_line(level: Level, item: Item, space: float) -> str:
    """The first maker with +n and, where all of it fits, the amount."""
    name, more = item.makers[0], _more(item, 1)
    whole = f"{name}{more} {item.amount}"
    if item.amount and wide(whole, level.detail) <= space:
        return whole
    return cut(name, level.detail, space - wide(more, level.detail)) + more


def _makers(level: Level, item: Item, space: float) -> tuple[str, ...]:
    shown = item.makers[: level.makers]
    more = _more(item, level.makers)
    last = cut(shown[-1], level.detail, space - wide(more, level.detail)) + more
    return (*shown[:-1], last)


def _more(item: Item, shown: int) -> str:
    rest = len(item.makers) - shown
    return f"+{rest}" if rest > 0 else ""


def detail_count(level: Level, item: Item) -> int:
    """How many lines stand under the name, whatever the width."""
    lack = int(tells_lack(level, item))
    if not item.local:
        return int(bool(item.planned)) + lack
    makers = min(len(item.makers), level.makers) or int(item.standing in _WITHOUT_MAKERS)
    return makers + int(bool(item.amount) and level.makers > 1) + lack


def text_height(level: Level, names: int, details: int, inputs: int = 0) -> float:
    """Height of the lines of a card; ``inputs``: lines of names of inputs."""
    line = level.detail * level.lead
    extra = line * inputs + INPUT_GAP if inputs else 0.0
    return names * level.name * level.lead + details * line + extra


class Texts:
    """Heights of the cards of a graph at a level, remembered by width."""

    def __init__(self, graph: Graph, level: Level) -> None:
        self._level = level
        self._least = level.name + 9.5
        self._inputs = {item.id: _has_inputs(graph, level, item) for item in graph.items}
        self._heights: dict[tuple[str, float], float] = {}

    def height(self, item: Item, width: float) -> float:
        """Height of a card of a width of :func:`cell`; infinite where its name takes too many
        lines, so that no name is ever cut.
        """
        key = item.id, width
        found = self._heights.get(key)
        if found is None:
            found = self._heights[key] = self._height(item, width)
        return found

    def _height(self, item: Item, width: float) -> float:
        level = self._level
        names = len(name_lines(level, item, width))
        if names > LINES and names > most_lines(item.name, level.name, bold(item)):
            return math.inf
        inputs = int(self._inputs[item.id])
        high = text_height(level, names, detail_count(level, item), inputs) + level.margin
        return max(high, self._least)

    def crowding(self, item: Item, width: float) -> float:
        """Lines of its name beyond the first, and .9 for each detail that is cut."""
        shown = text_of(self._level, item, width)
        return len(shown.names) - 1 + 0.9 * sum("…" in line for line in shown.details)


def _has_inputs(graph: Graph, level: Level, item: Item) -> bool:
    return level.inputs and any(not edge.joint for edge in graph.into.get(item.id, ()))
