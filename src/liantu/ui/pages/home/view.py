"""总览: the headline, a tile for each chain, the pictures of the city."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.city import PICTURES
from liantu.diagram.plate import Plate, Spot
from liantu.diagram.theme import Theme
from liantu.jobs import Progress
from liantu.model.focus import Focus
from liantu.telling.status import headline
from liantu.ui.look import Tones
from liantu.ui.pages.home.board import TileBoard
from liantu.ui.pages.home.figures import figure_blocks
from liantu.ui.pages.home.legend import legend
from liantu.ui.pages.home.tile import Tile
from liantu.ui.tasks import Tasks
from liantu.ui.widgets.picture import PlateView
from liantu.ui.widgets.text import label
from liantu.wording import text

SHOWN = ("network", "heat", "counties")
"""Pictures below the tiles."""


class Home(QScrollArea):
    """Emits ``chosen`` with the id of the clicked chain, ``listed`` with the :class:`Spot`
    whose list is wanted, ``export_asked`` and ``copy_asked`` with the name of a
    picture of the city.
    """

    chosen = Signal(str)
    listed = Signal(object)
    export_asked = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setAccessibleName(text("ui.page.home"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tones = tones
        self._tasks = Tasks(self)
        self._reading: Reading | None = None
        self.headline = label("", "pageTitle", wrap=True)
        self.statement = label("", "statement", wrap=True)
        self.figures = QHBoxLayout()
        self.board = TileBoard()
        self.board.chosen.connect(self.chosen)
        self.board.listed.connect(self.listed)
        self._captions: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        self.pictures: dict[str, PlateView] = {}
        self._assemble()
        self.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def tiles(self) -> list[Tile]:
        """The tiles in sight and near it."""
        return self.board.tiles

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._tones = tones
        if self._reading is not None:
            self._paint(self._reading)

    def draw(self, reading: Reading, _: Focus) -> None:
        """Show another reading; the old pictures stay until the new ones are made."""
        self._reading = reading
        self.headline.setText(headline(reading))
        statement = reading.atlas.statement
        self.statement.setText(text("ui.statement", statement=statement) if statement else "")
        self.statement.setVisible(bool(statement))
        self._show_figures(reading)
        self.board.show_reading(reading)
        self._look()
        self._paint(reading)

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()
        self.board.turns.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less is in sight."""
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        """Have the tiles made that are in sight or less than a view away."""
        height = self.viewport().height()
        top = self.verticalScrollBar().value() - self.board.y()
        self.board.see(top - height, top + 2 * height)

    def _assemble(self) -> None:
        for words in (self.headline, self.statement):
            words.setMinimumWidth(480)
        body = QWidget()
        body.setObjectName("homeBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 18, 24, 24)
        box.setSpacing(12)
        box.addWidget(self.headline)
        box.addWidget(self.statement)
        self.figures.setSpacing(12)
        box.addLayout(self.figures)
        box.addWidget(legend())
        box.addWidget(self.board)
        for name in SHOWN:
            self._add_picture(box, name)
        box.addStretch(1)
        self.setWidget(body)

    def _show_figures(self, reading: Reading) -> None:
        for _ in range(self.figures.count()):
            widget = self.figures.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for block in figure_blocks(reading):
            self.figures.addWidget(block, 1)

    def _add_picture(self, box: QVBoxLayout, name: str) -> None:
        view = PlateView()
        view.export_asked.connect(lambda: self.export_asked.emit(name))
        view.copy_asked.connect(lambda: self.copy_asked.emit(name))
        view.chosen.connect(self._on_spot)
        self._captions[name] = label("", "mapTitle")
        self._notes[name] = label("", "secondary", wrap=True)
        self.pictures[name] = view
        box.addSpacing(12)
        box.addWidget(self._captions[name])
        box.addWidget(self._notes[name])
        box.addWidget(view)

    def _paint(self, reading: Reading) -> None:
        """Have the pictures of the city made, or hide them where there is no chain."""
        self._tasks.drop()
        some = bool(reading.atlas.chains)
        for name, view in self.pictures.items():
            view.setVisible(some)
            self._captions[name].setVisible(some)
            self._notes[name].setVisible(some)
        if some:
            theme = self._tones.theme
            task = self._tasks.new(lambda progress: _plates(reading, theme, progress))
            task.done.connect(self._show_plates)
            task.start()

    def _show_plates(self, plates: dict[str, Plate]) -> None:
        for name, plate in plates.items():
            self.pictures[name].show_plate(plate)
            self._captions[name].setText(plate.title)
            self._notes[name].setText(plate.note)

    def _on_spot(self, spot: Spot) -> None:
        if spot.list:
            self.listed.emit(spot)
        else:
            self.chosen.emit(spot.chain)

    def to_top(self) -> None:
        """Begin at the top, for another folder."""
        self.verticalScrollBar().setValue(0)


def _plates(reading: Reading, theme: Theme, progress: Progress) -> dict[str, Plate]:
    found = {}
    for name in SHOWN:
        progress.check()
        found[name] = PICTURES[name](reading, theme)
    return found
