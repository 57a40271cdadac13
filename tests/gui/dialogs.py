"""Every dialog that a verb opens, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from liantu.ui.verbs.registry import VERBS
from tests.gui.opened import OpenWindow

LATER_MS = 100
LEAST = 15
"""So many open at least where a product of a chain is selected."""


def faulty(window: OpenWindow, told: Callable[[QDialog], list[str]]) -> dict[str, list[str]]:
    """What ``told`` says of each dialog, by verb and name, of those of which it says something;
    each is closed afterwards, and so is the system's choice of files.
    """
    found: dict[str, list[str]] = {}

    def look(verb: str) -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                if not isinstance(dialog, QFileDialog):
                    found[f"{verb} {type(dialog).__name__}"] = told(dialog)
                dialog.reject()

    for verb in VERBS:
        action = window.desk.actions_.by_id[verb.id]
        if "…" in action.text() and action.isEnabled():
            QTimer.singleShot(LATER_MS, window.frame, partial(look, verb.id))
            action.trigger()
            QTest.qWait(2 * LATER_MS)
            look(verb.id)
    assert len(found) > LEAST
    return {name: said for name, said in found.items() if said}
