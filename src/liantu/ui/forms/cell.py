"""One field of a thing, told in the cell of a list that shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QVBoxLayout, QWidget

from liantu.issues import Severity
from liantu.library.editing import RefusedError, trial
from liantu.ui.forms.inputs import ChoiceInput, Input
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.making import make_input
from liantu.ui.forms.subject import Filled, Subject
from liantu.ui.forms.words import trouble
from liantu.ui.widgets.text import label
from liantu.wording import text

LEAST = 220
"""Least width (px)."""


class CellEditor(QFrame):
    """``confirmed`` carries the :class:`liantu.model.edits.Edit`. Enter confirms, Esc and a click
    elsewhere leave all as it was.
    """

    confirmed = Signal(object)

    def __init__(
        self, subject: Subject, field: Input, known: Known, where: QWidget, rect: QRect
    ) -> None:
        super().__init__(where)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self._subject, self._known = subject, known
        self._key = subject.keys[0]
        self.sent = False
        self.field = field
        self.field.show_value(subject.values.get(self._key))
        options = known.options(subject.record.name, self._key, subject.values)
        if options is not None:
            self.field.offer(options)
        self.message = label("", "doubt", wrap=True)
        self.message.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.setSpacing(2)
        box.addWidget(self.field)
        box.addWidget(self.message)
        self.field.changed.connect(self._on_changed)
        for part in (self.field, *self.field.findChildren(QWidget)):
            part.installEventFilter(self)
        area = where.parent()
        if isinstance(area, QAbstractScrollArea):
            area.verticalScrollBar().valueChanged.connect(self.close)
            area.horizontalScrollBar().valueChanged.connect(self.close)
        self._place(where, rect)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and Esc end it, and so does a click elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._on_left)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
            return True
        return False

    def confirm(self) -> None:
        """Make the edit, where nothing is wrong with what is told."""
        value = self.field.value()
        if self.sent:
            return
        if value == self._subject.values.get(self._key, ""):
            self.close()
            return
        wrong = self._wrong()
        self._tell(wrong)
        if not wrong:
            self.sent = True
            filled = Filled({}, {self._key: value})
            self.confirmed.emit(self._subject.make(self._known.atlas, filled))

    def refuse(self, error: object) -> None:
        """Say why nothing was changed."""
        if self.sent:
            self.sent = False
            faults = error.faults if isinstance(error, RefusedError) else ()
            words = [trouble(fault.issue) for fault in faults]
            self._tell(words[0] if words else text("ui.form.refused"))

    def close_taken(self) -> None:
        """The edit is made."""
        if self.sent:
            self.close()

    def _wrong(self) -> str:
        if self.field.trouble:
            return self.field.trouble
        values = dict(self._subject.values)
        values.pop(self._key, None)
        if (value := self.field.value()) not in ("", [], {}):
            values[self._key] = value
        draft, _ = self._subject.whole(self._known.atlas, values, "")
        bad = [f for f in trial(self._known.atlas, draft) if f.issue.severity is Severity.ERROR]
        return trouble(bad[0].issue) if bad else ""

    def _on_changed(self) -> None:
        """A choice is made by choosing; what is typed is told to be wrong at once."""
        if isinstance(self.field, ChoiceInput):
            self.confirm()
        else:
            self._tell(self._wrong())

    def _on_left(self) -> None:
        inside = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        if popup is None and not self.sent and not (inside and self.isAncestorOf(inside)):
            self.close()

    def _tell(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.adjustSize()
        self.resize(max(self.width(), LEAST), self.height())

    def _place(self, where: QWidget, rect: QRect) -> None:
        width = max(rect.width(), LEAST)
        self.resize(width, self.sizeHint().height())
        left = max(0, min(rect.left(), where.width() - width))
        top = max(0, min(rect.top() - 4, where.height() - self.height()))
        self.move(left, top)


def field_of(subject: Subject, known: Known) -> Input | None:
    """The field for the one key of a subject; ``None`` where it has no form."""
    item = subject.record.by_key.get(subject.keys[0])
    return make_input(subject.record, item, known) if item is not None else None
