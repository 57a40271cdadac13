"""Writes ``resources/fonts/metrics.json``: advance widths and coverage of the bundled fonts.

Run by hand after the fonts change: ``python packaging/fonts/metrics.py``. The layout measures
text with this table, so that it needs neither Qt nor a font library.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FACES = {"regular": "LiantuSansSC-Regular.ttf", "bold": "LiantuSansSC-Bold.ttf"}


def ranges(points: list[int]) -> list[int]:
    """Sorted code points as start, length, start, length …"""
    found: list[int] = []
    for point in points:
        if found and point == found[-2] + found[-1]:
            found[-1] += 1
        else:
            found += [point, 1]
    return found


def main() -> None:
    """Measure both faces and write the table."""
    table: dict[str, object] = {}
    for face, name in FACES.items():
        font = TTFont(FONTS / name)
        em = font["head"].unitsPerEm
        cmap, advances = font.getBestCmap(), font["hmtx"]
        widths = {p: advances[glyph][0] * 1000 // em for p, glyph in sorted(cmap.items())}
        table[face] = {chr(p): w for p, w in widths.items() if w != 1000}
        table.setdefault("coverage", ranges(sorted(widths)))
    text = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    (FONTS / "metrics.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
