"""The menu of a row of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu, QWidget


def row_menu(parent: QWidget, parts: Sequence[Mapping[str, Callable[[], object]]]) -> QMenu:
    """A menu of words with what they do, a line between its parts; empty parts are left out."""
    menu = QMenu(parent)
    for part in parts:
        if part and not menu.isEmpty():
            menu.addSeparator()
        for words, act in part.items():
            menu.addAction(words, act)
    return menu
