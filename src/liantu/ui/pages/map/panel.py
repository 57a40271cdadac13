"""The map of a focus, as the lens paints it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import LENSES
from liantu.diagram.views.map_view import MapView, arrange
from liantu.layout.geometry import Layout
from liantu.model.focus import Focus
from liantu.ui import looking
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.look import Tones
from liantu.wording import text


class MapPanel(QWidget):
    """Holds the canvas; ``view`` is the map shown without its fold, ``None`` for nothing."""

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self.setObjectName("centre")
        self._look = look
        self._place: object = None
        self.view: MapView | None = None
        self.layout_: Layout | None = None
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(text("ui.map"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the map of the focus as it paints and stresses it; none where there is no chain."""
        self._show_map(reading, focus)
        self.canvas.set_lens(LENSES[focus.lens])
        if self.view is None:
            return
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

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._look = look
        self.canvas.set_theme(look.theme)
