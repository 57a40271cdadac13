"""Where the last export of each kind was put, and in which format: kept from day to day."""

from __future__ import annotations

import enum
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.ui import store

VERSION = 2


class Kind(enum.StrEnum):
    """What is exported; each kind has a folder of its own."""

    PICTURE = "picture"
    PAPER = "paper"
    LIST = "list"
    GRAPH = "graph"


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty values: nothing was chosen as yet."""

    folder: str = ""
    format: str = ""
    paper: str = ""


def load(kind: Kind) -> Choice:
    """The last choice; an absent or damaged file counts as none."""
    raw = _raw().get(kind)
    known = raw if isinstance(raw, dict) else {}
    values = (known.get(name, "") for name in ("folder", "format", "paper"))
    return Choice(*(value if isinstance(value, str) else "" for value in values))


def folder(kind: Kind, usual: Path) -> Path:
    """The folder of the last time while it is there, else the usual one."""
    last = load(kind).folder
    return Path(last) if last and Path(last).is_dir() else usual


def save(kind: Kind, choice: Choice) -> None:
    """Remember a choice; a folder that cannot be written forgets it."""
    store.save(_path(), VERSION, {**_raw(), kind: asdict(choice)})


def _raw() -> dict[str, Any]:
    raw, _ = store.load(_path(), VERSION)
    return {kind: raw[kind] for kind in Kind if kind in raw}


def _path() -> Path:
    return paths.config_folder() / "export.json"
