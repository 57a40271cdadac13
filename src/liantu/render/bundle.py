"""Several pages to disk: one PDF of all, or a numbered file each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.export import export, replace_file
from liantu.render.pdf import to_pdf
from liantu.render.vector import Picture


def files_of(path: Path, pages: int) -> tuple[Path, ...]:
    """Where so many pages are written that are asked for at ``path``: a single file, or
    ``name-1.png`` and so on where a format holds one page only.
    """
    if pages == 1 or path.suffix.casefold() == ".pdf":
        return (path,)
    return tuple(path.with_stem(f"{path.stem}-{at}") for at in range(1, pages + 1))


def export_pages(
    drawings: Sequence[Picture], path: Path, *, dpi: int, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write all pages; returns the paths of the files. Raises as ``export`` does."""
    progress = progress or Progress()
    wanted = files_of(path, len(drawings))
    if len(wanted) < len(drawings):
        data = _pdf(drawings)
        progress.check()
        replace_file(path, data)
        return wanted
    for drawing, target in zip(drawings, wanted, strict=True):
        export(drawing, target, dpi=dpi, progress=progress)
    return wanted


def _pdf(drawings: Sequence[Picture]) -> bytes:
    try:
        return to_pdf(*drawings)
    except (RuntimeError, OSError, ImportError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error
