"""The whole legend with what each entry means, as it opens from the ?."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from liantu.diagram.entries import Entry
from liantu.ui.widgets.popover import paragraph
from liantu.ui.widgets.text import label
from liantu.wording import text

MEANT = frozenset(
    {
        "made",
        "byproduct",
        "group",
        "captive",
        "thin",
        "weak",
        "blank",
        "open",
        "steady",
        "external",
        "suspected",
        "jobs",
    }
)
"""Entries that are explained here and not beside their name."""
LINE = 480
"""Width of the lines below the entries (px)."""


def meaning(entry: Entry) -> str:
    """What an entry means in full; empty where its name says it."""
    return text(f"ui.legend.means.{entry.id}") if entry.id in MEANT else entry.definition


class Help(QWidget):
    """Marks, names and meanings in columns; below them what else is to know, and keys."""

    def __init__(
        self,
        entries: Sequence[Entry],
        words: str,
        picture: Callable[[Entry], QWidget],
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for at, entry in enumerate(entries):
            if entry.mark:
                grid.addWidget(picture(entry), at, 0)
            grid.addWidget(label(entry.words), at, 1)
            grid.addWidget(label(meaning(entry), "hint"), at, 2)
        lines = [line for line in (words, text("ui.legend.use"), text("ui.legend.keys")) if line]
        for at, line in enumerate(lines):
            grid.addWidget(paragraph(line, LINE, "hint"), len(entries) + at, 0, 1, 3)
