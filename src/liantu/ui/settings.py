"""What the window remembers: a small versioned JSON file; a bad one is set aside."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from liantu import files, paths
from liantu.ui import store

VERSION = 1
THEMES = ("system", "light", "dark")


@dataclass(slots=True)
class Settings:
    """``geometry`` and the splitters are Qt's own state as base 64 text; empty means default.
    ``tables`` are columns and widths of lists as :class:`Memory` tells them.

    ``bad`` is where a damaged file was put, for the window to tell; it is not saved.
    """

    geometry: str = ""
    columns: str = ""
    rows: str = ""
    chain: str = ""
    folder: str = ""
    page: str = "home"
    tables: str = ""
    theme: str = "system"
    bad: Path | None = None


def path() -> Path:
    """Where the settings are kept."""
    return paths.config_folder() / "settings.json"


def load() -> Settings:
    """The settings as saved, where the file is absent or damaged the defaults.

    A damaged file, or one of another version, is set aside as ``settings.json.bad``.
    """
    raw, sound = store.load(path(), VERSION)
    read = Settings()
    for name in {f.name for f in fields(Settings)} - {"bad"}:
        if isinstance(value := raw.get(name), str):
            setattr(read, name, value)
    if read.theme not in THEMES:
        read.theme = "system"
    if not sound:
        read.bad = files.set_aside(path())
    return read


def save(settings: Settings) -> bool:
    """Write the settings; ``False`` where the folder cannot be written."""
    body = asdict(settings)
    del body["bad"]
    return store.save(path(), VERSION, body)
