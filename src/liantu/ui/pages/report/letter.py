"""What an official paper has around its text: 发文机关, 主送, 发文字号, 成文日期, 附件."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from liantu.briefing.office import Office
from liantu.ui.widgets.text import label
from liantu.wording import text

SEPARATOR = "；"
FIELDS = ("issuer", "addressee", "number", "signed", "attachments")


class LetterForm(QWidget):
    """One line for each element; an empty one is asked for in grey on the paper."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = {name: QLineEdit() for name in FIELDS}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for name, line in self.lines.items():
            line.setAccessibleName(text(f"ui.report.letter.{name}"))
            line.setPlaceholderText(text(f"ui.report.letter.{name}.hint"))
            line.editingFinished.connect(self.changed)
            form.addRow(label(text(f"ui.report.letter.{name}")), line)

    def filled(self, office: Office) -> Office:
        """The office with what is written here."""
        said = {name: line.text().strip() for name, line in self.lines.items()}
        names = (name.strip() for name in said["attachments"].split(SEPARATOR))
        return replace(
            office,
            issuer=said["issuer"],
            addressee=said["addressee"],
            number=said["number"],
            signed=said["signed"],
            attachments=tuple(filter(None, names)),
        )

    def show_office(self, office: Office) -> None:
        """Show what an office wrote."""
        for name, line in self.lines.items():
            found = getattr(office, name)
            line.setText(SEPARATOR.join(found) if isinstance(found, tuple) else found)
