"""One sheet of a list template: its title, the list that fills it, and its columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from liantu.model import SHEET_LISTS
from liantu.telling.lists.catalogue import LISTS
from liantu.ui.dialogs.settings.rows import DOWN, UP, Rows, moved
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.wording import text

LONGEST = 60
"""Characters of a title that the format takes."""


class SheetForm(QWidget):
    """``changed`` carries the sheet as its file would hold it, and what of it is another."""

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, Any] = {}
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST)
        self.title.setAccessibleName(text("ui.settings.sheet.title"))
        self.kind = Combo()
        self.kind.setAccessibleName(text("ui.settings.sheet.list"))
        for id_ in SHEET_LISTS:
            self.kind.addItem(LISTS[id_].title, id_)
        self.usual = QCheckBox(text("ui.settings.sheet.usual"))
        self.columns = Rows(text("ui.settings.sheet.columns"))
        self.columns.take_buttons(
            ("ui.settings.up", lambda: self._move(UP)),
            ("ui.settings.down", lambda: self._move(DOWN)),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for words, field in (("title", self.title), ("list", self.kind), ("columns", None)):
            box.addWidget(label(text(f"ui.settings.sheet.{words}"), "secondary"))
            if field is not None:
                box.addWidget(field)
        box.addWidget(self.usual)
        box.addWidget(self.columns, 1)
        self.title.textEdited.connect(self._on_title)
        self.kind.activated.connect(self._on_kind)
        self.usual.clicked.connect(self._on_usual)
        self.columns.ticked.connect(self._on_tick)

    def show_sheet(self, values: dict[str, Any] | None) -> None:
        """Show a sheet; ``None``: there is none."""
        self.setEnabled(values is not None)
        self._values = dict(values or {"title": "", "list": SHEET_LISTS[0]})
        if self.title.text() != self._values["title"]:
            self.title.setText(self._values["title"])
        self.kind.setCurrentIndex(self.kind.findData(self._values["list"]))
        self._show_columns(0)

    def _show_columns(self, at: int) -> None:
        own = self._values.get("columns", [])
        self.usual.setChecked(not own)
        self.columns.setEnabled(bool(own))
        known = {column.id: column.head for column in LISTS[self._values["list"]].columns}
        self._order = [*(c for c in own if c in known), *(c for c in known if c not in own)]
        if not own:
            shown = [column.id for column in LISTS[self._values["list"]].on_sheet]
            self._order = [*shown, *(c for c in known if c not in shown)]
            own = shown
        ticks = [c in own for c in self._order]
        self.columns.show_rows([known[c] for c in self._order], at, ticks)

    def _on_title(self, words: str) -> None:
        self._values["title"] = words.strip()
        if self._values["title"]:
            self._tell("title")

    def _on_kind(self, _at: int) -> None:
        self._values["list"] = self.kind.currentData()
        self._values.pop("columns", None)
        self._show_columns(0)
        self._tell("list")

    def _on_usual(self, usual: bool) -> None:
        if usual:
            self._values.pop("columns", None)
        else:
            self._values["columns"] = [c.id for c in LISTS[self._values["list"]].on_sheet]
        self._show_columns(0)
        self._tell("columns")

    def _on_tick(self, at: int, wanted: bool) -> None:
        own = [c for c in self._values["columns"] if c != self._order[at]]
        if wanted:
            shown = [*own, self._order[at]]
            own = [c for c in self._order if c in shown]
        if own:  # a sheet without any column would have those of its list again
            self._values["columns"] = own
        self._show_columns(at)
        self._tell("columns")

    def _move(self, by: int) -> None:
        own, at = self._values.get("columns", []), self.columns.at
        if 0 <= at < len(own):
            self._values["columns"] = moved(own, at, by)
            self._show_columns(min(max(at + by, 0), len(own) - 1))
            self._tell("columns")

    def _tell(self, what: str) -> None:
        self.changed.emit(dict(self._values), what)
