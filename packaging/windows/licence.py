"""Writes what the page 许可证 of the installer shows: ``python licence.py OUT.txt``."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def main(out: Path) -> None:
    """A few Chinese sentences and the licence itself, with the mark that NSIS wants."""
    words = (HERE / "licence.txt").read_text(encoding="utf-8")
    text = f"{words}\n{(ROOT / 'LICENSE').read_text(encoding='utf-8')}"
    out.write_text(text, encoding="utf-8-sig", newline="\r\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
