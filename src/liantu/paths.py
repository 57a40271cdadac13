"""The only module that knows where files are: shipped resources and the planner's own folders."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
PORTABLE = "userdata"
"""A folder of this name beside the program makes it portable."""


@cache
def _root() -> Path:
    """The folder that holds ``resources/`` and ``chains/``: the wheel's package or the checkout."""
    if (_PACKAGE / "resources").is_dir():
        return _PACKAGE
    return _PACKAGE.parents[1]


def resource(*parts: str) -> Path:
    """A file or folder below the shipped ``resources``."""
    return _root().joinpath("resources", *parts)


def shipped_chains() -> Path:
    """The data folder that comes with the program."""
    return _root() / "chains"


def program_folder() -> Path | None:
    """The folder of the program as it was installed or unzipped; ``None`` for one run by Python."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def own_folder() -> Path | None:
    """The one folder that keeps everything of the planner, where there is one: that of the variable
    ``LIANTU_CONFIG``, or ``userdata`` beside an unzipped program (as on a stick) that may be
    written to. ``None`` where the system's own places are used.
    """
    if override := os.environ.get("LIANTU_CONFIG"):
        return Path(override)
    program = program_folder()
    portable = program / PORTABLE if program else None
    return portable if portable and portable.is_dir() and _writable(portable) else None


@cache
def _writable(folder: Path) -> bool:
    """Whether files can be put into a folder, tried once: what Windows answers when it is asked
    says nothing of rights.
    """
    probe = folder / f".liantu-{os.getpid()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def home() -> Path:
    """The planner's own folder; that of temporary files where the system names none."""
    return _named_home() or Path(tempfile.gettempdir())


def is_homeless() -> bool:
    """Whether what is kept may be gone tomorrow, as the system names no place for it."""
    return _named_home() is None and config_folder().is_relative_to(home())


def _named_home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def config_folder() -> Path:
    """Where window state and preferences are kept; not created here."""
    if own := own_folder():
        return own
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home()) / "Liantu"
    return Path(os.environ.get("XDG_CONFIG_HOME") or home() / ".config") / "liantu"


def state_folder() -> Path:
    """Where logs and what can be made again are kept, on this machine alone; not created here."""
    if own := own_folder():
        return own
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home()) / "Liantu"
    usual = home() / ".local" / "state"
    return Path(os.environ.get("XDG_STATE_HOME") or usual) / "liantu"


def log_folder() -> Path:
    """Where the program writes what went wrong."""
    return state_folder() / "logs"


def cache_folder() -> Path:
    """Where libraries keep what they can make again, as matplotlib its list of fonts."""
    return state_folder() / "cache"
