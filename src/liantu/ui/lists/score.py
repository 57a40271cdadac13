"""What the colours of a score stand for, and what each criterion weighs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liantu.model.boards import CRITERIA, Board, Weights
from liantu.numerals import plain
from liantu.ui.widgets.text import label
from liantu.wording import text

COLORS = ("#C2410C", "#1657A8", "#8B3FE8", "#D9A11A", "#0F766E", "#5B6875")
"""One colour a criterion, in their order; the numbers stand in columns of their own."""


class ScoreLegend(QWidget):
    """Which colour of a score bar stands for which criterion of a board, and what it weighs."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._words = {name: label("", "secondary") for name in CRITERIA[board]}
        for words, color in zip(self._words.values(), COLORS, strict=False):
            square = label("")
            square.setFixedSize(10, 10)
            square.setStyleSheet(f"background: {color};")
            row.addWidget(square)
            row.addWidget(words)
            row.addSpacing(6)

    def show_weights(self, weights: Weights) -> None:
        """Name the criteria with these points."""
        for name, words in self._words.items():
            points = weights.get(self._board, {}).get(name, 0.0)
            criterion = text(f"standing.criterion.{self._board}.{name}")
            words.setText(text("ui.list.weight", name=criterion, points=plain(points)))
