"""Refuses the network to everything that Python code of this process does, and notes the attempt.

Python tells its audit hooks of every socket, name looked up and address opened, whichever library
asks; a hook can refuse, and cannot be taken away again, so that it works while it is watching only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REFUSED = (
    *("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib."),
    *("telnetlib.", "nntplib.", "webbrowser."),
)
"""How the names of the events begin that lead into a network, or to a browser."""
PROGRAMS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
)
"""Events that start another program, which could do what this one may not."""
LOCAL = ("fc-list", "uname", "cmd", "ver")
"""Programs that matplotlib asks for the fonts, and ``platform`` for the name, of the system."""
OWN_NAME = "socket.gethostname"
"""How ``platform`` asks Windows for the name of the machine; nothing is sent for it."""
FAMILIES = ("tcp", "tcp6", "udp", "udp6")
"""Tables of the system with the sockets that can reach another machine."""


class OnlineError(AssertionError):
    """Something wanted to leave the machine."""


class _Guard:
    def __init__(self) -> None:
        self.installed = False
        self.watching: tuple[str, ...] = ()
        self.seen: list[str] = []

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.watching and event.startswith(self.watching) and not _is_local(event, arguments):
            words = f"{event}{arguments}"
            self.seen.append(words)
            raise OnlineError(words)


def _is_local(event: str, arguments: tuple[object, ...]) -> bool:
    if event == OWN_NAME:
        return True
    return event == PROGRAMS[0] and Path(str(arguments[0])).stem in LOCAL


_GUARD = _Guard()


@contextmanager
def refused(*, programs: bool = False) -> Iterator[list[str]]:
    """Refuse the network, with ``programs`` also every other program; gives what was tried so far,
    also where somebody swallowed the refusal.
    """
    if not _GUARD.installed:
        sys.addaudithook(_GUARD.hear)
        _GUARD.installed = True
    before = _GUARD.watching, _GUARD.seen
    _GUARD.watching = (*REFUSED, *PROGRAMS) if programs else REFUSED
    _GUARD.seen = []
    try:
        yield _GUARD.seen
    finally:
        _GUARD.watching, _GUARD.seen = before


def open_sockets() -> set[str]:
    """The sockets of this process, also those of libraries that are no Python, that can reach
    another machine; always empty where the system does not tell.
    """
    folder = Path("/proc/self/fd")
    if not folder.exists():
        return set()
    reaching = {inode for family in FAMILIES for inode in _inodes(family)}
    return {inode for inode in _own(folder) if inode in reaching}


def _inodes(family: str) -> list[str]:
    path = Path("/proc/self/net") / family
    lines = path.read_text(encoding="ascii").splitlines()[1:] if path.exists() else []
    return [line.split()[9] for line in lines]


def _own(folder: Path) -> Iterator[str]:
    for entry in folder.iterdir():
        try:
            target = str(entry.readlink())
        except OSError:  # closed meanwhile
            continue
        if target.startswith("socket:["):
            yield target[len("socket:[") : -1]
