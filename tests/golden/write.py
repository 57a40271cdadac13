"""Writes the texts anew after a wanted change: ``python -m tests.golden.write [part of a name]``.

Look at ``git diff`` afterwards: every line that changed is one that a user reads differently.
"""

from __future__ import annotations

import sys

from tests.golden.cases import FOLDER, texts


def main(wanted: str = "") -> None:
    """Write what contains ``wanted`` in its name; remove what no case makes any more."""
    made = texts()
    for path in sorted(p for p in FOLDER.rglob("*") if p.is_file()):
        if path.relative_to(FOLDER).as_posix() not in made:
            path.unlink()
    for name, make in made.items():
        if wanted in name:
            path = FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
