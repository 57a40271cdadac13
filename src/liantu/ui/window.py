"""The main window: a frame that is furnished after its first paint."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence

from liantu.render.faces import lacking_faces
from liantu.ui.pages.reading import ReadingPage
from liantu.ui.remembered import settings as stored
from liantu.ui.remembered.store import Trouble
from liantu.ui.shell import Shell
from liantu.ways import Rank, at_work
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.ui.desk import Desk

_SHOWING = (QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class Window(Shell):
    """Shows a data folder or what the file of a view tells of one, by default the folder that was
    open last. ``chain`` is opened first; ``date`` is the 口径日期 asked for. ``furnished`` tells
    that its inside is there.
    """

    furnished = Signal()

    def __init__(self, start: Path | None = None, chain: str = "", date: str = "") -> None:
        settings = stored.load()
        start = (start or settings.usual_folder).absolute()  # it is told, and kept
        super().__init__(ReadingPage(start), settings)
        self._asked = (start, chain, date)
        self._painted = False
        self._leaving = False
        self.desk: Desk | None = None

    def event(self, event: QEvent) -> bool:
        """Furnish the window once its first frame has been painted. Workers give way while it is
        laid out and painted, with all that lies in it.
        """
        with at_work(Rank.WINDOW) if event.type() in _SHOWING else nullcontext():
            done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.furnish)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else has a use for closes the newest note."""
        esc = event.matches(QKeySequence.StandardKey.Cancel)
        if not (esc and self.desk is not None and self.desk.banner.close_newest()):
            super().keyPressEvent(event)

    def furnish(self) -> None:
        """Build the inside and read the folder; most of the program is imported only here."""
        from liantu.ui.desk import Desk  # noqa: PLC0415  the frame must not wait
        from liantu.ui.remembered import export_memory  # noqa: PLC0415

        if self.desk is None and self.isVisible():  # it may be closed at once
            exports = export_memory.trouble()  # before a dialog or page reads it
            with self.undressed():
                self.desk = Desk(self, *self._asked)
                self.put_inside(self.desk)
            self._tell_trouble(exports, self.desk.report.view.trouble)
            self.desk.start()
            self.furnished.emit()

    def _tell_trouble(self, *others: Trouble | None) -> None:
        """Say which files of the planner are not used and whether the font is missing."""
        found = [trouble for trouble in (self.settings.trouble, *others) if trouble]
        words = [text(trouble.code, path=trouble.path) for trouble in found]
        words += [text("render.font", face=face) for face in lacking_faces()]
        if words:
            self.add_note("\n".join(words))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; what is not saved is asked about first."""
        if self.desk is not None and not self._leaving and self.desk.safety.may_lose:
            event.ignore()
            self.desk.safety.leaving.leave(self.close_anyway)
            return
        if self.desk is not None:
            self.desk.stop()
        self.note_geometry()
        stored.save(self.settings)
        super().closeEvent(event)

    def close_anyway(self) -> None:
        """Close without a question: what is not saved is lost, but for what is kept of it."""
        self._leaving = True
        self.close()
