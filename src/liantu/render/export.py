"""A drawing → a file: made in memory, written under a temporary name, then moved."""

from __future__ import annotations

from pathlib import Path

from liantu import files
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.limits import most_dpi
from liantu.render.pdf import to_pdf
from liantu.render.pictures import as_png, as_svg
from liantu.render.vector import Picture
from liantu.wording import reason

SUFFIXES = (".png", ".svg", ".pdf")


def export(drawing: Picture, path: Path, *, dpi: int, progress: Progress | None = None) -> None:
    """Write ``drawing`` to ``path`` as its suffix says (png, svg, pdf).

    ``dpi`` matters for PNG only and is never lowered. Raises :class:`ExportError`, or
    ``Cancelled`` (nothing is left behind then). An existing file is replaced only once the new one
    is complete.
    """
    progress = progress or Progress()
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise ExportError("render.suffix", suffix=suffix or path.name)
    data = _bytes(drawing, suffix, dpi, progress)
    progress.check()
    replace_file(path, data)
    progress.step(100, 100)


def _bytes(drawing: Picture, suffix: str, dpi: int, progress: Progress) -> bytes:
    progress.step(0, 100)
    if suffix == ".png":
        if dpi > (most := most_dpi(drawing)):
            raise ExportError("render.pixels", dpi=dpi, most=most)
        return as_png(drawing, dpi, progress)
    if suffix == ".svg":
        return as_svg(drawing).encode("utf-8")
    try:
        return to_pdf(drawing)
    except (RuntimeError, OSError, ImportError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` as :func:`liantu.files.put` does; a folder that is not there is
    made. Raises :class:`ExportError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.put(path, data)
    except OSError as error:
        code = "render.busy" if files.is_busy(error) else "render.write"
        raise ExportError(code, path=path, reason=reason(error)) from error
