"""生成任务单: which counties, by when, from whom, into which folder, and whether that is 下发."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.analysis.tracking import Tally
from liantu.briefing.asking_sheets import write_task_sheets
from liantu.jobs import Progress
from liantu.library.replies.taking import sent_edit
from liantu.render.errors import ExportError
from liantu.telling.asked import county_tallies, step_word
from liantu.telling.task_sheets import TaskSheet, default_due, task_sheets
from liantu.ui.habits.fault import told
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import end_row, folder_row
from liantu.ui.widgets.fields import DateField
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text

ACROSS = 3
"""Counties beside each other."""
_FORMAT = "yyyy-MM-dd"


class SheetsDialog(QDialog):
    """``made`` carries the files that were written and the edit that records them as sent
    (``None``: not wished).
    """

    made = Signal(object, object)

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.survey.sheets"))
        self._reading = reading
        self._tasks = Tasks(self)
        self._task: Task | None = None
        today = datetime.date.today()
        self.boxes = {t.county: _box(t) for t in county_tallies(reading)}
        self.due = DateField()
        self.due.setDisplayFormat(_FORMAT)
        self.due.setDate(QDate.fromString(default_due(today), _FORMAT))
        self.office = QLineEdit()
        self.office.setPlaceholderText(text("ui.survey.office.blank"))
        self.folder = QLineEdit(str(_folder()))
        self.record = QCheckBox(text("ui.survey.record"))
        self.record.setChecked(True)
        self.note = label("", "doubt", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.write = QPushButton(text("ui.survey.write"))
        self._assemble()
        self._tell_date(today)
        self.finished.connect(self._tasks.stop)

    @property
    def counties(self) -> tuple[str, ...]:
        """The chosen ones."""
        return tuple(county for county, box in self.boxes.items() if box.isChecked())

    def _tell_date(self, today: datetime.date) -> None:
        """The sheets ask about the 口径日期, which may be long past."""
        day = self._reading.situation.day
        far = day[:7] != today.isoformat()[:7]
        params = {"day": day, "today": today.isoformat()}
        self.asked.setText(text("ui.survey.asks_of" if far else "ui.survey.asks", **params))

    def _assemble(self) -> None:
        self.asked = label("", "secondary", wrap=True)
        self.asked.setMinimumWidth(460)
        places = QGridLayout()
        for at, box in enumerate(self.boxes.values()):
            places.addWidget(box, at // ACROSS, at % ACROSS)
        every = button(text("ui.survey.every"), self._toggle)
        every.setObjectName("small")
        places.addWidget(every, len(self.boxes) // ACROSS, len(self.boxes) % ACROSS)
        form = QFormLayout()
        form.addRow(label(text("ui.survey.places")), places)
        for code, part in (("due", self.due), ("office", self.office)):
            part.setAccessibleName(text(f"ui.survey.{code}"))
            form.addRow(label(text(f"ui.survey.{code}")), part)
        form.addRow(label(text("ui.export.folder")), folder_row(self.folder))
        form.addRow(label(""), self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.asked)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addWidget(self.progress)
        column.addLayout(end_row(self.write, self._write, self._leave))
        self.note.hide()
        self.progress.hide()

    def _toggle(self) -> None:
        """Choose all, or none where all are chosen."""
        wanted = len(self.counties) < len(self.boxes)
        for box in self.boxes.values():
            box.setChecked(wanted)

    def _leave(self) -> None:
        """Stop the writing, else close."""
        if self._task is not None and self._task.running:
            self._task.cancel()
        else:
            self.reject()

    def _write(self) -> None:
        due = self.due.date().toString(_FORMAT)
        if not self.counties:
            self._say(text("ui.survey.none_chosen"))
        elif due < self._reading.situation.day:
            self._say(text("ui.survey.due_early", due=due, day=self._reading.situation.day))
        elif not self.folder.text().strip():
            self._say(text("ui.survey.no_folder"))
        else:
            self._start(due, Path(self.folder.text()).expanduser())

    def _start(self, due: str, folder: Path) -> None:
        reading, office, wanted = self._reading, self.office.text().strip(), self.counties

        def job(progress: Progress) -> tuple[Sequence[TaskSheet], Sequence[Path]]:
            sheets = task_sheets(reading, due, office, wanted)
            return sheets, write_task_sheets(sheets, folder, progress)

        self.write.setEnabled(False)
        self.note.hide()
        self._task = self._tasks.new(job)
        self._task.slow.connect(self.progress.show)
        self._task.progressed.connect(self._on_step)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(lambda: self._say(text("ui.export.cancelled")))
        self._task.start()

    def _on_step(self, done: int, total: int, _label: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_done(self, found: tuple[Sequence[TaskSheet], Sequence[Path]]) -> None:
        sheets, paths = found
        if not paths:
            self._say(text("ui.survey.no_lines"))
            return
        choice = export_memory.Choice(str(paths[0].parent))
        export_memory.save(export_memory.Kind.TASKS, choice)
        keys = [line.key for sheet in sheets for line in sheet.lines]
        wished = self.record.isChecked()
        self.made.emit(paths, sent_edit(keys, self.office.text().strip()) if wished else None)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ExportError):
            self._say(text(error.code, **error.params))
        else:
            self._say(told(error))

    def _say(self, words: str) -> None:
        self.write.setEnabled(True)
        self.progress.hide()
        self.note.setText(words)
        self.note.show()


def _box(tally: Tally) -> QCheckBox:
    """A county with how far it is; one that has all of its answers need not be asked again."""
    words = text("ui.survey.place", county=tally.county, step=step_word(tally.step))
    box = QCheckBox(words)
    box.setChecked(True)
    return box


def _folder() -> Path:
    return export_memory.folder(export_memory.Kind.TASKS, export_memory.usual())
