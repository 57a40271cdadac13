"""The form: pages one above the other, one 确定 for one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liantu.library.editing import Draft, RefusedError
from liantu.ui.forms.checking import Found, check, sort
from liantu.ui.forms.inner import inner, new_source, take
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.panel import Panel
from liantu.ui.forms.several import PickList, Told
from liantu.ui.forms.subject import Filled, Subject
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.wording import text

SIZE = QSize(640, 640)
"""Size where the screen has room for it."""
LEAST, READABLE = QSize(460, 320), 400
"""Of the form, and of its sentences, which else ask for the height of a narrow column (px)."""
PAUSE_MS = 120
"""After so long without a key it is told what is wrong."""

Taken = Callable[[Mapping[str, Any], str], None]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with what becomes of it once it is confirmed."""

    subject: Subject
    panel: Panel
    taken: Taken


class Form(QDialog):
    """``confirmed`` carries the :class:`liantu.model.edits.Edit`; the form stays until
    :meth:`close_taken`, which ``taken`` tells, or says by :meth:`refuse` why nothing was
    changed.
    """

    confirmed = Signal(object)
    taken = Signal()

    def __init__(self, subject: Subject, known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(subject.title)
        self.setObjectName("reportForm")
        self._known = known
        self._pages: list[_Page] = []
        self.sent = self._leaving = False
        self.title = label("", "inspectorTitle", wrap=True)
        self.hint = label("", "hint", wrap=True)
        self.stack = QStackedWidget()
        self.reason = label("", "doubt", wrap=True)
        self.confirm, self.cancel = QPushButton(), QPushButton(text("ui.cancel"))
        self.drop = QPushButton(text("ui.form.drop_all"))
        self.keep = QPushButton(text("ui.form.keep"))
        self._later = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._later.timeout.connect(self.look)
        self._assemble()
        self._push(subject, self._make)

    # -- what it is asked

    @property
    def panel(self) -> Panel:
        """The page in front."""
        return self._pages[-1].panel

    @property
    def subject(self) -> Subject:
        """What the page in front tells of."""
        return self._pages[-1].subject

    def look(self) -> Found:
        """Check the page in front and tell it beside its fields."""
        found = check(self.subject, self.panel)
        self.panel.tell(found.faults, found.doubts)
        changed = bool(self.panel.changes()) or self.panel.key != self.subject.key
        ready = found.sound and (changed or self.subject.fresh)
        self.confirm.setEnabled(ready and not self.sent)
        self.reason.setText(found.words or ("" if ready else text("ui.form.same")))
        return found

    def refuse(self, error: object) -> None:
        """Say why nothing was changed; only where it was this form that asked."""
        if not self.sent:
            return
        self.sent = False
        found = self.look()
        if isinstance(error, RefusedError):
            _, prefix = self.subject.whole(self._known.atlas, self.panel.value(), self.panel.key)
            sort(error.faults, prefix, self.subject, self.panel, found)
            self.panel.tell(found.faults, found.doubts)
        self.reason.setText(found.words or text("ui.form.refused"))

    def block(self, code: str) -> None:
        """Say why nothing can be changed now."""
        if self.sent:
            self.sent = False
            self.look()
            self.reason.setText(text(code))

    def close_taken(self) -> None:
        """The edit is made: the form has done its work."""
        if self.sent:
            self.sent = False
            self.taken.emit()
            self._leave()

    # -- what the user does

    def accept(self) -> None:
        """Confirm the page in front, where nothing is wrong with it."""
        if self.sent or self.drop.isVisible():
            return
        self.look()
        if self.confirm.isEnabled():
            page = self._pages[-1]
            page.taken(page.panel.value(), page.panel.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms at once, also before the pause after which it is told what is wrong."""
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enters and not isinstance(self.focusWidget(), QPushButton):
            self.accept()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Back to the page below; from the first one away, asking where something was typed."""
        if len(self._pages) > 1:
            self._pop()
        elif self._touched and not self.drop.isVisible():
            self._ask(asked=True)
        else:
            self._leave()

    def _leave(self) -> None:
        self._leaving = True
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As 取消, but from all pages at once."""
        if self._touched and not self.drop.isVisible() and not self._leaving:
            event.ignore()
            self._ask(asked=True)
        else:
            super().closeEvent(event)

    @property
    def _touched(self) -> bool:
        return any(page.panel.changes() for page in self._pages) and not self.sent

    def _ask(self, *, asked: bool) -> None:
        """Whether what was typed is to be lost."""
        for button in (self.drop, self.keep):
            button.setVisible(asked)
        for button in (self.confirm, self.cancel):
            button.setVisible(not asked)
        self.reason.setText(text("ui.form.lose") if asked else "")
        if asked:
            self.keep.setFocus()
        else:
            self.look()

    # -- pages

    def _push(self, subject: Subject, taken: Taken) -> None:
        panel = Panel(
            subject.record,
            subject.values,
            self._known,
            keys=subject.keys,
            keyed_by=subject.keyed_by,
            key=subject.key,
        )
        panel.setAccessibleName(subject.title)
        panel.changed.connect(self._later.start)
        panel.told_asked.connect(self._tell_inner)
        panel.new_asked.connect(self._tell_new)
        self._pages.append(_Page(subject, panel, taken))
        self.stack.addWidget(panel)
        self._show()
        panel.focus_first(subject.first)

    def _pop(self) -> None:
        page = self._pages.pop()
        self.stack.removeWidget(page.panel)
        page.panel.hide()
        page.panel.deleteLater()
        self._show()
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.stack.setCurrentWidget(self.panel)
        titles = [page.subject.title for page in self._pages]
        self.title.setText(text("ui.form.path").join(titles))
        self.hint.setText(self.subject.hint)
        self.hint.setVisible(bool(self.subject.hint))
        first = len(self._pages) == 1
        self.confirm.setText(text("ui.form.confirm" if first else "ui.form.done"))
        self.cancel.setText(text("ui.cancel" if first else "ui.form.back"))
        self.look()

    def _tell_inner(self, told: Told, key: object) -> None:
        page = self._pages[-1]

        def taken(values: Mapping[str, Any], own: str) -> None:
            take(told, key, values, own)
            self._pop()

        self._push(inner(page.subject, page.panel, told, key), taken)

    def _tell_new(self, asking: PickList) -> None:
        id_ = self._known.free("source")

        def taken(values: Mapping[str, Any], _own: str) -> None:
            self._known = self._known.bringing(Draft("source", id_, dict(values)))
            for page in self._pages:
                page.panel.know(self._known)
            self._pop()
            asking.take(id_)

        self._push(new_source(id_), taken)

    def _make(self, values: Mapping[str, Any], key: str) -> None:
        also = self._known.also
        filled = Filled(values, self.panel.changes(), key, also)
        edit = self.subject.make(self._known.atlas, filled)
        self.sent = True
        self.confirm.setEnabled(False)
        self.confirmed.emit(edit)

    # -- building

    def _assemble(self) -> None:
        self.confirm.setObjectName("primary")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.drop.clicked.connect(self._leave)
        self.keep.clicked.connect(partial(self._ask, asked=False))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        for button in (self.keep, self.drop, self.cancel, self.confirm):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.drop.hide()
        self.keep.hide()
        for words in (self.title, self.hint):
            words.setMinimumWidth(READABLE)
        head, foot = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 4)
        foot.setContentsMargins(20, 6, 20, 14)
        head.addWidget(self.title)
        head.addWidget(self.hint)
        foot.addLayout(row)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.stack, 1)
        box.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.setMinimumSize(LEAST)
        fit(self, SIZE)
