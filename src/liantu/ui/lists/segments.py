"""The lists of one tab side by side; what does not fit is in a menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from liantu.ui.widgets.text import plain_tip
from liantu.wording import text


class Segments(QWidget):
    """``chosen`` carries the id of a list. The first ``beside`` are buttons, all others (or, where
    there is no room, all) are in the menu.
    """

    chosen = Signal(str)

    def __init__(self, ids: Sequence[str], beside: int) -> None:
        super().__init__()
        self._ids, self._words = tuple(ids), dict.fromkeys(ids, "")
        self._front, self._tight = ids[0], False
        self._group = QButtonGroup(self)
        self.buttons = {id_: self._button(id_) for id_ in ids[:beside]}
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("segment")
        self.menu_button.setCheckable(True)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.menu_button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (*self.buttons.values(), self.menu_button):
            row.addWidget(button)
        self._show()

    @property
    def front(self) -> str:
        """The list that is in front when the tab is."""
        return self._front

    def bring(self, id_: str) -> None:
        """Put a list in front."""
        self._front = id_
        self._show()

    def tell(self, words: Mapping[str, str]) -> None:
        """Name the lists with their counts."""
        self._words.update({id_: words[id_] for id_ in self._ids if id_ in words})
        for id_, button in self.buttons.items():
            button.setText(self._words[id_])
            button.setAccessibleName(self._words[id_])
        self._show()

    def tighten(self, tight: bool) -> None:
        """Give up the buttons, or take them back."""
        if tight != self._tight:
            self._tight = tight
            self._show()

    def _show(self) -> None:
        inside = self._in_menu()
        for id_, button in self.buttons.items():
            button.setVisible(not self._tight)
            button.setChecked(id_ == self._front)
        here = self._front in inside
        if not here:
            self._group.setExclusive(True)
        words = self._words[self._front] if here else text("ui.lists.by_class")
        self.menu_button.setText(text("ui.lists.menu", name=words))
        self.menu_button.setAccessibleName(words)
        self.menu_button.setChecked(here)
        self.menu_button.setVisible(bool(inside))
        plain_tip(self.menu_button, text("ui.lists.menu.hint"))
        self._group.setExclusive(not here)
        if here:
            for button in self.buttons.values():
                button.setChecked(False)

    def _in_menu(self) -> tuple[str, ...]:
        return self._ids if self._tight else self._ids[len(self.buttons) :]

    def _fill(self) -> None:
        menu = self.menu_button.menu()
        menu.clear()
        for id_ in self._in_menu():
            action = menu.addAction(self._words[id_])
            action.setCheckable(True)
            action.setChecked(id_ == self._front)
            action.triggered.connect(lambda _=False, id_=id_: self.chosen.emit(id_))

    def _button(self, id_: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName("segment")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(id_))
        self._group.addButton(button)
        return button
