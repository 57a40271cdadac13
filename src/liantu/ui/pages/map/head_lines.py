"""The two lines that tell of a chain above its map; both give up whole phrases, never half ones."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.telling import completeness
from liantu.telling.overall import overall, overall_clauses
from liantu.ui.widgets.popover import paragraph, pop_up
from liantu.ui.widgets.shrinking import Shrinking, Step
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

WIDTH = 460
"""Of what opens with all that is to be said (px)."""
CLAUSES = 2
"""Phrases beside the name of a chain."""


class FirstLine(Shrinking):
    """The name and what is to be said of the whole chain; ``more`` opens all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = label("", "mapTitle")
        self.clauses = tuple(label("", "clause") for _ in range(CLAUSES))
        self.more = QToolButton()
        self.more.setObjectName("bare")
        self.more.setText(text("ui.head.more.sign"))
        self.more.setAccessibleName(text("ui.head.more"))
        plain_tip(self.more, text("ui.head.more"))
        self.more.clicked.connect(self._tell_all)
        self._whole = ""
        for part in (self.name, *self.clauses, self.more):
            self.row.addWidget(part)
        self.row.addStretch(1)
        self.row.setSpacing(10)
        self.set_steps(*(Step(part.setHidden) for part in reversed(self.clauses)))

    def show_title(self, title: str) -> None:
        """Only a name."""
        self._say(title, ("",) * CLAUSES, "")

    def show_chain(self, reading: Reading, chain: Chain, section: str | None) -> None:
        """The name and how much of the chain is there."""
        whole = completeness.numbers_in_full(reading, chain.id, section)
        judged = overall_clauses(reading, chain.id)
        phrases = judged if section is None else _counted(reading, chain, section)
        told = f"{chain.name}\n{overall(reading, chain.id)}\n{whole}"
        self._say(chain.label, (*phrases, *("",) * CLAUSES)[:CLAUSES], told)

    def _say(self, name: str, clauses: tuple[str, ...], whole: str) -> None:
        self.name.setText(name)
        self._whole = whole
        plain_tip(self.name, whole or name)
        for part, words in zip(self.clauses, clauses, strict=True):
            part.setText(words)
        self.more.setVisible(bool(whole))

    def _tell_all(self) -> None:
        shown = paragraph(self._whole, WIDTH)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        pop_up(shown, self.more)


def _counted(reading: Reading, chain: Chain, section: str) -> tuple[str, ...]:
    """Of a 板块, which is no chain of its own, only what is counted."""
    summary = reading.summary(chain.id, section)
    return (
        completeness.found_gaps(gaps(reading, chain.id)),
        text("ui.numbers.span", value=completeness.span(summary.span)),
    )


class SecondLine(Shrinking):
    """关键环节, 主材本地保障率 and what lacks; the names go first."""

    def __init__(self) -> None:
        super().__init__()
        self.keys, self.mains = label("", "numbers"), label("", "numbers")
        self.lacking, self.names = label("", "lacking"), label("", "lackingNames")
        for part in self.parts:
            self.row.addWidget(part)
        self.row.addStretch(1)
        self.row.setSpacing(10)
        self.set_steps(*(Step(partial(self._hide, part)) for part in (self.names, self.keys)))

    @property
    def parts(self) -> tuple[QLabel, ...]:
        """From left to right."""
        return (self.keys, self.mains, self.lacking, self.names)

    def show_chain(self, reading: Reading, chain: Chain, section: str | None) -> None:
        """The key numbers of a chain or section."""
        found = reading.summary(chain.id, section)
        products = reading.atlas.products
        ids = (*found.mains.materials, *found.mains.parts)
        self.keys.setText(completeness.keys(found))
        self.mains.setText(text("ui.numbers.mains", value=completeness.secured(found.mains)))
        self.lacking.setText(completeness.lacking(found.mains))
        self.names.setText("、".join(products[p].label for p in ids))
        whole = completeness.numbers_in_full(reading, chain.id, section)
        for part in self.parts:
            plain_tip(part, whole)

    def clear(self) -> None:
        """Say nothing."""
        for part in self.parts:
            part.clear()

    def _hide(self, part: QLabel, hidden: bool) -> None:
        part.setHidden(hidden)
