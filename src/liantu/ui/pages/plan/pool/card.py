"""The chosen project at the right: its sheet, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from liantu.telling.line import Dossier
from liantu.ui.widgets.dossier import DossierView
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import label
from liantu.wording import text

NARROW, WIDE = 330, 400
"""Width on a small window and on a large one."""


class Card(QFrame):
    """Title, buttons of verbs, and a dossier that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("projectCard")
        self.setFixedWidth(WIDE)
        self.title = label("", "partTitle", wrap=True)
        self.view = DossierView()
        self.view.setAccessibleName(text("pool.card"))
        self.buttons: list[QToolButton] = []
        self._acts = QWidget()
        self._flow = Flow(6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._acts.setLayout(self._flow)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 0, 6)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addWidget(self._acts)
        box.addWidget(self.view, 1)
        self.show_hint(text("pool.pick"))

    def take_verbs(self, actions: Sequence[QAction]) -> None:
        """Buttons of verbs below the title."""
        for action in actions:
            button = QToolButton()
            button.setObjectName("small")
            button.setDefaultAction(action)
            self.buttons.append(button)
            self._flow.addWidget(button)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show a project; where it is the same as before, it stays scrolled as it was."""
        same = self.title.text() == dossier.title
        at = self.view.verticalScrollBar().value() if same else 0
        self.title.setText(dossier.title)
        self.title.show()
        self._acts.show()
        self.view.show_dossier(dossier)
        self.view.verticalScrollBar().setValue(at)

    def show_hint(self, words: str) -> None:
        """Say why no project is shown."""
        self.title.hide()
        self._acts.hide()
        self.view.show_hint(words)
