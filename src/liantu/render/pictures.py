"""A picture of either kind as SVG text or PNG bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liantu.jobs import Progress
from liantu.render.svg import FAMILIES, to_svg
from liantu.render.vector import Picture, Svg

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


def as_svg(picture: Picture, *, families: str = FAMILIES) -> str:
    """The SVG document; ``families`` are those that a drawing's text is set in."""
    return picture.text if isinstance(picture, Svg) else to_svg(picture, families=families)


def as_png(picture: Picture, dpi: int, progress: Progress | None = None) -> bytes:
    """The PNG file. Raises ``ImportError`` for a drawing without Qt, or ``ExportError``."""
    if isinstance(picture, Svg):
        return picture.png(dpi)
    from liantu.render.pixels import to_png  # noqa: PLC0415  only drawings need Qt

    return to_png(picture, dpi, progress)


def as_image(picture: Picture, dpi: int, progress: Progress | None = None) -> QImage:
    """The pixels. Raises :class:`ExportError` if they do not fit into memory."""
    from PySide6.QtGui import QImage  # noqa: PLC0415  only pixels need Qt

    from liantu.render.pixels import to_image  # noqa: PLC0415

    if isinstance(picture, Svg):
        return QImage.fromData(picture.png(dpi))
    return to_image(picture, dpi, progress)
