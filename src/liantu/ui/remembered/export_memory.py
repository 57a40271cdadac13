"""Where the last export of each kind was put, and in which format: kept from day to day."""

from __future__ import annotations

import enum
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from liantu import paths
from liantu.ui.remembered import places, store
from liantu.wording import text


class Kind(enum.StrEnum):
    """What is exported; each kind has a folder of its own."""

    PICTURE = "picture"
    PAPER = "paper"
    LIST = "list"
    GRAPH = "graph"
    VIEW = "view"
    TASKS = "tasks"
    SCENARIO = "scenario"


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
    last = Choice(*(value if isinstance(value, str) else "" for value in values))
    return replace(last, folder=str(places.found(last.folder) or ""))


def folder(kind: Kind, usual: Path) -> Path:
    """The folder of the last time while it is there, else the usual one."""
    last = places.found(load(kind).folder)
    return last if last is not None and places.is_folder(last) else usual


def usual() -> Path:
    """Where exports go at first: 链图 in the folder for documents, made with the first of them."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return (Path(place) if place else paths.home()) / text("ui.app")


def start(kind: Kind) -> Path:
    """Where the file dialog of the system begins, which needs a folder that is there."""
    found = folder(kind, usual())
    return found if places.is_folder(found) else found.parent


def make(folder: Path) -> bool:
    """Make a folder with those above it; whether it was missing. Raises ``OSError``."""
    missing = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def save(kind: Kind, choice: Choice) -> None:
    """Remember a choice; a folder that cannot be written forgets it."""
    known = replace(choice, folder=places.told(Path(choice.folder)) if choice.folder else "")
    store.save(_path(), {**_raw(), kind: asdict(known)}, STEPS)


def forget() -> None:
    """Forget all choices."""
    store.save(_path(), {}, STEPS)


def trouble() -> store.Trouble | None:
    """Why the file is not used; ``None`` where it is, or there is none."""
    return store.load(_path(), STEPS).trouble


def _raw() -> store.Body:
    raw = store.load(_path(), STEPS).body
    return {kind: raw[kind] for kind in Kind if isinstance(raw.get(kind), dict)}


def _path() -> Path:
    return paths.config_folder() / "export.json"


def _by_kind(old: store.Body) -> store.Body:
    """1 → 2: what was kept was about pictures, the other kinds have folders of their own."""
    return {Kind.PICTURE: {name: old.get(name, "") for name in ("folder", "format", "paper")}}


STEPS: tuple[store.Step, ...] = (_by_kind,)
"""From each version of the file to the next."""
