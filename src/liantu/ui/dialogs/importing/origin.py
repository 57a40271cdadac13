"""The source of all rows that name none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from liantu.library.importing.rows import Origin
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import day
from liantu.ui.widgets.text import label
from liantu.wording import text

_WIDTHS = {"title": 260, "publisher": 160, "date": 110}


class OriginFields(QWidget):
    """``changed``: something was typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: QLineEdit() for name in _WIDTHS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, field in self.fields.items():
            row.addWidget(label(text(f"ui.import.origin.{name}")))
            field.setAccessibleName(text(f"ui.import.origin.{name}"))
            field.setMinimumWidth(60)
            field.setMaximumWidth(_WIDTHS[name])
            field.setPlaceholderText(text(f"ui.import.origin.{name}.like"))
            field.textChanged.connect(self.changed)
            row.addWidget(field, 2 if name == "title" else 1)
        row.addStretch(1)

    @property
    def origin(self) -> Origin:
        """What is typed; a date that is none counts as none."""
        told = {name: field.text().strip() for name, field in self.fields.items()}
        return Origin(told["title"], told["publisher"], self._day(told["date"]))

    @property
    def fault(self) -> str:
        """Why the date is none; empty where it is one, or nothing is typed."""
        try:
            day(self.fields["date"].text())
        except Trouble as trouble:
            return str(trouble)
        return ""

    def _day(self, told: str) -> str:
        try:
            return day(told)
        except Trouble:
            return ""
