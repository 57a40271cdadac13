"""Starts the window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtGui import QFont, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication

from liantu.render.errors import ExportError
from liantu.render.fonts import FAMILY, register_fonts
from liantu.ui.habits import messages
from liantu.ui.habits.crash import CrashTeller
from liantu.ui.habits.entering import EnterKey
from liantu.ui.habits.first import UserFirst
from liantu.ui.habits.focusing import FocusLine
from liantu.ui.habits.guarding import guard
from liantu.ui.habits.heap import share_heaps
from liantu.ui.habits.identity import identify
from liantu.ui.habits.language import speak_chinese
from liantu.ui.habits.single import Single
from liantu.ui.habits.undoing import UndoKeys
from liantu.ui.remembered import settings
from liantu.ui.style import typesize
from liantu.ui.window import Window
from liantu.ui.work.collecting import Collector
from liantu.wording import text

CHROME_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC")
"""Preferred for the chrome where installed; the bundled font stands in on bare machines."""

STYLE = ("-style", "Fusion")
"""As words of a command: ``setStyle`` returns the style, and Python would make a class of it with
all its enumerations, a twentieth of the start.
"""
_log = logging.getLogger(__name__)

TURN_S = 0.0001
"""So long a worker may compute before the window's thread gets its turn. At Python's own 5 ms,
drawing beside a worker takes three times as long, since every call of Qt gives the turn away.
"""
ALONE = "QT_NO_GUI_THREADPOOL"
"""Told to Qt, its painter does not hand every faint card to other threads in slices: waiting for
them takes longer than painting does, many times so where the processor has something else to do.
"""
PIXELS_KB = 96 * 1024
"""What the parts of a map on a large screen take as pixels; with less they are painted again and
again.
"""


def run(
    start: Path | None,
    chain: str = "",
    date: str = "",
    argv: Sequence[str] = (),
    crashed: Path | None = None,
    single: Single | None = None,
) -> int:
    """Show the window on ``start`` until it is closed; returns the exit code. ``crashed`` is the
    trace of the run before, if that ended in a crash; through ``single`` later starts call it.
    """
    messages.listen()
    typesize.take(settings.load().type_size)
    app = make_app(argv)
    teller = _take_habits(app)
    try:
        window = Window(start, chain, date)
        window.furnished.connect(_note_start)
        window.furnished.connect(teller.be_calm)
        window.furnished.connect(partial(_take_care, app, teller, window))
        if single is not None:
            window.furnished.connect(partial(_listen, app, window, single))
        if crashed is not None:
            window.furnished.connect(partial(_tell_crash, window, crashed))
        window.appear()
    except Exception as error:
        _note_start()
        teller.tell(type(error), error, error.__traceback__)
    return int(app.exec())


def start(folder: Path, chain: str = "", date: str = "") -> tuple[QApplication, Window]:
    """The application with all its habits, and its window, which is not shown yet."""
    app = make_app()
    _take_habits(app)
    return app, Window(folder, chain, date)


def _take_habits(app: QApplication) -> CrashTeller:
    Collector(app)
    teller = CrashTeller(app)
    teller.restart = _start_afresh
    teller.listen()
    return teller


def _take_care(app: QApplication, teller: CrashTeller, window: Window) -> None:
    """What is not saved is kept once something goes wrong, or the system is shut down."""
    if window.desk is not None:
        keep = window.desk.safety.guard.autosaver.keep_now
        teller.rescue = keep
        app.commitDataRequest.connect(lambda _: keep())


def _listen(app: QApplication, window: Window, single: Single) -> None:
    """Do what later starts ask for, until the window is closed."""
    from liantu.ui.habits.called import Called  # noqa: PLC0415  not for the first frame
    from liantu.ui.verbs.file import open_called  # noqa: PLC0415

    if window.desk is not None:
        called = Called(single, window)
        called.asked.connect(partial(open_called, window.desk.parts))
        app.aboutToQuit.connect(called.stop)


def _start_afresh() -> None:
    from liantu.ui.habits.afresh import start_afresh  # noqa: PLC0415  after a fault

    start_afresh(sys.argv[1:])


def _note_start() -> None:
    """What kind of machine this is; looking around must not delay the first frame."""
    from liantu.doctor.start import brief  # noqa: PLC0415
    from liantu.render.facts import look  # noqa: PLC0415

    _log.info("start: %s", brief(look()))


def _tell_crash(window: Window, trace: Path) -> None:
    """Say where the trace of the run before is; it is no longer new at the next start."""
    from liantu.ui.habits.fault import open_log_folder  # noqa: PLC0415  after a crash

    offers = [(text("ui.crash.folder"), open_log_folder)]
    window.add_note(text("ui.crash.earlier", path=trace), offers, "ui.crash.title")


def make_app(argv: Sequence[str] = ()) -> QApplication:
    """The application with name, fonts and style. Without the bundled font the system's stand in;
    the window says so.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        QGuiApplication.highDpiScaleFactorRoundingPolicy().PassThrough
    )
    os.environ.setdefault(ALONE, "1")
    app = QApplication([sys.argv[0], *STYLE, *argv])
    sys.setswitchinterval(TURN_S)
    share_heaps()
    QPixmapCache.setCacheLimit(PIXELS_KB)
    guard()
    identify(app)
    speak_chinese(app)
    UndoKeys(app)
    EnterKey(app)
    FocusLine(app)
    UserFirst(app)
    with suppress(ExportError):
        register_fonts()
    font = QFont(app.font())
    font.setFamilies([*CHROME_FAMILIES, FAMILY])
    app.setFont(font)
    return app
