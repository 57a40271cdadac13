"""A fault of the program: what is written down about it, and the dialog that tells it."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from liantu import __version__, paths
from liantu.logs.privacy import redacted
from liantu.render.errors import ExportError
from liantu.wording import reason, text

Offer = tuple[str, Callable[[], None]]
LONGEST = 200
"""Characters of a reason; what an exception says may be a whole file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """``reason`` in one line; ``details`` with the traceback. Neither names a person."""

    reason: str
    details: str

    @classmethod
    def of(cls, error: BaseException) -> Fault:
        """What is told about an exception."""
        words = " ".join(f"{type(error).__name__}: {error}".split())
        short = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
        return cls(redacted(short), redacted("".join(traceback.format_exception(error))))

    @property
    def whole(self) -> str:
        """What is copied, with the versions that an engineer asks for first."""
        python, qt = platform.python_version(), qVersion()
        about = f"liantu {__version__}, Python {python}, Qt {qt}, {platform.platform()}"
        return f"{redacted(about)}\n\n{self.details}"


class FaultDialog(QMessageBox):
    """Tells a fault; its details can be copied, its buttons leave it open but the last one."""

    def __init__(self, words: str, fault: Fault, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._whole = fault.whole
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(text("ui.crash.title"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setInformativeText(text("ui.crash.reason", reason=fault.reason))
        self.setDetailedText(self._whole)
        self._act(text("ui.crash.copy"), self._copy)
        self._act(text("ui.crash.folder"), open_log_folder)

    def add(self, fault: Fault) -> None:
        """Another fault that came while this one is told."""
        self._whole = f"{self._whole}\n\n{fault.details}"
        self.setDetailedText(self._whole)

    def end_with(self, caption: str) -> QPushButton:
        """Give it the button that closes it, as Esc and Enter do."""
        button = self.addButton(caption, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(button)
        return button

    def accept_with(self, caption: str, then: Callable[[], None]) -> None:
        """Give it a button that does something and closes it."""
        button = self.addButton(caption, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(then)

    def _act(self, caption: str, run: Callable[[], None]) -> None:
        button = self.addButton(caption, QMessageBox.ButtonRole.ActionRole)
        button.clicked.disconnect()  # it acts, and leaves the dialog where it is
        button.clicked.connect(run)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)


def open_log_folder() -> None:
    """Show the folder of the logs, made if it is not there."""
    folder = paths.log_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        words = text("ui.crash.unopened", folder=folder)
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(words)
        box.open()


def is_fault(error: BaseException) -> bool:
    """Whether it is one of the program, and not of a disk, a folder or a wish that cannot be."""
    return not isinstance(error, OSError | ExportError | MemoryError)


def told(error: Exception) -> str:
    """Why work failed, for the user: a part of a sentence, or the sentence of the error."""
    if isinstance(error, ExportError):
        return text(error.code, **error.params)
    if isinstance(error, OSError):
        return reason(error)
    return text("ui.crash.memory" if isinstance(error, MemoryError) else "ui.crash.short")


def offers(error: Exception) -> tuple[Offer, ...]:
    """What a note about failed work offers: the details of a fault, nothing for anything else."""
    if not is_fault(error):
        return ()
    return ((text("ui.crash.details"), partial(_show, Fault.of(error))),)


def _show(fault: Fault) -> None:
    dialog = FaultDialog(text("ui.crash.inside"), fault, QApplication.activeWindow())
    dialog.end_with(text("ui.close"))
    dialog.open()
