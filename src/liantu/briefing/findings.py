"""The findings of a chain, each the one sentence that answers for its product."""

from __future__ import annotations

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.prose import official
from liantu.model.boards import Board
from liantu.telling.answer import answer
from liantu.wording import text

TOLD = {Board.FILL: 2, Board.EXTEND: 1, Board.STRONG: 1}
"""Rows of each board that are findings of a chain."""


def found_first(reading: Reading, chain: str) -> list[Score]:
    """The rows that are told first, each product once."""
    rows: dict[str, Score] = {}
    for board, most in TOLD.items():
        left = [row for row in reading.rows(board, chain) if row.product not in rows]
        rows.update((row.product, row) for row in left[:most])
    return list(rows.values())


def findings(reading: Reading, chain: str) -> list[str]:
    """The first findings of a chain."""
    found = [official(answer(reading, row.product)) for row in found_first(reading, chain)]
    return found or [text("brief.nofinding")]
