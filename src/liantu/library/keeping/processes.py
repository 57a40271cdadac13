"""Whether a process of this machine still runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_ASK = 0x1000
"""PROCESS_QUERY_LIMITED_INFORMATION"""
_DENIED = 5
_STILL_ACTIVE = 259
_EPOCH = 11_644_473_600
"""Seconds from 1601, from which Windows counts, to 1970."""
_TICKS = 10_000_000
_SLACK = 60.0
"""Seconds that clocks may differ; a process that began later than that has only the number."""


def runs(pid: int, since: float) -> bool:
    """Whether the process that had the number ``pid`` at ``since`` (seconds from 1970) runs now.

    Where the system does not tell, it is said to run.
    """
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(pid, since)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # of another user
        pass
    return _began(pid) <= since + _SLACK


def _began(pid: int) -> float:
    """When a process of Linux began, in seconds from 1970; 0 where that is not told."""
    try:
        # The name of the program, in brackets, may hold blanks and brackets of its own.
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
        boot = Path("/proc/stat").read_text().partition("btime ")[2].split()[0]
        return int(boot) + int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0


def _runs_on_windows(pid: int, since: float) -> bool:
    if sys.platform != "win32":
        return True
    import ctypes  # noqa: PLC0415  only here
    from ctypes import wintypes  # noqa: PLC0415

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    process = kernel.OpenProcess(_ASK, False, pid & 0xFFFFFFFF)
    if not process:
        return ctypes.get_last_error() == _DENIED
    handle = wintypes.HANDLE(process)
    try:
        code = wintypes.DWORD()
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return False
        times = [wintypes.FILETIME() for _ in range(4)]
        if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
            return True
        ticks = (times[0].dwHighDateTime << 32) + times[0].dwLowDateTime
        return ticks / _TICKS - _EPOCH <= since + _SLACK
    finally:
        kernel.CloseHandle(handle)
