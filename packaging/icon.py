"""The icon of the program as files that systems want: ``liantu.ico`` and ``liantu-N.png``.

Run with the folder to write into. The one source is ``resources/icons/liantu.svg``.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image

SOURCE = Path(__file__).parents[1] / "resources" / "icons" / "liantu.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those Windows asks for at 100 to 250 per cent."""
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Those of the theme of icons ``hicolor`` on Linux."""


def pixels(size: int) -> Image.Image:
    """The icon at ``size`` x ``size`` pixels, drawn at this size, never scaled down."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt  # noqa: PLC0415  after the platform is set
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


def write_ico(path: Path) -> None:
    """The icon file of Windows, with every size of ``ICO_SIZES``."""
    drawn = [pixels(size) for size in ICO_SIZES]
    path.parent.mkdir(parents=True, exist_ok=True)
    sizes = [(size, size) for size in ICO_SIZES]
    drawn[-1].save(path, format="ICO", sizes=sizes, append_images=drawn[:-1])


def write_pngs(folder: Path) -> None:
    """``liantu-16.png`` and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in PNG_SIZES:
        pixels(size).save(folder / f"liantu-{size}.png", optimize=True)


def main(folder: Path) -> None:
    """Write all of them into ``folder``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_ico(folder / "liantu.ico")
    write_pngs(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
