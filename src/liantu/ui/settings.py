"""What the window remembers: a small versioned JSON file; a bad one is set aside."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from liantu import files, paths
from liantu.ui import store

VERSION = 1
THEMES = ("system", "light", "dark")


@dataclass(slots=True)
class Settings:
    """``geometry`` is Qt's own state as base 64 text; empty means default. ``tables`` are columns
    and widths of lists as :class:`Memory` tells them.

    ``narrow`` tells for a size of the screen (``1366x768``) whether the chains are icons;
    ``docked`` whether the inspector stands beside the map (``None``: as there is room),
    ``side_shown`` whether it is seen there. Width of the inspector and height of the lists are in
    px, 0 for the default. ``hinted``: the hint for newcomers is known. ``bad`` is where a damaged
    file was put, for the window to tell; it is not saved.
    """

    geometry: str = ""
    chain: str = ""
    folder: str = ""
    page: str = "home"
    list: str = ""
    tables: str = ""
    theme: str = "system"
    narrow: dict[str, bool] = field(default_factory=dict)
    docked: bool | None = None
    side_shown: bool = True
    side_width: int = 0
    lists_open: bool = False
    lists_height: int = 0
    hinted: bool = False
    bad: Path | None = None


_KINDS: dict[str, type] = {
    "narrow": dict,
    "docked": bool,
    "side_shown": bool,
    "side_width": int,
    "lists_open": bool,
    "lists_height": int,
    "hinted": bool,
}
"""What each value is in the file, where it is no text; another kind counts as absent."""


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
        value = raw.get(name)
        if type(value) is _KINDS.get(name, str):
            setattr(read, name, value)
    read.narrow = {k: v for k, v in read.narrow.items() if isinstance(v, bool)}
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
