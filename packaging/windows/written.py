"""Whether files are there and are what their names say: ``python written.py FOLDER NAME …``."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

BEGIN = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n", ".svg": b"<?xml"}
INSIDE = {".docx": "word/document.xml", ".pptx": "ppt/presentation.xml", ".xlsx": "xl/workbook.xml"}


def wrong(path: Path) -> str | None:
    """What is wrong with a file; ``None`` for nothing."""
    if not path.is_file():
        return "is not there"
    if begin := BEGIN.get(path.suffix):
        return None if path.read_bytes().startswith(begin) else "does not begin as it should"
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() or INSIDE[path.suffix] not in archive.namelist():
            return "is damaged"
    return None


def main(folder: Path, names: list[str]) -> int:
    """The exit code: 1 for anything wrong, after a line on it."""
    found = {name: wrong(folder / name) for name in names}
    for name, told in found.items():
        if told:
            print(name, told)
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
