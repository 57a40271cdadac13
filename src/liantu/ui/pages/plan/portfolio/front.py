"""取舍: the front as a chart whose dots choose a portfolio, and why, in sentences."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.nouns import Resource
from liantu.diagram.theme import Theme
from liantu.model import Atlas
from liantu.telling.charts.model import Aim
from liantu.telling.portfolio import headline, swaps, words
from liantu.telling.portfolio.chart import tradeoff
from liantu.ui.widgets.chart import ChartView
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

GOALS = "goals"


class FrontPanel(Scrolled):
    """``chosen`` carries the place of a portfolio in the front; ``asked`` the second aim: a
    resource, or ``None`` for the gaps.
    """

    chosen = Signal(int)
    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.headline = label(text("portfolio.ui.unasked"), "finding", wrap=True)
        self.against = Combo()
        self.against.setAccessibleName(text("portfolio.ui.against"))
        self.finding = label("", "secondary", wrap=True)
        self.chart = ChartView(theme)
        self.chart.setAccessibleName(text("portfolio.ui.front"))
        self.note = label("", "secondary", wrap=True)
        self.reasons = label("", "", wrap=True)
        self.notes = label("", "secondary", wrap=True)
        self._assemble()
        self.chart.chosen.connect(self._on_chosen)
        self.against.activated.connect(lambda _: self.asked.emit(self.aim))

    @property
    def aim(self) -> Resource | None:
        """What the value is weighed against."""
        found = self.against.currentData()
        return None if found in (None, GOALS) else Resource(found)

    def show_answer(self, atlas: Atlas, answer: Answer) -> None:
        """The chart, and what swaps and what is told twice."""
        self.headline.setText(headline.headline(atlas, answer))
        self._offer(answer)
        has_front = answer.front is not None
        self.chart.setVisible(has_front)
        self.finding.setVisible(has_front)
        self.note.setVisible(has_front)
        if has_front:
            found = tradeoff(atlas, answer)
            self.finding.setText(found.finding)
            self.note.setText(found.note)
            self.chart.setVisible(not found.empty)
            if not found.empty:
                self.chart.ask_for(found, lambda: found, found)
        reasons = (
            *swaps.swaps(atlas, answer),
            *swaps.shared(atlas, answer.problem),
            *swaps.doubled(atlas, answer),
        )
        self.reasons.setText("\n".join(reasons))
        doubt, apart = headline.doubtful(answer), headline.apart(answer)
        notes = (doubt, apart, headline.weights(answer.wishes.worth))
        self.notes.setText("\n".join(filter(None, notes)))

    def _offer(self, answer: Answer) -> None:
        """The limited resources and the gaps, the one shown in front."""
        shown = answer.front.against if answer.front is not None else self.aim
        self.against.clear()
        for resource in answer.wishes.limited:
            self.against.addItem(words.resource(resource), str(resource))
        self.against.addItem(text("portfolio.chart.goals"), GOALS)
        at = self.against.findData(str(shown) if shown else GOALS)
        self.against.setCurrentIndex(at if answer.front is not None else 0)

    def _on_chosen(self, aim: Aim) -> None:
        if aim.at is not None:
            self.chosen.emit(aim.at)

    def _assemble(self) -> None:
        body = QWidget()
        body.setObjectName("homeBody")
        row = QHBoxLayout()
        row.addWidget(label(text("portfolio.ui.against")))
        row.addWidget(self.against)
        row.addStretch(1)
        box = QVBoxLayout(body)
        box.setContentsMargins(12, 10, 12, 12)
        box.setSpacing(8)
        box.addWidget(self.headline)
        box.addLayout(row)
        for part in (self.finding, self.chart, self.note, self.reasons, self.notes):
            box.addWidget(part)
        box.addStretch(1)
        self.setWidget(body)
