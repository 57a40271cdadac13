"""The rows of a plan: how many in which state, the table, and the chosen one in full."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.library.importing.rows import Plan, State
from liantu.ui.dialogs.importing.pieces import row
from liantu.ui.dialogs.importing.preview import PreviewModel, preview_table, told
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.choice import Choice
from liantu.ui.widgets.text import label
from liantu.wording import text

ALL = "all"


class RowsPanel(QWidget):
    """Shows a plan, all of it or the rows in one state."""

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self.states = Choice(self, text("ui.import.states"))
        self.states.setMinimumHeight(28)
        self.copy_button = button(text("ui.import.copy"), self._copy)
        self.model = PreviewModel(tones, self)
        self.table = preview_table(self.model)
        self.detail = label("", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setMinimumHeight(34)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(row(self.states, None, self.copy_button))
        page.addWidget(self.table, 1)
        page.addWidget(self.detail)
        self.states.chosen.connect(self._filter)
        self.table.selectionModel().selectionChanged.connect(self._tell)

    def show_plan(self, plan: Plan | None) -> None:
        """Show the rows; ``None``: there are none yet."""
        self._plan = plan
        options: dict[str, str] = {}
        if plan is not None and plan.rows:
            options[ALL] = text("ui.import.all", count=len(plan.rows))
            for state in State:
                if count := plan.count(state):
                    options[str(state)] = f"{text(f'library.import.state.{state}')} {count}"
        key = self.states.key if self.states.key in options else ALL
        self.states.offer(options, key)
        self.copy_button.setVisible(str(State.ERROR) in options)
        self.copy_button.setText(text("ui.import.copy"))
        self._filter(key)

    def _filter(self, key: str) -> None:
        rows = self._plan.rows if self._plan is not None else ()
        self.model.show_rows([one for one in rows if key in (ALL, one.state)])
        self.detail.setText("")

    def _tell(self, chosen: QItemSelection) -> None:
        found = chosen.indexes()
        if found:
            one = self.model.rows[found[0].row()]
            self.detail.setText(one.told)

    def _copy(self) -> None:
        """All rows with an error as text, for those who filled the sheet in."""
        rows = self._plan.rows if self._plan is not None else ()
        lines = [told(one) for one in rows if one.state is State.ERROR]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy_button.setText(text("ui.inspector.copied"))
