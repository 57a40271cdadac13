"""The frame of the window: on screen at once, with nothing in it but its bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from liantu.ui.bars.topbar import TopBar
from liantu.ui.habits.dropping import Drops
from liantu.ui.remembered.settings import Settings
from liantu.ui.style.look import is_dark, palette, tones
from liantu.ui.style.sheet import sheet
from liantu.ui.widgets.text import Elided
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.ui.widgets.banner import Offer

LEAST = QSize(800, 460)
"""Smallest window: what is left of 1366×768 at 150 % has room for it; on a screen with less room
at its scale the window is as large as that.
"""
LARGE = 1500
"""Width of a window with a higher header (px)."""
MOST, WITHIN = QSize(1600, 1000), 0.9
"""Size at first, and as a share of the screen at most."""


class Shell(QMainWindow):
    """Bar, status line, colours and settings; ``dressed`` tells that the colours are others."""

    dressed = Signal()

    def __init__(self, waiting: QWidget, settings: Settings) -> None:
        """``waiting`` is shown until the inside is there."""
        super().__init__()
        self.settings = settings
        self._dress()  # before there is anything to be dressed again
        self.topbar = TopBar()
        self.status = Elided()
        self.drops = Drops(self)
        self._body = QVBoxLayout()
        self._assemble(waiting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def say(self, words: str) -> None:
        """Show ``words`` in the status bar."""
        self.status.set_words(words)

    def choose_theme(self, choice: str) -> None:
        """Light, dark or as the system."""
        self.settings.theme = choice
        self._dress()

    def close_anyway(self) -> None:
        """Close without a question."""
        self.close()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """No sheet is worn while much is put together: under one, Qt dresses a widget again each
        time something that it lies in is put into something else, and some of it as if it still lay
        where it was made. Once the sheet is back, each is dressed once, for where it lies.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        worn = app.styleSheet()
        app.setStyleSheet("")
        try:
            yield
        finally:
            app.setStyleSheet(worn)

    def put_inside(self, inside: QWidget) -> None:
        """Replace what was shown while it was made."""
        self._body.takeAt(1).widget().deleteLater()
        self._body.addWidget(inside, 1)

    def add_note(
        self, words: str, offers: Sequence[Offer] = (), name: str = "ui.damaged.name"
    ) -> None:
        """Tell something bad below the inside, beside whatever its own banner tells."""
        from liantu.ui.widgets.banner import Banner  # noqa: PLC0415  no first frame has notes

        note = Banner(name)
        self._body.addWidget(note)  # first, or it would be a window of its own for a moment
        note.tell(words, offers, "bad")

    def showEvent(self, event: QShowEvent) -> None:
        """Take what is dropped from now on: only now there is a window of the system."""
        self.drops.watch(self.windowHandle())
        super().showEvent(event)

    def note_geometry(self) -> None:
        """Note place and size in the settings."""
        self.settings.geometry = packed(self.saveGeometry())

    def _assemble(self, waiting: QWidget) -> None:
        self.setWindowTitle(text("ui.app"))
        self.setMinimumSize(LEAST.boundedTo(self.screen().availableGeometry().size()))
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.topbar)
        self._body.addWidget(waiting, 1)
        self.setCentralWidget(inside)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        if not self.restoreGeometry(unpacked(self.settings.geometry)):
            self._take_first_size()

    def appear(self) -> None:
        """Show the window as it was left, the first time as large as the screen."""
        if self.settings.geometry:
            self.show()
            QTimer.singleShot(0, self, self._keep_on_screen)
        else:
            self.showMaximized()

    def _keep_on_screen(self) -> None:
        """No larger than the screen with its frame, and within it."""
        if self.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            return
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        around = frame.size() - self.size()
        self.resize(self.size().boundedTo(room.size() - around))
        outer = self.size() + around
        x = min(frame.x(), room.right() + 1 - outer.width())
        y = min(frame.y(), room.bottom() + 1 - outer.height())
        self.move(max(x, room.x()), max(y, room.y()))

    def show_status(self, shown: bool) -> None:
        """The status line, which a page may want the room of."""
        self.statusBar().setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A lower header on a small window."""
        super().resizeEvent(event)
        self.topbar.grow(large=self.width() >= LARGE)

    def _take_first_size(self) -> None:
        """The size once it is no longer maximised: well within the screen."""
        room = self.screen().availableGeometry().size() * WITHIN
        self.resize(room.boundedTo(MOST))

    def _dress(self) -> None:
        """Take the colours over where they are others: Qt dresses every widget again for them.

        Another sheet in the place of one dresses a widget once for each of its ancestors as well,
        which takes seconds; none at all, and then the first sheet, once each.
        """
        self.tones = tones(is_dark(self.settings.theme))
        app, worn = QApplication.instance(), sheet(self.tones)
        if isinstance(app, QApplication) and app.styleSheet() != worn:
            app.setStyleSheet("")
            app.setPalette(palette(self.tones))
            app.setStyleSheet(worn)
            self.dressed.emit()

    def _on_scheme(self) -> None:
        if self.settings.theme == "system":
            self._dress()


def unpacked(state: str) -> QByteArray:
    """A state of Qt from its text; empty for nonsense."""
    return QByteArray.fromBase64(state.encode("ascii", "ignore"))


def packed(state: QByteArray) -> str:
    """A state of Qt as text for the settings."""
    return bytes(state.toBase64().data()).decode("ascii")
