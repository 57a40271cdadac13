"""No name of a person or of a machine leaves this machine with a log."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

HIDDEN = "~"
"""Stands for a home folder and for the name of its owner."""
MACHINE = "<host>"
SHORTEST = 3
"""Latin names with fewer letters are part of too many words; a Chinese one has two characters."""
_HOMES = re.compile(
    r"(?:[A-Za-z]:)?[\\/]+(?:Users|home|Documents and Settings)[\\/]+[^\\/\s:*?\"'<>|]+",
    re.IGNORECASE,
)
_OWN = {"liantu", "python", "root", "localhost", "user", "users"}
"""Words of the program and names that tell nobody."""


def redacted(words: str) -> str:
    """``words`` with ``~`` for every home folder and user name, and without the machine's name."""
    for pattern, instead in _patterns():
        words = pattern.sub(instead, words)
    return words


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is hidden, the longest first: a path goes before the name in it."""
    import platform  # noqa: PLC0415  no record, no need of it

    homes = [re.compile(_path(home), re.IGNORECASE) for home in _own_homes()]
    users = [re.compile(_word(name), re.IGNORECASE) for name in _users() if _telling(name)]
    host = platform.node()
    hosts = [re.compile(_word(host), re.IGNORECASE)] if _telling(host) else []
    hidden = [(pattern, HIDDEN) for pattern in (*homes, _HOMES, *users)]
    return (*hidden, *((pattern, MACHINE) for pattern in hosts))


def _own_homes() -> list[str]:
    found = {os.environ.get("USERPROFILE", ""), os.environ.get("HOME", "")}
    with suppress(RuntimeError):
        found.add(str(Path.home()))
    telling = [home for home in found if not re.fullmatch(r"([A-Za-z]:)?[\\/]*", home)]
    return sorted(telling, key=len, reverse=True)


def _users() -> set[str]:
    import getpass  # noqa: PLC0415  as above

    found = {os.environ.get("USERNAME", ""), *(_parts(home)[-1] for home in _own_homes())}
    with suppress(OSError, KeyError, ImportError):
        found.add(getpass.getuser())
    return found


def _telling(name: str) -> bool:
    latin = name.isascii()
    return name.lower() not in _OWN and len(name) >= (SHORTEST if latin else 2)


def _path(home: str) -> str:
    """The folder with either slash, and with the doubled ones of a quoted path."""
    return r"[\\/]+".join(re.escape(part) for part in _parts(home)) + r"(?![\w-])"


def _parts(home: str) -> list[str]:
    return re.split(r"[\\/]+", home.rstrip("\\/"))


def _word(name: str) -> str:
    return rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])"
