"""The row above the map: the chain in two lines, and the switches of the map."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import COMPARE, LENSES
from liantu.model.focus import AUTO, SEGMENTS, TILES, TREE, WHOLE, Focus
from liantu.ui.pages.map.head_lines import FirstLine, SecondLine
from liantu.ui.seen import comparing, looking
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.choice import Choice
from liantu.ui.widgets.one_stop import OneStop
from liantu.ui.widgets.shrinking import Shrinking, Step
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

NARROW = 1100
"""Width under which lenses and detail are menus."""
LOW, HIGH, ONE_LINE = 44, 46, 34
"""Height on a small window, on a large one, and with one line only."""
VIEWS, DETAILS = (SEGMENTS, TREE), (TILES, AUTO, WHOLE)


class MapHead(Shrinking):
    """``section_chosen`` carries a section id, empty for all, ``lens_chosen`` the id of a lens,
    ``county_chosen`` a name, empty for all, ``view_chosen`` and ``detail_chosen`` values of a
    focus, ``against_chosen`` what is compared with. ``help_asked`` wants the legend, where it has
    no line of its own.
    """

    section_chosen = Signal(str)
    lens_chosen = Signal(str)
    county_chosen = Signal(str)
    view_chosen = Signal(str)
    detail_chosen = Signal(str)
    against_chosen = Signal(str)
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("head")
        self.setAccessibleName(text("ui.head"))
        self._drawn: object = None
        self._told: object = None
        self.first, self.second = FirstLine(), SecondLine()
        self.lens = Choice(self, text("ui.lens"), text("ui.lens.short"))
        self.detail = Choice(self, text("ui.detail"), text("ui.detail.short"))
        self.view = Choice(self, text("ui.view"), folded=True)
        self.against = Choice(self, text("ui.against"), text("ui.against.short"), folded=True)
        self.section = Choice(self, text("ui.section"), folded=True)
        self.county = Choice(self, text("ui.county"), folded=True)
        self.more = _menu_button()
        self.help = QToolButton()
        self.help.setText(text("ui.legend.help.sign"))
        self.help.setAccessibleName(text("ui.legend.help"))
        plain_tip(self.help, text("ui.legend.help"))
        self.help.clicked.connect(self.help_asked)
        self.zoom: dict[str, QToolButton] = {}
        self._stops = OneStop(self)
        self._offer_ways()
        self._assemble()
        self.take_height(large=False, one_line=False)

    def add_zoom(self, actions: Mapping[str, QAction]) -> None:
        """Put buttons for the zoom verbs, by their id, at the right end."""
        for key, action in actions.items():
            button = QToolButton()
            button.setText(text(f"ui.zoom.{key}"))
            run_by(button, action)
            self.zoom[key] = button
            self.row.addWidget(button)
        self.row.addWidget(self.help)
        self._take_stops()

    def show_zoom(self, percent: int) -> None:
        """How large the map is, on the button that shows it as it is."""
        self.zoom["actual_size"].setText(text("ui.zoom.percent", percent=percent))

    def take_height(self, *, large: bool, one_line: bool) -> None:
        """Fit a large or a small window; ``one_line`` leaves the numbers behind ▶."""
        self.setFixedHeight(ONE_LINE if one_line else HIGH if large else LOW)
        self.second.setHidden(one_line)

    def offer_help(self, offered: bool) -> None:
        """The button for the legend."""
        self.help.setVisible(offered)

    def mark(self, focus: Focus) -> None:
        """Show which ways of looking are chosen."""
        self.lens.mark(focus.lens)
        self.view.mark(focus.view)
        self.detail.mark(focus.detail)

    def draw(self, reading: Reading, focus: Focus, title: str) -> None:
        """Tell the chain of the focus, or only the ``title`` of another map."""
        self.mark(focus)
        self._offer_sides(reading, focus)
        section = looking.section_of(reading, focus)
        told = (reading.serial, focus.map, focus.chain, section, focus.county, title)
        key = (told, focus.lens == COMPARE, focus.against)
        if key == self._drawn:
            return
        if told != self._told:
            self._told = told
            self._tell(reading, focus, section, title)
        self._drawn = key
        self._take_stops()
        self.fit()

    def _tell(self, reading: Reading, focus: Focus, section: str | None, title: str) -> None:
        chain = reading.atlas.chains.get(focus.chain) if focus.map is None else None
        if chain is None:
            self.first.show_title(title)
            self.second.clear()
            self.section.offer({}, "")
            self.county.offer({}, "")
        else:
            self.first.show_chain(reading, chain, section)
            self.second.show_chain(reading, chain, section)
            self._offer(reading, focus, section)

    def _offer(self, reading: Reading, focus: Focus, section: str | None) -> None:
        sections = reading.atlas.chains[focus.chain].sections
        shown = {s.id: s.name or s.id for s in sections} if len(sections) > 1 else {}
        whole = {"": text("ui.section.all"), **shown} if shown else {}
        self.section.offer(whole, section or "")
        found = looking.counties(reading, focus)
        counties = {"": text("ui.county.all", count=sum(found.values()))}
        counties |= {n: text("ui.county.one", name=n, count=c) for n, c in found.items()}
        self.county.offer(counties, focus.county)

    def _offer_sides(self, reading: Reading, focus: Focus) -> None:
        """What the lens 对比 compares with; nothing under another lens."""
        sides, chosen = comparing.sides(reading, focus) if focus.lens == COMPARE else ({}, "")
        self.against.offer(sides, chosen)

    @property
    def _choices(self) -> tuple[Choice, ...]:
        ways = (self.lens, self.against, self.detail, self.view)
        return (*ways, self.section, self.county)

    def _offer_ways(self) -> None:
        self.lens.offer({lens.id: lens.name for lens in LENSES.values()}, "")
        self.detail.offer({key: text(f"ui.detail.{key}") for key in DETAILS}, AUTO)
        self.view.offer({key: text(f"ui.view.{key}") for key in VIEWS}, SEGMENTS)
        for choice, chosen in (
            (self.lens, self.lens_chosen),
            (self.detail, self.detail_chosen),
            (self.view, self.view_chosen),
            (self.against, self.against_chosen),
            (self.section, self.section_chosen),
            (self.county, self.county_chosen),
        ):
            choice.chosen.connect(chosen)

    def _assemble(self) -> None:
        self._words = QWidget()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        lines = QVBoxLayout(self._words)
        lines.setContentsMargins(0, 3, 0, 3)
        lines.setSpacing(0)
        lines.addWidget(self.first)
        lines.addWidget(self.second)
        row = self.row
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(5)
        row.addWidget(self._words, 1)
        for choice in self._choices:
            row.addWidget(choice)
        self.more.menu().addMenu(self.section.menu)
        self.more.menu().addMenu(self.county.menu)
        row.addWidget(self.more)
        self.help.setParent(self)
        self.help.hide()
        self.set_steps(
            Step(self._fold_ways, below=NARROW),
            Step(self._put_parts_away),
            Step(self._shorten_zoom),
        )

    def fit(self) -> None:
        """First know what the words take at least, which is sure only once they are dressed."""
        if self.isVisible():
            self._keep_words()
        super().fit()

    def _keep_words(self) -> None:
        """The name, 主材保障 and 缺主材 are never given up."""
        self._words.setMinimumWidth(max(self.first.least, self.second.least))

    def _fold_ways(self, folded: bool) -> None:
        self.lens.fold(folded)
        self.detail.fold(folded)

    def _put_parts_away(self, away: bool) -> None:
        self.section.put_away(away)
        self.county.put_away(away)
        self.more.setVisible(away)

    def _shorten_zoom(self, short: bool) -> None:
        for key in ("fit", "actual_size"):
            if key in self.zoom:
                self.zoom[key].setHidden(short)

    def _take_stops(self) -> None:
        parts = [part for c in self._choices for part in (*c.buttons, c.closed)]
        self._stops.take(self.first.more, *parts, self.more, *self.zoom.values(), self.help)


def _menu_button() -> QToolButton:
    button = QToolButton()
    button.setText(text("ui.more.sign"))
    button.setAccessibleName(text("ui.more"))
    plain_tip(button, text("ui.more"))
    button.setMenu(QMenu(button))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.hide()
    return button
