"""The chosen scenario: name and note to be written in, assumptions and effects to be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.telling.scenarios import Effect
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.prose import Prose
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

LONGEST = 200
"""Characters of a name that the format takes."""
ACTIONS = ("use", "edit", "copy", "delete", "compare", "export")


class Detail(Scrolled):
    """``asked`` carries what is to be done (one of :data:`ACTIONS`, ``rename`` or ``note``) and
    words where it needs some; ``chosen`` the id of a product.
    """

    asked = Signal(str, str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="home")
        self._told = ("", "")
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(text("ui.scenario.name"))
        self.name.editingFinished.connect(self._rename)
        self.note = Prose()
        self.note.setFixedHeight(58)
        self.note.setAccessibleName(text("ui.scenario.note"))
        self.note.setPlaceholderText(text("ui.scenarios.note.blank"))
        self.note.left.connect(self._annotate)
        self.buttons = {code: self._button(code) for code in ACTIONS}
        self.state = label("", "secondary", wrap=True)
        self.words = label("", wrap=True)
        self.doubts = label("", "doubt", wrap=True)
        self.effect = label("", wrap=True)
        self.numbers = QGridLayout()
        self.products = QVBoxLayout()
        self._assemble()

    def show_facts(
        self, name: str, note: str, state: str, words: Sequence[str], doubts: Sequence[str]
    ) -> None:
        """What is kept of it; what is being written stays."""
        self._told = (name, note)
        if not self.name.hasFocus() or self.name.isReadOnly():
            self.name.setText(name)
            self.name.setCursorPosition(0)
        if not self.note.hasFocus():
            self.note.setPlainText(note)
        self.state.setText(state)
        self.words.setText("\n".join(f"· {one}" for one in words) or text("ui.scenario.none"))
        self.doubts.setText("\n".join(doubts))
        self.doubts.setVisible(bool(doubts))

    def let(self, able: frozenset[str], *, writable: bool) -> None:
        """What can be done with it, and whether it can be written in."""
        for code, button in self.buttons.items():
            button.setVisible(code in able)
        for part in (self.name, self.note):
            part.setReadOnly(not writable)

    def show_effect(self, found: Effect | None, waiting: str = "") -> None:
        """What it changes; ``None``: ``waiting`` tells why nothing is told."""
        self.effect.setText(found.words if found else waiting)
        self.effect_head.setVisible(bool(found or waiting))
        _empty(self.numbers)
        _empty(self.products)
        for at, cells in enumerate(found.numbers if found else ()):
            for column, words in enumerate((cells[0], f"{cells[1]} → {cells[2]}")):
                made = label(words, "secondary" if column == 0 else "")
                self.numbers.addWidget(made, at // 2, at % 2 * 2 + column)
        for id_, words in found.rows if found else ():
            self.products.addWidget(self._link(id_, words))
        if found and found.more:
            self.products.addWidget(label(text("ui.scenarios.more", count=found.more), "secondary"))

    def restore(self) -> None:
        """Name and note as they are kept."""
        self.name.setText(self._told[0])
        self.note.setPlainText(self._told[1])

    def _assemble(self) -> None:
        body = QWidget()
        body.setObjectName("homeBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(16, 8, 16, 16)
        box.setSpacing(8)
        acts, row = QWidget(), Flow(6)
        row.setContentsMargins(0, 0, 0, 0)
        acts.setLayout(row)
        for button in self.buttons.values():
            row.addWidget(button)
        self.effect_head = label(text("ui.scenarios.effect"), "partTitle")
        self.numbers.setHorizontalSpacing(16)
        self.numbers.setVerticalSpacing(2)
        self.numbers.setColumnStretch(4, 1)
        self.products.setSpacing(0)
        box.addWidget(self.name)
        box.addWidget(acts)
        box.addWidget(self.state)
        box.addWidget(self.note)
        box.addWidget(label(text("ui.scenarios.assumed"), "partTitle"))
        box.addWidget(self.words)
        box.addWidget(self.doubts)
        box.addWidget(self.effect_head)
        box.addWidget(self.effect)
        box.addLayout(self.numbers)
        box.addLayout(self.products)
        box.addStretch(1)
        self.setWidget(body)

    def _button(self, code: str) -> QPushButton:
        made = QPushButton(text(f"ui.scenarios.{code}"))
        made.setObjectName("primary" if code == "use" else "")
        made.clicked.connect(lambda _=False: self.asked.emit(code, ""))
        return made

    def _link(self, id_: str, words: str) -> QPushButton:
        made = QPushButton(words.replace("&", "&&"))
        made.setObjectName("link")
        made.setFlat(True)
        made.clicked.connect(lambda _=False: self.chosen.emit(id_))
        return made

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and name != self._told[0] and not self.name.isReadOnly():
            self.asked.emit("rename", name)
        elif not name:
            self.name.setText(self._told[0])

    def _annotate(self) -> None:
        note = self.note.toPlainText().strip()
        if note != self._told[1] and not self.note.isReadOnly():
            self.asked.emit("note", note)


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if isinstance(widget, QLabel | QPushButton):
            widget.hide()
            widget.deleteLater()
