"""The files that a smoke run made: each is what its name says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from liantu.ui.smoke.faults import Faults

HEADS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".pdf": b"%PDF-",
    ".svg": b"<?xml",
    ".docx": b"PK\x03\x04",
    ".pptx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".graphml": b"<?xml",
    ".gexf": b"<?xml",
    ".json": b"{",
}
"""How a sound file begins, by its suffix."""


def listed(base: Path, folder: Path, faults: Faults) -> list[dict[str, Any]]:
    """Name (below ``base``) and bytes of every file in ``folder``; a wrong one is a fault."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(base).as_posix()
        found.append({"name": name, "bytes": path.stat().st_size})
        if not is_sound(path):
            faults.add("file", name)
    return found


def is_sound(path: Path) -> bool:
    """Whether a file begins as its suffix says; one with an unknown suffix is not."""
    head = HEADS.get(path.suffix)
    with path.open("rb") as file:
        return head is not None and file.read(len(head)) == head
