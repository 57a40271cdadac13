"""A user verb is an object with its function; menus, buttons and shortcuts are made from it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from liantu.telling.help import glossary
from liantu.ui.parts import Parts
from liantu.ui.style import icons
from liantu.wording import text


class Menu(enum.StrEnum):
    """Where a verb stands; ``NONE`` has only its key and its button."""

    FILE = "file"
    EDIT = "edit"
    SCENARIO = "scenario"
    VIEW = "view"
    PAGE = "page"
    THEME = "theme"
    HELP = "help"
    EXPORT = "export"
    NONE = ""


def _always(_: Parts) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """``id`` names the wording code ``ui.verb.<id>``; ``apart`` draws a line above the entry;
    ``checked`` makes it a choice; the first of ``keys`` is told in the menu. ``told`` gives words
    that change with what there is to do.
    """

    id: str
    menu: Menu
    run: Callable[[Parts], None]
    icon: str = ""
    keys: tuple[str, ...] = ()
    apart: bool = False
    enabled: Callable[[Parts], bool] = _always
    checked: Callable[[Parts], bool] | None = None
    told: Callable[[Parts], str] | None = None

    @property
    def text(self) -> str:
        """The words of the menu entry."""
        return text(f"ui.verb.{self.id}")


class VerbAction(QAction):
    """The Qt action of a verb; :meth:`refresh` asks the verb how it stands, ``done`` tells that it
    has run.
    """

    done = Signal()

    def __init__(self, verb: Verb, parts: Parts, parent: QObject) -> None:
        super().__init__(verb.text, parent)
        self.verb = verb
        self._parts, self._painted = parts, ""
        self.setShortcuts([QKeySequence(key) for key in verb.keys])
        self.setStatusTip(glossary.verb(verb.id))
        self.setCheckable(verb.checked is not None)
        self.triggered.connect(self._run)

    def refresh(self) -> None:
        """Take over whether the verb is possible and chosen, and paint its icon."""
        self.setEnabled(self.verb.enabled(self._parts))
        if self.verb.told is not None:
            self.setText(self.verb.told(self._parts).replace("&", "&&"))
        if self.verb.checked is not None:
            self.setChecked(self.verb.checked(self._parts))
        color = self._parts.shell.tones.secondary
        if self.verb.icon and color != self._painted:
            self._painted = color
            self.setIcon(icons.icon(self.verb.icon, color))

    def _run(self) -> None:
        if self.verb.enabled(self._parts):
            self.verb.run(self._parts)
            self.done.emit()
