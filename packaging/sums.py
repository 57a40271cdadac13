"""Writes ``SHA256SUMS`` for artefacts, as ``sha256sum -c`` and ``certutil`` users read it.

Run with the files, which lie in one folder: the sums are written beside them.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path


def line(path: Path) -> str:
    """Checksum, two blanks and the name of a file."""
    with path.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n"


def write(paths: Sequence[Path]) -> Path:
    """Write the sums of files of one folder, by name; where the sums are."""
    target = paths[0].parent / "SHA256SUMS"
    told = "".join(line(path) for path in sorted(paths))
    target.write_text(told, encoding="utf-8", newline="\n")
    return target


if __name__ == "__main__":
    write([Path(name) for name in sys.argv[1:]])
