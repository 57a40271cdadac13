"""The middle: header with sections and numbers, the map, its legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import LENSES, Lens
from liantu.diagram.views.map_view import MapView, arrange
from liantu.layout.geometry import Layout
from liantu.model import Chain, Section
from liantu.model.focus import Focus
from liantu.telling import completeness
from liantu.ui import looking
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.look import Tones
from liantu.ui.pages.map.legend import Legend
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import Elided, plain_tip
from liantu.wording import text


class MapPanel(QWidget):
    """Shows the map of a focus; ``section_chosen`` carries a section id, empty for all,
    ``lens_chosen`` the value of a lens, ``county_chosen`` a name, empty for all.
    """

    section_chosen = Signal(str)
    lens_chosen = Signal(str)
    county_chosen = Signal(str)

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self.setObjectName("centre")
        self._look = look
        self._headed: object = None
        self._place: object = None
        self.view: MapView | None = None
        self.layout_: Layout | None = None
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(text("ui.map"))
        self.title = Elided("", "mapTitle")
        self.numbers = Elided("", "secondary")
        self.sections = QHBoxLayout()
        self.sections.setSpacing(0)
        self._group = QButtonGroup(self)
        self._lenses = QButtonGroup(self)
        self._zoom = QHBoxLayout()
        self._zoom.setSpacing(4)
        self.legend = Legend()
        self.county = Combo()
        self.county.setAccessibleName(text("ui.county"))
        self.county.activated.connect(self._on_county)
        self._assemble()

    def add_zoom(self, actions: list[QAction]) -> None:
        """Put the buttons of the zoom verbs into the header."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            self._zoom.addWidget(button)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the map of the focus as it paints and stresses it; none where there is no chain."""
        self._show_map(reading, focus)
        self._set_lens(LENSES[focus.lens])
        if self.view is None:
            return
        self._show_head(reading, focus)
        self.canvas.highlight(looking.stressed(reading, focus))
        self.canvas.select(focus.product)

    def _show_map(self, reading: Reading, focus: Focus) -> None:
        view = looking.whole_map(reading, focus)
        place = (focus.map, focus.chain, looking.section_of(reading, focus), focus.fold)
        if view is None or (view is self.view and place == self._place):
            self.view = view
            return
        part = looking.folded(view, focus.fold)
        self.view, self.layout_ = view, arrange(view)
        layout = self.layout_ if part is view else arrange(part)
        again = place == self._place
        self._place = place
        theme = self._look.theme
        self.canvas.show_map(part, layout, theme, folded=part is not view, again=again)

    def _show_head(self, reading: Reading, focus: Focus) -> None:
        section = looking.section_of(reading, focus)
        key = (reading.serial, focus.map, focus.chain, section, focus.county)
        if key == self._headed or self.view is None:
            return
        self._headed = key
        chain = reading.atlas.chains.get(focus.chain)
        whole = focus.map is None and chain is not None
        self.county.setVisible(whole)
        if whole and chain is not None:
            self._head_chain(reading, chain, section)
            self._offer_counties(reading, focus)
        else:
            self.title.set_words(self.view.title)
            self.numbers.set_words("")
            self._offer_sections((), None)

    def _offer_counties(self, reading: Reading, focus: Focus) -> None:
        found = looking.counties(reading, focus)
        self.county.clear()
        self.county.addItem(text("ui.county.all", count=sum(found.values())), "")
        for name, count in found.items():
            self.county.addItem(text("ui.county.one", name=name, count=count), name)
        self.county.setCurrentIndex(max(0, self.county.findData(focus.county)))

    def _on_county(self) -> None:
        self.county_chosen.emit(self.county.currentData() or "")

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._look = look
        self.canvas.set_theme(look.theme)
        self.legend.set_tones(look)

    def section_buttons(self) -> list[QPushButton]:
        """The section buttons from left to right; none for a chain without sections."""
        return [b for b in self._group.buttons() if isinstance(b, QPushButton)]

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addLayout(self._zoom)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addLayout(self._lens_row())
        tools.addLayout(self.sections)
        tools.addWidget(self.county)
        tools.addStretch(1)
        rows = QVBoxLayout()
        rows.setContentsMargins(16, 6, 16, 4)
        rows.setSpacing(3)
        rows.addLayout(head)
        rows.addWidget(self.numbers)
        rows.addLayout(tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(rows)
        box.addWidget(self.canvas, 1)
        box.addWidget(self.legend)

    def _set_lens(self, lens: Lens) -> None:
        self.canvas.set_lens(lens)
        self.legend.show_lens(lens)
        for button in self._lenses.buttons():
            button.setChecked(button.property("lens") == lens.id)

    def lens_buttons(self) -> list[QPushButton]:
        """The lens buttons from left to right."""
        return [b for b in self._lenses.buttons() if isinstance(b, QPushButton)]

    def _lens_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for lens in LENSES.values():
            words = lens.name
            button = QPushButton(words)
            button.setObjectName("segment")
            button.setAccessibleName(words)
            button.setCheckable(True)
            button.setProperty("lens", lens.id)
            button.clicked.connect(lambda _=False, lens=lens: self.lens_chosen.emit(lens.id))
            self._lenses.addButton(button)
            row.addWidget(button)
        return row

    def _head_chain(self, reading: Reading, chain: Chain, section: str | None) -> None:
        self.title.set_words(chain.name)
        self.numbers.set_words(completeness.numbers(reading, chain.id, section))
        plain_tip(self.numbers, completeness.numbers_in_full(reading, chain.id, section))
        self._offer_sections(chain.sections, section)

    def _offer_sections(self, sections: Sequence[Section], chosen: str | None) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self.sections.removeWidget(old)
            old.hide()
            old.deleteLater()
        if len(sections) < 2:
            return
        self._section(text("ui.section.all"), "", chosen is None)
        for section in sections:
            self._section(section.name or section.id, section.id, section.id == chosen)

    def _section(self, words: str, key: str, chosen: bool) -> None:
        button = QPushButton(words.replace("&", "&&"))
        button.setObjectName("segment")
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.setChecked(chosen)
        button.clicked.connect(lambda: self.section_chosen.emit(key))
        self._group.addButton(button)
        self.sections.addWidget(button)
