"""The inputs of a card that got no line, named in the card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from liantu.diagram.segment.cardtext import INDENT, INPUT_GAP, card_text, room, text_height
from liantu.diagram.segment.levels import BY_ID, Level
from liantu.diagram.segment.model import Drawn, Graph, Item, Placed, Rect
from liantu.diagram.segment.typeset import cut, wide, wrapped
from liantu.wording import text

NAMED_LINES = 6
"""Most lines of names of inputs: more would hide what the card is about."""


def named(graph: Graph, placed: Placed, lines: Iterable[Drawn]) -> Mapping[str, tuple[str, ...]]:
    """Card → lines that name its inputs without a line, the best first: whole names, then +n."""
    level = BY_ID[placed.level]
    if not level.inputs:
        return {}
    drawn = {(line.source.product, line.target.product) for line in lines if not line.box}
    found = {}
    for product, rect in sorted(placed.cards.items()):
        edges = graph.into.get(product, ())
        names = [
            graph.by_id[edge.source].name
            for edge in edges
            if not edge.joint and (edge.source, product) not in drawn
        ]
        if names:
            found[product] = input_lines(level, graph.by_id[product], rect, names)
    return found


def input_lines(level: Level, item: Item, rect: Rect, names: list[str]) -> tuple[str, ...]:
    """``names`` on as many lines as the card has left; one that is too long takes two, or is cut
    where it is the only one.
    """
    space = room(item, rect.width) - INDENT
    rows = _free_rows(level, item, rect)
    lines: list[str] = []
    while names and len(lines) < rows:
        last = len(lines) == rows - 1
        count = _row(names, level.small, space, last)
        pieces = wrapped(names[0], level.small, space, space, False)
        if count:
            rest = len(names) - count
            lines.append(" ".join([*names[:count], *([f"+{rest}"] if last and rest else [])]))
            names = [] if last else names[count:]
        elif len(pieces) > 1 and len(lines) + len(pieces) + (len(names) > 1) <= rows:
            lines.extend(pieces)
            names = names[1:]
        else:
            break
    return (*lines, _left_out(names, lines, level.small, space)) if names else tuple(lines)


def _free_rows(level: Level, item: Item, rect: Rect) -> int:
    """Lines under what stands in the card: the one that its height reserves, and the rest."""
    shown = card_text(level, item, rect)
    details = len(shown.details) + bool(shown.lack)
    used = text_height(level, len(shown.names), details) + INPUT_GAP + 4.0
    return max(1, min(NAMED_LINES, int((rect.height - used) / (level.detail * level.lead))))


def _row(names: list[str], size: float, space: float, last: bool) -> int:
    """How many names stand in a row; the last row keeps room for +n."""
    for count in range(len(names), 0, -1):
        rest = len(names) - count
        words = [*names[:count], *([f"+{rest}"] if last and rest else [])]
        if wide(" ".join(words), size) <= space:
            return count
    return 0


def _left_out(names: list[str], lines: list[str], size: float, space: float) -> str:
    """How many are not named; where it is all there is, a single name is cut instead."""
    if lines:
        return f"+{len(names)}"
    if len(names) == 1:
        return cut(names[0], size, space)
    return text("diagram.segment.inputs", count=len(names))
