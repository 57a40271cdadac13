"""Which column held what the last time a sheet had these headings."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from liantu import paths
from liantu.library.importing.headings import Columns
from liantu.ui.remembered import store

MOST = 100
"""Sets of headings that are remembered."""


def recalled(target: str, names: Sequence[str], known: Sequence[str]) -> Columns | None:
    """The columns of the last time, as far as the target still knows them; ``None``: never seen."""
    row = _rows().get(_key(target, names))
    if not isinstance(row, dict):
        return None
    found = {int(at): key for at, key in row.items() if at.isdecimal() and key in known}
    return {at: key for at, key in found.items() if at < len(names)}


def remember(target: str, names: Sequence[str], columns: Columns) -> None:
    """Keep the columns of a set of headings; the newest sets are kept."""
    rows = _rows()
    rows.pop(_key(target, names), None)
    rows[_key(target, names)] = {str(at): key for at, key in columns.items()}
    store.save(_path(), {"columns": dict(list(rows.items())[-MOST:])})


def _rows() -> store.Body:
    found = store.load(_path()).body.get("columns")
    return found if isinstance(found, dict) else {}


def _key(target: str, names: Sequence[str]) -> str:
    told = "\n".join((target, *names)).encode("utf-8", "replace")
    return hashlib.sha256(told).hexdigest()[:32]


def _path() -> Path:
    return paths.config_folder() / "import.json"
