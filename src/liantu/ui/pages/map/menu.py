"""The menu of a card on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from liantu.analysis.reading import Reading
from liantu.model.scenario import Switches
from liantu.ui.selection import Selection
from liantu.wording import text


def card_menu(
    parent: QWidget,
    reading: Reading,
    selection: Selection,
    product: str,
    verbs: list[QAction],
    assume: Callable[[Switches], None],
) -> QMenu:
    """Fold, copy the name, go through the doors, then the map's own verbs."""
    menu = QMenu(parent)
    found = reading.atlas.products.get(product)
    focus = selection.focus
    if focus.fold:
        menu.addAction(text("ui.card.unfold"), lambda: selection.go(replace(focus, fold="")))
    if found is not None:
        menu.addAction(text("ui.card.fold"), lambda: selection.go(replace(focus, fold=product)))
        _buying(menu, reading, assume, product)
        clipboard = QGuiApplication.clipboard()
        menu.addAction(text("ui.card.copy"), lambda: clipboard.setText(found.name))
        _doors(menu, reading, selection, product)
    menu.addSeparator()
    menu.addActions(verbs)
    return menu


def _buying(
    menu: QMenu, reading: Reading, assume: Callable[[Switches], None], product: str
) -> None:
    """The switch of a product: 外购允许, or for a raw one 列入本地目标."""
    switches = reading.switches
    if reading.atlas.products[product].utility:
        return
    raw = reading.atlas.products[product].raw
    chosen = switches.ambition if raw else switches.external
    action = menu.addAction(text("ui.card.aim" if raw else "ui.card.buy"))
    action.setCheckable(True)
    action.setChecked(product in chosen)
    if raw:
        changed = replace(switches, ambition=chosen ^ {product})
    else:
        changed = replace(switches, external=chosen ^ {product})
    action.triggered.connect(lambda: assume(changed))


def door_menu(parent: QWidget, reading: Reading, selection: Selection, product: str) -> QMenu:
    """The other chains in which a product stands; closing it deletes it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _doors(menu, reading, selection, product)
    return menu


def _doors(menu: QMenu, reading: Reading, selection: Selection, product: str) -> None:
    for chain in reading.atlas.chains_of.get(product, ()):
        if chain != selection.focus.chain:
            words = text("ui.card.door", name=reading.atlas.chains[chain].label)
            menu.addAction(words.replace("&", "&&"), partial(selection.enter, product, chain))
