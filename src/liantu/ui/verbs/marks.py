"""收藏: what is starred of a folder; the folders that were open last."""

from __future__ import annotations

import html

from PySide6.QtWidgets import QMenu

from liantu.ui.parts import Parts
from liantu.ui.remembered import places
from liantu.ui.remembered.marks import KINDS
from liantu.ui.verbs.change import target_of
from liantu.ui.verbs.file import open_folder
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

MOST = 9
"""Folders that are offered, each by its figure."""


def toggle_star(parts: Parts) -> None:
    """Star what is selected, else the chain of the map; or no longer."""
    if found := target_of(parts):
        parts.selection.marks.toggle(found)


def can_star(parts: Parts) -> bool:
    """Whether what is selected can be starred."""
    found = target_of(parts)
    return found is not None and found.kind in KINDS


def is_starred(parts: Parts) -> bool:
    """Whether it is."""
    return parts.selection.marks.is_starred(target_of(parts))


def recent_menu(parent: QMenu, parts: Parts) -> QMenu:
    """The folders that were open last, made anew each time the menu is opened."""
    menu = QMenu(text("ui.recent"), parent)
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: _fill(menu, parts))
    return menu


def _fill(menu: QMenu, parts: Parts) -> None:
    menu.clear()
    now, views = parts.bridge.session.folder, parts.shell.settings.views
    folders = views.folders()[:MOST]
    for at, folder in enumerate(folders, start=1):
        there, same = places.is_folder(folder), places.same(folder, now)
        code = "ui.recent.now" if same else "ui.recent.row" if there else "ui.recent.gone"
        shown = str(folder).replace("&", "&&")
        action = menu.addAction(text(code, at=at, folder=shown))
        action.setEnabled(there and not same)
        action.setToolTip("" if there else html.escape(text("ui.recent.gone.why")))
        action.triggered.connect(lambda _=False, folder=folder: open_folder(parts, folder))
    if not folders:
        menu.addAction(text("ui.recent.none")).setEnabled(False)
    menu.addSeparator()
    clear = menu.addAction(text("ui.recent.clear"), lambda: views.unlist(now))
    clear.setEnabled(any(not places.same(folder, now) for folder in folders))
    clear.setToolTip(html.escape(text("ui.recent.clear.why")))


VERBS = (
    Verb(
        id="favourite",
        menu=Menu.EDIT,
        run=toggle_star,
        keys=("Ctrl+Shift+B",),
        apart=True,
        enabled=can_star,
        checked=is_starred,
    ),
)
ON_CARD = ("favourite",)
"""Verbs in the menu of a card."""
IN_INSPECTOR = ("favourite",)
"""Verbs below what is told of a thing."""
