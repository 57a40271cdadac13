"""A user verb is an object; menus, buttons and context menus are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from liantu.ui import icons
from liantu.wording import text


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Verb:
    """``id`` names the wording code ``ui.verb.<id>``; ``checked`` makes it a choice."""

    id: str
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    enabled: Callable[[], bool] = _always
    checked: Callable[[], bool] | None = None

    @property
    def text(self) -> str:
        """The words of the menu entry."""
        return text(f"ui.verb.{self.id}")


class VerbAction(QAction):
    """The Qt action of a verb; :meth:`refresh` asks the verb how it stands."""

    def __init__(self, verb: Verb, parent: QObject) -> None:
        super().__init__(verb.text, parent)
        self.verb = verb
        if verb.shortcut:
            self.setShortcut(QKeySequence(verb.shortcut))
        self.setCheckable(verb.checked is not None)
        self.triggered.connect(self._run)

    def refresh(self, color: str) -> None:
        """Take over whether the verb is possible and chosen, and paint its icon in ``color``."""
        self.setEnabled(self.verb.enabled())
        if self.verb.checked is not None:
            self.setChecked(self.verb.checked())
        if self.verb.icon:
            self.setIcon(icons.icon(self.verb.icon, color))

    def _run(self) -> None:
        if self.verb.enabled():
            self.verb.run()
