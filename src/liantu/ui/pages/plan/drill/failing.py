"""What fails: its rows, how much of the chosen one for how long, and what may be added."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.drill import Drill, Shock, ShockKind
from liantu.model.supposing import with_shock, without_shock
from liantu.telling.drills import shock_words
from liantu.telling.searching.search import Index
from liantu.telling.shocks.rows import shock_name
from liantu.ui.pages.plan.drill.picking import Picking
from liantu.ui.widgets.days import days_spin
from liantu.ui.widgets.fields import Percent
from liantu.ui.widgets.supposed import Supposed
from liantu.ui.widgets.text import label
from liantu.wording import text

ROWS = 100
"""Height of the rows at most, px."""


class Failing(QWidget):
    """``asked`` carries a change of the scenario and what it is called."""

    asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._atlas, self._drill = Reading.nothing().atlas, Drill()
        self.rows = Supposed(text("shock.drill.failing"), text("shock.drill.failing.none"))
        self.rows.list.setMinimumHeight(0)
        self.share = Percent()
        self.share.setRange(0.01, 1.0)
        self.share.setSingleStep(0.1)
        self.share.setKeyboardTracking(False)
        self.share.setAccessibleName(text("shock.drill.share"))
        self.start = days_spin("start", 0)
        self.days = days_spin("days", 0, text("shock.drill.to_end"))
        self.picking = Picking()
        self.fields = QWidget()
        self._assemble()
        self.rows.chosen.connect(lambda _: self._show_fields())
        self.rows.taken_away.connect(self._drop)
        self.picking.picked.connect(self._add)
        for field in (self.share, self.start, self.days):
            field.valueChanged.connect(self._change)

    def show_drill(self, atlas: Atlas, index: Index, drill: Drill) -> None:
        """Show what fails, without telling anybody."""
        added = len(drill.shocks) > len(self._drill.shocks)
        self._atlas, self._drill = atlas, drill
        self.picking.know(atlas, index)
        self.rows.show_rows([(_key(s), shock_words(atlas, s) or s.id) for s in drill.shocks])
        if added:
            self.rows.list.setCurrentRow(len(drill.shocks) - 1)
        self.rows.fit(ROWS)
        self.rows.list.setVisible(bool(drill.shocks))
        self.rows.drop.setVisible(bool(drill.shocks))
        self._show_fields()

    @property
    def chosen(self) -> Shock | None:
        """What the fields are about."""
        return next((s for s in self._drill.shocks if _key(s) == self.rows.key), None)

    def _assemble(self) -> None:
        form = QFormLayout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        for code, field in (("share", self.share), ("start", self.start), ("days", self.days)):
            form.addRow(label(text(f"shock.drill.{code}"), "secondary"), field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.rows)
        box.addWidget(self.fields)
        box.addWidget(self.picking)

    def _show_fields(self) -> None:
        shock = self.chosen
        self.fields.setVisible(shock is not None)
        if shock is None:
            return
        told = (self.share, shock.share), (self.start, shock.start), (self.days, shock.days or 0)
        for field, value in told:
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def _change(self) -> None:
        before = self.chosen
        if before is None:
            return
        shock = replace(
            before,
            share=self.share.value(),
            start=round(self.start.value()),
            days=round(self.days.value()) or None,
        )
        if shock != before:
            words = text("shock.drill.step.change", name=shock_words(self._atlas, shock))
            self.asked.emit(partial(with_shock, shock=shock), words)

    def _add(self, kind: ShockKind, id_: str) -> None:
        shock = Shock(kind, id_)
        words = text("shock.drill.step.add", name=shock_name(self._atlas, shock))
        self.asked.emit(partial(with_shock, shock=shock), words)

    def _drop(self, key: str) -> None:
        shock = next((s for s in self._drill.shocks if _key(s) == key), None)
        if shock is not None:
            words = text("shock.drill.step.drop", name=shock_name(self._atlas, shock))
            change = partial(without_shock, kind=shock.kind, id_=shock.id)
            self.asked.emit(change, words)


def _key(shock: Shock) -> str:
    return f"{shock.kind}:{shock.id}"
