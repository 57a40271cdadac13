"""What stands below a list: the weights of a board and a sentence about all rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.telling.lists.column import List, Scope
from liantu.ui.lists.score import ScoreLegend
from liantu.ui.widgets.text import Elided


class Foot(QWidget):
    """``remark`` is the sentence about all rows, empty where there is nothing to say."""

    def __init__(self, item: List[Any]) -> None:
        super().__init__()
        self._item, self.remark = item, ""
        self.legend = ScoreLegend(Board(item.id)) if item.id in set(Board) else None
        self.words = Elided("", "secondary")
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 3, 16, 3)
        box.setSpacing(12)
        if self.legend is not None:
            box.addWidget(self.legend)
        box.addWidget(self.words, 1)

    def tell(self, reading: Reading, scope: Scope, known: tuple[str, str] | None = None) -> None:
        """Say what holds for all of the list; the coverage stands below every page. ``known`` is
        what is missed and the remark, where they were made already.
        """
        item = self._item
        missed, self.remark = known or (item.missed(reading, scope), item.remarked(reading, scope))
        self._say("　".join(part for part in (missed, self.remark) if part))
        if self.legend is not None:
            self.legend.show_weights(reading.switches.weights)

    def clear(self) -> None:
        """Say nothing."""
        self.remark = ""
        self._say("")

    def _say(self, words: str) -> None:
        self.words.set_words(words)
        self.setVisible(bool(words) or self.legend is not None)
