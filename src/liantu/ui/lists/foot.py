"""What stands below a list: the weights of a board and a sentence about all rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.telling.lists.column import List, Scope
from liantu.ui.lists.score import ScoreLegend
from liantu.ui.widgets.text import label


class Foot(QWidget):
    """``remark`` is the sentence about all rows, empty where there is nothing to say."""

    def __init__(self, item: List[Any]) -> None:
        super().__init__()
        self._item, self.remark = item, ""
        self.legend = ScoreLegend(Board(item.id)) if item.id in set(Board) else None
        self.words = label("", "secondary")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 4, 16, 4)
        box.setSpacing(2)
        if self.legend is not None:
            line = QHBoxLayout()
            line.addWidget(self.legend)
            line.addStretch(1)
            box.addLayout(line)
        box.addWidget(self.words)

    def tell(self, reading: Reading, scope: Scope) -> None:
        """Say what holds for all of the list; the coverage stands below every page."""
        self.remark = self._item.remarked(reading, scope)
        missed = self._item.missed(reading, scope)
        self._say("  ".join(part for part in (self.remark, missed) if part))
        if self.legend is not None:
            self.legend.show_weights(reading.switches.weights)

    def clear(self) -> None:
        """Say nothing."""
        self.remark = ""
        self._say("")

    def _say(self, words: str) -> None:
        self.words.setVisible(bool(words))
        self.words.setText(words)
        self.words.setToolTip(words)
