"""What nobody foresaw is told in the window, with the details to copy; it is logged each time."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from liantu import __version__
from liantu.wording import text

_log = logging.getLogger(__name__)


class CrashTeller(QObject):
    """Told of an exception that reached Qt; shows one dialog at a time, as one fault may come with
    every mouse move.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.dialog: QMessageBox | None = None

    def listen(self) -> None:
        """Hear of every exception that nobody catches."""
        sys.excepthook = self.tell

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log it, and show it unless another one is shown; an interrupt ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.error("not caught: %s", details)
        if self.dialog is None:
            self._show(f"{error}" or kind.__name__, details)

    def _show(self, reason: str, details: str) -> None:
        about = f"liantu {__version__}, Python {platform.python_version()}, {platform.platform()}"
        whole = f"{about}\n\n{details}"
        dialog = QMessageBox(QApplication.activeWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setIcon(QMessageBox.Icon.Warning)
        dialog.setWindowTitle(text("ui.crash.title"))
        dialog.setText(text("ui.crash"))
        dialog.setInformativeText(text("ui.crash.reason", reason=reason))
        dialog.setDetailedText(whole)
        copy = dialog.addButton(text("ui.crash.copy"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # it copies, and leaves the dialog where it is
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(whole))
        dialog.addButton(text("ui.close"), QMessageBox.ButtonRole.RejectRole)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None
