"""Who has a data folder open. A lock says only what a colleague needs to know whom to ask: the
name of the user and of the machine, the number of the process, and the time.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime

from liantu.wording import text

_LONGEST = 60
"""Characters of a name in a lock that another program may have written."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a folder open, and since when (local time). ``user`` is empty where that is not
    known; then ``pid`` is 0.
    """

    user: str
    machine: str
    pid: int
    since: datetime

    @classmethod
    def here(cls) -> Holder:
        """This process."""
        return cls(_user(), platform.node(), os.getpid(), datetime.now())

    @classmethod
    def unknown(cls, since: float) -> Holder:
        """Somebody, since so many seconds from 1970."""
        return cls("", "", 0, datetime.fromtimestamp(since))

    @classmethod
    def told(cls, data: bytes) -> Holder | None:
        """Whom the content of a lock names; ``None`` where it is damaged or no lock of ours."""
        try:
            raw = json.loads(data)
            user, machine, pid = str(raw["user"]), str(raw["machine"]), int(raw["pid"])
            since = datetime.fromisoformat(str(raw["since"])).astimezone().replace(tzinfo=None)
        except (LookupError, ValueError, TypeError, OverflowError, OSError, RecursionError):
            return None
        return cls(user[:_LONGEST], machine[:_LONGEST], pid, since)

    def line(self) -> bytes:
        """The content of a lock; its time is that of Greenwich."""
        said = {
            "user": self.user,
            "machine": self.machine,
            "pid": self.pid,
            "since": self.since.astimezone(UTC).isoformat(timespec="seconds"),
        }
        return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")

    @property
    def seconds(self) -> float:
        """When it was taken, in seconds from 1970; 0 where that is beyond the calendar."""
        try:
            return self.since.timestamp()
        except (OverflowError, OSError, ValueError):
            return 0.0

    def words(self) -> str:
        """Who it is, as the window tells it."""
        time = self.since.strftime("%Y-%m-%d %H:%M")
        if not self.user:
            return text("library.save.holder.unknown", time=time)
        return text("library.save.holder", user=self.user, machine=self.machine, time=time)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
