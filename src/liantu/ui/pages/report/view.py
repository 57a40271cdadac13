"""The page 汇报: what paper is wanted at the left, its pages at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.briefing.lists import all_lists
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import names, preview
from liantu.briefing.typefaces import check, told
from liantu.jobs import Progress
from liantu.model.focus import Focus
from liantu.render.errors import ExportError
from liantu.telling.lists.templates import chosen
from liantu.ui.pages.report.form import ReportForm
from liantu.ui.report_store import ReportStore
from liantu.ui.tasks import Task, Tasks
from liantu.ui.widgets.pages import FIT, Pages
from liantu.ui.widgets.text import label
from liantu.wording import text

WAIT_MS = 350
"""Time after the last change before the preview is set anew."""
PPI = 110.0
SHARP = 4
"""Up to so many chains are previewed as finely as the screen can show."""


class Reports(QWidget):
    """``export_asked`` carries an :class:`Order` and the folder."""

    export_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reports")
        self.setAccessibleName(text("ui.page.report"))
        self._reading: Reading | None = None
        self._set: object = None
        self._store = ReportStore()
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._ppi = PPI
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.refresh)
        self.form = ReportForm()
        self.pages = Pages()
        self.hint = label("", "hint", wrap=True)
        self.hint.setMinimumWidth(420)
        self.place = label("", "secondary")
        self.presets = QComboBox()
        self.presets.setAccessibleName(text("ui.report.presets"))
        self.save = QPushButton(text("ui.report.export"))
        self.save.setObjectName("primary")
        self.save.setAccessibleName(text("ui.report.export"))
        self._assemble()
        self._connect()
        self._offer_presets()
        if self._store.last is not None:
            self.form.show_order(self._store.last)

    # -- what others ask

    @property
    def bad(self) -> Path | None:
        """Where a damaged file of presets was put."""
        return self._store.bad

    def draw(self, reading: Reading, _: Focus) -> None:
        """Report on another reading."""
        self._reading = reading
        self.form.show_reading(reading)
        self._on_change()

    def stop(self) -> None:
        """Remember the last order and leave no thread behind."""
        self._timer.stop()
        self._tasks.stop()
        self._store.last = self.form.order()
        self._store.save()

    def refresh(self) -> None:
        """Set the preview anew if it shows something else than what is wanted; one under way is
        given up first, and a hidden one waits until it is seen.
        """
        reading, order = self._reading, self.form.order()
        if reading is None or not self.isVisible() or self._set == (reading.serial, order):
            return
        if self._task is not None:
            self._set = None
            self._task.cancel()
            return
        self._set = (reading.serial, order)
        if not order.chains or order.kind in (Kind.LISTS, Kind.SLIDES):
            self.pages.show_pages([], PPI)
            self._say(self._without_pages(reading, order))
            return
        self._start(reading, order)

    def showEvent(self, event: QShowEvent) -> None:
        """Set a preview that was put off while the page was hidden."""
        super().showEvent(event)
        self._timer.start()

    # -- the preview

    def _start(self, reading: Reading, order: Order) -> None:
        few = len(order.chains) <= SHARP
        self._ppi = PPI * (self.devicePixelRatioF() if few else 1.0)
        ppi = self._ppi

        def job(progress: Progress) -> list[bytes]:
            return preview(reading, order, ppi, progress)

        self._say(text("ui.report.setting"))
        task = self._tasks.new(job)
        task.done.connect(self._on_pages)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        task.start()

    def _on_pages(self, pages: list[bytes]) -> None:
        word = self.form.order().suffix == "docx"
        self._say(text("ui.report.word") if word else "")
        self.pages.show_pages(pages, self._ppi)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ExportError):
            self._say(text(error.code, **error.params))
        else:
            self._say(text("ui.export.failed", reason=error))

    def _on_finished(self) -> None:
        self._task = None
        self._timer.start()

    def _without_pages(self, reading: Reading, order: Order) -> str:
        """What will be in a paper that has no preview."""
        if not order.chains:
            return text("ui.report.nochain")
        if order.kind is Kind.SLIDES:
            return text("ui.report.slides", count=len(order.chains))
        template = chosen(reading.atlas, order.template)
        try:
            found = list(all_lists(reading, order.chains, template))
        except ExportError as error:
            return text(error.code, **error.params)
        lines = [text("ui.report.sheet", title=s.title, count=len(s.rows)) for s in found]
        return "\n".join([text("ui.report.lists", name=template.name), *lines])

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    # -- building and reacting

    def _assemble(self) -> None:
        left = QWidget()
        left.setObjectName("reportSide")
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addLayout(self._preset_row())
        scroll = QScrollArea()
        scroll.setObjectName("reportScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        box.addWidget(scroll, 1)
        self.names = label("", "remark", wrap=True)
        self.names.setContentsMargins(16, 0, 16, 0)
        self.names.setMinimumWidth(300)
        box.addWidget(self.names)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 4)
        row.addStretch(1)
        row.addWidget(self.save)
        box.addLayout(row)
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(self._tools())
        self.hint.setContentsMargins(24, 12, 24, 12)
        inner.addWidget(self.hint)
        inner.addWidget(self.pages, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([380, 1000])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _preset_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.presets, 1)
        for code, act in (("keep", self._keep), ("drop", self._drop)):
            button = QPushButton(text(f"ui.report.{code}"))
            button.setAccessibleName(text(f"ui.report.{code}"))
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(label(text("ui.report.preview"), "mapTitle"))
        row.addSpacing(12)
        row.addWidget(self.place)
        row.addStretch(1)
        for code, act in (
            ("zoom_out", lambda: self.pages.step(-1)),
            ("zoom_in", lambda: self.pages.step(1)),
            ("width", lambda: self.pages.set_zoom(FIT)),
        ):
            button = QToolButton()
            button.setText(text(f"ui.report.{code}"))
            button.setAccessibleName(text(f"ui.report.{code}"))
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.form.changed.connect(self._on_change)
        self.pages.moved.connect(self._on_moved)
        self.save.clicked.connect(self._export)
        self.presets.activated.connect(self._on_preset)

    def _on_change(self) -> None:
        order = self.form.order()
        faces = told(check(order.office.style, set(QFontDatabase.families())))
        pdf = text("ui.report.faces.pdf")
        self.form.faces.setText("\n".join(faces) if order.suffix == "docx" else pdf)
        self._tell_names(order)
        self.save.setEnabled(bool(order.chains) and self._reading is not None)
        self._timer.start()

    def _tell_names(self, order: Order) -> None:
        if self._reading is None or not order.chains:
            self.names.setText("")
            return
        found = names(self._reading, order)
        more = text("ui.report.more", count=len(found)) if len(found) > 1 else ""
        self.names.setText(f"{found[0]}{more}")

    def _on_moved(self, page: int) -> None:
        whole = self.pages.count
        self.place.setText(text("ui.report.place", page=page, count=whole) if whole else "")

    def _export(self) -> None:
        folder = Path(self.form.folder.text()).expanduser()
        self.export_asked.emit(self.form.order(), folder)

    # -- presets

    def _offer_presets(self) -> None:
        self.presets.clear()
        self.presets.addItem(text("ui.report.presets"), "")
        for name in self._store.presets:
            self.presets.addItem(name, name)

    def _on_preset(self) -> None:
        found = self._store.presets.get(self.presets.currentData() or "")
        if found is not None:
            self.form.show_order(found)

    def _keep(self) -> None:
        name, agreed = QInputDialog.getText(self, text("ui.report.keep"), text("ui.report.name"))
        if agreed and name.strip():
            self.keep(name.strip())

    def keep(self, name: str) -> None:
        """Keep the present choices as a preset."""
        self._store.presets[name] = self.form.order()
        self._store.save()
        self._offer_presets()
        self.presets.setCurrentIndex(self.presets.findData(name))

    def _drop(self) -> None:
        if self._store.presets.pop(self.presets.currentData() or "", None) is not None:
            self._store.save()
            self._offer_presets()
