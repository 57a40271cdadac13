"""Runs the program as a planner would see it, and writes what came of it into a folder."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from liantu import __version__
from liantu.ui import app as program
from liantu.ui.smoke import tour
from liantu.ui.smoke.driver import Driver
from liantu.ui.smoke.faults import Faults
from liantu.ui.smoke.made import listed
from liantu.ui.smoke.report import Log, Outcome, Report
from liantu.ui.smoke.stage import Script, Stage, Step
from liantu.ui.smoke.watchdog import Watchdog
from liantu.ui.window import Window
from liantu.wording import text

REPORT, LOG, SETTINGS, FILES = "smoke.json", "smoke.log", "settings", "files"
"""What stands in the folder afterwards."""
SIZE = (1366, 768)
"""Of the window where there is no screen: that of the planners."""


def run(out: Path, folder: Path, chain: str = "", date: str = "") -> int:
    """Open the window on ``folder`` and walk through it; ``out`` takes the report and all files.

    Returns 0 if nothing went wrong, else 1; a window that hangs ends the program with 3.
    """
    return Smoke(out.resolve()).run(folder, chain, date)


class Smoke:
    """One run. Settings are its own: those of the planner are neither read nor written."""

    def __init__(self, out: Path) -> None:
        self._begun = time.perf_counter()
        self._out, self._report, self._faults = out, Report(), Faults()
        self._prepare()
        self._log = Log(out / LOG)
        self._watchdog = Watchdog(self._log.file, self._save)

    def run(self, folder: Path, chain: str, date: str) -> int:
        """All of it; returns the exit code."""
        self._faults.listen()
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        app, window = program.start(folder, chain, date)
        self._faults.listen()
        app.setQuitOnLastWindowClosed(False)  # the last step closes it, and is told of
        self._describe(folder)
        stage = Stage(window, self._out / FILES, self._faults)
        driver = Driver(stage, partial(tour.plan, stage))
        driver.stepped.connect(self._on_step)
        driver.ended.connect(partial(self._on_ended, app))
        self._show(window)
        driver.start(Step("ready", text("ui.smoke.ready"), self._until_ready))
        self._watchdog.start()
        app.exec()
        return self._finish()

    def _prepare(self) -> None:
        """An earlier run in the same folder is replaced; nothing else in it is touched."""
        if (self._out / REPORT).exists():
            for name in (SETTINGS, FILES):
                shutil.rmtree(self._out / name, ignore_errors=True)
        (self._out / FILES).mkdir(parents=True, exist_ok=True)
        os.environ["LIANTU_CONFIG"] = str(self._out / SETTINGS)
        self._save()

    def _show(self, window: Window) -> None:
        window.appear()
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            window.showNormal()
            window.resize(*SIZE)

    def _until_ready(self, stage: Stage) -> Script:
        yield lambda: stage.window.desk is not None
        self._report.times["shown_ms"] = self._now()
        yield lambda: stage.ready
        self._report.times["ready_ms"] = self._now()
        if sys.stdout is not None:
            print("ready", flush=True)  # noqa: T201  whoever started the program waits for it

    def _now(self) -> int:
        return round((time.perf_counter() - self._begun) * 1000)

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
        self._save()

    def _on_ended(self, app: QApplication) -> None:
        self._report.finished = True
        app.quit()

    def _save(self) -> None:
        self._report.faults = list(self._faults.found)
        self._report.save(self._out / REPORT)

    def _finish(self) -> int:
        self._watchdog.stop()
        self._report.files = listed(self._out, self._out / FILES, self._faults)
        self._report.times["whole_ms"] = self._now()
        self._save()
        for fault in self._report.faults:
            self._log.say(f"{fault.step}: {fault.words}\n{fault.details}")
        self._log.say(self._report.verdict)
        if not self._report.good and sys.stderr is not None:
            print(self._report.verdict, file=sys.stderr)  # noqa: T201
        return 0 if self._report.good else 1
