"""What this process and the programs that it started have used, on every system.

The suite imports part of the bench, so nothing here may need one system to be imported.
"""

from __future__ import annotations

import sys
from pathlib import Path

KILO = 1024

if sys.platform == "win32":
    import ctypes
    import time
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        """``PROCESS_MEMORY_COUNTERS`` of psapi.h; all sizes in bytes."""

        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("_pools_and_files", ctypes.c_size_t * 6),
        ]

    def _counters() -> Counters:
        found = Counters(cb=ctypes.sizeof(Counters))
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        asked = kernel.K32GetProcessMemoryInfo
        asked.argtypes = [wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD]
        if not asked(kernel.GetCurrentProcess(), ctypes.byref(found), found.cb):
            raise ctypes.WinError(ctypes.get_last_error())
        return found

    def peak() -> float:
        """The most memory that this process has held so far, in MB."""
        return float(_counters().PeakWorkingSetSize) / KILO / KILO

    def held() -> float:
        """The memory that this process holds now, in MB."""
        return float(_counters().WorkingSetSize) / KILO / KILO

    def children() -> float:
        """Seconds that the programs started from here have worked. Windows does not add them up, so
        here it is the time that passed, which also counts what else the machine did meanwhile.
        """
        return time.perf_counter()

else:
    import resource

    def peak() -> float:
        """The most memory that this process has held so far, in MB."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / KILO / (KILO if sys.platform == "darwin" else 1)

    def held() -> float:
        """The memory that this process holds now, in MB; the peak where nothing tells."""
        try:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        except OSError:
            return peak()
        return pages * resource.getpagesize() / KILO / KILO

    def children() -> float:
        """Seconds that the programs started from here have worked."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime
