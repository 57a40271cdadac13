"""What the legend of a lens has on screen: the kinds of cards with their number, then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.diagram.badges import FILLED, QUIET, Badge, mark
from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import DIAGNOSIS, STRUCTURE, Lens
from liantu.diagram.segment.model import Kind
from liantu.diagram.theme import Theme
from liantu.model.classes import Word
from liantu.model.standing import Standing
from liantu.telling import classes
from liantu.wording import text

_WORDS = {
    Kind.BROKEN: Word.BROKEN,
    Kind.UP: Word.SHORT_UP,
    Kind.DOWN: Word.SHORT_DOWN,
    Kind.BLANK: Word.BLANK,
}
_STANDINGS = {
    Kind.LOCAL: Standing.MADE,
    Kind.OPEN: Standing.UNSEEN,
    Kind.BOUGHT: Standing.EXTERNAL,
}
DEFINED = (Kind.BROKEN, Kind.UP, Kind.DOWN)
"""Kinds whose meaning stands beside their name where there is room."""
SPARED = (Kind.BLANK, Kind.OPEN, Kind.STEADY, Kind.BOUGHT)
"""Kinds that are left to the ? before the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind`` is ``None`` for what is no kind of card; ``count`` is ``None`` where the map has no
    numbers.
    """

    words: str
    mark: tuple[Shape, ...]
    meaning: str = ""
    kind: Kind | None = None
    count: int | None = None


def entries(lens: Lens, theme: Theme, counts: Mapping[Kind, int] | None) -> tuple[Entry, ...]:
    """The kinds that the map shows (all without numbers), then what else the lens paints."""
    rest = [Entry(found.words, found.mark) for found in lens.legend(theme)]
    if lens is not DIAGNOSIS:
        return tuple(rest)
    kinds = [_kind(kind, theme, None if counts is None else counts.get(kind, 0)) for kind in Kind]
    known = {classes.word(word) for word in _WORDS.values()}
    known |= {text(f"standing.standing.{code}") for code in _STANDINGS.values()}
    known.add(text("diagram.policy"))
    return (
        *(entry for entry in kinds if entry.count != 0),
        *(entry for entry in rest if entry.words not in known),
    )


def _kind(kind: Kind, theme: Theme, count: int | None) -> Entry:
    return Entry(
        words=text(f"ui.legend.{kind}"),
        mark=_mark(kind, theme),
        meaning=text(f"ui.legend.{kind}.meaning"),
        kind=kind,
        count=count,
    )


def _mark(kind: Kind, theme: Theme) -> tuple[Shape, ...]:
    if kind in _WORDS:
        word = _WORDS[kind]
        return mark(Badge(classes.letter(word), theme.tones[word], FILLED))
    if kind is Kind.STEADY:
        return mark(Badge(text("diagram.badge.policy"), theme.policy, QUIET))
    at = STRUCTURE.standings.index(_STANDINGS[kind])
    return STRUCTURE.legend(theme)[at].mark
