"""The menus of the map: of a card, of a box, of the products that a chip counts, of bare ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.segment.model import Graph
from liantu.model import Role
from liantu.model.focus import LISTS_PAGE
from liantu.model.scenario import Switches
from liantu.model.target import Target
from liantu.telling.answer import answer
from liantu.telling.dossiers.nearby import amends
from liantu.telling.line import Amend
from liantu.ui.canvas.picture import Spot
from liantu.ui.session.selection import Selection
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Ground:
    """What a menu acts on: the map's ``graph`` (``None`` where it has none), the verbs of the
    window that belong to it, those that change a card, who takes other assumptions, who changes an
    input: what is done (``edit``, ``remove``, or a role), what goes in, what takes it; and who
    changes a figure.
    """

    reading: Reading
    selection: Selection
    graph: Graph | None
    verbs: Sequence[QAction]
    edits: Sequence[QAction]
    more_edits: Sequence[QAction]
    change_input: Callable[..., None]
    amend: Callable[[Amend], None]
    assume: Callable[[Switches], None]

    def look(self, **changes: Any) -> None:
        """Look at the same in another way."""
        self.selection.go(replace(self.selection.focus, **changes))


def map_menu(parent: QWidget, ground: Ground, spot: Spot) -> QMenu:
    """The menu of what lies at ``spot``, then what can be done with the whole map."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    focus = ground.selection.focus
    if focus.fold or focus.box:
        menu.addAction(text("ui.card.unfold"), lambda: ground.look(fold="", box=""))
    if spot.product in ground.reading.atlas.products:
        _of_product(menu, ground, spot.product)
    elif spot.segment >= 0 and ground.graph is not None:
        _of_box(menu, ground, ground.graph, spot.segment)
    elif spot.line:
        _of_line(menu, ground, *spot.ends)
    menu.addSeparator()
    menu.addActions(list(ground.verbs))
    return menu


def door_menu(
    parent: QWidget, reading: Reading, selection: Selection, product: str, chains: Iterable[str]
) -> QMenu:
    """The chains that a product leads to."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _doors(menu, reading, selection, product, chains)
    return menu


def counted_menu(parent: QWidget, ground: Ground, items: Iterable[str]) -> QMenu:
    """Products that are only counted; a click selects one."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    products = ground.reading.atlas.products
    for key in items:
        words = products[key].label.replace("&", "&&")
        menu.addAction(words, lambda key=key: ground.selection.pick(Target("product", key)))
    return menu


def _of_product(menu: QMenu, ground: Ground, product: str) -> None:
    reading, selection = ground.reading, ground.selection
    found = reading.atlas.products[product]
    menu.addAction(text("ui.card.fold"), lambda: ground.look(fold=product, box=""))
    _copying(menu, text("ui.card.copy"), found.name)
    if product in reading.verdicts:
        _copying(menu, text("ui.card.copy.answer"), answer(reading, product))
    target = Target("product", product)
    menu.addAction(text("ui.card.list"), lambda: ground.look(page=LISTS_PAGE, target=target))
    chains = [c for c in reading.atlas.chains_of.get(product, ()) if c != selection.focus.chain]
    if chains:
        doors = menu.addMenu(text("ui.card.doors"))
        _doors(doors, reading, selection, product, chains)
    _buying(menu, reading, ground.assume, product)
    _editing(menu, ground, product)


def _editing(menu: QMenu, ground: Ground, product: str) -> None:
    """What can be changed of the card, which is selected, its capacities first."""
    able = [action for action in ground.edits if action.isEnabled()]
    more = [action for action in ground.more_edits if action.isEnabled()]
    if not able:
        return
    menu.addSeparator()
    _amending(menu, ground, product)
    menu.addActions(able[:1])
    if more:
        menu.addMenu(text("ui.inspector.more")).addActions(more)
    menu.addActions(able[1:])


def _amending(menu: QMenu, ground: Ground, product: str) -> None:
    """The capacities on record, in a menu of their own where there are several."""
    found = list(amends(ground.reading, product))
    inner = menu.addMenu(text("ui.card.amend")) if len(found) > 1 else menu
    for words, figure in found:
        told = words if inner is not menu else text("ui.card.amend.one", words=words)
        inner.addAction(told.replace("&", "&&"), partial(ground.amend, figure))


def _of_line(menu: QMenu, ground: Ground, supplied: str, consumer: str) -> None:
    """What can be changed of an input; a line for something else has nothing."""
    products = ground.reading.atlas.products
    able = any(action.isEnabled() for action in ground.edits)
    if not able or supplied not in ground.reading.atlas.inputs_of(consumer):
        return
    names = {"input": products[supplied].label, "name": products[consumer].label}
    ask = partial(ground.change_input, supplied=supplied, consumer=consumer)
    words = text("ui.line.edit", **names).replace("&", "&&")
    menu.addAction(words, lambda: ask("edit"))
    inner = menu.addMenu(text("ui.line.role"))
    roles = {role: text(f"standing.role.{role}") for role in map(str, Role)}
    for role, told in {**roles, "": text("ui.line.role.mass")}.items():
        action = inner.addAction(told, partial(ask, role))
        action.setCheckable(True)
        action.setChecked(role == _role(ground.reading, supplied, consumer))
    menu.addAction(text("ui.line.remove"), lambda: ask("remove"))


def _role(reading: Reading, supplied: str, consumer: str) -> str:
    """The role that the office has given to an input; empty where the mass decides."""
    routes = reading.atlas.products[consumer].routes
    flows = (flow for route in routes for flow in route.inputs if flow.product == supplied)
    return next((str(flow.role) for flow in flows if flow.role), "")


def _of_box(menu: QMenu, ground: Ground, graph: Graph, segment: int) -> None:
    found = next((s for s in graph.segments if s.id == segment), None)
    if found is None:
        return
    names = "\n".join(graph.by_id[p].full for p in found.items)
    menu.addAction(text("ui.box.alone"), lambda: ground.look(fold="", box=found.key))
    _copying(menu, text("ui.card.copy"), found.name)
    _copying(menu, text("ui.box.copy"), names)


def _copying(menu: QMenu, words: str, copied: str) -> None:
    menu.addAction(words, lambda: QGuiApplication.clipboard().setText(copied))


def _doors(
    menu: QMenu, reading: Reading, selection: Selection, product: str, chains: Iterable[str]
) -> None:
    for chain in chains:
        words = text("ui.card.door", name=reading.atlas.chains[chain].label).replace("&", "&&")
        menu.addAction(words, lambda chain=chain: selection.enter(product, chain))


def _buying(
    menu: QMenu, reading: Reading, assume: Callable[[Switches], None], product: str
) -> None:
    """The switch of a product: 允许外购, or for a raw one 列入本地目标."""
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
