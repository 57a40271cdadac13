"""A view as a file of its own, ``NAME.liantu``: handed to a colleague, it shows what was looked at.

A small text of JSON: ``version`` (1), ``folder`` (the data folder, from the place of the file where
both are on one drive; ``.`` where the file lies in it) and ``view`` (:mod:`liantu.document.view`).
It holds no data.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from liantu import files
from liantu.document.sound import Plain, sound
from liantu.wording import reason

SUFFIX = ".liantu"
VERSION = 1
MOST = 1_000_000
"""More bytes than any view has."""


class ViewError(Exception):
    """The file cannot be read as a view; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file tells: the data folder, which may be gone, and how to look at it."""

    folder: Path
    view: Plain


def is_view(path: Path) -> bool:
    """Whether ``path`` is named as a view; a folder never is one."""
    return path.suffix.casefold() == SUFFIX and not path.is_dir()


def write(path: Path, folder: Path, view: Plain) -> None:
    """Write a view of ``folder``; raises ``OSError``."""
    told = {"version": VERSION, "folder": _told(folder, path), "view": view}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    files.put(path, (text + "\n").encode("utf-8", "replace"))


def read(path: Path) -> Seen:
    """The view in ``path``; raises :class:`ViewError`."""
    try:
        raw = json.loads(files.read(path, MOST).decode("utf-8-sig"))
    except OSError as error:
        raise ViewError("ui.view.unreadable", path=path, reason=reason(error)) from error
    except (ValueError, RecursionError) as error:
        raise ViewError("ui.view.damaged", path=path) from error
    version = raw.get("version") if isinstance(raw, dict) else None
    if type(version) is int and version > VERSION:
        raise ViewError("ui.view.newer", path=path)
    folder = raw.get("folder") if version == VERSION else None
    if not isinstance(folder, str) or not folder or "\0" in folder:
        raise ViewError("ui.view.damaged", path=path)
    whole = Path(os.path.abspath(path)).parent / folder  # noqa: PTH100
    return Seen(Path(os.path.normpath(whole)), sound(raw.get("view")))


def _told(folder: Path, path: Path) -> str:
    """The folder from the place of the file; in full where it is on another drive."""
    whole, here = os.path.abspath(folder), os.path.abspath(path.parent)  # noqa: PTH100
    try:
        return Path(os.path.relpath(whole, here)).as_posix()
    except ValueError:
        return whole
