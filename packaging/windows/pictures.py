"""Writes the pictures of the installer: ``python pictures.py OUT``.

OUT/liantu.ico and OUT/welcome.bmp are drawn from the program's icon; PySide6 and Pillow are needed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import icon
from PIL import Image

PANEL = (328, 628)
"""Twice the 164 x 314 of NSIS, for screens of 150 and 200 per cent; it is scaled to fit."""
GROUND = (232, 240, 250)
SIDE, TOP = 160, 84


def main(out: Path) -> None:
    """Write both."""
    icon.write_ico(out / "liantu.ico")
    panel = Image.new("RGB", PANEL, GROUND)
    mark = icon.pixels(SIDE).convert("RGBA")
    panel.paste(mark, ((PANEL[0] - SIDE) // 2, TOP), mark)
    panel.save(out / "welcome.bmp")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
