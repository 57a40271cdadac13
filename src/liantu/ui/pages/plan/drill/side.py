"""The left of the tab: what fails, what is done about it, and how it is reckoned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.drill import Drill
from liantu.telling.searching.search import Index
from liantu.ui.pages.plan.drill.doing import Doing
from liantu.ui.pages.plan.drill.failing import Failing
from liantu.ui.pages.plan.drill.reckoning import Reckoning
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH = 268


class Side(Scrolled):
    """``asked`` carries a change of the scenario and what it is called."""

    asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(name="reportScroll")
        self.setFixedWidth(WIDTH)
        self._index = Index()
        self.failing, self.doing, self.reckoning = Failing(), Doing(), Reckoning()
        body = QWidget()
        body.setObjectName("reportForm")
        box = QVBoxLayout(body)
        box.setContentsMargins(10, 8, 12, 8)
        box.setSpacing(6)
        for code, part in (
            ("failing", self.failing),
            ("doing", self.doing),
            ("reckoning", self.reckoning),
        ):
            box.addWidget(label(text(f"shock.drill.{code}"), "partTitle"))
            box.addWidget(part)
            box.addSpacing(8)
            part.asked.connect(self.asked)
        box.addStretch(1)
        self.setWidget(body)

    def take_index(self, index: Index) -> None:
        """Search by pinyin, too, from now on."""
        self._index = index
        self.failing.picking.finder.take_index(index)

    def show_drill(self, reading: Reading, drill: Drill) -> None:
        """Show a drill, without telling anybody."""
        self.failing.show_drill(reading.atlas, self._index, drill)
        self.doing.show_drill(reading.atlas, drill)
        self.reckoning.show_drill(drill)
