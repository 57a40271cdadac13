"""Colours of the charts."""

from __future__ import annotations

from liantu.diagram.theme import Theme, blend
from liantu.model.classes import Word
from liantu.telling.charts.model import Cell, Ink


def warm(theme: Theme) -> str:
    """What lacks."""
    return theme.tones[Word.BROKEN].color


def color_of(theme: Theme, ink: Ink) -> str:
    """The full colour of an ink."""
    return {
        Ink.HERE: theme.local,
        Ink.SURE: warm(theme),
        Ink.DOUBT: theme.absent,
        Ink.QUIET: theme.edge,
    }[ink]


def ground_of(theme: Theme, cell: Cell) -> tuple[str, str]:
    """Ground and full colour of a cell."""
    full = theme.tones[Word(cell.word)].color if cell.word else color_of(theme, cell.ink)
    return (blend(full, theme.paper, cell.shade) if cell.shade else theme.paper), full
