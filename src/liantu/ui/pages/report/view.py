"""The page 汇报: what paper is wanted at the left, its pages at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.briefing.office import Style
from liantu.briefing.order import Order
from liantu.briefing.papers import names
from liantu.briefing.typefaces import check, told
from liantu.model.focus import Focus
from liantu.ui.pages.report.form import ReportForm
from liantu.ui.pages.report.preview import Preview
from liantu.ui.remembered.report_store import ReportStore
from liantu.ui.remembered.store import Trouble
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

SIDE, PAGES = 380, 1000
"""Widths of the form and of the pages at first."""


class Reports(QWidget):
    """``export_asked`` carries an :class:`Order` and the folder."""

    export_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reports")
        self.setAccessibleName(text("ui.page.report"))
        self._reading: Reading | None = None
        self._store = ReportStore()
        self.form = ReportForm()
        self.preview = Preview()
        self.presets = Combo()
        self.presets.setAccessibleName(text("ui.report.presets"))
        self.save = QPushButton(text("ui.report.export"))
        self.save.setObjectName("primary")
        self.save.setAccessibleName(text("ui.report.export"))
        self._assemble()
        self._connect()
        self._offer_presets()
        if self._store.last is not None:
            self.form.recall(self._store.last)

    # -- what others ask

    @property
    def trouble(self) -> Trouble | None:
        """Why the file of presets is not used."""
        return self._store.trouble

    @property
    def side_width(self) -> int:
        """Width that the user gave to the form; 0 for the usual one."""
        return self._side_width

    def take_side_width(self, width: int) -> None:
        """Give the form this width, 0 for the usual one."""
        self._side_width = width
        self._split.setSizes([width or SIDE, PAGES])

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Report on another reading."""
        self._reading = reading
        self.form.show_reading(reading, focus.chain)
        self._on_change()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What stands beside one another, in order."""
        return (self._split.widget(0), self.preview)

    def stop(self) -> None:
        """Remember the last order and leave no thread behind."""
        self.preview.stop()
        if self.form.begun:
            self._store.last = self.form.order()
        self._store.save()

    # -- building and reacting

    def _assemble(self) -> None:
        left = QWidget()
        left.setObjectName("reportSide")
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addLayout(self._preset_row())
        box.addWidget(Scrolled(self.form, "reportScroll"), 1)
        foot = self.form.foot()
        foot.setContentsMargins(16, 0, 16, 0)
        box.addLayout(foot)
        self.names = label("", "remark", wrap=True)
        self.names.setContentsMargins(16, 0, 16, 0)
        self.names.setMinimumWidth(300)
        box.addWidget(self.names)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 4)
        row.addStretch(1)
        row.addWidget(self.save)
        box.addLayout(row)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.splitterMoved.connect(self._on_split)
        self.take_side_width(0)
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

    def _connect(self) -> None:
        self.form.changed.connect(self._on_change)
        self.save.clicked.connect(self._export)
        self.presets.activated.connect(self._on_preset)

    def _on_change(self) -> None:
        order = self.form.order()
        faces = told(check(order.office.style, set(QFontDatabase.families())))
        official = order.office.style is Style.OFFICIAL
        pdf = text("ui.report.faces.official" if official else "ui.report.faces.pdf")
        self.form.faces.setText("\n".join(faces) if order.suffix == "docx" else pdf)
        self._tell_names(order)
        self.save.setEnabled(bool(order.chains) and self._reading is not None)
        if self._reading is not None:
            self.preview.want(self._reading, order)

    def _tell_names(self, order: Order) -> None:
        if self._reading is None or not order.chains:
            self.names.setText("")
            return
        found = names(self._reading, order)
        more = text("ui.report.more", count=len(found)) if len(found) > 1 else ""
        self.names.setText(f"{found[0]}{more}")

    def _export(self) -> None:
        folder = Path(self.form.folder.text()).expanduser()
        self.export_asked.emit(self.form.order(), folder)

    def _on_split(self, at: int, _index: int) -> None:
        self._side_width = at

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
