"""Ends a program that hangs, with the stacks of all its threads in the log."""

from __future__ import annotations

import faulthandler
import os
import threading
import time
from collections.abc import Callable
from typing import TextIO

LIMIT_S = 150.0
"""Longer than the longest step may wait: only a window that stands still takes so long."""
CODE = 3
"""The exit code then."""


class Watchdog:
    """``save`` is called before the end; a crash of Qt's own code leaves its stack in ``file``."""

    def __init__(self, file: TextIO, save: Callable[[], None]) -> None:
        self._file, self._save = file, save
        self._seen, self._over = time.monotonic(), threading.Event()
        faulthandler.enable(file)

    def start(self) -> None:
        """Watch from now on."""
        self.pat()
        threading.Thread(target=self._watch, name="liantu-watchdog", daemon=True).start()

    def pat(self) -> None:
        """There was progress."""
        self._seen = time.monotonic()
        faulthandler.dump_traceback_later(2 * LIMIT_S, exit=True, file=self._file)

    def stop(self) -> None:
        """The window is closed."""
        self._over.set()
        faulthandler.cancel_dump_traceback_later()

    def _watch(self) -> None:
        while not self._over.wait(1.0):
            if time.monotonic() - self._seen > LIMIT_S:
                faulthandler.dump_traceback(self._file)
                self._save()
                os._exit(CODE)
