"""Before a thing is taken away: what changes with it, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.library.editing import Use, uses
from liantu.library.edits.removing import remove
from liantu.library.edits.things import field_name
from liantu.library.edits.values import kind_name, name_of
from liantu.library.plain import plain, record
from liantu.model import Atlas
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

SIZE = QSize(560, 460)
"""Size where the screen has room for it."""
READABLE = 400
"""Least width of the sentences, px."""


class Removal(QDialog):
    """``confirmed`` carries the :class:`liantu.model.edits.Edit`."""

    confirmed = Signal(object)

    def __init__(self, atlas: Atlas, kind: str, id_: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("reportForm")
        self.edit = remove(atlas, kind, id_)
        self.setWindowTitle(self.edit.label)
        self.lines = tuple(_lines(atlas, kind, id_))
        self.confirm = QPushButton(text("ui.form.remove"))
        self.confirm.setObjectName("primary")
        self.cancel = QPushButton(text("ui.cancel"))
        self._assemble(kind)

    def accept(self) -> None:
        """Take it away."""
        self.confirmed.emit(self.edit)
        super().accept()

    def _assemble(self, kind: str) -> None:
        body = QWidget()
        body.setObjectName("reportForm")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 8, 0)
        for line in self.lines:
            inside.addWidget(label(line, wrap=True))
        inside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(label(text("ui.form.undoable"), "hint", wrap=True), 1)
        for button, act in ((self.cancel, self.reject), (self.confirm, self.accept)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.cancel.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 14)
        for words, name in (
            (self.edit.label, "inspectorTitle"),
            (_gist(len(self.lines), kind), "hint"),
        ):
            told = label(words, name, wrap=True)
            told.setMinimumWidth(READABLE)  # else it asks for the height of a narrow column
            box.addWidget(told)
        box.addWidget(Scrolled(body, "reportScroll"), 1)
        box.addLayout(row)
        fit(self, SIZE)


def _gist(count: int, kind: str) -> str:
    if not count:
        return text("ui.form.alone")
    words = text("ui.form.hangs", count=count)
    return words + (text("ui.form.hangs.product") if kind == "product" else "")


def _lines(atlas: Atlas, kind: str, id_: str) -> Iterator[str]:
    found = sorted(uses(atlas, kind, id_), key=lambda use: use.goes)
    for use in found:
        yield _line(atlas, use)


def _line(atlas: Atlas, use: Use) -> str:
    name = name_of(atlas, use.kind, use.id) or _dated(atlas, use)
    told = {"kind": kind_name(use.kind), "name": name}
    if use.goes:
        return text("ui.form.goes", **told)
    keys = (field_name(record(use.kind).name, key) for key in use.keys)
    return text("ui.form.loses", **told, fields=text("edit.list.comma").join(keys))


def _dated(atlas: Atlas, use: Use) -> str:
    """What tells an answer or declaration from others."""
    values = plain(atlas, use.kind, use.id) or {}
    return " ".join(str(values[key]) for key in ("county", "date") if key in values)
