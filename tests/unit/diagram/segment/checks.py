"""What holds for every placed map, asserted."""

from __future__ import annotations

from liantu.diagram.segment.cardtext import (
    BADGE_ROOM,
    bold,
    card_text,
    lettered,
    room,
    text_height,
)
from liantu.diagram.segment.chips import (
    APART,
    LETTER_ROOM,
    chip_left,
    chip_text,
    counted_text,
)
from liantu.diagram.segment.levels import BY_ID, Level
from liantu.diagram.segment.model import Graph, Item, Placed, Rect
from liantu.diagram.segment.typeset import wide

CLOSE = 0.02
"""Rounding."""


def whole(placed: Placed, graph: Graph) -> None:
    """Every product stands once or is counted once; nothing overlaps, nothing lies outside, every
    text is inside its card or chip and no name is cut.
    """
    counted = [product for what, _ in placed.counted for product in what.items]
    seen = [*placed.cards, *placed.chips, *counted]
    assert sorted(seen) == sorted(item.id for item in graph.items)
    small = [*placed.cards.values(), *placed.chips.values(), *(r for _, r in placed.counted)]
    apart(small, placed)
    apart([*placed.boxes.values(), *placed.strips.values()], placed)
    for product, rect in placed.cards.items():
        assert inside(rect, placed.boxes[placed.columns[product][0]])
    words(placed, graph)


def words(placed: Placed, graph: Graph) -> None:
    level = BY_ID[placed.level]
    for product, rect in placed.cards.items():
        card(level, graph.by_id[product], rect)
    for product, rect in placed.chips.items():
        chip(level, graph.by_id[product], rect)
    for what, rect in placed.counted:
        lines = counted_text(level, what, rect)
        assert all(wide(line, level.chip) <= rect.width for line in lines)
        assert text_lines(level, len(lines)) <= rect.height + CLOSE


def card(level: Level, item: Item, rect: Rect) -> None:
    text = card_text(level, item, rect)
    same(item.name, text.names)
    space = room(item, rect.width)
    for at, line in enumerate(text.names):
        badge = BADGE_ROOM if lettered(item) and not at else 0.0
        assert wide(line, level.name, bold(item)) + badge <= space + CLOSE
    below = [*text.details, *([text.lack] if text.lack else [])]
    assert all(wide(line, level.detail) <= space + CLOSE for line in below)
    assert text_height(level, len(text.names), len(below)) <= rect.height + CLOSE


def chip(level: Level, item: Item, rect: Rect) -> None:
    text = chip_text(level, item, rect)
    same(item.name, text.names)
    for line in text.names:
        assert wide(line, level.chip, bold(item)) + chip_left(item) <= rect.width + CLOSE
    assert text_lines(level, len(text.names) + text.below) <= rect.height + CLOSE
    end = wide(text.names[0], level.chip, bold(item)) + chip_left(item)
    end += LETTER_ROOM if lettered(item) else 0.0
    start = chip_left(item) if text.below else end + APART
    assert not text.maker or start + wide(text.maker, level.chip) <= rect.width + CLOSE


def same(name: str, lines: tuple[str, ...]) -> None:
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")


def text_lines(level: Level, count: int) -> float:
    return level.chip_height + (count - 1) * level.chip_line


def apart(rects: list[Rect], placed: Placed) -> None:
    area = Rect(0.0, 0.0, placed.width, placed.height)
    for at, rect in enumerate(rects):
        assert inside(rect, area)
        assert not any(meet(rect, other) for other in rects[:at])


def inside(rect: Rect, outer: Rect) -> bool:
    return (
        outer.x <= rect.x + CLOSE
        and outer.y <= rect.y + CLOSE
        and rect.right <= outer.right + CLOSE
        and rect.bottom <= outer.bottom + CLOSE
    )


def meet(a: Rect, b: Rect) -> bool:
    across = a.x < b.right - CLOSE and b.x < a.right - CLOSE
    return across and a.y < b.bottom - CLOSE and b.y < a.bottom - CLOSE
