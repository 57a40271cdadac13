"""停产: enterprises that are taken to stand still, from a day on."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from liantu.model import Atlas
from liantu.model.scenario import Scenario, Stop
from liantu.model.supposing import with_stop, without_stop
from liantu.telling.assumed import stop_words
from liantu.ui.assuming.section import Section, Since
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.picker import Picker
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.supposed import Supposed
from liantu.ui.widgets.text import label
from liantu.wording import text


class FirmsSection(Section):
    """Chosen by search; a firm that is stopped already gets another day."""

    name = "firms"

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.rows = Supposed(text("ui.assuming.firms"), text("ui.assuming.firms.none"))
        self.firm = Picker(text("ui.assuming.firm"), "enterprise", known)
        self.since = Since(text("ui.assuming.since"))
        self.add = button(text("ui.assuming.firms.add"), self._add)
        self.trouble = label("", "doubt", wrap=True)
        row = QHBoxLayout()
        row.addWidget(label(text("ui.assuming.since")))
        row.addWidget(self.since)
        row.addStretch(1)
        row.addWidget(self.add)
        self.box.addWidget(self.rows, 1)
        self.box.addWidget(self.firm)
        self.box.addLayout(row)
        self.box.addWidget(self.trouble)
        self.trouble.hide()
        self.rows.taken_away.connect(self._drop)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show the firms that stand still."""
        self.firm.known = Known(atlas, self.firm.known.index)
        named = ((s.enterprise, stop_words(atlas, s)) for s in scenario.stops)
        self.rows.show_rows([(key, words) for key, words in named if words])

    def count(self, scenario: Scenario) -> int:
        """The firms that stand still."""
        return len(scenario.stops)

    def _add(self) -> None:
        firm = self.firm.value()
        wrong = "" if firm else text("ui.assuming.firm.missing")
        wrong = wrong or ("" if self.since.is_sound else text("ui.assuming.since.wrong"))
        self.trouble.setText(wrong)
        self.trouble.setVisible(bool(wrong))
        if wrong:
            return
        stop = Stop(firm, self.since.value)
        name = self.firm.known.name("enterprise", firm)
        self.asked.emit(partial(with_stop, stop=stop), text("ui.step.stop", name=name))
        self.firm.clear()

    def _drop(self, firm: str) -> None:
        name = self.firm.known.name("enterprise", firm)
        change = partial(without_stop, enterprise=firm)
        self.asked.emit(change, text("ui.step.stop.back", name=name))
