"""The question at the left: totals, who competes, weights, the planner's own wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.portfolio.answer import Wishes
from liantu.analysis.portfolio.nouns import Limits, Resource
from liantu.analysis.portfolio.question import POINTS, Told, Worth
from liantu.analysis.portfolio.units import unit
from liantu.model import Chain
from liantu.telling.portfolio import headline, words
from liantu.ui.pages.plan.portfolio.total import Total
from liantu.ui.widgets.fields import Combo, Percent, Spin
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH = 268
_STEPS = {
    Resource.LAND: 100.0,
    Resource.CAPITAL: 10.0,
    Resource.ENERGY: 1.0,
    Resource.EMISSION: 10.0,
}
_SHARES = ("closed", "narrowed", "thickened", "strengthened", "unlocked")


@dataclass(frozen=True, slots=True)
class Will:
    """What the planner insists on, and what not."""

    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()

    def turned(self, project: str, wish: str) -> Will:
        """With another wish for a project: ``must``, ``never`` or ``any``."""
        inside, outside = self.inside - {project}, self.outside - {project}
        if wish == "must":
            inside |= {project}
        elif wish == "never":
            outside |= {project}
        return Will(inside, outside)


class Side(Scrolled):
    """``asked``: solve now; ``cancelled``: stop solving; ``changed``: the question is another."""

    asked = Signal()
    cancelled = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__(name="listSide")
        self.setFixedWidth(WIDTH)
        self.will = Will()
        self.totals = {r: Total(_total_name(r), _STEPS[r]) for r in Resource}
        self.chain = Combo()
        self.chain.setAccessibleName(text("portfolio.ui.chain"))
        self.begun = QCheckBox(text("portfolio.ui.begun"))
        self.seconds = Spin()
        self.shares = {name: Percent() for name in _SHARES}
        self.blank = Spin()
        self.weigh = QToolButton()
        self.weights = QWidget()
        self.solve = QPushButton(text("portfolio.ui.solve"))
        self.cancel = QPushButton(text("ui.cancel"))
        self.progress = QProgressBar()
        self.note = label("", "doubt", wrap=True)
        self.working = label("", "secondary", wrap=True)
        self.wanted = label("", "secondary", wrap=True)
        self.clear = QToolButton()
        self._dress()
        self._assemble()
        self._connect()

    # -- what is asked

    def wishes(self) -> Wishes:
        """The question as it stands."""
        totals = {r: field.total for r, field in self.totals.items()}
        shares = {name: round(field.value(), 4) for name, field in self.shares.items()}
        return Wishes(
            budgets={r: total for r, total in totals.items() if total is not None},
            told=Told(inside=self.will.inside, outside=self.will.outside),
            worth=Worth(**shares, blank=self.blank.value()),
            begun=self.begun.isChecked(),
            chain=self.chain.currentData() or "",
            limits=Limits(seconds=self.seconds.value()),
        )

    def wish(self, project: str, wish: str) -> None:
        """Insist on a project (``must``), leave it (``never``), or leave it open (``any``)."""
        self._set_will(self.will.turned(project, wish))

    def show_chains(self, chains: Sequence[Chain], known: Sequence[str]) -> None:
        """Chains to choose from; wishes for projects that are no more are forgotten."""
        before = self.chain.currentData()
        self.chain.blockSignals(True)
        self.chain.clear()
        self.chain.addItem(text("portfolio.ui.city"), "")
        for chain in chains:
            self.chain.addItem(chain.label, chain.id)
        self.chain.setCurrentIndex(max(0, self.chain.findData(before)))
        self.chain.blockSignals(False)
        here = frozenset(known)
        self.will = replace(
            self.will, inside=self.will.inside & here, outside=self.will.outside & here
        )
        self._tell_will()

    def show_work(self, words_: str, *, running: bool) -> None:
        """Whether something is being worked out, and what."""
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.solve.setEnabled(not running)
        for shown, here in ((self.working, running), (self.note, not running)):
            shown.setText(words_ if here else "")
            shown.setVisible(here and bool(words_))
        if running:
            self.progress.setRange(0, 0)

    def step(self, done: int, total: int) -> None:
        """How far it is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    # -- building

    def _dress(self) -> None:
        self.chain.addItem(text("portfolio.ui.city"), "")
        self.chain.setMaxVisibleItems(24)
        self.seconds.setRange(0.5, 600.0)
        self.seconds.setDecimals(1)
        self.seconds.setValue(Limits().seconds)
        self.seconds.setAccessibleName(text("portfolio.ui.seconds"))
        for name, field in self.shares.items():
            field.setRange(0.0, 2.0)
            field.setSingleStep(0.1)
            field.setValue(getattr(POINTS, name))
            field.setAccessibleName(text(f"portfolio.ui.worth.{name}"))
        self.blank.setRange(0.0, 100.0)
        self.blank.setDecimals(1)
        self.blank.setValue(POINTS.blank)
        self.blank.setAccessibleName(text("portfolio.ui.worth.blank"))
        self.solve.setObjectName("primary")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        for button, code in ((self.weigh, "weights"), (self.clear, "clear")):
            button.setObjectName("textLink")
            button.setText(text(f"portfolio.ui.{code}"))
            button.setAccessibleName(text(f"portfolio.ui.{code}"))
        self.weigh.setCheckable(True)
        self.weights.hide()
        self.progress.hide()
        self.cancel.hide()
        self.note.hide()
        self.working.hide()
        self._tell_will()

    def _assemble(self) -> None:
        body = QWidget()
        body.setObjectName("listSideBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(12, 10, 12, 12)
        box.setSpacing(8)
        box.addWidget(label(text("portfolio.ui.totals"), "foldTitle"))
        box.addWidget(label(text("portfolio.ui.totals.hint"), "secondary", wrap=True))
        box.addLayout(self._totals())
        box.addWidget(label(text("portfolio.ui.chain"), "secondary"))
        box.addWidget(self.chain)
        box.addWidget(self.begun)
        box.addWidget(self.wanted)
        box.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self.solve, 1)
        row.addWidget(self.cancel)
        box.addLayout(row)
        box.addWidget(self.progress)
        box.addWidget(self.working)
        box.addWidget(self.note)
        box.addWidget(self.weigh, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.weights)
        box.addStretch(1)
        self._fill_weights()
        self.setWidget(body)

    def _totals(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(6)
        for resource, field in self.totals.items():
            form.addRow(label(_total_name(resource)), field)
        return form

    def _fill_weights(self) -> None:
        form = QFormLayout(self.weights)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        for name, field in (*self.shares.items(), ("blank", self.blank)):
            form.addRow(label(text(f"portfolio.ui.worth.{name}")), field)
        form.addRow(label(text("portfolio.ui.seconds")), self.seconds)
        self.told = label(headline.weights(POINTS), "secondary", wrap=True)
        form.addRow(self.told)

    def _connect(self) -> None:
        self.solve.clicked.connect(self.asked)
        self.cancel.clicked.connect(self.cancelled)
        self.clear.clicked.connect(lambda: self._set_will(Will()))
        self.weigh.toggled.connect(self.weights.setVisible)
        for field in (*self.totals.values(), *self.shares.values(), self.blank, self.seconds):
            field.valueChanged.connect(self._on_changed)
        self.begun.toggled.connect(self._on_changed)
        self.chain.currentIndexChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.told.setText(headline.weights(self.wishes().worth))
        self.changed.emit()

    def _set_will(self, will: Will) -> None:
        self.will = will
        self._tell_will()
        self.changed.emit()

    def _tell_will(self) -> None:
        counts = {"must": len(self.will.inside), "never": len(self.will.outside)}
        told = any(counts.values())
        self.wanted.setText(text("portfolio.ui.will", **counts) if told else "")
        self.wanted.setVisible(told)
        self.clear.setVisible(told)


def _total_name(resource: Resource) -> str:
    return text("portfolio.ui.total", resource=words.resource(resource), unit=unit(resource))
