"""The files of the bundled font, looked at before anything is set in it."""

from __future__ import annotations

import struct
from pathlib import Path

from liantu import paths
from liantu.render.errors import ExportError

FAMILY = "Liantu Sans SC"
FACES = ("LiantuSansSC-Regular.ttf", "LiantuSansSC-Bold.ttf")


def lacking_faces() -> tuple[str, ...]:
    """The font files that are missing or cut off: text would come out empty."""
    return tuple(face for face in FACES if not is_sound(paths.resource("fonts", face)))


def check_faces() -> None:
    """Raises :class:`ExportError` where a font file is damaged."""
    for face in lacking_faces():
        raise ExportError("render.font", face=face)


def is_sound(path: Path) -> bool:
    """Whether all tables that the head of a TrueType file names lie inside the file."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            mark, count = struct.unpack(">4sH", file.read(6))
            file.seek(12)
            table = file.read(16 * count)
    except (OSError, struct.error):
        return False
    entries = list(struct.iter_unpack(">4sLLL", table)) if len(table) == 16 * count else []
    inside = all(start + length <= size for _, _, start, length in entries)
    return mark == b"\0\1\0\0" and bool(entries) and inside
