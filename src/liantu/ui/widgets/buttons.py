"""Buttons: in dialogs and panes, and those that do what a verb does under words of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton
from shiboken6 import isValid

from liantu.ui.widgets.text import plain_tip
from liantu.wording import text


def button(words: str, run: Callable[[], object]) -> QPushButton:
    """A button that Enter in a field does not press."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _=False: run())
    return made


def run_by(tool: QToolButton, action: QAction) -> None:
    """Let the button run the verb and be as possible as it is; its own words stay. It may go before
    the verb does, as that of a dialog.
    """

    def tell() -> None:
        if isValid(tool):
            _tell(tool, action)
        else:
            action.changed.disconnect(tell)

    _tell(tool, action)
    tool.setEnabled(action.isEnabled())
    tool.clicked.connect(action.trigger)
    action.enabledChanged.connect(tool.setEnabled)
    action.changed.connect(tell)


def _tell(tool: QToolButton, action: QAction) -> None:
    words, keys = action.text().replace("&&", "&"), action.shortcut().toString()
    if tool.accessibleName() != words or not tool.toolTip():
        tool.setAccessibleName(words)
        plain_tip(tool, text("ui.tip.key", words=words, key=keys) if keys else words)
