"""导入表格: file and sheet, what the rows are, the columns, and the rows before they are taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from liantu.library.importing.planning import edit_of
from liantu.library.importing.rows import Plan, Request, State
from liantu.library.importing.tables import Cell, Table, TableError
from liantu.library.importing.targets import Target
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import words
from liantu.model import Atlas
from liantu.ui.dialogs.importing.mapping import Mapping
from liantu.ui.dialogs.importing.origin import OriginFields
from liantu.ui.dialogs.importing.pieces import box, row
from liantu.ui.dialogs.importing.rows import RowsPanel
from liantu.ui.dialogs.importing.top import Top
from liantu.ui.dialogs.importing.work import ImportWork
from liantu.ui.habits.fault import told as fault_told
from liantu.ui.remembered import import_memory
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.wording import text

SIZE = QSize(1080, 660)
"""Size where the screen has room for it."""
PAUSE_MS = 200
"""After the last change of a choice, before the rows are read anew."""


class ImportDialog(QDialog):
    """``wished`` carries the edit, its plan and the name of the file once rows are to be taken in;
    ``atlas`` gives the newest atlas.
    """

    wished = Signal(object, object, str)

    def __init__(self, atlas: Callable[[], Atlas], tones: Tones, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.import.title"))
        self._atlas = atlas
        self._name = ""
        self._request: Request | None = None
        self._plan: Plan | None = None
        self.work = ImportWork(self)
        self.top, self.mapping, self.origin = Top(), Mapping(), OriginFields()
        self.update_ = box("ui.import.update", on=True)
        self.keep, self.skip = box("ui.import.keep"), box("ui.import.skip")
        self.rows = RowsPanel(tones)
        self.note = label("", "doubt", wrap=True)
        self.bar = QProgressBar()
        self.stop_button = button(text("ui.import.stop"), self._stop)
        self.take_button = button(text("ui.import.take_none"), self._take)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._assemble()
        self._connect()
        self._show_plan(None)

    def _assemble(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(8)
        for widget in (self.top, self.mapping, self.origin):
            page.addWidget(widget)
        page.addLayout(row(self.update_, self.keep, None))
        page.addWidget(self.rows, 1)
        page.addWidget(self.note)
        page.addLayout(self._foot())
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        fit(self, SIZE)

    def _foot(self) -> QHBoxLayout:
        self.take_button.setObjectName("primary")
        foot = row(self.skip)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop_button)
        foot.addStretch(1)
        foot.addWidget(button(text("ui.cancel"), self.reject))
        foot.addWidget(self.take_button)
        return foot

    def _connect(self) -> None:
        self.top.asked.connect(self.open_file)
        self.top.sheet_changed.connect(lambda: self._suggest(None))
        self.top.target_changed.connect(lambda: self._suggest(self.top.chosen))
        for signal in (self.mapping.changed, self.origin.changed):
            signal.connect(self._again)
        for one in (self.update_, self.keep):
            one.toggled.connect(self._again)
        self.skip.toggled.connect(self._offer)
        self._soon.timeout.connect(self._start_plan)
        self.work.read.connect(self._on_read)
        self.work.suggested.connect(self._on_suggested)
        self.work.planned.connect(self._show_plan)
        self.work.failed.connect(self._on_failed)
        self.work.busy_changed.connect(self._on_busy)
        self.work.progressed.connect(self._on_progress)
        self.finished.connect(self._on_end)
        self._on_busy(False)

    @property
    def busy(self) -> bool:
        """Whether the rows shown are not yet those of the choices."""
        return self.work.busy or self._soon.isActive()

    def open_file(self, path: Path) -> None:
        """Read a file and show its first sheet."""
        self._name, self._request = path.name, None
        self.top.show_file(path)
        self._show_plan(None)
        self.note.setText(text("ui.import.reading"))
        self.work.read_file(path)

    def _on_read(self, tables: tuple[Table, ...] | TableError) -> None:
        self.note.setText("")
        if isinstance(tables, TableError):
            self.note.setText(str(tables))
        else:
            self.top.show_tables(tables)

    def _on_failed(self, error: Exception) -> None:
        self._show_plan(None)
        self.note.setText(fault_told(error))

    def _suggest(self, target: Target | None) -> None:
        if self.top.table is not None:
            self.work.suggest(self._atlas(), self.top.table, target)

    def _on_suggested(self, found: Request) -> None:
        """Show the columns as they were the last time, else as they are guessed."""
        self.top.show_target(found.target)
        head, target = found.header, found.target
        known = import_memory.recalled(target.id, head.names, tuple(target.columns))
        columns = known or found.columns
        self._request = replace(found, columns=columns)
        body = found.table.rows[head.first :]
        first = body[0] if body else (None,) * len(head.names)
        self.mapping.show_columns(head.names, [_shown(cell) for cell in first], target, columns)
        self._again()

    def request(self) -> Request | None:
        """What is chosen now; ``None`` before a file is read."""
        return self._request and replace(
            self._request,
            columns=self.mapping.columns,
            origin=self.origin.origin,
            update=self.update_.isChecked(),
            keep=self.keep.isChecked(),
        )

    def _again(self) -> None:
        self._soon.start()
        self.take_button.setEnabled(False)

    def _start_plan(self) -> None:
        request = self.request()
        if request is None:
            return
        held = request.columns.values()
        lacking = [c.label for c in request.target.required if c.key not in held]
        if lacking:
            self._show_plan(None)
            self.note.setText(text("ui.import.lacking", columns="\u3001".join(lacking)))
            return
        self.work.plan_rows(self._atlas(), request)

    def _show_plan(self, plan: Plan | None) -> None:
        self._plan = plan
        self.rows.show_plan(plan)
        self._offer()

    def _offer(self) -> None:
        """The button says how many rows would be taken in, and works only where that may be."""
        plan = self._plan
        bad = plan.count(State.ERROR) if plan is not None else 0
        taken = plan.taken if plan is not None else 0
        self.skip.setVisible(bad > 0)
        self.skip.setText(text("ui.import.skip", count=bad))
        code = "ui.import.take" if taken else "ui.import.take_none"
        self.take_button.setText(text(code, count=taken))
        self.take_button.setEnabled(taken > 0 and (not bad or self.skip.isChecked()))
        self.note.setText(self._remark(plan, taken, bad))

    def _remark(self, plan: Plan | None, taken: int, bad: int) -> str:
        if self.origin.fault or plan is None:
            return self.origin.fault
        if bad and not self.skip.isChecked():
            return text("ui.import.bad", count=bad) + _unsourced(plan)
        return "" if taken else text("ui.import.nothing")

    def _take(self) -> None:
        request = self.request()
        if self._plan is None or request is None or self.busy:
            return
        import_memory.remember(request.target.id, request.header.names, request.columns)
        self.wished.emit(edit_of(self._plan, self._name), self._plan, self._name)
        self.accept()

    def _stop(self) -> None:
        """Give up what runs; the next choice begins anew."""
        self._soon.stop()
        self.work.cancel()
        self._show_plan(None)
        self.note.setText(text("ui.import.stopped"))

    def _on_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        self.bar.setRange(0, 0)

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_end(self) -> None:
        self._soon.stop()
        self.work.stop()


def _unsourced(plan: Plan) -> str:
    """Where rows say nothing of their source, that one for the whole sheet is enough."""
    lacking = text("library.import.bad.no_source")
    count = sum(any(note.words == lacking for note in row.notes) for row in plan.rows)
    return text("ui.import.bad.source", count=count) if count else ""


def _shown(cell: Cell) -> str:
    try:
        return words(cell)
    except Trouble:
        return ""
