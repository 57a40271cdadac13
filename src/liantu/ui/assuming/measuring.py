"""A measure in a small window that lies beside the drill: what is done from which day, by whom."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.model.drill import Drill, Measure, MeasureKind, ShockKind
from liantu.model.supposing import with_measure
from liantu.telling.drills import measure_words
from liantu.telling.shocks.rows import shock_name
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.picker import Picker
from liantu.ui.widgets.days import days_spin
from liantu.ui.widgets.dialog_rows import end_row
from liantu.ui.widgets.fields import Combo, Percent
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH = 420
USES = {
    MeasureKind.RESTORE: ("shock", "share"),
    MeasureKind.REPLACE: ("firm", "product", "share"),
    MeasureKind.BUY: ("product", "share"),
    MeasureKind.STOCK: ("product", "days"),
    MeasureKind.NOTE: (),
}
"""Which fields each kind has beside the day, who and the note."""
USUAL = {MeasureKind.RESTORE: 0.5}
"""Share that is offered first; 1 of the others."""
STOCK = 7
"""Days of stock that are offered first."""


class Measuring(QDialog):
    """``asked`` carries a change of the scenario and what it is called."""

    asked = Signal(object, str)

    def __init__(
        self, known: Known, drill: Drill, measure: Measure | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        code = "add" if measure is None else "change"
        self.setWindowTitle(text(f"shock.drill.doing.{code}").rstrip("…"))
        self._known, self._drill, self._before = known, drill, measure
        self.kind = Combo()
        for kind in MeasureKind:
            self.kind.addItem(text(f"scenario.measure.{kind}"), str(kind))
        self.day = days_spin("day", 0)
        self.shock = Combo()
        for one in drill.shocks:
            self.shock.addItem(shock_name(known.atlas, one), one.id)
        self.firm = Picker(text("shock.drill.firm"), "enterprise", known)
        self.product = Picker(text("shock.drill.product"), "product", known)
        self.share = Percent()
        self.share.setRange(0.0, 1.0)
        self.share.setSingleStep(0.1)
        self.days = days_spin("stocked", 1)
        self.who, self.note = QLineEdit(), QLineEdit()
        self.trouble = label("", "doubt", wrap=True)
        self.save = QPushButton(text(f"shock.drill.doing.{code}.do"))
        self.form = QFormLayout()
        self._assemble()
        self.kind.activated.connect(lambda _: self._on_kind())
        self._show(measure or _new(drill))

    # -- building

    def _assemble(self) -> None:
        self._fields: dict[str, QWidget] = {
            "doing": self.kind,
            "day": self.day,
            "shock": self.shock,
            "firm": self.firm,
            "product": self.product,
            "share": self.share,
            "days": self.days,
            "who": self.who,
            "note": self.note,
        }
        self._heads = {name: label(text(f"shock.drill.field.{name}")) for name in self._fields}
        for name, field in self._fields.items():
            field.setAccessibleName(text(f"shock.drill.field.{name}"))
            self.form.addRow(self._heads[name], field)
        self.trouble.setMinimumWidth(WIDTH)
        self.trouble.hide()
        self.setMinimumWidth(WIDTH)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addLayout(self.form)
        box.addWidget(self.trouble)
        box.addLayout(end_row(self.save, self._keep, self.reject))

    def _show(self, measure: Measure) -> None:
        self.kind.setCurrentIndex(self.kind.findData(str(measure.kind)))
        self.day.setValue(measure.day)
        self.shock.setCurrentIndex(max(self.shock.findData(measure.id), 0))
        if measure.id in self._known.atlas.enterprises:
            self.firm.show_value(measure.id)
        self.product.show_value(measure.product)
        self.days.setValue(measure.days or STOCK)
        self.who.setText(measure.who)
        self.note.setText(measure.note)
        self._on_kind()
        if measure.share >= 0:
            restores = measure.kind is MeasureKind.RESTORE
            self.share.setValue(1 - measure.share if restores else measure.share)

    def _on_kind(self) -> None:
        kind = MeasureKind(self.kind.currentData())
        for name in ("shock", "firm", "product", "share", "days"):
            self.form.setRowVisible(self._fields[name], name in USES[kind])
        code = "again" if kind is MeasureKind.RESTORE else "share"
        self._heads["share"].setText(text(f"shock.drill.field.{code}"))
        self.share.setValue(USUAL.get(kind, 1.0))
        self.adjustSize()

    # -- what it says

    def _measure(self) -> Measure:
        kind = MeasureKind(self.kind.currentData())
        uses = USES[kind]
        share = self.share.value() if "share" in uses else 1.0
        ids = {"shock": self.shock.currentData(), "firm": self.firm.value()}
        return Measure(
            kind,
            day=round(self.day.value()),
            id=next((ids[name] or "" for name in ids if name in uses), ""),
            product=self.product.value() if "product" in uses else "",
            share=round(1 - share, 4) if kind is MeasureKind.RESTORE else share,
            days=self.days.value() if "days" in uses else None,
            who=self.who.text().strip(),
            note=self.note.text().strip(),
        )

    def _lacks(self, measure: Measure) -> str:
        """Why it is no measure yet."""
        uses = USES[measure.kind]
        if "firm" in uses and not measure.id:
            return text("shock.drill.lacks.firm")
        if "product" in uses and not measure.product:
            return text("shock.drill.lacks.product")
        if not uses and not (measure.note or measure.who):
            return text("shock.drill.lacks.note")
        return ""

    def _keep(self) -> None:
        measure = self._measure()
        lacks = self._lacks(measure)
        self.trouble.setText(lacks)
        self.trouble.setVisible(bool(lacks))
        if lacks:
            return
        words = text(
            "shock.drill.step.do", words=measure_words(self._known.atlas, self._drill, measure)
        )
        self.asked.emit(partial(with_measure, measure=measure, instead=self._before), words)
        self.accept()


def _new(drill: Drill) -> Measure:
    """What is offered first: where a firm fails, that a part of it runs again; else that another
    firm supplies what fails. A negative share stands for the usual one.
    """
    if any(s.kind is ShockKind.ENTERPRISE for s in drill.shocks):
        return Measure(MeasureKind.RESTORE, share=-1.0, days=STOCK)
    made = (s.id for s in drill.shocks if s.kind is not ShockKind.COUNTY)
    return Measure(MeasureKind.REPLACE, product=next(made, ""), share=-1.0, days=STOCK)
