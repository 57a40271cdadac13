"""数字: utilisation, threshold, what counts beside 在产, and the weights; all live."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout

from liantu.model import Atlas, Library, Status
from liantu.model.boards import CRITERIA, Board
from liantu.model.scenario import Scenario, Switches
from liantu.ui.assuming.section import Section
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Percent, Spin
from liantu.ui.widgets.text import label
from liantu.ui.widgets.weights import boards
from liantu.wording import text

OTHERS = (Status.BUILDING, Status.PLANNED)


class NumbersSection(Section):
    """All at once: what is changed of one field leaves the others as they are."""

    name = "numbers"

    def __init__(self) -> None:
        super().__init__()
        self._library: Library | None = None
        self._switches = Switches()
        self.utilisation = _ranged(Percent(), 0.05, 1.0, 0.05)
        self.thin = _ranged(Percent(), 0.5, 2.0, 0.05)
        self.statuses = {s: QCheckBox(text(f"ui.status.{s}")) for s in OTHERS}
        self.weights = {b: {c: _points() for c in CRITERIA[b]} for b in Board}
        self.reset = button(text("ui.switches.reset"), self._reset)
        self._assemble()
        for spin in (self.utilisation, self.thin, *self._weight_spins()):
            spin.valueChanged.connect(self._tell)
        for box in self.statuses.values():
            box.toggled.connect(self._tell)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show the numbers of a scenario."""
        self._library = atlas.library
        self.show_switches(scenario.switches(atlas.library))

    def count(self, scenario: Scenario) -> int:
        """The numbers, statuses and boards that differ from those of the folder."""
        told = sum(value is not None for value in (scenario.utilisation, scenario.thin))
        return told + len(scenario.counting) + len(scenario.weights)

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

    def _reset(self) -> None:
        """All numbers as the folder has them; what may be bought stays."""
        if self._library is None:
            return
        own = Scenario().switches(self._library)
        kept = self._switches
        self._ask(replace(own, external=kept.external, ambition=kept.ambition))

    def _tell(self) -> None:
        chosen = {status for status, box in self.statuses.items() if box.isChecked()}
        changed = replace(
            self._switches,
            utilisation=round(self.utilisation.value(), 4),
            thin=round(self.thin.value(), 4),
            counting=frozenset({Status.OPERATING, *chosen}),
            weights={
                board: {name: round(spin.value(), 4) for name, spin in spins.items()}
                for board, spins in self.weights.items()
            },
        )
        self._ask(changed)

    def _ask(self, switches: Switches) -> None:
        library = self._library
        if library is None or switches == self._switches:
            return
        self.show_switches(switches)
        change = partial(_assuming, switches=switches, library=library)
        self.asked.emit(change, text("ui.step.switches"))

    def _assemble(self) -> None:
        form = QFormLayout()
        form.addRow(label(text("ui.switches.utilisation")), self.utilisation)
        form.addRow(label(text("ui.switches.thin")), self.thin)
        counting = QHBoxLayout()
        for check in self.statuses.values():
            counting.addWidget(check)
        form.addRow(label(text("ui.switches.counting")), counting)
        row = QHBoxLayout()
        row.addWidget(self.reset)
        row.addStretch(1)
        words = label(text("ui.switches.weights.words"), "secondary", wrap=True)
        words.setMinimumWidth(360)
        self.box.addLayout(form)
        self.box.addLayout(boards(self.weights))
        self.box.addWidget(words)
        self.box.addStretch(1)
        self.box.addLayout(row)

    def _weight_spins(self) -> list[Spin]:
        return [spin for spins in self.weights.values() for spin in spins.values()]


def _assuming(scenario: Scenario, switches: Switches, library: Library) -> Scenario:
    """Other numbers; what may be bought is as it is by then."""
    own = scenario.switches(library)
    found = replace(switches, external=own.external, ambition=own.ambition)
    return scenario.assuming(found, library)


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
