"""Where the last picture was put, and in which format: kept from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liantu import paths
from liantu.ui import store

VERSION = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty values: nothing was chosen as yet."""

    folder: str = ""
    format: str = ""
    paper: str = ""


def load() -> Choice:
    """The last choice; an absent or damaged file counts as none."""
    raw, _ = store.load(_path(), VERSION)
    values = (raw.get(name, "") for name in ("folder", "format", "paper"))
    return Choice(*(value if isinstance(value, str) else "" for value in values))


def save(choice: Choice) -> None:
    """Remember a choice; a folder that cannot be written forgets it."""
    body = {"folder": choice.folder, "format": choice.format, "paper": choice.paper}
    store.save(_path(), VERSION, body)


def _path() -> Path:
    return paths.config_folder() / "export.json"
