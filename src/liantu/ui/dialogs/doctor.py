"""检查本机: the findings of ``liantu-cli doctor``, to be read and copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.doctor.finding import Finding, lines
from liantu.doctor.report import findings
from liantu.logs.privacy import redacted
from liantu.render.facts import look
from liantu.ui.habits.fault import open_log_folder, told
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

SIZE = QSize(720, 560)
"""Size where the screen has room for it, px."""


class DoctorDialog(QDialog):
    """Looks in the background, from when it is made; not modal."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.doctor.title"))
        self.verdict = label(text("ui.doctor.working"), wrap=True)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(text("ui.doctor.title"))
        self._tasks = Tasks(self)
        self.finished.connect(self._tasks.stop)  # Esc sends no event of closing
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(10)
        box.addWidget(self.verdict)
        box.addWidget(self.lines, 1)
        box.addLayout(self._buttons())
        fit(self, SIZE)
        self._start()

    def _start(self) -> None:
        facts = look()  # of Qt, which only this thread may ask
        task = self._tasks.new(lambda progress: findings(facts, progress))
        task.done.connect(self._show)
        task.failed.connect(lambda error: self.verdict.setText(told(error)))
        task.start()

    def _show(self, found: list[Finding]) -> None:
        bad = sum(not item.good for item in found)
        words = text("ui.doctor.bad", count=bad) if bad else text("ui.doctor.good")
        self.verdict.setText(words)
        self.lines.setPlainText("\n".join(lines(found)))
        self.copy_button.setEnabled(True)

    def _buttons(self) -> QHBoxLayout:
        self.copy_button = QPushButton(text("ui.doctor.copy"))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        folder = QPushButton(text("ui.crash.folder"))
        folder.clicked.connect(open_log_folder)
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.copy_button, folder, close):
            row.addWidget(button)
        return row

    def _copy(self) -> None:
        """What is sent on names nobody."""
        QGuiApplication.clipboard().setText(redacted(self.lines.toPlainText()))
