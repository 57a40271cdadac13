"""What nobody foresaw is told in the window, with the details to copy, and logged."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from liantu.wording import text

if TYPE_CHECKING:  # else where it is used, which the first frame does not wait for
    from liantu.ui.habits.fault import Fault, FaultDialog

QUIET_S = 30.0
"""A fault that comes again sooner than so many seconds after the last time is not told again: it
may come with every mouse move, or each time the window paints itself.
"""
MOST = 5
"""Faults that are added to an open dialog; the log has all."""
FAILED = 1
"""Exit code where the window could not be used and the user gave up."""

_log = logging.getLogger(__name__)
Key = tuple[str, str, int]


class CrashTeller(QObject):
    """Told of every exception that nobody catches, on any thread; shows one dialog at a time."""

    _heard = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.dialog: FaultDialog | None = None
        self.restart: Callable[[], None] | None = None
        """Set while the window cannot be used yet: a fault then offers to start afresh."""
        self.rescue: Callable[[], object] | None = None
        """Keeps what is not saved; on any thread, and never raises."""
        self._counts: Counter[Key] = Counter()
        self._last: dict[Key, float] = {}
        self._lock = threading.Lock()
        self._added = 0
        # Queued: a fault of painting must not open a dialog in the middle of it.
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Hear of every exception that nobody catches."""
        sys.excepthook = self.tell
        threading.excepthook = self._tell_thread
        sys.unraisablehook = _log_unraisable

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep what is not saved, log it, and have it shown; an interrupt ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        key = _key(kind, trace)
        with self._lock:
            self._counts[key] += 1
            count, now = self._counts[key], time.monotonic()
            again = now - self._last.get(key, -QUIET_S) < QUIET_S
            self._last[key] = now
        if not again and self.rescue is not None:
            self.rescue()
        if is_noted(count):
            _log.error("fault ×%d: %s: %s", count, kind.__name__, error, exc_info=error)
        if not again:
            from liantu.ui.habits.fault import Fault  # noqa: PLC0415

            self._heard.emit(Fault.of(error))

    def be_calm(self) -> None:
        """The window can be used from now on."""
        self.restart = None

    def _tell_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.tell(told.exc_type, told.exc_value, told.exc_traceback)

    def _show(self, fault: Fault) -> None:
        """A fault of its own must not come back here for ever."""
        try:
            if self.dialog is None or not self.dialog.isVisible():  # hidden with its parent
                self._open(fault)
            elif self._added < MOST:
                self._added += 1
                self.dialog.add(fault)
        except Exception:
            _log.exception("the dialog of faults has one")

    def _open(self, fault: Fault) -> None:
        from liantu.ui.habits.fault import FaultDialog  # noqa: PLC0415

        code = "ui.crash" if self.restart is None else "ui.crash.start"
        dialog = FaultDialog(text(code), fault, _window())
        if self.restart is None:
            dialog.end_with(text("ui.close"))
        else:
            dialog.accept_with(text("ui.crash.restart"), self.restart)
            dialog.end_with(text("ui.crash.leave")).clicked.connect(_give_up)
        forget = partial(self._forget, dialog)
        dialog.finished.connect(forget)
        dialog.destroyed.connect(forget)  # with the window that it lies over
        self.dialog, self._added = dialog, 0
        dialog.open()

    def _forget(self, dialog: FaultDialog, *_: object) -> None:
        if self.dialog is dialog:
            self.dialog = None


def _window() -> QWidget | None:
    """The window in front; not a menu or a field that opens below something, which goes at once."""
    found = QApplication.activeWindow()
    while found is not None and found.windowType() is Qt.WindowType.Popup:
        below = found.parentWidget()
        found = below.window() if below is not None else None
    return found


def _give_up() -> None:
    QApplication.exit(FAILED)


def hand_over(error: Exception) -> None:
    """Tell of a fault that was caught where nothing can be offered; others are no surprise."""
    from liantu.ui.habits.fault import is_fault  # noqa: PLC0415

    if is_fault(error):
        sys.excepthook(type(error), error, error.__traceback__)


def is_noted(count: int) -> bool:
    """Whether a fault that came so often is logged: the first time, the tenth, the hundredth."""
    return str(count).strip("0") == "1"


def _key(kind: type[BaseException], trace: TracebackType | None) -> Key:
    """The same for the same fault: its kind and the place where it was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return (kind.__name__, "", 0)
    return (kind.__name__, trace.tb_frame.f_code.co_filename, trace.tb_lineno)


def _log_unraisable(told: sys.UnraisableHookArgs) -> None:
    """An exception while something was given up: nothing that anybody asked for has failed."""
    _log.error("%s: %r", told.err_msg or "ignored", told.object, exc_info=told.exc_value)
