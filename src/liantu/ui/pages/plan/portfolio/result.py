"""选哪些: the answer, what is used, every project with its reason, and what may be wished of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from liantu.analysis.portfolio.answer import Answer
from liantu.model import Atlas
from liantu.telling.portfolio import headline, words
from liantu.telling.portfolio.projects import Row, State, rows
from liantu.ui.pages.plan.portfolio.grid import Rows
from liantu.ui.widgets.text import label
from liantu.wording import text

WISHES = ("must", "never", "any")


class ResultPanel(QWidget):
    """``wished`` carries (project, one of :data:`WISHES`); ``picked`` the project whose row was
    chosen, ``opened`` one that is to be seen elsewhere, ``edited`` one whose fields are to be
    changed.
    """

    wished = Signal(str, str)
    picked = Signal(str)
    opened = Signal(str)
    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Row] = {}
        self.headline = label(text("portfolio.ui.unasked"), "finding", wrap=True)
        self.lines = label("", "secondary", wrap=True)
        self.stale = label(text("portfolio.ui.stale"), "doubt", wrap=True)
        self.stale.hide()
        self.table = Rows(text("portfolio.ui.result"))
        self.detail = label("", "", wrap=True)
        self.buttons = {key: _button(f"portfolio.ui.wish.{key}") for key in WISHES}
        self.edit = _button("portfolio.ui.edit")
        self.open = _button("portfolio.ui.open_project")
        self._assemble()
        self._connect()
        self._on_chosen()

    def show_answer(self, atlas: Atlas, answer: Answer) -> None:
        """The answer in words, and a row a project."""
        self.headline.setText(headline.headline(atlas, answer))
        self.lines.setText("\n".join(headline.below(answer)))
        found = rows(atlas, answer)
        self._rows = {row.project: row for row in found}
        limited = answer.wishes.limited
        heads = [text(f"portfolio.head.{key}") for key in ("state", "name", "county")]
        heads += [words.figure(r) for r in limited]
        heads += [text(f"portfolio.head.{key}") for key in ("gains", "why")]
        widths = (64, 250, 76, *(94 for _ in limited), 200)
        cells = [
            (
                row.project,
                (
                    row.told,
                    row.name,
                    row.county,
                    *(row.needs[r] for r in limited),
                    row.gains or text("ui.none"),
                    row.why,
                ),
            )
            for row in found
        ]
        self.table.show_rows(heads, widths, cells)
        self._stress(found)
        self._on_chosen()

    def _stress(self, found: tuple[Row, ...]) -> None:
        """What is chosen stands out."""
        for at, row in enumerate(found):
            if row.state is State.CHOSEN:
                self.table.stress(at, 2)

    def show_stale(self, stale: bool) -> None:
        """That the question is another by now."""
        self.stale.setVisible(stale)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (*self.buttons.values(), self.edit, self.open):
            row.addWidget(button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 8)
        box.setSpacing(6)
        for part in (self.headline, self.stale, self.lines):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        box.addWidget(self.detail)
        box.addLayout(row)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.itemActivated.connect(lambda _: self.opened.emit(self.table.chosen))
        self.edit.clicked.connect(lambda: self.edited.emit(self.table.chosen))
        self.open.clicked.connect(lambda: self.opened.emit(self.table.chosen))
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._wish(key))

    def _wish(self, key: str) -> None:
        self.wished.emit(self.table.chosen, key)

    def _on_chosen(self) -> None:
        """Tell all of the chosen row, and let it be decided on."""
        row = self._rows.get(self.table.chosen)
        for button in (*self.buttons.values(), self.edit, self.open):
            button.setEnabled(row is not None)
        self.detail.setText(_told(row) if row is not None else "")
        self.detail.setVisible(row is not None)
        if row is not None:
            self.picked.emit(row.project)


def _told(row: Row) -> str:
    """All of a row in one sentence."""
    told = "；".join(filter(None, (row.told, row.gains, row.why)))
    return text("portfolio.ui.detail", name=row.name, told=told)


def _button(code: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName("small")
    made.setText(text(code))
    made.setAccessibleName(text(code))
    return made
