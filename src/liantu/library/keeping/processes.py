"""Whether a process of this machine still runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SLACK = 60.0
"""Seconds that clocks may differ; a process that began later than that has only the number."""


def runs(pid: int, since: float) -> bool:
    """Whether the process that had the number ``pid`` at ``since`` (seconds from 1970) runs now.

    Where the system does not tell, it is said to run.
    """
    if not 0 < pid < 1 << 32 or not _is_there(pid):
        return False
    return _began(pid) <= since + _SLACK


if sys.platform == "win32":
    import ctypes
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import wintypes

    _ASK = 0x1000
    """PROCESS_QUERY_LIMITED_INFORMATION"""
    _DENIED = 5
    _STILL_ACTIVE = 259
    _EPOCH = 11_644_473_600
    """Seconds from 1601, from which Windows counts, to 1970."""
    _TICKS = 10_000_000
    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.OpenProcess.restype = wintypes.HANDLE
    _KERNEL.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)

    @contextmanager
    def _opened(pid: int) -> Iterator[wintypes.HANDLE | None]:
        number = _KERNEL.OpenProcess(_ASK, False, pid)
        handle = wintypes.HANDLE(number) if number else None
        try:
            yield handle
        finally:
            if handle:
                _KERNEL.CloseHandle(handle)

    def _is_there(pid: int) -> bool:
        # Not os.kill(pid, 0): on Windows it ends the process.
        with _opened(pid) as handle:
            if handle is None:
                return ctypes.get_last_error() == _DENIED
            code = wintypes.DWORD()
            asked = _KERNEL.GetExitCodeProcess(handle, ctypes.byref(code))
            return not asked or code.value == _STILL_ACTIVE

    def _began(pid: int) -> float:
        """When a process began, in seconds from 1970; 0 where that is not told."""
        times = [wintypes.FILETIME() for _ in range(4)]
        with _opened(pid) as handle:
            if handle is None:
                return 0.0
            if not _KERNEL.GetProcessTimes(handle, *map(ctypes.byref, times)):
                return 0.0
        ticks = (times[0].dwHighDateTime << 32) + times[0].dwLowDateTime
        return ticks / _TICKS - _EPOCH

else:

    def _is_there(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:  # it is another user's
            return True
        return True

    def _began(pid: int) -> float:
        """When a process of Linux began, in seconds from 1970; 0 where that is not told."""
        try:
            # The name of the program, in brackets, may hold blanks and brackets of its own.
            told = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
            boot = Path("/proc/stat").read_text().partition("btime ")[2].split()[0]
            return int(boot) + int(told[19]) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return 0.0
