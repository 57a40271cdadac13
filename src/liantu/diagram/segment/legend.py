"""The legend of the segment map: the same entries in the window and on paper, with their counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liantu.diagram.drawing import Box, Curve, Shape, rounded
from liantu.diagram.entries import Entry
from liantu.diagram.faces import Face, Stroke
from liantu.diagram.lenses import Lens
from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import BADGE
from liantu.diagram.segment.model import Graph, Item, Kind, Rank
from liantu.diagram.segment.paint_cards import BAR, FULL, job, memo
from liantu.diagram.segment.paint_lines import THIN
from liantu.diagram.segment.turns import letter
from liantu.diagram.strikes import FRESH, Strike, examples, kind_of, remarks
from liantu.diagram.theme import Theme
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Standing
from liantu.telling import classes
from liantu.telling.versions.turn import HOWS
from liantu.wording import text

SWATCH = (25.0, 19.0)
"""A small card round a mark: its pictures lie from 14 above the baseline to 4 below it."""
TOP = -14.5
STROKE = 22.0
"""Length of a line in a legend."""
MIDDLE = -5.0
"""Where it runs."""
NUMBER = 3.0
"""The day in the mark that explains those with a number."""


def legend_entries(graph: Graph, lens: Lens, theme: Theme) -> tuple[Entry, ...]:
    """What stands on the map of ``graph`` under a lens: products, then lines, then remarks."""
    first = _turns(graph, lens, theme) if lens.changes and lens.quiet else ()
    first = (*first, *_strikes(graph, lens, theme))
    found = (*first, *_local(graph, lens, theme), *_others(graph, lens, theme))
    return (*found, *_remarks(graph, lens, theme), *_strokes(lens, theme))


# -- products


def _local(graph: Graph, lens: Lens, theme: Theme) -> Iterator[Entry]:
    """产, 副, 群 and 自, then 细 and 弱 where the lens paints classes."""
    local = [item for item in graph.items if item.local]
    for standing in (Standing.MADE, *sorted(LOCAL - {Standing.MADE}), Standing.CAPTIVE):
        inside = [item for item in local if item.standing is standing]
        if inside:
            found = marks.standing_mark(standing, theme)
            words = text(f"standing.standing.{standing}")
            yield _entry(str(standing), found, Kind.LOCAL, words, inside, theme, lens)
    for word in (Word.THIN, Word.WEAK) if lens.tinted else ():
        inside = [item for item in local if word in item.words]
        if inside:
            found = marks.class_mark(word, theme)
            yield _entry(str(word), found, Kind.LOCAL, classes.word(word), inside, theme, lens)


def _others(graph: Graph, lens: Lens, theme: Theme) -> Iterator[Entry]:
    """Gaps, what is open, what is closed and what is bought."""
    for word, kind in marks.KINDS.items():
        inside = [item for item in graph.items if item.kind is kind]
        if inside:
            words = text("diagram.segment.steady") if kind is Kind.STEADY else classes.word(word)
            found = marks.kind_mark(kind, theme, hollow=all(item.suspected for item in inside))
            yield _entry(str(word), found, kind, words, inside, theme, lens)
    bought = [item for item in graph.items if item.kind is Kind.BOUGHT]
    if bought:
        words = text("standing.standing.external")
        found = marks.kind_mark(Kind.BOUGHT, theme)
        yield _entry("external", found, Kind.BOUGHT, words, bought, theme, lens)


_DEFINED = {Word.BROKEN, Word.SHORT_UP, Word.SHORT_DOWN}


def _entry(
    code: str,
    mark: marks.Mark,
    kind: Kind,
    words: str,
    items: Sequence[Item],
    theme: Theme,
    lens: Lens,
) -> Entry:
    tokens = theme.segments
    bare = lens.tinted or kind in {Kind.LOCAL, Kind.BOUGHT, Kind.OPEN}
    face = tokens.kinds[kind] if bare else tokens.absent
    if not bare:
        mark = marks.uncoloured(mark, theme)
    defined = lens.tinted and code in _DEFINED
    return Entry(
        id=code,
        letter=mark.letter,
        mark=_swatch(mark, kind, face, theme),
        width=SWATCH[0],
        words=words,
        definition=text(f"diagram.segment.means.{code}") if defined else "",
        items=frozenset(item.id for item in items),
        count=len(items),
    )


def _swatch(mark: marks.Mark, kind: Kind, face: Face, theme: Theme) -> tuple[Shape, ...]:
    """The mark on a small card of its kind."""
    radius = SWATCH[1] / 2 if kind is Kind.BOUGHT else 3.0
    card = Box(0, TOP, *SWATCH, face.fill, face.stroke, face.width, radius, face.dash)
    bar = [Box(0, TOP, BAR - 1, SWATCH[1], theme.segments.bar, radius=1.2)]
    size = 0.94
    x = (SWATCH[0] - BADGE * size) / 2 + (1.0 if kind is Kind.LOCAL else 0.0)
    y = TOP + (SWATCH[1] - marks.HEIGHT * size) / 2
    letter = marks.shapes(mark, x, y, size=size)
    return (card, *(bar if kind is Kind.LOCAL else ()), *letter)


# -- remarks


def _remarks(graph: Graph, lens: Lens, theme: Theme) -> Iterator[Entry]:
    suspected = [item for item in graph.items if item.suspected and item.kind in _GAPS]
    if suspected and lens.tinted:
        yield _remark("suspected", _hollow(theme), 20.0, suspected)
    if lens.weighed:
        yield from _balance(theme)
    if not lens.quiet:
        yield from _turns(graph, lens, theme)
    jobs = [item for item in graph.items if item.job]
    if jobs and not lens.quiet:
        yield _remark("jobs", job(1, 8.0, MIDDLE, theme), 16.0, jobs, counted=False)
    noted = [item for item in graph.items if item.memo]
    if noted and lens.noted:
        yield _remark("memos", memo(2.0, TOP + 2.0, theme), 16.0, noted)


def _turns(graph: Graph, lens: Lens, theme: Theme) -> Iterator[Entry]:
    """What differs, by what happened."""
    group = "turn" if lens.quiet else "change"
    for how in HOWS:
        inside = [i for i in graph.items if i.id in lens.changes and lens.changes[i.id].how == how]
        if inside:
            yield _remark(f"{group}_{how}", letter(how, 8.0, MIDDLE, theme), 16.0, inside)


def _strikes(graph: Graph, lens: Lens, theme: Theme) -> Iterator[Entry]:
    """What fails and what is out of material, on record and 推定."""
    failure = lens.failure
    if failure is None:
        return
    for key, example in examples(failure):
        inside = [i for i in graph.items if _is_struck(failure.seen(i.id), key)]
        mark = marks.shapes(marks.strike_mark(example, theme), 0.0, TOP + 2.0)
        if inside:
            yield _remark(f"outage_{key}", mark, BADGE, inside)
    hit = next((one for one in failure.strikes.values() if not one.stopped), None)
    if hit is not None:
        number = replace(hit, days=(NUMBER, None), recorded=True)
        mark = marks.shapes(marks.strike_mark(number, theme, numbered=True), 0.0, TOP + 2.0)
        yield _remark("outage_number", mark, BADGE)
    if failure.ways:
        yield _remark("outage_line", _stroke(Stroke(theme.stop.color, FRESH)), STROKE)
    yield from (Entry(words, id=code) for code, words in remarks(failure))


def _is_struck(found: Strike | None, key: str) -> bool:
    return found is not None and kind_of(found) == key


_GAPS = {Kind.BROKEN, Kind.UP, Kind.DOWN, Kind.BLANK}


def _hollow(theme: Theme) -> tuple[Shape, ...]:
    return (Box(1, -12.0, 18, 14, "", theme.secondary, marks.OUTLINE, marks.ROUND),)


def _remark(
    code: str,
    mark: tuple[Shape, ...],
    width: float,
    items: Sequence[Item] = (),
    *,
    counted: bool = True,
) -> Entry:
    count = len(items) if items and counted else None
    inside = frozenset(item.id for item in items)
    words = text(f"diagram.segment.mark.{code}")
    return Entry(words, mark, width, code, items=inside, count=count)


def _balance(theme: Theme) -> Iterator[Entry]:
    """The bar of the balance below and above what is needed, and unknown."""
    tokens, width = theme.segments, 30.0
    for code, ink, share in (("short", tokens.short, 0.4), ("enough", tokens.enough, 1.0)):
        bar = (
            Box(0, -6, width, 3, tokens.rail),
            Box(0, -6, width * share, 3, ink),
            Box(width / FULL, -7.5, 1.2, 6, theme.text),
        )
        yield _remark(f"cover_{code}", bar, width)
    dots = tuple(Box(at * 7.0, -6, 2.6, 2.6, theme.secondary) for at in range(4))
    yield _remark("cover_unknown", dots, width)


# -- lines


def _strokes(lens: Lens, theme: Theme) -> Iterator[Entry]:
    tokens = theme.segments
    if lens.weighed:
        wide = (*_stroke(Stroke(tokens.lines["live"].color, THIN + 3.0)),)
        yield _remark("flow", wide, STROKE)
        return
    for rank in Rank if lens.tinted else (Rank.LIVE, Rank.PLAIN):
        code = rank.name.casefold()
        yield _remark(f"line_{code}", _stroke(tokens.lines[code]), STROKE)


def _stroke(found: Stroke) -> tuple[Shape, ...]:
    points = rounded([(0.0, MIDDLE), (STROKE, MIDDLE)], 0.0)
    return (Curve(points, found.color, found.width, found.dash),)
