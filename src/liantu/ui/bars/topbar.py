"""The one row at the top: menu, pages, search, date, assumptions, steps back, export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QToolButton

from liantu.model.focus import CHARTS, HOME, LISTS_PAGE, MAP, PLAN, POSTER, REPORT
from liantu.ui.bars.date_bar import DateBar
from liantu.ui.bars.menu_keys import MenuKeys
from liantu.ui.bars.search_button import SearchButton
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.one_stop import OneStop
from liantu.ui.widgets.shrinking import Shrinking, Step
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.analysis.reading import Reading

PAGES = (HOME, MAP, POSTER, LISTS_PAGE, PLAN, REPORT, CHARTS)
"""The pages from left to right; the desk has one for each."""

NAME, LEAST_NAME = 12, 5
"""Characters of a scenario that the bar has room for, and where it is narrow."""
LOW, HIGH = 38, 42
"""Height on a small window and on a large one."""


class TopBar(Shrinking):
    """``page_chosen`` carries one of :data:`PAGES`; ``search_asked`` wants the palette,
    ``unsaved_asked`` what is not saved. ``scenario_menu`` is filled each time it opens.

    Nothing of it can be used before there is something to do: the menus and the steps back until
    the verbs exist, the rest until a folder is read.
    """

    page_chosen = Signal(str)
    search_asked = Signal()
    unsaved_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAccessibleName(text("ui.topbar"))
        self.main_menu = QMenu(self)
        self.export_menu = QMenu(self)
        self.menu_button = _menu_button("ui.app", "ui.menu", self.main_menu)
        self.menu_button.setObjectName("brand")
        self.export_button = _menu_button("ui.export.button", "ui.export.button", self.export_menu)
        self.export_button.setObjectName("primary")
        self.pages = {page: self._page(page) for page in PAGES}
        self.search = SearchButton()
        self.search.clicked.connect(self.search_asked)
        self.date = DateBar()
        self.scenario_menu = QMenu(self)
        self.scenario_menu.setToolTipsVisible(True)
        self.scenario = QToolButton()
        self.scenario.setObjectName("scenario")
        self.scenario.setMenu(self.scenario_menu)
        self.scenario.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.now = QToolButton()
        self.now.setObjectName("leaveScenario")
        self.now.setText(text("ui.scenario.leave"))
        self.now.hide()
        self._changed, self._brief, self._signed, self._leaveless = False, False, False, False
        self._most = NAME
        self.unsaved = QToolButton()
        self.unsaved.setObjectName("unsaved")
        self.unsaved.clicked.connect(self.unsaved_asked)
        self.unsaved.hide()
        self._unsaved = 0
        self.undo, self.redo = QToolButton(), QToolButton()
        self._shorten_steps(False)
        self._assemble()
        self.show_scenario(text("ui.scenario.now"), "")
        self.grow(large=False)
        self.menu_button.setEnabled(False)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.let_use(False)

    def let_use(self, ready: bool) -> None:
        """Whether there are data to look at: pages, search, assumptions and exports."""
        for part in (*self.pages.values(), self.search, self.scenario, self.export_button):
            part.setEnabled(ready)

    def show_page(self, page: str) -> None:
        """Mark the page as the current one."""
        self.pages[page].setChecked(True)

    def tell_scenario(self, reading: Reading) -> None:
        """The date and the assumptions of a reading."""
        # The bar is seen before there is anything to tell, and does not wait for what tells it.
        from liantu.telling.assumed import assumed, named  # noqa: PLC0415
        from liantu.telling.events import days, events  # noqa: PLC0415

        self.date.show_date(reading.date, days(events(reading)))
        scenario = reading.scenario
        self.show_scenario(named(reading), assumed(reading) if scenario.assumes else scenario.name)

    def show_scenario(self, name: str, changes: str) -> None:
        """Tell how the city is looked at; ``changes`` says what is assumed, empty: nothing."""
        self._name = name
        if self._changed != bool(changes):  # the first look at a style costs the start dearly
            self._changed = bool(changes)
            self.scenario.setProperty("changed", self._changed)
            self.scenario.style().unpolish(self.scenario)
            self.scenario.style().polish(self.scenario)
        self._offer_leave()
        plain_tip(self.scenario, changes or text("ui.scenario.none"))
        self._name_scenario()

    def show_unsaved(self, count: int) -> None:
        """So many things were edited and are not saved."""
        self._unsaved = count
        self._name_unsaved()
        self._show(self.unsaved, count > 0)

    def take_steps(self, undo: QAction, redo: QAction, now: QAction) -> None:
        """Let the buttons do what the verbs do; the menu is filled by now."""
        self.menu_button.setEnabled(True)
        self._keys = MenuKeys(self.window(), self.menu_button, self.export_button)
        for button, action in ((self.undo, undo), (self.redo, redo), (self.now, now)):
            run_by(button, action)

    def grow(self, *, large: bool) -> None:
        """The height for a large or a small window."""
        self.setFixedHeight(HIGH if large else LOW)

    def _assemble(self) -> None:
        group = QButtonGroup(self)
        row = self.row
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(5)
        row.addWidget(self.menu_button)
        for button in self.pages.values():
            group.addButton(button)
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        for part in (
            self.unsaved,
            self.date,
            self.scenario,
            self.now,
            self.undo,
            self.redo,
            self.export_button,
        ):
            row.addWidget(part)
        self._stops = OneStop(self)
        self._stops.take(
            self.menu_button,
            *self.pages.values(),
            self.search,
            self.unsaved,
            self.scenario,
            self.now,
            self.undo,
            self.redo,
            self.export_button,
        )
        self.set_steps(
            Step(self.date.hide_slider),
            Step(partial(self.search.give_way, 1)),
            Step(partial(self.search.give_way, 2)),
            Step(self._shorten_scenario),
            Step(self._shorten_unsaved),
            Step(self._shorten_steps),
            Step(self.date.hide_caption),
            Step(self._shorten_name),
            Step(self.date.hide_arrows),
            Step(self._hide_steps),
            Step(self.search.setHidden),
            Step(self._leave_out_leave),
            Step(self._shorten_menus),
        )

    def _shorten_scenario(self, brief: bool) -> None:
        self._brief = brief
        self._name_scenario()

    def _shorten_name(self, brief: bool) -> None:
        self._most = LEAST_NAME if brief else NAME
        self._name_scenario()

    def _name_scenario(self) -> None:
        name, most = self._name, self._most
        shown = name if len(name) <= most else name[: most - 1] + "…"
        words = shown if self._brief else text("ui.scenario", name=shown)
        self.scenario.setText(text("ui.dropdown", words=words))
        self.scenario.setAccessibleName(text("ui.scenario", name=name))

    def _shorten_unsaved(self, brief: bool) -> None:
        self._signed = brief
        self._name_unsaved()

    def _name_unsaved(self) -> None:
        code = "ui.unsaved.sign" if self._signed else "ui.unsaved.mark"
        self.unsaved.setText(text(code, count=self._unsaved))
        words = text("ui.unsaved.tip", count=self._unsaved)
        self.unsaved.setAccessibleName(words)
        plain_tip(self.unsaved, words)

    def _shorten_steps(self, brief: bool) -> None:
        for button, words, sign in (
            (self.undo, "ui.verb.undo", "ui.undo.sign"),
            (self.redo, "ui.verb.redo", "ui.redo.sign"),
        ):
            button.setText(text(sign if brief else words))

    def _hide_steps(self, hidden: bool) -> None:
        """Leave the buttons of undoing out; keys and menu have them."""
        for button in (self.undo, self.redo):
            button.setHidden(hidden)

    def _leave_out_leave(self, hidden: bool) -> None:
        """Leave out the way back from what is assumed; the menu beside it has it."""
        self._leaveless = hidden
        self._offer_leave()

    def _offer_leave(self) -> None:
        self._show(self.now, self._changed and not self._leaveless)

    def _show(self, button: QToolButton, shown: bool) -> None:
        """A button that goes gives its keys to that of the page: Qt would give them to the next in
        the row, where Space and Enter do something else than what was just done.
        """
        if not shown and button.hasFocus():
            page = next((one for one in self.pages.values() if one.isChecked()), None)
            (page or self.menu_button).setFocus()
        button.setVisible(shown)

    def _shorten_menus(self, brief: bool) -> None:
        """Leave out the signs that a menu comes."""
        named = ((self.menu_button, "ui.app"), (self.export_button, "ui.export.button"))
        for button, words in named:
            button.setText(text(words) if brief else text("ui.dropdown", words=text(words)))

    def _page(self, page: str) -> QPushButton:
        button = QPushButton(text(f"ui.page.{page}"))
        button.setObjectName("page")
        button.setAccessibleName(text(f"ui.page.{page}"))
        button.setCheckable(True)
        button.clicked.connect(lambda: self.page_chosen.emit(page))
        return button


def _menu_button(words: str, name: str, menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setText(text("ui.dropdown", words=text(words)))
    button.setAccessibleName(text(name))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
