"""A drawing → a file: made in memory, written under a temporary name, then moved."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from liantu.diagram.drawing import Drawing, Shape
from liantu.jobs import Progress
from liantu.render.painter import paint
from liantu.render.pdf import to_pdf
from liantu.render.svg import to_svg
from liantu.wording import reason

SUFFIXES = (".png", ".svg", ".pdf")
MAX_PIXELS = 150_000_000
SLICE = 400
"""Shapes painted between two looks at the wish to cancel."""
WAITS = (0.01, 0.05, 0.2, 0.6, 1.6)
"""Seconds between attempts to replace a file that another program holds for a moment."""
_BUSY = {5, 32, 33}


class ExportError(Exception):
    """The file could not be made; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def export(drawing: Drawing, path: Path, *, dpi: int, progress: Progress | None = None) -> None:
    """Write ``drawing`` to ``path`` as its suffix says (png, svg, pdf).

    ``dpi`` matters for PNG only. Raises :class:`ExportError`, or ``Cancelled`` (nothing is left
    behind then). An existing file is replaced only once the new one is complete.
    """
    progress = progress or Progress()
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise ExportError("render.suffix", suffix=suffix or path.name)
    data = _bytes(drawing, suffix, dpi, progress)
    progress.check()
    replace_file(path, data)
    progress.step(100, 100)


def _bytes(drawing: Drawing, suffix: str, dpi: int, progress: Progress) -> bytes:
    progress.step(0, 100)
    if suffix == ".png":
        return to_png(drawing, dpi, progress)
    if suffix == ".svg":
        return to_svg(drawing).encode("utf-8")
    try:
        return to_pdf(drawing)
    except (RuntimeError, OSError, ImportError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error


def pixel_scale(drawing: Drawing, dpi: int) -> float:
    """Pixels per drawing unit at ``dpi``, lowered so that the picture stays within the limit."""
    scale = dpi / 96
    pixels = drawing.width * drawing.height * scale * scale
    return scale if pixels <= MAX_PIXELS else scale * (MAX_PIXELS / pixels) ** 0.5


def to_image(drawing: Drawing, dpi: int, progress: Progress | None = None) -> QImage:
    """The drawing as pixels; transparent where it has no background.

    Raises :class:`ExportError` if the picture does not fit into memory.
    """
    progress = progress or Progress()
    scale = pixel_scale(drawing, dpi)
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    clear = not drawing.background
    shape = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    image = QImage(width, height, shape)
    if image.isNull():
        raise ExportError("render.memory", width=width, height=height)
    image.fill(Qt.GlobalColor.transparent if clear else QColor(drawing.background))
    image.setDotsPerMeterX(round(scale * 96 / 0.0254))
    image.setDotsPerMeterY(round(scale * 96 / 0.0254))
    _paint_slices(image, drawing.shapes, scale, progress)
    return image


def _paint_slices(
    image: QImage, shapes: tuple[Shape, ...], scale: float, progress: Progress
) -> None:
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        for at in range(0, len(shapes), SLICE):
            progress.step(60 * at // max(len(shapes), 1), 100)
            paint(painter, shapes[at : at + SLICE])
    finally:
        painter.end()


def to_png(drawing: Drawing, dpi: int, progress: Progress | None = None) -> bytes:
    """The drawing as a PNG file with its resolution written in."""
    progress = progress or Progress()
    image = to_image(drawing, dpi, progress)
    progress.step(60, 100)
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(80)
    if not writer.write(image):
        raise ExportError("render.png", reason=writer.errorString())
    buffer.close()
    return bytes(array.data())


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; the old file stays until the new one is safely on disk.

    Raises :class:`ExportError`.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".liantu-", suffix=path.suffix, dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _readable(temporary)
        _move(temporary, path)
        temporary = None
    except OSError as error:
        code = "render.busy" if getattr(error, "winerror", 0) in _BUSY else "render.write"
        raise ExportError(code, path=path, reason=reason(error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _readable(temporary: Path) -> None:
    """mkstemp makes private files; an export is as readable as any new file."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)


def _move(source: Path, target: Path) -> None:
    for wait in (*WAITS, None):
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", 0) not in _BUSY:
                raise
            time.sleep(wait)
