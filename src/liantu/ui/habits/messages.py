"""What Qt itself complains of goes to the log, and what it dies of to the user as well."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from liantu import outside, paths
from liantu.logs import records
from liantu.wording import text

_log = logging.getLogger("liantu.qt")
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def listen() -> None:
    """Hear of what Qt says from now on; before the application object is made, as that may die."""
    qInstallMessageHandler(hear)


def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Log it with its place; Qt ends the program after a fatal one."""
    file, line, function, category = (
        getattr(context, name) for name in ("file", "line", "function", "category")
    )
    place = f" ({file}:{line} {function})" if file else ""
    _log.log(_LEVELS.get(kind, logging.DEBUG), "%s: %s%s", category or "default", words, place)
    if kind is QtMsgType.QtFatalMsg:
        records.flush()
        told = text("entry.failed", reason=words, folder=paths.log_folder())
        outside.tell(told, text("ui.app"), bad=True)
