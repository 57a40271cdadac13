"""What a smoke run leaves in its folder: report, log, settings, files that are what they say."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from liantu.ui.smoke.faults import Faults

REPORT, LOG, SETTINGS, FILES = "smoke.json", "smoke.log", "settings", "files"
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
    ".liantu": b"{",
    ".yaml": b"format: ",
}
"""How a sound file begins, by its suffix."""


def clear(out: Path) -> None:
    """Make room: an earlier run in the same folder, known by its report, is taken away. Raises
    ``FileExistsError`` where somebody else has put something there.
    """
    known = (out / REPORT).exists()
    for folder in (out / SETTINGS, out / FILES):
        if folder.exists():
            if not known:
                raise FileExistsError(str(folder))
            shutil.rmtree(folder)
    (out / FILES).mkdir(parents=True)


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
