"""A drawing → a file: made in memory, written under a temporary name, then moved."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from liantu.diagram.drawing import Drawing
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.pdf import to_pdf
from liantu.render.svg import to_svg
from liantu.wording import reason

SUFFIXES = (".png", ".svg", ".pdf")
WAITS = (0.01, 0.05, 0.2, 0.6, 1.6)
"""Seconds between attempts to replace a file that another program holds for a moment."""
_BUSY = {5, 32, 33}


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
        from liantu.render.pixels import to_png  # noqa: PLC0415  SVG and PDF need no Qt

        return to_png(drawing, dpi, progress)
    if suffix == ".svg":
        return to_svg(drawing).encode("utf-8")
    try:
        return to_pdf(drawing)
    except (RuntimeError, OSError, ImportError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error


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
