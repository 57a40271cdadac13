"""完整性声明…: that all makers of a chain in a county are on record, for how long, by whom."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.analysis.tracking import counties
from liantu.library.replies.taking import declared_edit
from liantu.model.verification import WHOLE, next_year
from liantu.telling.declared import declared, declared_sentence
from liantu.ui.widgets.dialog_rows import end_row
from liantu.ui.widgets.fields import Combo, DateField
from liantu.ui.widgets.text import label
from liantu.wording import text

_FORMAT = "yyyy-MM-dd"
SHOWN = 8
"""Declarations that are listed."""


class DeclareDialog(QDialog):
    """``declared`` carries the edit."""

    declared = Signal(object)

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.declare"))
        self.county, self.chain = Combo(), Combo()
        for name in (WHOLE, *counties(reading.atlas)):
            self.county.addItem(name, name)
        self.county.setCurrentIndex(self.county.count() > 1)
        self.chain.addItem(text("ui.declare.all"), "")
        for key, chain in reading.atlas.chains.items():
            self.chain.addItem(chain.label, key)
        self.date, self.until = DateField(), DateField()
        day = reading.situation.day
        for field, value in ((self.date, day), (self.until, next_year(day))):
            field.setDisplayFormat(_FORMAT)
            field.setDate(QDate.fromString(value, _FORMAT))
        self.office, self.scope = QLineEdit(), QLineEdit()
        self.scope.setPlaceholderText(text("ui.declare.scope.blank"))
        self.note = label("", "doubt", wrap=True)
        self.save = QPushButton(text("ui.declare.save"))
        self._assemble(reading)

    def _assemble(self, reading: Reading) -> None:
        words = label(text("ui.declare.meaning"), "secondary", wrap=True)
        words.setMinimumWidth(460)
        form = QFormLayout()
        for code in ("county", "chain", "date", "until", "office", "scope"):
            part: QWidget = getattr(self, code)
            part.setAccessibleName(text(f"ui.declare.{code}"))
            form.addRow(label(text(f"ui.declare.{code}")), part)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(words)
        box.addLayout(form)
        box.addWidget(label(declared_sentence(reading), wrap=True))
        rows = "\n".join(row.words for row in declared(reading)[:SHOWN])
        if rows:
            box.addWidget(label(rows, "secondary", wrap=True))
        box.addWidget(self.note)
        box.addLayout(end_row(self.save, self._declare, self.reject))
        self.note.hide()

    def _declare(self) -> None:
        date, until = (f.date().toString(_FORMAT) for f in (self.date, self.until))
        if until <= date:
            self.note.setText(text("cli.usage.until", until=until, date=date))
            self.note.show()
            return
        more = {
            "until": "" if until == next_year(date) else until,
            "office": self.office.text().strip(),
            "scope": self.scope.text().strip(),
        }
        county, chain = self.county.currentData(), self.chain.currentData()
        self.declared.emit(declared_edit(county, chain, date, more, self.chain.currentText()))
        self.accept()
