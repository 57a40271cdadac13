"""The line below the sheet: what is selected, how it stands, and where more is told of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from liantu.telling.line import Dossier, joined
from liantu.ui.widgets.mark import MarkView
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text


class Strip(QWidget):
    """``map_asked``: show it on the map; ``why_asked`` carries the product whose sheet is wanted,
    ``firm_asked`` the enterprise whose own map.
    """

    map_asked = Signal()
    why_asked = Signal(str)
    firm_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("head")
        self.setAccessibleName(text("ui.poster.strip"))
        self._why, self._firm = "", ""
        self._marks = QHBoxLayout()
        self.title, self.told = label("", "listName"), Elided()
        self.map = QPushButton(text("ui.poster.to_map"))
        self.why = QPushButton(text("ui.verb.why"))
        self.firm = QPushButton(text("ui.poster.to_firm"))
        self.map.clicked.connect(self.map_asked)
        self.why.clicked.connect(lambda: self.why_asked.emit(self._why))
        self.firm.clicked.connect(lambda: self.firm_asked.emit(self._firm))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addLayout(self._marks)
        row.addWidget(self.title)
        row.addWidget(self.told, 1)
        for button in (self.why, self.firm, self.map):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.show_dossier(None)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Tell of a thing; ``None``: how things are chosen."""
        self._why = dossier.why_of if dossier else ""
        self._firm = dossier.map_of if dossier else ""
        while self._marks.count():
            old = self._marks.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for mark in dossier.marks if dossier else ():
            self._marks.addWidget(MarkView(mark))
        self.title.setText(dossier.title if dossier else "")
        self.title.setVisible(dossier is not None)
        self.told.set_words(_told(dossier) if dossier else text("ui.poster.hint"))
        self.map.setVisible(dossier is not None)
        self.why.setVisible(bool(self._why))
        self.firm.setVisible(bool(self._firm))


def _told(dossier: Dossier) -> str:
    """The conclusion, whose first words are the name that stands before it."""
    named = text("ui.poster.named", name=dossier.title)
    told = dossier.conclusion.removeprefix(named)
    return told or joined(dossier.chip, dossier.subtitle.replace("\n", " · "))
