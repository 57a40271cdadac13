"""Ends a program that hangs, with the stacks of all its threads in the log."""

from __future__ import annotations

import faulthandler
import os
import threading
import time
from collections.abc import Callable
from typing import TextIO

LIMIT_S = 120.0
"""No step takes so long, on the slowest of machines."""
LEAVE_S = 60.0
"""Nor does the end of the program."""
CODE = 3
"""The exit code of a program that hung."""


class Watchdog:
    """``tell`` is called before the end, on a thread of its own; a crash of Qt's own code leaves
    its stack in ``file``.
    """

    def __init__(self, file: TextIO, tell: Callable[[], None]) -> None:
        self._file, self._tell = file, tell
        self._seen, self._over = time.monotonic(), threading.Event()
        faulthandler.enable(file, all_threads=False)

    def start(self) -> None:
        """Watch from now on."""
        self.pat()
        threading.Thread(target=self._watch, name="liantu-watchdog", daemon=True).start()

    def pat(self) -> None:
        """There was progress."""
        self._seen = time.monotonic()
        self._end_after(2 * LIMIT_S)

    def stop(self) -> None:
        """The window is closed; what is left has to end soon."""
        self._over.set()
        self._end_after(LEAVE_S)

    def _end_after(self, seconds: float) -> None:
        """Even where Python itself stands still."""
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._file)

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            if time.monotonic() - self._seen > LIMIT_S:
                faulthandler.dump_traceback(self._file)
                self._tell()
                os._exit(CODE)
