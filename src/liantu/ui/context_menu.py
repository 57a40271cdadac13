"""The menu of a card on the map."""

from __future__ import annotations

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from liantu.document.workspace import Workspace
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.selection import Selection
from liantu.wording import text


def card_menu(
    parent: QWidget,
    workspace: Workspace,
    canvas: MapCanvas,
    selection: Selection,
    product: str,
    verbs: list[QAction],
) -> QMenu:
    """Fold, copy the name, go through the doors, then the map's own verbs."""
    menu = QMenu(parent)
    found = workspace.atlas.products.get(product)
    if canvas.fold_of:
        menu.addAction(text("ui.card.unfold"), canvas.unfold)
    if found is not None:
        menu.addAction(text("ui.card.fold"), lambda: canvas.fold(product))
        clipboard = QGuiApplication.clipboard()
        menu.addAction(text("ui.card.copy"), lambda: clipboard.setText(found.name))
        for chain in workspace.atlas.chains_of.get(product, ()):
            if chain != selection.focus.chain:
                _door(menu, workspace, selection, product, chain)
    menu.addSeparator()
    menu.addActions(verbs)
    return menu


def _door(
    menu: QMenu, workspace: Workspace, selection: Selection, product: str, chain: str
) -> None:
    item = workspace.atlas.chains[chain]
    words = text("ui.card.door", name=item.short or item.name).replace("&", "&&")
    menu.addAction(words, lambda: selection.enter(product, chain))
