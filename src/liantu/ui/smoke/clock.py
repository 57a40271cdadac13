"""How long this program has been running, with all that came before its first line of Python."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_STARTED = 19
"""Place of the time of start in ``/proc/self/stat``, behind the name of the program."""
_TICKS_MS = 10_000
"""Windows counts in steps of 100 ns."""


def age_ms() -> int:
    """Milliseconds since the system started the program; since it was imported where the system
    does not say.
    """
    try:
        return round(_age_ms())
    except (OSError, ValueError, IndexError):
        return round((time.perf_counter() - _IMPORTED) * 1000)


_IMPORTED = time.perf_counter()

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def _age_ms() -> float:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.GetProcessTimes.argtypes = [wintypes.HANDLE] + 4 * [ctypes.c_void_p]
        times = [ctypes.c_uint64() for _ in range(5)]
        process = kernel.GetCurrentProcess()
        if not kernel.GetProcessTimes(process, *(ctypes.byref(t) for t in times[:4])):
            raise ctypes.WinError(ctypes.get_last_error())
        kernel.GetSystemTimeAsFileTime(ctypes.byref(times[4]))
        return (times[4].value - times[0].value) / _TICKS_MS

else:

    def _age_ms() -> float:
        known = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
        ticks = int(known.rpartition(")")[2].split()[_STARTED])
        up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
        return (up - ticks / os.sysconf("SC_CLK_TCK")) * 1000
