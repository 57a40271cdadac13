"""Buttons that do what a verb does, under words of their own."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from shiboken6 import isValid

from liantu.ui.widgets.text import plain_tip
from liantu.wording import text


def run_by(button: QToolButton, action: QAction) -> None:
    """Let the button run the verb and be as possible as it is; its own words stay. It may go before
    the verb does, as that of a dialog.
    """

    def tell() -> None:
        if isValid(button):
            _tell(button, action)
        else:
            action.changed.disconnect(tell)

    _tell(button, action)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    action.changed.connect(tell)


def _tell(button: QToolButton, action: QAction) -> None:
    words, keys = action.text().replace("&&", "&"), action.shortcut().toString()
    if button.accessibleName() != words or not button.toolTip():
        button.setAccessibleName(words)
        plain_tip(button, text("ui.tip.key", words=words, key=keys) if keys else words)
