"""One of several, as buttons side by side or, where there is little room, as a menu."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from liantu.ui.widgets.text import plain_tip
from liantu.wording import text


class Choice(QWidget):
    """``chosen`` carries the key of what the user picked. Hidden where there is nothing to choose.

    ``name`` says what is chosen, for screen readers; ``caption`` stands before it in the closed
    menu and may be empty. What stays a menu has no buttons: they are dear to make.
    """

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, name: str, caption: str = "", *, folded: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._caption, self._folded, self._put_away = caption, folded, False
        self._shown: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._actions = QActionGroup(self)
        self.key = ""
        self.menu = QMenu(name, self)
        self.closed = QToolButton()
        self.closed.setMenu(self.menu)
        self.closed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        plain_tip(self.closed, name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.closed)
        self._show()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons from left to right."""
        return [b for b in self._group.buttons() if isinstance(b, QPushButton)]

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be chosen, in the order offered."""
        return tuple(self._shown)

    def offer(self, options: Mapping[str, str], key: str) -> None:
        """Offer keys with their words; ``key`` is the chosen one."""
        if dict(options) != self._shown:
            self._shown = dict(options)
            self._clear()
            for at, words in self._shown.items():
                self._add(at, words)
        self.mark(key)

    def mark(self, key: str) -> None:
        """Show ``key`` as the chosen one; an unknown one as the first."""
        keys = list(self._shown)
        self.key = key if key in self._shown else (keys[0] if keys else "")
        for button in self._group.buttons():
            button.setChecked(button.property("key") == self.key)
        for action in self._actions.actions():
            action.setChecked(action.data() == self.key)
        words = self._shown.get(self.key, "")
        told = text("ui.choice", caption=self._caption, words=words) if self._caption else words
        self.closed.setText(text("ui.dropdown", words=told).replace("&", "&&"))
        self.closed.setAccessibleName(f"{self.accessibleName()} {words}")
        self._show()

    def fold(self, folded: bool) -> None:
        """A menu instead of the buttons."""
        self._folded = folded
        self._show()

    def put_away(self, away: bool) -> None:
        """Leave it out as long as the first is chosen."""
        self._put_away = away
        self._show()

    def _show(self) -> None:
        keys = list(self._shown)
        if not self._folded and not self._group.buttons():
            for key, words in self._shown.items():
                self._add_button(key, words)
        self.closed.setVisible(self._folded)
        for button in self._group.buttons():
            button.setVisible(not self._folded)
        self.setVisible(len(keys) > 1 and not (self._put_away and self.key == keys[0]))

    def _add_button(self, key: str, words: str) -> None:
        button = QPushButton(words.replace("&", "&&"))
        button.setObjectName("segment")
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.setChecked(key == self.key)
        button.setProperty("key", key)
        button.setProperty("first", not self._group.buttons())
        button.clicked.connect(partial(self._pick, key))
        self._group.addButton(button)
        self._row.addWidget(button)

    def _add(self, key: str, words: str) -> None:
        action = QAction(words.replace("&", "&&"), self._actions)
        action.setCheckable(True)
        action.setData(key)
        action.triggered.connect(partial(self._pick, key))
        self.menu.addAction(action)

    def _pick(self, key: str, _checked: bool = False) -> None:
        self.mark(key)
        self.chosen.emit(key)

    def _clear(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for action in self._actions.actions():
            self._actions.removeAction(action)
            self.menu.removeAction(action)
            action.deleteLater()
