"""The middle: header with sections and numbers, the map, its legend."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.diagram.lenses import LENSES, STRUCTURE, Lens
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.firm import build_firm_view
from liantu.diagram.views.map_view import MapView, arrange
from liantu.document.session import Session
from liantu.layout.geometry import Layout
from liantu.model import Chain
from liantu.telling import figures
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.look import Tones
from liantu.ui.panels.legend import Legend
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text


class MapPanel(QWidget):
    """Shows one chain or section; ``section_chosen`` carries a section id, empty for all."""

    section_chosen = Signal(str)
    lens_chosen = Signal(object)
    county_chosen = Signal(str)

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self.setObjectName("centre")
        self._look = look
        self._shown: tuple[int, str, str | None] | None = None
        self.section: str | None = None
        self.view: MapView | None = None
        self.layout_: Layout | None = None
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(text("ui.map"))
        self.title = Elided("", "mapTitle")
        self.numbers = label("", "secondary")
        self.sections = QHBoxLayout()
        self.sections.setSpacing(0)
        self._group = QButtonGroup(self)
        self._lenses = QButtonGroup(self)
        self.lens = STRUCTURE
        self._zoom = QHBoxLayout()
        self._zoom.setSpacing(4)
        self.legend = Legend()
        self.county = QComboBox()
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

    def show_chain(self, workspace: Session, chain: str, section: str | None) -> None:
        """Show the map of a chain, or of one of its sections."""
        key = (workspace.reading.serial, chain, section)
        if key == self._shown:
            return
        self._shown = key
        self.section = section
        self._show_header(workspace, workspace.reading.atlas.chains[chain], section)
        self.view = build_view(workspace.reading, chain, section)
        self.layout_ = arrange(self.view)
        self.canvas.show_map(self.view, self.layout_, self._look.theme)

    def show_firm(self, workspace: Session, enterprise: str) -> None:
        """Show the own map of an enterprise: inputs, products, local users."""
        self._shown = None
        self.view = build_firm_view(workspace.reading, enterprise)
        self.layout_ = arrange(self.view)
        self.title.set_words(self.view.title)
        self.numbers.setText("")
        for button in self._group.buttons():
            button.hide()
        self.county.hide()
        self.canvas.show_map(self.view, self.layout_, self._look.theme)

    def offer_counties(self, workspace: Session, chain: str, section: str | None) -> None:
        """Offer the counties of the chain's enterprises with their numbers; keep the choice."""
        firms = workspace.reading.summary(chain, section).enterprises
        counts = Counter(workspace.reading.atlas.enterprises[key].county for key in firms)
        chosen = self.county.currentData() or ""
        self.county.clear()
        self.county.addItem(text("ui.county.all", count=len(firms)), "")
        order = workspace.reading.atlas.library.region.counties
        for name in sorted(counts, key=lambda c: order.index(c) if c in order else len(order)):
            self.county.addItem(text("ui.county.one", name=name, count=counts[name]), name)
        self.county.setCurrentIndex(max(0, self.county.findData(chosen)))

    def _on_county(self) -> None:
        self.county_chosen.emit(self.county.currentData() or "")

    def forget(self) -> None:
        """Show the next map even if it has the same name."""
        self._shown = None

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
        head.addWidget(self.numbers)
        head.addLayout(self._zoom)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addLayout(self._lens_row())
        tools.addLayout(self.sections)
        tools.addWidget(self.county)
        tools.addStretch(1)
        rows = QVBoxLayout()
        rows.setContentsMargins(16, 8, 16, 6)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addLayout(tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(rows)
        box.addWidget(self.canvas, 1)
        box.addWidget(self.legend)

    def set_lens(self, lens: Lens) -> None:
        """Paint another property of the map."""
        self.lens = lens
        self.canvas.set_lens(lens)
        self.legend.show_lens(lens)
        for button in self._lenses.buttons():
            button.setChecked(button.property("lens") == lens.id)
        self.lens_chosen.emit(lens)

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
            button.setChecked(lens is self.lens)
            button.clicked.connect(lambda _=False, lens=lens: self.set_lens(lens))
            self._lenses.addButton(button)
            row.addWidget(button)
        return row

    def _show_header(self, workspace: Session, chain: Chain, section: str | None) -> None:
        self.title.set_words(chain.name)
        self.county.show()
        summary = workspace.reading.summary(chain.id, section)
        self.numbers.setText(
            text(
                "ui.numbers",
                coverage=figures.ratio(summary.coverage),
                closure=figures.ratio(summary.closure),
            )
        )
        self._offer_sections(chain, section)

    def _offer_sections(self, chain: Chain, chosen: str | None) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self.sections.removeWidget(old)
            old.hide()
            old.deleteLater()
        if len(chain.sections) < 2:
            return
        self._section(text("ui.section.all"), "", chosen is None)
        for section in chain.sections:
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
