"""Two maps next to each other, drawn away from the window's thread once they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from liantu.diagram.drawing import Drawing
from liantu.diagram.theme import LIGHT, Theme
from liantu.jobs import Progress
from liantu.render.pictures import as_image
from liantu.ui.habits.fault import told
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks

LEAST = QSize(300, 180)
DPI = 96
CHOICE = 220
"""Least width of the choice of a chain."""
Draw = Callable[[str, tuple[float, float], Theme], Sequence[Drawing | str]]
"""Both maps for a chain, each as large as the size; a sentence where there is none."""


class Picture(QLabel):
    """A map; ``asked``: it was clicked twice."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(LEAST)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the map."""
        event.accept()
        self.asked.emit()


class TwoPictures(QWidget):
    """``opened`` carries which of both maps (0 or 1) is wanted, and the chosen chain. The choice of
    a chain is hidden where there is none to choose.
    """

    opened = Signal(int, str)

    def __init__(self, chosen: str, hint: str) -> None:
        """``chosen`` names the choice, ``hint`` says what the pictures can do."""
        super().__init__()
        self._tasks = Tasks(self)
        self._made: Draw | None = None
        self._theme: Theme = LIGHT
        self._shown: tuple[object, ...] = ()
        self.chain = Combo()
        self.chain.setAccessibleName(chosen)
        self.chain.setMinimumWidth(CHOICE)
        self.chain.currentIndexChanged.connect(self._draw)
        self.pictures = (Picture(), Picture())
        self.heads = (label("", "secondary"), label("", "secondary"))
        sides = QHBoxLayout()
        for at, (head, picture) in enumerate(zip(self.heads, self.pictures, strict=True)):
            picture.asked.connect(partial(self._open, at))
            column = QVBoxLayout()
            column.addWidget(head)
            column.addWidget(picture, 1)
            sides.addLayout(column, 1)
        row = QHBoxLayout()
        row.addWidget(self.chain)
        row.addWidget(label(hint, "secondary"), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.addLayout(row)
        box.addLayout(sides, 1)

    @property
    def busy(self) -> bool:
        """Whether the pictures are still being drawn."""
        return self._tasks.running

    def let_go(self) -> None:
        """Hold nothing that could be drawn until something is offered again."""
        self._tasks.drop()
        self._made, self._shown = None, ()
        for picture in self.pictures:
            picture.clear()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._draw()

    def offer(
        self, heads: Sequence[str], chains: Sequence[tuple[str, str]], chain: str, made: Draw
    ) -> None:
        """Draw by ``made`` from now on, under these heads. ``chains``: words and ids, the first is
        shown unless ``chain`` is one of them.
        """
        self._made, self._shown = made, ()
        for head, words in zip(self.heads, heads, strict=True):
            head.setText(words)
        self.chain.blockSignals(True)
        self.chain.clear()
        for words, key in chains:
            self.chain.addItem(words, key)
        self.chain.setCurrentIndex(max(0, self.chain.findData(chain)) if chains else -1)
        self.chain.setVisible(len(chains) > 1 or bool(chains and chains[0][0]))
        self.chain.blockSignals(False)
        self._draw()

    def choose(self, chain: str) -> None:
        """Show another chain."""
        at = self.chain.findData(chain)
        if at >= 0:
            self.chain.setCurrentIndex(at)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn while it was hidden."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for the room."""
        super().resizeEvent(event)
        self._draw()

    def _open(self, at: int) -> None:
        self.opened.emit(at, self.chain.currentData() or "")

    def _draw(self) -> None:
        made, chain = self._made, self.chain.currentData()
        rooms = [picture.size() for picture in self.pictures]
        wish = (made, chain, self._theme, *((r.width(), r.height()) for r in rooms))
        if not self.isVisible() or made is None or chain is None or wish == self._shown:
            return
        self._shown = wish
        self._tasks.drop()
        ratio, theme = self.devicePixelRatioF(), self._theme

        def job(progress: Progress) -> list[QImage | str]:
            size = (float(rooms[0].width()), float(rooms[0].height()))
            drawn = made(chain, size, theme)
            progress.check()
            dpi = int(DPI * ratio)
            return [d if isinstance(d, str) else as_image(d, dpi, progress) for d in drawn]

        task = self._tasks.new(job)
        task.done.connect(lambda images: self._show(images, ratio))
        task.failed.connect(lambda error: self.pictures[0].setText(told(error)))
        task.start()

    def _show(self, images: list[QImage | str], ratio: float) -> None:
        for picture, image in zip(self.pictures, images, strict=True):
            if isinstance(image, str):
                picture.setText(image)
                continue
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
            picture.setPixmap(pixmap)
