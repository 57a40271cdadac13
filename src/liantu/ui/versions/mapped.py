"""The map of a chain with what changed marked on it, of either version."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from liantu.briefing.versions import changed_map
from liantu.diagram.theme import DARK, LIGHT
from liantu.jobs import Progress
from liantu.render.pictures import as_image
from liantu.telling.versions.comparison import Comparison
from liantu.ui.habits.fault import told
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

LEAST = QSize(420, 200)
MIDDLE = 128
"""Of the lightness of colours."""


class MapTab(QWidget):
    """Drawn away from the window's thread, once it is seen, for the room that there is."""

    def __init__(self, found: Comparison) -> None:
        super().__init__()
        self._found = found
        self._tasks = Tasks(self)
        self._shown: tuple[object, ...] = ()
        self.chain = Combo()
        self.chain.setAccessibleName(text("version.head.chain"))
        self.side = Combo()
        self.side.setAccessibleName(text("version.map.side"))
        self.picture = QLabel()
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(LEAST)
        self.picture.setAccessibleName(text("version.compare.map"))
        self._offer()
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 4)
        row.addWidget(self.chain)
        row.addWidget(self.side)
        row.addWidget(label(text("version.map.hint"), "secondary", wrap=True), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(row)
        box.addWidget(self.picture, 1)
        for combo in (self.chain, self.side):
            combo.currentIndexChanged.connect(self._draw)

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def _offer(self) -> None:
        """The chains with the most changes first; the newer version first."""
        marks = self._found.turns
        for version in (self._found.after, self._found.before):
            self.side.addItem(version.title, version)
        counts: Counter[str] = Counter()
        for version in (self._found.after, self._found.before):
            for product in marks:
                for chain in version.atlas.chains_of.get(product, ()):
                    counts[chain] = max(counts[chain], self._count(chain))
        chains = self._found.after.atlas.chains
        for chain in sorted(chains, key=lambda key: -counts[key]):
            words = text("version.map.chain", chain=chains[chain].label, count=counts[chain])
            self.chain.addItem(words, chain)

    def _count(self, chain: str) -> int:
        marks, seen = self._found.turns, set[str]()
        for version in (self._found.after, self._found.before):
            known = version.atlas.chains.get(chain)
            seen |= {m.product for m in known.members()} if known else set()
        return len(seen & marks.keys())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn while the tab was hidden."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for the room."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        chain, version = self.chain.currentData(), self.side.currentData()
        room, ratio = self.picture.size(), self.devicePixelRatioF()
        wish = (chain, version, room.width(), room.height())
        if not self.isVisible() or not chain or wish == self._shown:
            return
        self._shown = wish
        self._tasks.drop()
        if chain not in version.atlas.chains:
            self.picture.setText(text("version.map.absent", name=version.title))
            return
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < MIDDLE
        theme = DARK if dark else LIGHT
        found, size = self._found, (float(room.width()), float(room.height()))

        def job(progress: Progress) -> QImage:
            drawing = changed_map(found, version, chain, size, theme)
            progress.check()
            share = min(room.width() / drawing.width, room.height() / drawing.height)
            return as_image(drawing, max(1, int(96 * ratio * share)), progress)

        task = self._tasks.new(job)
        task.done.connect(lambda image: self._show(image, ratio))
        task.failed.connect(lambda error: self.picture.setText(told(error)))
        task.start()

    def _show(self, image: QImage, ratio: float) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
