"""What is known of the selected thing: its name above, its dossier, and what can be done below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.telling.line import Dossier
from liantu.ui.widgets.dossier import DossierView, selectable
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.mark import MarkView
from liantu.ui.widgets.row import LinkLine, Pill
from liantu.ui.widgets.text import label
from liantu.wording import text


class Head(QWidget):
    """The letters and the name of a thing with what places it; ``corner`` is for the buttons of
    whatever holds it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspectorBody")
        self._title = selectable(label("", "inspectorTitle", wrap=True))
        self._chip = label("", "chip")
        self._subtitle = selectable(label("", "remark", wrap=True))
        self._marks = QHBoxLayout()
        self._marks.setSpacing(3)
        self.corner = QHBoxLayout()
        self.corner.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addLayout(self._marks)
        top.addWidget(self._title, 1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self.corner)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 4)
        box.setSpacing(2)
        box.addLayout(top)
        box.addWidget(self._subtitle)

    @property
    def title(self) -> str:
        """The name that is shown."""
        return self._title.text()

    def show_dossier(self, dossier: Dossier) -> None:
        """Name a thing."""
        while self._marks.count():
            old = self._marks.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for mark in dossier.marks:
            self._marks.addWidget(MarkView(mark))
        self._title.setText(dossier.title)
        self._chip.setText(dossier.chip)
        self._chip.setVisible(bool(dossier.chip))
        self._subtitle.setText(dossier.subtitle)
        self._subtitle.setVisible(bool(dossier.subtitle))


class Inspector(QFrame):
    """``followed`` carries the target of a clicked line, ``entered`` a product and the chain in
    which it is to be shown, ``map_asked`` the enterprise whose own map is wanted, ``why_asked`` the
    product whose sheet, ``fold_asked`` that whose up- and downstream alone, ``amended`` the figure
    that is to be changed.
    """

    followed = Signal(object)
    entered = Signal(str, str)
    map_asked = Signal(str)
    why_asked = Signal(str)
    fold_asked = Signal(str)
    amended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setMinimumWidth(240)
        self.setAccessibleName(text("ui.inspector"))
        self.dossier: Dossier | None = None
        self._verbs: list[QAction] = []
        self.head = Head()
        self.view = DossierView(amending=True)
        self.view.followed.connect(self.followed)
        self.view.entered.connect(self.entered)
        self.view.amended.connect(self.amended)
        self._foot = QWidget()
        self._foot.setObjectName("inspectorFoot")
        self._buttons = Flow(6)
        self._buttons.setContentsMargins(16, 8, 12, 8)
        self._foot.setLayout(self._buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.view, 1)
        box.addWidget(self._foot)
        self.show_hint(text("ui.inspector.empty"))

    def show_hint(self, words: str) -> None:
        """Say why nothing is shown."""
        self.dossier = None
        self.head.show_dossier(Dossier(text("ui.inspector"), "", "", ()))
        self.view.show_hint(words)
        self._offer()

    def show_dossier(self, dossier: Dossier, chain: str = "") -> None:
        """Show everything known of a thing; ``chain`` is the one that is looked at."""
        self.dossier = dossier
        self.head.show_dossier(dossier)
        self.view.show_dossier(dossier, chain)
        self._offer()

    def announce(self, dossier: Dossier) -> None:
        """Name a thing that is told of in a moment; nothing of another one is seen until then."""
        self.dossier = None
        self.head.show_dossier(dossier)
        self.view.wipe()
        self._foot.hide()

    def take_verbs(self, verbs: Sequence[QAction]) -> None:
        """Put what changes the thing below it: the first as a button, the others in its menu."""
        self._verbs = list(verbs)
        self._offer()

    def links(self) -> list[LinkLine | Pill]:
        """The clickable lines that are made, from top to bottom."""
        return self.view.links()

    def buttons(self) -> list[QPushButton]:
        """What can be done with the thing, from left to right."""
        found = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        parts = (item.widget() for item in found if item is not None)
        return [part for part in parts if isinstance(part, QPushButton)]

    def _offer(self) -> None:
        self._buttons.clear()
        found = self.dossier
        if found is not None:
            for code, key, asked in (
                ("ui.inspector.fold", found.fold_of, self.fold_asked),
                ("ui.firm.map", found.map_of, self.map_asked),
                ("ui.verb.why", found.why_of, self.why_asked),
            ):
                if key:
                    self._button(code, partial(asked.emit, key))
            if found.conclusion:
                self._button("ui.inspector.copy", self._copy)
            self._offer_verbs()
        self._foot.setVisible(self._buttons.count() > 0)

    def _offer_verbs(self) -> None:
        if not self._verbs:
            return
        first, *others = self._verbs
        edit, more = QToolButton(), QToolButton()
        edit.setDefaultAction(first)
        menu = QMenu(more)
        menu.addActions(others)
        menu.aboutToShow.connect(partial(_fill, menu, others))
        more.setMenu(menu)
        more.setText(text("ui.dropdown", words=text("ui.inspector.more")))
        more.setAccessibleName(text("ui.inspector.more"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (edit, more):
            self._buttons.addWidget(button)

    def _button(self, code: str, act: Callable[[], None]) -> None:
        button = QPushButton(text(code))
        button.setAccessibleName(text(code))
        button.clicked.connect(lambda _=False: act())
        self._buttons.addWidget(button)

    def _copy(self) -> None:
        """Put the sentence on the clipboard, and say so on the button."""
        if self.dossier is not None:
            QGuiApplication.clipboard().setText(self.dossier.conclusion)
            button = self.buttons()[-1]
            button.setText(text("ui.inspector.copied"))


def _fill(menu: QMenu, verbs: Sequence[QAction]) -> None:
    """What is about other kinds of things is not offered; all, where nothing can be changed now."""
    able = [verb for verb in verbs if verb.isEnabled()]
    menu.clear()
    menu.addActions(able or list(verbs))
