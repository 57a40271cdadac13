"""Small versioned JSON files of the planner: settings, presets. None of them can stop a start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from liantu import files

MOST = 4_000_000
"""More bytes than any of these files has."""


def load(path: Path, version: int) -> tuple[dict[str, Any], bool]:
    """The object in ``path``, and whether the file is sound; an absent file is empty and sound."""
    try:
        raw = json.loads(files.read(path, MOST).decode("utf-8"))
    except FileNotFoundError:
        return {}, True
    except (OSError, ValueError, RecursionError, MemoryError):
        return {}, False
    good = isinstance(raw, dict) and raw.get("version") == version
    return (raw, True) if good else ({}, False)


def save(path: Path, version: int, body: dict[str, Any]) -> bool:
    """Write ``body`` safely; ``False`` where the folder cannot be written."""
    text = json.dumps({"version": version, **body}, ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.put(path, (text + "\n").encode("utf-8", "replace"))
    except OSError:
        return False
    return True
