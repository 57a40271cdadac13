"""收回答复: files are chosen, shown line by line with what is wrong, and taken as one step."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from liantu.jobs import Progress
from liantu.library.replies.intake import Intake, Line
from liantu.library.replies.judging import judged
from liantu.library.replies.reading import read_returned
from liantu.library.replies.sheets import Trouble
from liantu.library.replies.taking import taken_edit
from liantu.model import Atlas
from liantu.model.verification import Answer
from liantu.telling.replies import effect, elsewhen
from liantu.ui.habits.fault import told
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.dialog_rows import end_row, fit
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text

COLUMNS = {"place": 230, "product": 160, "answer": 56, "effect": 290, "trouble": 350}
"""Columns of the preview with the shares that they have of its width."""
NARROWEST = 56
"""Least width of a column, px."""
SIZE = QSize(1140, 560)
"""Size where the screen has room for it, px."""
BESIDE, BETWEEN, HIGHEST = 30, 14, 2000
"""What a cell has beside and above its words, and the height that no row reaches, px."""
ANSWERS = (Answer.MADE, Answer.NONE, Answer.UNCLEAR)


class TakeDialog(QDialog):
    """``taken`` carries the edit once the user has seen the preview and wants it; ``day`` is the
    one that is looked at.
    """

    taken = Signal(object)

    def __init__(self, atlas: Atlas, day: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.survey.take"))
        fit(self, SIZE)
        self._atlas, self._day = atlas, day
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self.intake = Intake()
        self.choose = QPushButton(text("ui.survey.choose"))
        self.table = QTableWidget(0, len(COLUMNS))
        self.summary = label(text("ui.survey.take.hint"), "secondary", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.accept_button = QPushButton(text("ui.survey.accept"))
        self._assemble()
        self.finished.connect(self._tasks.stop)

    def read(self, paths: Sequence[Path]) -> None:
        """Show what these files say."""
        atlas = self._atlas

        def job(progress: Progress) -> Intake:
            return judged(atlas, read_returned(paths, progress))

        self.accept_button.setEnabled(False)
        self.choose.setEnabled(False)
        self._task = self._tasks.new(job)
        self._task.slow.connect(self.progress.show)
        self._task.progressed.connect(self._on_step)
        self._task.done.connect(self.show_intake)
        self._task.failed.connect(lambda error: self._say(told(error)))
        self._task.cancelled.connect(lambda: self._say(text("ui.survey.take.hint")))
        self._task.start()

    def show_intake(self, intake: Intake) -> None:
        """Show lines that say something or are wrong; those that stop everything stand first."""
        self.intake = intake
        rows = [_file_row(trouble) for trouble in intake.files]
        lines = [line for line in intake.lines if line.answer is not None or line.troubles]
        lines.sort(key=lambda line: not any(t.stops for t in line.troubles))
        rows += [_line_row(self._atlas, line) for line in lines]
        self.table.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                self.table.setItem(at, column, item)
        QTimer.singleShot(0, self.table, self._fit)  # once the bar has taken its room
        self._say(_summary(intake, self._day))
        self.accept_button.setEnabled(bool(intake.answered) and not intake.stopped)

    def _fit(self) -> None:
        """Columns share the width there is; rows are as high as their words need between the
        paddings, which Qt forgets.
        """
        wide, whole = self.table.viewport().width(), sum(COLUMNS.values())
        for column, width in enumerate([*COLUMNS.values()][:-1]):  # the last takes what is left
            self.table.setColumnWidth(column, max(width * wide // whole, NARROWEST))
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, max(map(self._high, self._cells(row))) + BETWEEN)

    def _cells(self, row: int) -> Iterator[QTableWidgetItem]:
        cells = (self.table.item(row, column) for column in range(len(COLUMNS)))
        return (cell for cell in cells if cell is not None)

    def _high(self, cell: QTableWidgetItem) -> int:
        room = QRect(0, 0, self.table.columnWidth(cell.column()) - BESIDE, HIGHEST)
        wrapped = self.table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, cell.text())
        return wrapped.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The last column is another width, and so its words are another height."""
        super().resizeEvent(event)
        self._fit()

    def _assemble(self) -> None:
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.table.setHorizontalHeaderLabels([text(f"ui.survey.take.{c}") for c in COLUMNS])
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.setAccessibleName(text("ui.survey.take"))
        top = QHBoxLayout()
        top.addWidget(self.choose)
        top.addWidget(self.summary, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        box.addWidget(self.progress)
        box.addLayout(end_row(self.accept_button, self._take, self._leave, default=False))
        self.progress.hide()
        self.accept_button.setEnabled(False)

    def _choose(self) -> None:
        start = export_memory.start(export_memory.Kind.TASKS)
        names, _ = QFileDialog.getOpenFileNames(
            self, text("ui.survey.choose"), str(start), text("ui.survey.formats")
        )
        if names:
            self.read([Path(name) for name in names])

    def _leave(self) -> None:
        """Stop the reading, else close."""
        if self._task is not None and self._task.running:
            self._task.cancel()
        else:
            self.reject()

    def _take(self) -> None:
        self.taken.emit(taken_edit(self.intake, datetime.date.today().isoformat()))
        self.accept()

    def _on_step(self, done: int, total: int, _label: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _say(self, words: str) -> None:
        self.progress.hide()
        self.choose.setEnabled(True)
        self.summary.setText(words)


def _summary(intake: Intake, day: str) -> str:
    """What would be taken, and what keeps it from that."""
    counts = Counter(line.answer for line in intake.answered)
    numbers = {str(answer): counts[answer] for answer in ANSWERS}
    blank = sum(line.answer is None and not line.troubles for line in intake.lines)
    words = text("ui.survey.take.answers", count=counts.total(), blank=blank, **numbers)
    stops = sum(trouble.stops for trouble in intake.troubles)
    minds = len(intake.troubles) - stops
    if stops:
        return text("ui.survey.take.stopped", count=stops)
    more = text("ui.survey.take.minds", count=minds) if minds else ""
    return words + more + elsewhen(intake, day)


def _file_row(trouble: Trouble) -> tuple[str, ...]:
    return trouble.place, "", "", "", _mark(trouble)


def _line_row(atlas: Atlas, line: Line) -> tuple[str, ...]:
    product = atlas.products.get(line.key.product)
    spot = text("library.reply.place", file=line.filled.file, row=line.filled.row)
    answer = text(f"ui.survey.answer.{line.answer}") if line.answer else line.filled.answer
    troubles = "\n".join(map(_mark, line.troubles))
    return spot, product.name if product else line.key.product, answer, effect(line), troubles


def _mark(trouble: Trouble) -> str:
    code = "ui.survey.take.stop" if trouble.stops else "ui.survey.take.mind"
    return text(code, words=trouble.words)
