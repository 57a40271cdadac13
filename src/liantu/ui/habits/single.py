"""One window for one planner: a second start hands what it was asked for to the window that runs.

The first start holds a lock in the state folder; a later one lays a small file beside it, which the
window takes away once it opens what it names. A window that does not answer, as it hangs, reads a
large folder or asks something, is left alone: then a second one opens. Nothing of this needs a
network, and whatever fails leads to a window of one's own.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from liantu import files, paths
from liantu.model.days import is_date

WAIT_S, STEP_S = 4.0, 0.05
"""So long the window may take to answer, and so often it is looked whether it has."""
OLD_S = 30.0
"""Nobody waits any more for an answer to a call of this age."""
MOST, LONGEST = 20_000, 4096
"""Bytes of a call and characters of what it names that are believed."""
_SEATS = ("DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """What a second start was asked for: a folder or a view in full, a chain, a 口径日期; all empty
    where the window is only to come to the front.
    """

    start: str = ""
    chain: str = ""
    date: str = ""


class Single:
    """The lock of the window and the place of calls, for one seat: the same planner at another
    screen or on another machine with the same home has a window there.
    """

    def __init__(self) -> None:
        seat = [QSysInfo.machineHostName(), *(os.environ.get(name, "") for name in _SEATS)]
        name = hashlib.sha256("\0".join(seat).encode()).hexdigest()[:12]
        self.folder = paths.state_folder() / "calls" / name
        self._lock = QLockFile(str(self.folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # as old as it is, as long as its program runs

    def own(self) -> bool:
        """Whether this is the window that others call, from now on at the latest."""
        if self._lock.isLocked():
            return True
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return self._lock.tryLock(0)

    def release(self) -> None:
        """Let another window be called."""
        self._lock.unlock()

    def hand(self, call: Call) -> bool:
        """Whether a window that runs already has taken ``call``."""
        if self.own() or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return False
        try:
            path = self._lay(call)
        except OSError as error:
            _log.info("no call: %r", error)
            return False
        self._let_come_forward()
        return self._is_taken(path)

    def calls(self) -> list[Call]:
        """What others have asked for and still wait for, the oldest first; it is taken away."""
        found = (self._take(path) for path in sorted(self.folder.glob("[0-9]*.json")))
        return [call for call in found if call is not None]

    def _lay(self, call: Call) -> Path:
        path = self.folder / f"{time.time_ns():020}-{os.getpid()}.json"
        told = json.dumps({"version": 1, **asdict(call)}, ensure_ascii=False)
        files.put(path, told.encode("utf-8", "surrogatepass"))
        return path

    def _is_taken(self, path: Path) -> bool:
        """Wait for the window; one that ends meanwhile leaves its place to this one."""
        until = time.monotonic() + WAIT_S
        while path.exists():
            if time.monotonic() > until or self.own():
                return not _removed(path)
            time.sleep(STEP_S)
        return True

    def _let_come_forward(self) -> None:
        """Windows lets only the program in front give the front to another one."""
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415  only there

            with suppress(AttributeError, OSError):
                ctypes.windll.user32.AllowSetForegroundWindow(self._lock.getLockInfo()[0])

    def _take(self, path: Path) -> Call | None:
        try:
            age = time.time() - path.stat().st_mtime
            data = files.read(path, MOST)
        except OSError as error:
            _log.info("unread call: %r", error)
            data, age = b"", 0.0
        call = read(data)
        return call if _removed(path) and age < OLD_S else None


def read(data: bytes) -> Call | None:
    """What a file asks for; ``None`` where it is damaged or of another version."""
    try:
        raw = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict) or raw.get("version") != 1:
        return None
    values = [raw.get(name, "") for name in ("start", "chain", "date")]
    if not all(isinstance(v, str) and len(v) <= LONGEST and "\0" not in v for v in values):
        return None
    call = Call(*values)
    sound = (not call.start or Path(call.start).is_absolute()) and (
        not call.date or is_date(call.date)
    )
    return call if sound else None


def _removed(path: Path) -> bool:
    """Whether it was this program that has taken the file away."""
    try:
        path.unlink()
    except OSError:
        return False
    return True
