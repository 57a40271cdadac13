"""The whole legend with what each entry means, as it opens from the ?."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from liantu.diagram.drawing import Shape
from liantu.ui.pages.map.legend_entries import Entry
from liantu.ui.widgets.text import label
from liantu.wording import text

MEANING = 260
"""Width of the column of meanings (px)."""


class Help(QWidget):
    """Marks, names and meanings in columns; below them what else is to know, and keys."""

    def __init__(
        self,
        entries: Sequence[Entry],
        words: str,
        picture: Callable[[tuple[Shape, ...]], QWidget],
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, entry in enumerate(entries):
            if entry.mark:
                grid.addWidget(picture(entry.mark), at, 0)
            grid.addWidget(label(entry.words), at, 1)
            meaning = label(entry.meaning, "hint", wrap=True)
            meaning.setMinimumWidth(MEANING)
            grid.addWidget(meaning, at, 2)
        for at, told in enumerate((words, text("ui.legend.use"), text("ui.legend.keys"))):
            grid.addWidget(label(told, "hint", wrap=True), len(entries) + at, 0, 1, 3)
