"""What the window remembers: a small versioned JSON file; a bad one is set aside."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.ui.remembered import places, store
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.remembered.views import MOST, Views, merged, rows
from liantu.ui.style import typesize

THEMES = ("system", "light", "dark")


@dataclass(slots=True)
class Settings:
    """``geometry`` is Qt's own state as base 64 text; empty means default. ``folder`` is the one
    that was open last, as :mod:`places` names it. ``tables`` are columns, widths and sorting of
    lists as :class:`Memory` tells them.

    ``narrow`` tells for a size of the screen (``1366x768``) whether the chains are icons;
    ``docked`` whether the inspector stands beside the map (``None``: as there is room),
    ``side_shown`` whether it is seen there, ``folds`` which of its parts were opened or shut. Width
    of the inspector and of the form of 汇报 and height of the lists are in px, 0 for the default.
    ``timeline``: whether the slider of the dates is seen (``None``: as there is room).
    ``paper`` and ``lines`` are those of 看板, ``chart`` is the one shown on 图表, ``ledger`` the
    list on 清单. ``hinted``: the hint for newcomers is known. So many ``recent`` folders are
    remembered with how they were looked at.

    Not in the file as they are: ``views`` are merged with those of other windows, ``trouble`` is
    for the window to tell.
    """

    geometry: str = ""
    folder: str = ""
    tables: dict[str, Any] = field(default_factory=dict)
    theme: str = "system"
    narrow: dict[str, bool] = field(default_factory=dict)
    docked: bool | None = None
    side_shown: bool = True
    side_width: int = 0
    folds: dict[str, bool] = field(default_factory=dict)
    lists_open: bool = False
    timeline: bool | None = None
    lists_height: int = 0
    paper: str = ""
    lines: bool = True
    chart: str = ""
    ledger: str = ""
    report_width: int = 0
    hinted: bool = False
    type_size: str = typesize.USUAL
    recent: int = MOST
    views: Views = field(default_factory=Views, compare=False)
    trouble: store.Trouble | None = None

    @property
    def usual_folder(self) -> Path:
        """The folder that was open last, else the one that comes with the program."""
        return places.found(self.folder) or paths.shipped_chains()


_APART = ("views", "trouble")
_KINDS: dict[str, type] = {
    **dict.fromkeys(("tables", "narrow", "folds"), dict),
    **dict.fromkeys(("docked", "side_shown", "lists_open", "timeline", "lines", "hinted"), bool),
    **dict.fromkeys(("side_width", "lists_height", "report_width", "recent"), int),
}
"""What each value is in the file, where it is no text; another kind counts as absent."""
WIDEST = 10_000
"""Pixels that are believed."""


def path() -> Path:
    """Where the settings are kept."""
    return paths.config_folder() / "settings.json"


def load() -> Settings:
    """The settings as saved; the defaults where the file is absent, damaged or newer."""
    found = store.load(path(), STEPS)
    read = Settings(trouble=found.trouble)
    read.views = Views(rows(found.body.get("views")))
    for name in _names():
        value = found.body.get(name)
        if type(value) is _KINDS.get(name, str):
            setattr(read, name, value)
    for name in ("narrow", "folds"):
        flags = getattr(read, name).items()
        setattr(read, name, {k: v for k, v in flags if isinstance(v, bool)})
    for name in ("side_width", "lists_height", "report_width"):
        setattr(read, name, min(max(getattr(read, name), 0), WIDEST))
    read.tables = Memory(read.tables).kept
    read.recent = min(max(read.recent, 0), MOST)
    if read.theme not in THEMES:
        read.theme = "system"
    if read.type_size not in typesize.SIZES:
        read.type_size = typesize.USUAL
    return read


def body(settings: Settings) -> store.Body:
    """What :func:`write` writes, at this moment."""
    copied = {name: getattr(settings, name) for name in _names()}
    return {**json.loads(json.dumps(copied)), "views": settings.views.own}


def write(told: store.Body) -> bool:
    """Write a :func:`body`, on any thread; ``False`` where it cannot be kept. The views of folders
    that only other windows have shown stay as they have written them.
    """
    others = rows(store.load(path(), STEPS).body.get("views"))
    views = merged(told["views"], others)[: told["recent"]]
    return store.save(path(), {**told, "views": views}, STEPS)


def save(settings: Settings) -> bool:
    """Write the settings; ``False`` where they cannot be kept."""
    return write(body(settings))


def forget(settings: Settings) -> bool:
    """Write the settings without any folder, also those that other windows have shown."""
    settings.folder = ""
    settings.views.forget()
    return store.save(path(), body(settings), STEPS)


def _names() -> list[str]:
    return [f.name for f in fields(Settings) if f.name not in _APART]


def _with_views(old: store.Body) -> store.Body:
    """1 → 2: chain, page and list of the last folder are the view of it, and the tables, which were
    a text within the text, are values.
    """
    new = {k: v for k, v in old.items() if k not in ("chain", "page", "list", "columns", "rows")}
    new["tables"] = _parsed(old.get("tables"))
    focus = {name: old[name] for name in ("page", "chain", "list") if old.get(name)}
    if old.get("folder"):
        new["views"] = [{"folder": old["folder"], "focus": focus}]
    return new


def _parsed(text: object) -> object:
    try:
        return json.loads(text) if isinstance(text, str) and text else {}
    except (ValueError, RecursionError):
        return {}


STEPS: tuple[store.Step, ...] = (_with_views,)
"""From each version of the file to the next."""
