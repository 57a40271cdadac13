"""Buttons that do what a verb does, under words of their own."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from liantu.ui.widgets.text import plain_tip
from liantu.wording import text


def run_by(button: QToolButton, action: QAction) -> None:
    """Let the button run the verb and be as possible as it is; its own words stay."""
    button.setAccessibleName(action.text())
    keys = action.shortcut().toString()
    told = text("ui.tip.key", words=action.text(), key=keys) if keys else action.text()
    plain_tip(button, told)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
