"""The map of a chain on both sides, next to each other, each with what differs marked."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from liantu.briefing.versions import bare_map
from liantu.diagram.theme import LIGHT, Theme
from liantu.jobs import Progress
from liantu.render.pictures import as_image
from liantu.telling.versions.comparison import Comparison, Version
from liantu.ui.habits.fault import told
from liantu.ui.tasks import Tasks
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.wording import text

LEAST = QSize(300, 180)
DPI = 96


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


class TwoMaps(QWidget):
    """Drawn away from the window's thread once they are seen, for the room there is. ``opened``
    carries the chain whose map is wanted.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tasks = Tasks(self)
        self._found: Comparison | None = None
        self._theme: Theme = LIGHT
        self._shown: tuple[object, ...] = ()
        self.chain = Combo()
        self.chain.setAccessibleName(text("version.tab.chain"))
        self.chain.setMinimumWidth(220)
        self.chain.currentIndexChanged.connect(self._draw)
        self.pictures = (Picture(), Picture())
        self.heads = (label("", "secondary"), label("", "secondary"))
        sides = QHBoxLayout()
        for head, picture in zip(self.heads, self.pictures, strict=True):
            picture.asked.connect(lambda: self.opened.emit(self.chain.currentData() or ""))
            column = QVBoxLayout()
            column.addWidget(head)
            column.addWidget(picture, 1)
            sides.addLayout(column, 1)
        row = QHBoxLayout()
        row.addWidget(self.chain)
        row.addWidget(label(text("version.map.hint"), "secondary"), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.addLayout(row)
        box.addLayout(sides, 1)

    @property
    def busy(self) -> bool:
        """Whether the pictures are still being drawn."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._draw()

    def show_found(self, found: Comparison, chain: str) -> None:
        """Offer the chains with the most changes first; ``chain`` is shown where it has some."""
        self._found, self._shown = found, ()
        for side, head, code in zip(
            (found.before, found.after), self.heads, ("before", "after"), strict=True
        ):
            head.setText(text(f"version.tab.{code}", name=side.title))
        counts = chain_counts(found)
        self.chain.blockSignals(True)
        self.chain.clear()
        chains = found.after.atlas.chains
        for key in sorted(chains, key=lambda one: -counts[one]):
            words = text("version.map.chain", chain=chains[key].label, count=counts[key])
            self.chain.addItem(words, key)
        if counts[chain]:
            self.chain.setCurrentIndex(self.chain.findData(chain))
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

    def _draw(self) -> None:
        found, chain = self._found, self.chain.currentData()
        rooms = [picture.size() for picture in self.pictures]
        wish = (found, chain, self._theme, *((r.width(), r.height()) for r in rooms))
        if not self.isVisible() or found is None or not chain or wish == self._shown:
            return
        self._shown = wish
        self._tasks.drop()
        ratio, theme = self.devicePixelRatioF(), self._theme

        def job(progress: Progress) -> list[QImage | str]:
            return [
                _image(found, side, chain, room, ratio, theme, progress)
                for side, room in zip((found.before, found.after), rooms, strict=True)
            ]

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


def chain_counts(found: Comparison) -> Counter[str]:
    """How many products that differ each chain shows."""
    counts: Counter[str] = Counter()
    for chain in {**found.before.atlas.chains, **found.after.atlas.chains}:
        counts[chain] = len(found.shown(chain) & found.turns.keys())
    return counts


def _image(
    found: Comparison,
    side: Version,
    chain: str,
    room: QSize,
    ratio: float,
    theme: Theme,
    progress: Progress,
) -> QImage | str:
    """The map of a side, or a sentence where it has none."""
    if chain not in side.atlas.chains:
        return text("version.map.absent", name=side.title)
    size = (float(room.width()), float(room.height()))
    drawing = bare_map(found, side, chain, size, theme)
    progress.check()
    share = min(room.width() / drawing.width, room.height() / drawing.height)
    return as_image(drawing, max(1, int(DPI * ratio * share)), progress)
