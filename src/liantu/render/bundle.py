"""Several pages to disk: one PDF of all, or a numbered file each."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from liantu import paths
from liantu.diagram.drawing import Drawing
from liantu.diagram.page import POINTS
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.export import export, replace_file
from liantu.render.faces import check_faces
from liantu.render.pictures import as_svg
from liantu.render.vector import Picture

_PAGES = """\
#let data = json("pages.json")
#set document(title: data.title, date: datetime(..data.date))
#set text(font: "Liantu Sans SC", lang: "zh", region: "cn", fallback: false,
  cjk-latin-spacing: none)
#for shown in data.pages {
  page(width: shown.width * 1pt, height: shown.height * 1pt, margin: 0pt, {
    image(shown.file, width: 100%, height: 100%, alt: data.title)
    for name in shown.names {
      place(top + left, dx: name.x * 1pt, dy: name.y * 1pt,
        text(size: 1pt, fill: rgb(0, 0, 0, 0), name.text))
    }
  })
}
"""


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
        return to_pdf(drawings)
    except (RuntimeError, OSError, ImportError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error


def to_pdf(drawings: Sequence[Picture]) -> bytes:
    """A PDF/A-2b with a page for each drawing, the same bytes for the same drawings.

    Raises ``RuntimeError`` with typst's words, ``ExportError`` if the bundled font is damaged.
    """
    check_faces()
    import typst  # noqa: PLC0415  large; only exports need it

    with tempfile.TemporaryDirectory(prefix="liantu-") as folder:
        root = Path(folder)
        for at, drawing in enumerate(drawings):
            svg = as_svg(drawing, families="'Liantu Sans SC'")
            (root / f"{at}.svg").write_text(svg, encoding="utf-8")
        (root / "pages.json").write_text(json.dumps(_data(drawings)), encoding="utf-8")
        (root / "pages.typ").write_text(_PAGES, encoding="utf-8")
        return bytes(
            typst.compile(
                root / "pages.typ",
                root=root,
                font_paths=[paths.resource("fonts")],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2b"],
                timestamp=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
            )
        )


def _data(drawings: Sequence[Picture]) -> dict[str, object]:
    """Title, date (the first day that it means) and pages in points."""
    parts = [int(part) for part in drawings[0].date.split("-") if part.isdecimal()]
    day = (*parts, *(2000, 1, 1)[len(parts) :])
    return {
        "title": drawings[0].title,
        "date": dict(zip(("year", "month", "day"), day, strict=True)),
        "pages": [
            {
                "file": f"{at}.svg",
                "width": drawing.width * POINTS,
                "height": drawing.height * POINTS,
                "names": [
                    {"x": n.x * POINTS, "y": n.y * POINTS, "text": n.text}
                    for n in (drawing.names if isinstance(drawing, Drawing) else ())
                ],
            }
            for at, drawing in enumerate(drawings)
        ],
    }
