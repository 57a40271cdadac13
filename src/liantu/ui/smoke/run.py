"""Runs the program as a planner would see it, and writes what came of it into a folder."""

from __future__ import annotations

import gc
import os
import platform
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from liantu import __version__, paths
from liantu.logs import records
from liantu.ui import app as program
from liantu.ui.smoke.clock import age_ms
from liantu.ui.smoke.driver import Driver
from liantu.ui.smoke.faults import Faults
from liantu.ui.smoke.made import FILES, LOG, REPORT, SETTINGS, clear, listed
from liantu.ui.smoke.report import Log, Outcome, Report
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.ui.smoke.steps import tour
from liantu.ui.smoke.watchdog import Watchdog
from liantu.ui.window import Window
from liantu.wording import text

SIZE = (1366, 768)
"""Of the window where there is no screen: that of the planners."""


def run(out: Path, folder: Path, chain: str = "", date: str = "") -> int:
    """Open the window on ``folder`` and walk through it; ``out`` takes the report and all files.

    Returns 0 if nothing went wrong, else 1; a window that hangs ends the program with 3.
    """
    return Smoke(out.resolve()).run(folder, chain, date)


class FirstPaint(QObject):
    """``painted`` tells once that a widget is on screen."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted.emit()
        return False


class Openings(QObject):
    """Takes what the program gives to others to open: nobody is there to look at it."""

    def __init__(self, faults: Faults) -> None:
        super().__init__()
        self._faults = faults
        QDesktopServices.setUrlHandler("file", self, "take")  # type: ignore[arg-type]  # what it takes

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """What is not there could not be opened."""
        if not Path(url.toLocalFile()).exists():
            self._faults.add("open", url.toString())


class Smoke:
    """One run. Settings are its own: those of the planner are neither read nor written."""

    def __init__(self, out: Path) -> None:
        self._out, self._report, self._faults = out, Report(), Faults()
        self._prepare()
        self._log = Log(out / LOG)
        self._watchdog = Watchdog(self._log.file, self._tell)

    def run(self, folder: Path, chain: str, date: str) -> int:
        """All of it; returns the exit code."""
        self._faults.listen()
        try:
            self._walk(folder, chain, date)
        except Exception as error:
            self._faults.on_exception(type(error), error, error.__traceback__)
        return self._finish()

    def _walk(self, folder: Path, chain: str, date: str) -> None:
        records.start()
        records.keep(paths.log_folder())
        gc.disable()  # as in every run: the window collects by itself
        self._openings = Openings(self._faults)
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        app, window = program.start(folder, chain, date)
        self._faults.listen()
        app.setQuitOnLastWindowClosed(False)  # the last step closes it, and is told of
        self._describe(folder)
        stage = Stage(window, self._out / FILES, self._faults)
        self._report.doctor = stage.findings
        driver = Driver(stage, partial(tour.plan, stage))
        driver.stepped.connect(self._on_step)
        driver.ended.connect(partial(self._on_ended, app))
        first = FirstPaint(window)
        first.painted.connect(self._on_painted)
        self._show(window)
        driver.start(Step("ready", text("ui.smoke.ready"), self._until_ready))
        self._watchdog.start()
        app.exec()

    def _prepare(self) -> None:
        """A report at once: it tells of a run that does not come to its end."""
        clear(self._out)
        os.environ["LIANTU_CONFIG"] = str(self._out / SETTINGS)
        self._save()

    def _show(self, window: Window) -> None:
        window.appear()
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            window.showNormal()
            window.resize(*SIZE)

    def _on_painted(self) -> None:
        self._report.times["shown_ms"] = age_ms()

    def _until_ready(self, stage: Stage) -> Script:
        yield lambda: stage.window.desk is not None or bool(self._faults.found)
        stage.watch()
        yield lambda: stage.ready or stage.unread
        expect(stage.ready, "not ready")
        self._report.times["ready_ms"] = age_ms()
        if sys.stdout is not None:
            print("ready", flush=True)  # noqa: T201  whoever started the program waits for it

    def _describe(self, folder: Path) -> None:
        font = QApplication.font()
        about: dict[str, Any] = {
            "program": __version__,
            "frozen": bool(getattr(sys, "frozen", False)),
            "executable": sys.executable,
            "python": platform.python_version(),
            "qt": qVersion(),
            "system": platform.platform(),
            "platform": QGuiApplication.platformName(),
            "font": QFontInfo(font).family(),
            "folder": str(folder),
        }
        self._report.about |= about
        self._log.say(text("ui.smoke.head", **about))

    def _on_step(self, outcome: Outcome) -> None:
        self._watchdog.pat()
        self._report.steps.append(outcome)
        self._log.tell(outcome)

    def _on_ended(self, app: QApplication) -> None:
        self._report.finished = True
        app.quit()

    def _finish(self) -> int:
        self._watchdog.stop()
        records.stop()
        for thread in threading.enumerate():
            if not thread.daemon and thread is not threading.main_thread():
                self._faults.add("thread", thread.name)
        self._report.files = listed(self._out, self._out / FILES, self._faults)
        self._tell()
        return 0 if self._report.good else 1

    def _tell(self) -> None:
        """Write everything down."""
        self._report.times["whole_ms"] = age_ms()
        self._save()
        for line in self._report.doctor:
            self._log.say(line)
        told: set[str] = set()
        for fault in self._report.faults:
            again = fault.details in told
            self._log.say(f"{fault.step}: {fault.words}\n{'' if again else fault.details}")
            told.add(fault.details)
        self._log.say(self._report.verdict)
        if not self._report.good and sys.stderr is not None:
            print(self._report.verdict, file=sys.stderr)  # noqa: T201

    def _save(self) -> None:
        self._report.faults = list(self._faults.found)
        self._report.save(self._out / REPORT)
