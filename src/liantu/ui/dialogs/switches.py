"""假设: utilisation, threshold, what counts, what may be bought, and the weights; all live."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.model import Status
from liantu.model.boards import CRITERIA, Board
from liantu.model.scenario import Scenario, Switches
from liantu.ui.widgets.fields import Percent, Spin
from liantu.ui.widgets.text import label
from liantu.wording import text

OTHERS = (Status.BUILDING, Status.PLANNED)


class SwitchesDialog(QDialog):
    """``changed`` carries new :class:`Switches` at every change."""

    changed = Signal(object)

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.switches"))
        self._atlas = reading.atlas
        self._switches = reading.switches
        self.utilisation = _ranged(Percent(), 0.05, 1.0, 0.05)
        self.thin = _ranged(Percent(), 0.5, 2.0, 0.05)
        self.statuses = {s: QCheckBox(text(f"ui.status.{s}")) for s in OTHERS}
        self.weights = {
            b: {c: _ranged(Spin(), 0.0, 100.0, 5.0) for c in CRITERIA[b]} for b in Board
        }
        self.external = label("", "secondary", wrap=True)
        self.external.setMinimumWidth(260)
        self.reset = QPushButton(text("ui.switches.reset"))
        self.reset.clicked.connect(lambda: self.take(Scenario().switches(reading.base.library)))
        self._assemble()
        self.show_switches(self._switches)
        for spin in (self.utilisation, self.thin, *self._weight_spins()):
            spin.valueChanged.connect(self._tell)
        for box in self.statuses.values():
            box.toggled.connect(self._tell)

    def take(self, switches: Switches) -> None:
        """Show and announce other assumptions."""
        self.show_switches(switches)
        self.changed.emit(switches)

    def show_switches(self, switches: Switches) -> None:
        """Show assumptions without announcing them."""
        self._switches = switches
        parts = (self.utilisation, self.thin, *self._weight_spins(), *self.statuses.values())
        for part in parts:
            part.blockSignals(True)
        self.utilisation.setValue(switches.utilisation)
        self.thin.setValue(switches.thin)
        for board, spins in self.weights.items():
            for name, spin in spins.items():
                spin.setValue(switches.weights.get(board, {}).get(name, 0.0))
        for status, box in self.statuses.items():
            box.setChecked(status in switches.counting)
        for part in parts:
            part.blockSignals(False)
        products = self._atlas.products
        names = "、".join(products[p].name for p in sorted(switches.external) if p in products)
        self.external.setText(names or text("ui.switches.noexternal"))

    def _tell(self) -> None:
        chosen = {status for status, box in self.statuses.items() if box.isChecked()}
        self._switches = replace(
            self._switches,
            utilisation=round(self.utilisation.value(), 4),
            thin=round(self.thin.value(), 4),
            counting=frozenset({Status.OPERATING, *chosen}),
            weights={
                board: {name: round(spin.value(), 4) for name, spin in spins.items()}
                for board, spins in self.weights.items()
            },
        )
        self.changed.emit(self._switches)

    def _assemble(self) -> None:
        form = QFormLayout()
        form.addRow(label(text("ui.switches.utilisation")), self.utilisation)
        form.addRow(label(text("ui.switches.thin")), self.thin)
        counting = QHBoxLayout()
        for check in self.statuses.values():
            counting.addWidget(check)
        form.addRow(label(text("ui.switches.counting")), counting)
        form.addRow(label(text("ui.switches.external")), self.external)
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.accept)
        for button in (self.reset, close):
            button.setAutoDefault(False)  # Enter ends the typing of a number, nothing else
        row = QHBoxLayout()
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.addLayout(form)
        box.addLayout(self._boards())
        words = label(text("ui.switches.weights.words"), "secondary", wrap=True)
        words.setMinimumWidth(400)
        box.addWidget(words)
        box.addLayout(row)

    def _weight_spins(self) -> list[Spin]:
        return [spin for spins in self.weights.values() for spin in spins.values()]

    def _boards(self) -> QHBoxLayout:
        """The weights of each board in a group of its own, side by side."""
        row = QHBoxLayout()
        for board, spins in self.weights.items():
            name = text(f"standing.board.{board}")
            group = QGroupBox(text("ui.switches.weights", name=name))
            form = QFormLayout(group)
            for criterion, spin in spins.items():
                words = text(f"standing.criterion.{board}.{criterion}")
                spin.setAccessibleName(f"{name} {words}")
                form.addRow(label(words), spin)
            row.addWidget(group)
        return row


def _points() -> Spin:
    spin = _ranged(Spin(), 0.0, 100.0, 5.0)
    spin.setDecimals(1)
    return spin


def _ranged(spin: Spin, least: float, most: float, step: float) -> Spin:
    spin.setRange(least, most)
    spin.setSingleStep(step)
    spin.setMinimumWidth(84)
    spin.setKeyboardTracking(False)
    return spin
