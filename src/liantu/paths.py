"""The only module that knows where files are: shipped resources and the planner's own folders."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


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


def config_folder() -> Path:
    """Where window state and preferences are kept; not created here."""
    if override := os.environ.get("LIANTU_CONFIG"):
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "Liantu"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "liantu"
