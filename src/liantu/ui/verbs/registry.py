"""All verbs of the window, and the menus made from them."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from liantu.ui.bars.menu_keys import LETTERS
from liantu.ui.parts import Parts
from liantu.ui.verbs import (
    around,
    change,
    compare,
    dates,
    drill,
    drill_export,
    edit,
    export,
    file,
    help,
    importing,
    ledgers,
    marks,
    memos,
    outage,
    plan,
    pool,
    portfolio,
    printing,
    save,
    scenario,
    scenarios,
    settings,
    sides,
    story,
    survey,
    versions,
    view,
)
from liantu.ui.verbs.verb import Menu, Verb, VerbAction
from liantu.wording import text

VERBS: tuple[Verb, ...] = (
    *file.OPENING,
    *save.VERBS,
    *importing.VERBS,
    *versions.VERBS,
    *printing.VERBS,
    *file.VERBS,
    *edit.VERBS,
    *scenario.VERBS,
    *scenarios.VERBS,
    *drill.VERBS,
    *survey.VERBS,
    *change.VERBS,
    *settings.VERBS,
    *ledgers.VERBS,
    *marks.VERBS,
    *memos.VERBS,
    *plan.VERBS,
    *compare.VERBS,
    *sides.VERBS,
    *pool.VERBS,
    *portfolio.VERBS,
    *view.VERBS,
    *story.VERBS,
    *dates.VERBS,
    *outage.VERBS,
    *around.VERBS,
    *export.VERBS,
    *drill_export.VERBS,
    *help.VERBS,
)
_MAIN = (Menu.FILE, Menu.EDIT, Menu.SCENARIO, Menu.VIEW, Menu.HELP)
ON_CARD = (
    *change.ON_CARD,
    *marks.ON_CARD,
    *memos.ON_CARD,
    *ledgers.ON_CARD,
    *plan.ON_CARD,
    *drill.ON_CARD,
)
"""Verbs in the menu of a card."""
IN_INSPECTOR = (
    *change.IN_INSPECTOR,
    *marks.IN_INSPECTOR,
    *memos.IN_INSPECTOR,
    *ledgers.IN_INSPECTOR,
    *plan.IN_INSPECTOR,
    *drill.IN_INSPECTOR,
    *scenario.IN_INSPECTOR,
)
"""Verbs below what is told of a thing."""


class Actions:
    """The actions of one window by verb id; all are added to it so that shortcuts work."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._shell = parts, parts.shell
        self.by_id = {verb.id: VerbAction(verb, parts, parts.shell) for verb in VERBS}
        for action in self.by_id.values():
            action.done.connect(self.refresh)
        parts.selection.marks.changed.connect(self.refresh)
        self._shell.addActions(list(self.by_id.values()))

    def refresh(self) -> None:
        """Let every action take over how its verb stands."""
        for action in self.by_id.values():
            action.refresh()

    def some(self, *ids: str) -> list[QAction]:
        """The actions with these ids."""
        return [self.by_id[key] for key in ids]

    def fill(self, main: QMenu, export_: QMenu) -> None:
        """Fill the compact menu (文件, 编辑, 情景, 视图 with 页面 and 主题, 帮助) and 导出."""
        for menu in _MAIN:
            words = text(f"ui.menu.{menu}")
            inner = main.addMenu(text("ui.menu.keyed", words=words, letter=LETTERS[menu]))
            inner.menuAction().setData(str(menu))
            self._add(inner, menu)
            if menu is Menu.FILE:
                recent = marks.recent_menu(inner, self._parts)
                inner.insertMenu(self.by_id["shipped"], recent)
            if menu is Menu.VIEW:
                for below in (Menu.PAGE, Menu.THEME):
                    self._add(inner.addMenu(text(f"ui.menu.{below}")), below)
        self._add(export_, Menu.EXPORT)

    def _add(self, menu: QMenu, place: Menu) -> None:
        for action in self.by_id.values():
            if action.verb.menu is place:
                if action.verb.apart:
                    menu.addSeparator()
                menu.addAction(action)
