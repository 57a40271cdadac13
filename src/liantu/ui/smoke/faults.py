"""Everything that goes wrong anywhere in the program, from the first line of a smoke run on."""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HARMLESS = re.compile(r"This plugin does not support (propagateSizeHints|raise|grabbing)")
"""What Qt says of platforms without a screen."""
_TOLD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


@dataclass(frozen=True, slots=True)
class Fault:
    """``where`` is what told of it (``exception``, ``thread``, ``log``, ``qt`` …); ``details`` is
    a traceback or empty; ``step`` the id of the step that ran.
    """

    where: str
    words: str
    details: str = ""
    step: str = ""


class Faults(logging.Handler):
    """Hears of exceptions of every thread, log records and Qt's messages of warning and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Fault] = []
        self.step = ""

    def listen(self) -> None:
        """Hear of everything; called again, it takes the hooks back from whoever set others."""
        sys.excepthook = self.on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread
        qInstallMessageHandler(self._on_qt)
        logging.captureWarnings(True)
        root = logging.getLogger()
        if self not in root.handlers:
            root.addHandler(self)

    def add(self, where: str, words: str, details: str = "") -> None:
        """Note a fault of the present step."""
        self.found.append(Fault(where, words, details, self.step))

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An exception that nobody caught, on the window's thread."""
        self._add_error("exception", kind, error, trace)

    def emit(self, record: logging.LogRecord) -> None:
        """A record of the log."""
        details = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        self.add("log", f"{record.name}: {record.getMessage()}", details)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        self._add_error("thread", args.exc_type, error, args.exc_traceback)

    def _on_unraisable(self, args: Any) -> None:
        error = args.exc_value or args.exc_type()
        self._add_error(f"unraisable {args.object!r}", args.exc_type, error, args.exc_traceback)

    def _on_qt(self, kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        if kind in _TOLD and not _HARMLESS.search(words):
            stack = "".join(traceback.format_stack()[:-1])
            self.add("qt", words, stack)

    def _add_error(
        self,
        where: str,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        self.add(where, f"{kind.__name__}: {error}", details)
