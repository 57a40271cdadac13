"""Chips: products side by side in rows, in a box or in the strip of bought materials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from liantu.diagram.segment.cardtext import BADGE, bold, lettered
from liantu.diagram.segment.levels import Level
from liantu.diagram.segment.model import Counted, Item, Kind, Rect
from liantu.diagram.segment.typeset import cut, wide, wrapped
from liantu.wording import text

INSET = 6.0
"""Left and right of the text of a chip."""
BAR_ROOM = 3.0
"""What the bar of what is made here takes."""
LETTER_ROOM = BADGE + 1.0
"""What the letter takes from the first line."""
BETWEEN = 4.0
"""Between two chips of a row."""
APART = 5.0
"""Between the name of a chip and its maker."""
_LEAST_MAKER = 4
"""Characters of a maker that tell who it is, the last of them …."""
STRIP_INSET = 6.0
"""Left and right of the chips of a strip."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip to place: a product, or (``stands_for``) those that are only counted.

    ``bare``: its width with the name on one line, ``inset``: what a line has beside its text,
    ``letter``: what the letter takes of the first line, ``maker``: width of the maker with its gap.
    All are units.
    """

    key: str
    name: str
    bare: float
    heavy: bool = False
    inset: float = 2 * INSET
    letter: float = 0.0
    maker: float = 0.0
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A chip in its row, ``x`` from the left edge of the rows."""

    chip: Chip
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """Chips side by side; more than one ``line`` only where a single chip fills the row."""

    spots: tuple[Spot, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class ChipText:
    """Lines of a chip: the whole name, and a maker behind it or ``below`` it (empty: none)."""

    names: tuple[str, ...]
    maker: str = ""
    below: bool = False


def is_chip(level: Level, item: Item) -> bool:
    """Whether ``item`` is no card at ``level``."""
    return item.kind in level.chips


def chip_of(level: Level, item: Item) -> Chip:
    """The chip of a product."""
    maker = _maker(level, item)
    inset = chip_left(item) + INSET
    letter = LETTER_ROOM if lettered(item) else 0.0
    return Chip(
        key=item.id,
        name=item.name,
        bare=wide(item.name, level.chip, bold(item)) + inset + letter,
        heavy=bold(item),
        inset=inset,
        letter=letter,
        maker=wide(maker, level.chip) + APART if maker else 0.0,
    )


def _maker(level: Level, item: Item) -> str:
    return item.makers[0] if level.chip_makers and item.local and item.makers else ""


def chip_left(item: Item) -> float:
    """Where the text begins, from the left edge of the chip."""
    return INSET + (BAR_ROOM if item.local else 0.0)


def chip_text(level: Level, item: Item, rect: Rect) -> ChipText:
    """What stands in the chip of ``item`` at ``rect``."""
    chip = chip_of(level, item)
    names = _lines(chip, level.chip, rect.width)
    maker = _maker(level, item)
    if not maker:
        return ChipText(names)
    below = not _abreast(level, chip, rect.width)
    room = rect.width - (chip.inset if below else chip.bare + APART) + 0.01
    return ChipText(names, cut(maker, level.chip, room), below)


def _abreast(level: Level, chip: Chip, width: float) -> bool:
    """Whether the name and what tells the maker stand on one line."""
    return chip.bare + min(chip.maker, _LEAST_MAKER * level.chip + APART) <= width + 0.01


def _lines(chip: Chip, size: float, width: float) -> tuple[str, ...]:
    space = width - chip.inset + 0.01
    return wrapped(chip.name, size, space, space - chip.letter, chip.heavy)


def counted_chip(level: Level, words: str, products: Sequence[str]) -> Chip:
    """A chip that stands for ``products``."""
    bare = wide(words, level.chip) + 2 * INSET
    return Chip(key="", name=words, bare=bare, stands_for=tuple(products))


def counted_text(level: Level, counted: Counted, rect: Rect) -> tuple[str, ...]:
    """Lines of a chip that only counts, at ``rect``."""
    return _lines(counted_chip(level, counted.words, counted.items), level.chip, rect.width)


_FOLDED_WORDS = {
    Kind.DOWN: "diagram.segment.folded.down",
    Kind.OPEN: "diagram.segment.folded.open",
    Kind.STEADY: "diagram.segment.folded.steady",
}


def folded_chip(level: Level, items: Sequence[Item]) -> Chip:
    """``可延伸 3 未布局 2``: what a box only counts."""
    counts = {kind: sum(item.kind is kind for item in items) for kind in _FOLDED_WORDS}
    words = " ".join(text(_FOLDED_WORDS[k], count=n) for k, n in counts.items() if n)
    return counted_chip(level, words, [item.id for item in items])


def rows_of(chips: Sequence[Chip], width: float, level: Level) -> tuple[Row, ...]:
    """``chips`` in rows of at most ``width``, in their order; beside cards those that need a row
    of their own come last.
    """
    if not level.flows:
        chips = sorted(chips, key=lambda chip: chip.bare > width)
    rows: list[Row] = []
    row: list[Spot] = []
    x = 0.0
    for chip in chips:
        need = min(chip.bare + chip.maker, width)
        alone = not _abreast(level, chip, width)
        if row and (alone or x + need > width + 0.01):
            rows.append(Row(tuple(row)))
            row, x = [], 0.0
        if alone:
            lines = len(_lines(chip, level.chip, width)) + bool(chip.maker)
            rows.append(Row((Spot(chip, 0.0, width),), lines))
            continue
        row.append(Spot(chip, x, need))
        x += need + BETWEEN
    return (*rows, Row(tuple(row))) if row else tuple(rows)


def limited(rows: Sequence[Row], most: int, width: float, level: Level) -> tuple[Row, ...]:
    """The first ``most`` rows (0: all), the last of them with a +n for what has no room."""
    if not most or len(rows) <= most:
        return tuple(rows)
    kept = list(rows[most - 1].spots)
    gone = [spot.chip for row in rows[most:] for spot in row.spots]
    while True:
        more = _more(level, gone)
        x = kept[-1].x + kept[-1].width + BETWEEN if kept else 0.0
        if x + more.bare <= width or not kept:
            break
        gone.insert(0, kept.pop().chip)
    last = replace(rows[most - 1], spots=(*kept, Spot(more, x, min(more.bare, width))))
    return (*rows[: most - 1], last if kept else replace(last, lines=1))


def _more(level: Level, gone: Sequence[Chip]) -> Chip:
    products = [p for chip in gone for p in (chip.stands_for or (chip.key,))]
    return counted_chip(level, f"+{len(products)}", products)


def chip_height(row: Row, level: Level) -> float:
    """Height of the chips of a row."""
    return level.chip_height + (row.lines - 1) * level.chip_line


def rows_height(rows: Sequence[Row], level: Level, pitch: float | None = None) -> float:
    """Height of rows; ``pitch`` from row to row where it is not that of the level."""
    step = level.chip_pitch if pitch is None else pitch
    return len(rows) * step + sum(row.lines - 1 for row in rows) * level.chip_line
