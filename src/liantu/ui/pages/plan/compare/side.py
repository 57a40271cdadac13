"""Which side is meant: what is looked at now, a date, a scenario, or a version of the data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from liantu.analysis.reading import Reading
from liantu.library.versions.snapshots import Snapshot
from liantu.telling.assumed import named
from liantu.telling.versions.sides import choices
from liantu.ui.versions.source import FILE, FOLDER, Source, ask
from liantu.ui.widgets.fields import Combo
from liantu.wording import text

CURRENT = "current"
"""What is looked at now, whatever that becomes."""
WIDTH = 240
Side = str | Source


class SideCombo(Combo):
    """``chosen`` tells that the user means another side; its last entries ask for a folder or a
    file.
    """

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumWidth(WIDTH)
        self.setMaxVisibleItems(18)
        self._side: Side = CURRENT
        self._kept: list[Source] = []
        self._beside = Path()
        self.activated.connect(self._on_activated)

    @property
    def side(self) -> Side:
        """A way to look as it is written, :data:`CURRENT`, or a version."""
        return self._side

    def offer(self, reading: Reading) -> None:
        """Offer what ``reading`` can be compared with; what is meant stays."""
        self.clear()
        now = text("version.side.current", name=f"{named(reading)} {reading.date}")
        self.addItem(now, CURRENT)
        for said, words in choices(reading):
            self.addItem(words, said)
        for source in self._kept:
            self.addItem(source.title, source)
        for code in (FOLDER, FILE):
            self.addItem(text(f"version.source.{code}"), code)
        self.mean(self._side)

    def offer_versions(self, snapshots: Sequence[Snapshot], reading: Reading, folder: Path) -> None:
        """Add the versions of the folder, beside which others are looked for."""
        self._beside = folder.parent
        self._kept = [
            Source(text("version.source.kept", name=one.name, date=one.time[:10]), one.path)
            for one in snapshots
        ]
        self.offer(reading)

    def mean(self, side: Side) -> None:
        """Mean a side without telling anybody; one that is not offered is added."""
        self._side = side
        at = next((i for i in range(self.count()) if self.itemData(i) == side), -1)
        if at < 0:
            self.insertItem(1, side.title if isinstance(side, Source) else side, side)
            at = 1
        self.setCurrentIndex(at)

    def _add(self, path: Path) -> None:
        self._kept.append(Source(path.name, path))
        self.mean(self._kept[-1])
        self.chosen.emit()

    def _on_activated(self, at: int) -> None:
        asked = self.itemData(at)
        if asked in (FOLDER, FILE):
            self.mean(self._side)
            ask(self, asked, self._beside, self._add)
            return
        self._side = asked
        self.chosen.emit()
