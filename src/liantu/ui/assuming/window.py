"""The window of the assumptions: sections at the left, the chosen one beside; it stays open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling.assumed import name_of
from liantu.telling.scenarios import idle
from liantu.ui.assuming.drill import DrillSection
from liantu.ui.assuming.firms import FirmsSection
from liantu.ui.assuming.numbers import NumbersSection
from liantu.ui.assuming.plants import PlantsSection
from liantu.ui.assuming.products import ProductsSection
from liantu.ui.assuming.projects import ProjectsSection
from liantu.ui.assuming.section import Section
from liantu.ui.forms.knowing import Known
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text

SIZE = QSize(820, 580)
"""Size where the screen has room for it, px."""
SIDE = 132
DOUBTS = 2
"""Sentences on what changes nothing that are seen at once."""


class AssumingDialog(QDialog):
    """``asked`` carries a change of the scenario and what it is called."""

    asked = Signal(object, str)

    def __init__(self, known: Known, verbs: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.assuming"))
        self.projects, self.firms = ProjectsSection(), FirmsSection(known)
        self.plants, self.products = PlantsSection(known), ProductsSection(known)
        self.drill, self.numbers = DrillSection(known), NumbersSection()
        self.sections: tuple[Section, ...] = (
            self.projects,
            self.firms,
            self.plants,
            self.products,
            self.drill,
            self.numbers,
        )
        self.head = Elided("", "strong")
        self.note = label("", "doubt", wrap=True)
        self.note.setMinimumWidth(360)
        self.side = QListWidget()
        self.side.setObjectName("settingsSide")
        self.side.setAccessibleName(text("ui.assuming"))
        self.side.setFixedWidth(SIDE)
        self.stack = QStackedWidget()
        for section in self.sections:
            self.side.addItem("")
            self.stack.addWidget(Scrolled(section, "settingsArea"))
            section.asked.connect(self.asked)
        self.side.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.side.setCurrentRow(0)
        self._assemble(verbs)
        fit(self, SIZE)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show what is assumed now, and what of it changes nothing."""
        self.head.set_words(text("ui.scenario", name=name_of(atlas, scenario)))
        doubts = [*idle(atlas, scenario)] if scenario.assumes else []
        self.note.setText("\n".join(doubts[:DOUBTS]))
        self.note.setVisible(bool(doubts))
        for at, section in enumerate(self.sections):
            section.show_scenario(atlas, scenario)
            name, count = text(f"ui.assuming.{section.name}"), section.count(scenario)
            item = self.side.item(at)
            item.setText(text("ui.assuming.counted", name=name, count=count) if count else name)

    def open_section(self, section: Section) -> None:
        """Bring a section to the front."""
        self.side.setCurrentRow(self.sections.index(section))

    def _assemble(self, verbs: Sequence[QAction]) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.side)
        row.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        for action in verbs:
            made = QToolButton()
            made.setDefaultAction(action)
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(button(text("ui.close"), self.accept))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(self.head)
        box.addLayout(row, 1)
        box.addWidget(self.note)
        box.addLayout(foot)
