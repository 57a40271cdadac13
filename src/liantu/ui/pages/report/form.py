"""The left side of the page 汇报: what paper is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.briefing.office import Office, Part, Style
from liantu.briefing.order import SUFFIXES, Kind, Order
from liantu.telling.lists.templates import templates
from liantu.ui.pages.report.letter import LetterForm
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.ui.widgets.ticks import Ticks
from liantu.wording import table, text

PARTS_A_ROW = 2


class ReportForm(QWidget):
    """``changed`` tells that :meth:`order` gives something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reportForm")
        self._quiet, self._begun = False, False
        self._recalled: tuple[str, ...] = ()
        self.kind = Combo.of("ui.report.kind", [(text(f"brief.kind.{k}"), k) for k in Kind])
        self.suffix = Combo.of("ui.report.format", [])
        self.chains = Ticks()
        self.chains.setAccessibleName(text("ui.column.chain"))
        self.parts = {part: QCheckBox(text(f"ui.report.part.{part}")) for part in Part}
        self.style_ = Combo.of(
            "ui.report.style", [(text(f"ui.report.style.{s}"), s) for s in Style]
        )
        self.fold = Combo.of("ui.report.map", [("A4", False), (text("ui.report.map.a3"), True)])
        self.captions = QCheckBox(text("ui.report.captions"))
        self.mark = QCheckBox(text("ui.report.mark"))
        self.since = QLineEdit()
        self.since.setPlaceholderText(text("ui.report.since.hint"))
        self.since.setAccessibleName(text("ui.report.since"))
        self.letter = LetterForm()
        self.template = Combo.of("ui.report.template", [])
        self.pattern = QLineEdit()
        self.pattern.setAccessibleName(text("ui.report.pattern"))
        last = export_memory.folder(export_memory.Kind.PAPER, export_memory.usual())
        self.folder = QLineEdit(str(last))
        self.folder.setAccessibleName(text("ui.export.folder"))
        self.faces = label("", "remark", wrap=True)
        self.faces.setMinimumWidth(280)
        self._assemble()
        self._connect()
        self.show_order(Order())

    # -- what is chosen

    def order(self) -> Order:
        """The choices as they stand."""
        parts = frozenset(part for part, box in self.parts.items() if box.isChecked())
        office = Office(
            Style(self.style_.currentData()),
            self.captions.isChecked(),
            self.mark.isChecked(),
            bool(self.fold.currentData()),
            self.since.text().strip(),
            parts,
        )
        return Order(
            Kind(self.kind.currentData()),
            self.suffix.currentData() or "",
            self.chosen(),
            self.letter.filled(office),
            self.template.currentData() or "",
            self.pattern.text(),
        )

    def show_order(self, order: Order) -> None:
        """Show other choices; chains that the folder lacks are left out."""
        self._quiet = True
        self.kind.setCurrentIndex(self.kind.findData(order.kind))
        self._offer_suffixes()
        self.suffix.setCurrentIndex(max(0, self.suffix.findData(order.suffix)))
        self.choose(order.chains)
        office = order.office
        self.style_.setCurrentIndex(self.style_.findData(office.style))
        self.fold.setCurrentIndex(int(office.fold))
        self.captions.setChecked(office.captions)
        self.mark.setChecked(office.mark)
        self.since.setText(office.since)
        self.letter.show_office(office)
        for part, box in self.parts.items():
            box.setChecked(part in office.parts)
        self.template.setCurrentIndex(max(0, self.template.findData(order.template)))
        self.pattern.setText(order.pattern or table()["brief.pattern"])
        self._quiet = False
        self._on_change()

    @property
    def begun(self) -> bool:
        """Whether chains were offered, so that :meth:`order` names what the user wants."""
        return self._begun

    def recall(self, order: Order) -> None:
        """Begin with the choices of another day; their chains are ticked once they are offered."""
        self.show_order(order)
        self._recalled = order.chains

    def show_reading(self, reading: Reading, chain: str = "") -> None:
        """Offer the chains and list templates of another folder; keep what is still there.

        The first time those of another day are ticked, else ``chain``, the one looked at, alone:
        all of them take a while.
        """
        order = self.order()
        self._quiet = True
        self.chains.offer((c.id, c.label) for c in reading.atlas.chains.values())
        self.template.clear()
        for key, found in templates(reading.atlas).items():
            self.template.addItem(found.name, key)
        self._quiet = False
        known = tuple(reading.atlas.chains)
        kept = tuple(c for c in order.chains if c in known)
        if not self._begun:
            usual = (chain,) if chain in known else ()
            kept = tuple(c for c in self._recalled if c in known) or usual
        self._begun = self._begun or bool(known)
        self.show_order(replace(order, chains=kept or known[:1]))

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked chains in their order."""
        return self.chains.ticked()

    def choose(self, chains: Sequence[str]) -> None:
        """Tick these chains and no others."""
        self.chains.tick(chains)
        self._on_change()

    def ask(self, kind: Kind, chains: Sequence[str]) -> None:
        """Ask for a kind of paper of these chains."""
        self.show_order(replace(self.order(), kind=kind, chains=tuple(chains)))

    # -- building

    def _assemble(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(label(text("ui.report.kind")), self.kind)
        form.addRow(label(text("ui.report.format")), self.suffix)
        self._template_label = label(text("ui.report.template"))
        form.addRow(self._template_label, self.template)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 12)
        box.setSpacing(8)
        box.addLayout(form)
        box.addLayout(self._chain_buttons())
        self.chains.setMinimumHeight(110)
        box.addWidget(self.chains, 1)
        self._contents = QWidget()
        inner = QFormLayout(self._contents)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addRow(label(text("ui.report.parts")), self._part_boxes())
        self._map_label = label(text("ui.report.map"))
        row = QHBoxLayout()
        row.addWidget(self.style_, 1)
        row.addWidget(self._map_label)
        row.addWidget(self.fold)
        inner.addRow(label(text("ui.report.style")), row)
        inner.addRow(self.letter)
        self._since_label = label(text("ui.report.since"))
        inner.addRow(self._since_label, self.since)
        inner.addRow(self.captions)
        inner.addRow(self.mark)
        box.addWidget(self._contents)
        box.addWidget(self.faces)

    def foot(self) -> QFormLayout:
        """Name and folder of the files: they stand below what scrolls."""
        last = QFormLayout()
        last.addRow(label(text("ui.report.pattern")), self.pattern)
        last.addRow(label(text("ui.export.folder")), self._folder_row())
        return last

    def _chain_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(text("ui.column.chain"), "partTitle"))
        row.addStretch(1)
        everything = button(text("ui.report.all"), lambda: self._tick(True))
        nothing = button(text("ui.report.none"), lambda: self._tick(False))
        row.addWidget(everything)
        row.addWidget(nothing)
        return row

    def _part_boxes(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for at, part in enumerate(self.parts.values()):
            row, column = divmod(at, PARTS_A_ROW)
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignLeft)
        return made

    def _folder_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(button(text("ui.export.browse"), self._browse))
        return row

    def _browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, text("ui.export.folder"), self.folder.text())
        if found:
            self.folder.setText(found)

    def _tick(self, every: bool) -> None:
        self.choose(self.chains.ids if every else ())

    # -- reacting

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        for combo in (self.suffix, self.style_, self.fold, self.template):
            combo.currentIndexChanged.connect(self._on_change)
        for box in (*self.parts.values(), self.captions, self.mark):
            box.toggled.connect(self._on_change)
        for line in (self.since, self.pattern):
            line.editingFinished.connect(self._on_change)
        self.chains.changed.connect(self._on_change)
        self.letter.changed.connect(self._on_change)

    def _on_kind(self) -> None:
        self._offer_suffixes()
        self._on_change()

    def _offer_suffixes(self) -> None:
        before, self._quiet = self._quiet, True
        self.suffix.clear()
        for suffix in SUFFIXES[Kind(self.kind.currentData())]:
            self.suffix.addItem(suffix.upper(), suffix)
        self._quiet = before

    def _on_change(self) -> None:
        if self._quiet:
            return
        kind = Kind(self.kind.currentData())
        brief = kind is Kind.BRIEFING
        self.template.setVisible(kind is Kind.LISTS)
        self._template_label.setVisible(kind is Kind.LISTS)
        self._contents.setVisible(kind is not Kind.LISTS)
        for part in (*self.parts.values(), self.fold, self._map_label, self.captions):
            part.setEnabled(brief)
        for part in (self.since, self._since_label):
            part.setEnabled(brief)
        self.style_.setEnabled(brief)
        official = self.style_.currentData() == Style.OFFICIAL
        self.letter.setVisible(brief and official)
        self.changed.emit()
