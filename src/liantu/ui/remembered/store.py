"""Small versioned JSON files of the planner: settings, presets. None of them can stop a start.

A damaged file is set aside as ``….bad``. One of an older version is brought up by pure functions,
one for each version; one of a newer version is never written over, so that going back to an older
program loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from liantu import files

MOST = 4_000_000
"""More bytes than any of these files has."""

DAMAGED, NEWER = "ui.damaged", "ui.newer"
"""Sentences about a file, with its ``path``."""

Body = dict[str, Any]
Step = Callable[[Body], Body]
"""The body of a file (without its ``version``) as the next version has it; never raises."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file is not used, for the window to tell: the code of the sentence, and where the file
    is now.
    """

    code: str
    path: Path


@dataclass(frozen=True, slots=True)
class Loaded:
    """The body of a file as the present version has it; empty where there is none to be used."""

    body: Body = field(default_factory=dict)
    trouble: Trouble | None = None

    @property
    def newer(self) -> bool:
        """Whether a newer program has written it."""
        return self.trouble is not None and self.trouble.code == NEWER


def load(path: Path, steps: Sequence[Step] = ()) -> Loaded:
    """The object in ``path``; ``steps`` lead from version 1 to the present one."""
    try:
        raw = json.loads(files.read(path, MOST).decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Loaded()
    except (OSError, ValueError, RecursionError, MemoryError):
        return set_aside(path)
    version = raw.pop("version", None) if isinstance(raw, dict) else None
    if type(version) is not int or version < 1:
        return set_aside(path)
    if version > len(steps) + 1:
        return Loaded(trouble=Trouble(NEWER, path))
    for step in steps[version - 1 :]:
        raw = step(raw)
    return Loaded(raw)


def set_aside(path: Path) -> Loaded:
    """Nothing, and where a file that cannot be read as a whole was put."""
    kept = files.set_aside(path)
    return Loaded(trouble=Trouble(DAMAGED, kept) if kept else None)


def save(path: Path, body: Body, steps: Sequence[Step] = ()) -> bool:
    """Write ``body`` safely; ``False`` where the folder cannot be written, or where a newer program
    has left a file that this one would not understand.
    """
    if load(path, steps).newer:
        return False
    text = json.dumps({"version": len(steps) + 1, **body}, ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.put(path, (text + "\n").encode("utf-8", "replace"))
    except OSError:
        return False
    return True
