"""缺什么: which figures of which projects are missing, and where they are written once known."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.portfolio.candidates import Pool
from liantu.analysis.portfolio.nouns import Problem, Resource
from liantu.analysis.portfolio.units import unit
from liantu.model import Atlas
from liantu.telling.portfolio import missing, words
from liantu.ui.pages.plan.portfolio.grid import ID, Rows
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import label
from liantu.wording import text

_WIDTHS = (206, 96, 110, 114, 150, 116, 130)
_FIRST = 2
"""The first column of figures."""


class _Blanks(QStyledItemDelegate):
    """Lets the cells be seen into which something may be written."""

    def __init__(self, tones: Tones, table: Rows) -> None:
        super().__init__(table)
        self.table = table
        self.ground = QColor(tones.hover)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """A field below what Qt paints."""
        super().paint(painter, option, index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable and not index.data():
            field = self.table.visualRect(index)
            painter.fillRect(field.adjusted(6, 4, -6, -4), self.ground)


class MissingPanel(QWidget):
    """``told`` carries (project, resource, amount in its unit, who said it); ``picked`` the id of
    the project whose row was chosen.
    """

    told = Signal(str, object, float, str)
    picked = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.sentence = label("", "finding", wrap=True)
        self.known = label("", "secondary", wrap=True)
        self.said = QLineEdit()
        self.said.setAccessibleName(text("portfolio.ui.said"))
        self.said.setPlaceholderText(text("portfolio.ui.said.hint"))
        self.note = label("", "doubt", wrap=True)
        self.note.hide()
        self.export = QToolButton()
        self.export.setText(text("portfolio.ui.asks"))
        self.table = Rows(text("portfolio.ui.missing"))
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._blanks = _Blanks(tones, self.table)
        self.table.setItemDelegate(self._blanks)
        self._assemble()
        self.table.itemChanged.connect(self._on_typed)
        self.table.itemSelectionChanged.connect(lambda: self.picked.emit(self.table.chosen))

    def set_tones(self, tones: Tones) -> None:
        """Tint what is to be filled in otherwise."""
        self._blanks.ground = QColor(tones.hover)
        self.table.viewport().update()

    def take_export(self, action: QAction) -> None:
        """Let the button export what is asked."""
        run_by(self.export, action)

    def show_missing(self, atlas: Atlas, pool: Pool, problem: Problem, among: str) -> None:
        """What is missing for a question."""
        found = missing.missings(atlas, pool, problem)
        self.sentence.setText(missing.sentence(found, among))
        self.known.setText(missing.known(pool, problem, among))
        heads = [text(f"portfolio.head.{key}") for key in ("name", "figures")]
        heads += [_head(r) for r in Resource]
        heads += [text(f"portfolio.head.{key}") for key in ("said", "whom")]
        rows = [
            (
                one.project,
                (one.name, one.figures, *_known(problem, one.project), one.said, one.whom),
            )
            for one in found
        ]
        self.table.show_rows(heads, _WIDTHS, rows)
        self.table.blockSignals(True)
        for at, one in enumerate(found):
            needs = problem.by_id[one.project].needs
            for column, resource in enumerate(Resource, _FIRST):
                self._open(self.table.item(at, column), needs.get(resource) is None)
        self.table.blockSignals(False)

    def say(self, words_: str) -> None:
        """Tell why something typed was not taken; empty: all is well."""
        self.note.setText(words_)
        self.note.setVisible(bool(words_))

    def _open(self, item: QTableWidgetItem | None, opened: bool) -> None:
        """A figure that nobody told may be written."""
        if item is not None and opened:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.addWidget(label(text("portfolio.ui.said")))
        row.addWidget(self.said, 1)
        row.addWidget(self.export)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 8)
        box.setSpacing(8)
        box.addWidget(self.sentence)
        box.addWidget(self.known)
        box.addLayout(row)
        box.addWidget(self.note)
        box.addWidget(self.table, 1)

    def _on_typed(self, item: QTableWidgetItem) -> None:
        resource = list(Resource)[item.column() - _FIRST]
        typed = item.text().strip()
        if not typed:
            return
        amount = _number(typed)
        if amount is None:
            self._refuse(item, "portfolio.ui.no_number", typed, resource)
        elif not self.said.text().strip():
            self._refuse(item, "portfolio.ui.no_source", typed, resource)
        else:
            self.say("")
            self.told.emit(item.data(ID), resource, amount, self.said.text().strip())

    def _refuse(self, item: QTableWidgetItem, code: str, typed: str, resource: Resource) -> None:
        """Take back what was typed, and say why."""
        self.table.blockSignals(True)
        item.setText("")
        self.table.blockSignals(False)
        figure = words.figure(resource)
        self.say(text(code, typed=typed[:20], figure=figure, unit=unit(resource)))
        if code == "portfolio.ui.no_source":
            self.said.setFocus(Qt.FocusReason.OtherFocusReason)


def _known(problem: Problem, project: str) -> list[str]:
    """What is known of the four figures; empty where nothing is."""
    needs = problem.by_id[project].needs
    told = [needs.get(r) for r in Resource]
    return [
        "" if amount is None else words.amount(r, amount)
        for r, amount in zip(Resource, told, strict=True)
    ]


def _head(resource: Resource) -> str:
    return text("portfolio.head.figure", figure=words.figure(resource), unit=unit(resource))


def _number(typed: str) -> float | None:
    try:
        found = float(typed.replace(",", "").replace("\uff0c", ""))
    except ValueError:
        return None
    return found if math.isfinite(found) else None
