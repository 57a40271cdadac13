"""断供演练: what fails, what is done about it, how it is reckoned; as on the tab of the drill."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liantu.model import Atlas
from liantu.model.drill import NO_DRILL, Drill, Measure
from liantu.model.scenario import Scenario
from liantu.ui.assuming.measuring import Measuring
from liantu.ui.assuming.section import Section
from liantu.ui.forms.knowing import Known
from liantu.ui.pages.plan.drill.doing import Doing
from liantu.ui.pages.plan.drill.failing import Failing
from liantu.ui.pages.plan.drill.reckoning import Reckoning
from liantu.ui.widgets.text import label
from liantu.wording import text


class DrillSection(Section):
    """A measure is written in a small window of its own."""

    name = "drill"

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known: Known = known
        self._drill: Drill = NO_DRILL
        self.failing, self.doing, self.reckoning = Failing(), Doing(), Reckoning()
        sides = QHBoxLayout()
        sides.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        parts = (
            (left, "failing", self.failing),
            (right, "doing", self.doing),
            (right, "reckoning", self.reckoning),
        )
        for box, code, part in parts:
            box.addWidget(label(text(f"shock.drill.{code}"), "partTitle"))
            box.addWidget(part)
            box.addSpacing(8)
            part.asked.connect(self.asked)
        for box in (left, right):
            box.addStretch(1)
            sides.addLayout(box, 1)
        self.box.addLayout(sides)
        self.box.addStretch(1)
        self.doing.form_asked.connect(self._open)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show the drill of a scenario."""
        self._known = Known(atlas, self._known.index)
        self._drill = scenario.drill
        self.failing.show_drill(atlas, self._known.index, scenario.drill)
        self.doing.show_drill(atlas, scenario.drill)
        self.reckoning.show_drill(scenario.drill)

    def count(self, scenario: Scenario) -> int:
        """What fails and what is done about it."""
        return len(scenario.drill.shocks) + len(scenario.drill.measures)

    def _open(self, measure: Measure | None) -> None:
        form = Measuring(self._known, self._drill, measure, self.window())
        form.asked.connect(self.asked)
        form.show()
