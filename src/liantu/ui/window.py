"""The main window: a frame that is on screen at once and furnished after its first paint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from liantu.render.faces import lacking_faces
from liantu.ui import settings as stored
from liantu.ui.frame import packed, unpacked
from liantu.ui.look import is_dark, palette, tones
from liantu.ui.panels.topbar import TopBar
from liantu.ui.sheet import sheet
from liantu.ui.widgets.banner import Banner
from liantu.ui.widgets.text import label
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.ui.workbench import Workbench


class Window(QMainWindow):
    """Shows one data folder. ``chain`` is opened first; ``date`` is the 口径日期 asked for."""

    def __init__(self, folder: Path, chain: str = "", date: str = "") -> None:
        super().__init__()
        self._asked = (folder, chain, date)
        self._painted = False
        self.bench: Workbench | None = None
        self.settings = stored.load()
        self.tones = tones(is_dark(self.settings.theme))
        self.topbar = TopBar()
        self.status = label()
        self._body = QVBoxLayout()
        self._build()
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def event(self, event: QEvent) -> bool:
        """Furnish the window once its first frame has been painted."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.furnish)
        return done

    def furnish(self) -> None:
        """Build the inside and read the folder; most of the program is imported only here."""
        from liantu.ui.workbench import Workbench  # noqa: PLC0415  the frame must not wait

        if self.bench is None:
            self.bench = Workbench(self, *self._asked)
            self._body.takeAt(1).widget().deleteLater()
            self._body.addWidget(self.bench, 1)
            self.bench.set_tones(self.tones)
            self._tell_damage(self.bench)
            self.bench.reload()

    def _tell_damage(self, bench: Workbench) -> None:
        """Say which files of the planner were set aside and whether the font is missing."""
        kept = [path for path in (self.settings.bad, bench.reports.bad) if path]
        words = [text("ui.damaged", path=path) for path in kept]
        words += [text("render.font", face=face) for face in lacking_faces()]
        if words:
            note = Banner("ui.damaged.name")
            note.tell("\n".join(words), kind="bad")
            self._body.addWidget(note)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window."""
        if self.bench is not None:
            self.bench.stop()
        self.settings.geometry = packed(self.saveGeometry())
        stored.save(self.settings)
        super().closeEvent(event)

    def say(self, words: str) -> None:
        """Show ``words`` in the status bar."""
        self.status.setText(words)

    def choose_theme(self, choice: str) -> None:
        """Light, dark or as the system."""
        self.settings.theme = choice
        self._dress()

    def _build(self) -> None:
        self.setWindowTitle(text("ui.app"))
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.topbar)
        waiting = label(text("ui.reading", folder=self._asked[0]), "hint")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body.addWidget(waiting, 1)
        self.setCentralWidget(inside)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        if not self.restoreGeometry(unpacked(self.settings.geometry)):
            screen = self.screen().availableGeometry()
            self.resize(min(1600, screen.width()), min(1000, screen.height()))

    def _dress(self) -> None:
        self.tones = tones(is_dark(self.settings.theme))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(self.tones))
            app.setStyleSheet(sheet(self.tones))
        if self.bench is not None:
            self.bench.set_tones(self.tones)

    def _on_scheme(self) -> None:
        if self.settings.theme == "system":
            self._dress()
