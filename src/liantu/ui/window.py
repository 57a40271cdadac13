"""The main window: a frame that is furnished after its first paint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent

from liantu.render.faces import lacking_faces
from liantu.ui import settings as stored
from liantu.ui.pages.reading import ReadingPage
from liantu.ui.shell import Shell, packed
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.ui.desk import Desk


class Window(Shell):
    """Shows one data folder. ``chain`` is opened first; ``date`` is the 口径日期 asked for."""

    def __init__(self, folder: Path, chain: str = "", date: str = "") -> None:
        folder = folder.absolute()  # it is told, and kept for the next start
        super().__init__(ReadingPage(folder))
        self._asked = (folder, chain, date)
        self._painted = False
        self.desk: Desk | None = None

    def event(self, event: QEvent) -> bool:
        """Furnish the window once its first frame has been painted."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.furnish)
        return done

    def furnish(self) -> None:
        """Build the inside and read the folder; most of the program is imported only here."""
        from liantu.ui.desk import Desk  # noqa: PLC0415  the frame must not wait

        if self.desk is None and self.isVisible():  # it may be closed at once
            self.desk = Desk(self, *self._asked)
            self.put_inside(self.desk)
            self._tell_damage(self.desk)
            self.desk.start()

    def _tell_damage(self, desk: Desk) -> None:
        """Say which files of the planner were set aside and whether the font is missing."""
        kept = [path for path in (self.settings.bad, desk.report.view.bad) if path]
        words = [text("ui.damaged", path=path) for path in kept]
        words += [text("render.font", face=face) for face in lacking_faces()]
        if words:
            self.add_note("\n".join(words))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window."""
        if self.desk is not None:
            self.desk.stop()
        self.settings.geometry = packed(self.saveGeometry())
        stored.save(self.settings)
        super().closeEvent(event)
