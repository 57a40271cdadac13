"""The middle of the map page: the picture of what is looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.views.map_view import MapView
from liantu.model.focus import Focus
from liantu.ui.look import Tones
from liantu.ui.pages.map.area import MapArea


class MapPanel(QWidget):
    """Holds the area that draws the map; the row above it and the legend stand outside."""

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self.setObjectName("centre")
        self.area = MapArea(look)
        self.canvas = self.area.canvas
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)

    @property
    def view(self) -> MapView | None:
        """The layered map of what is shown; ``None`` for nothing."""
        return self.area.view

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the map of the focus as it paints and stresses it; none where there is no chain."""
        self.area.draw(reading, focus)

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self.area.set_tones(look)
