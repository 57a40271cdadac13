"""A drawing as a one-page PDF/A-2b: vector, fonts embedded, Chinese searchable, same bytes."""

from __future__ import annotations

import datetime
import json
import tempfile
from pathlib import Path

from liantu import paths
from liantu.diagram.page import POINTS
from liantu.render.faces import check_faces
from liantu.render.pictures import as_svg
from liantu.render.vector import Picture, Svg

_PAGE = """\
#let page-data = json("page.json")
#set document(title: page-data.title, date: datetime(..page-data.date))
#set page(width: page-data.width * 1pt, height: page-data.height * 1pt, margin: 0pt)
#set text(font: "Liantu Sans SC", lang: "zh", region: "cn", fallback: false,
  cjk-latin-spacing: none)
#image("page.svg", width: 100%, height: 100%, alt: page-data.title)
#for name in page-data.names {
  place(top + left, dx: name.x * 1pt, dy: name.y * 1pt,
    text(size: 1pt, fill: rgb(0, 0, 0, 0), name.text))
}
"""
"""The picture, and over it, unseen, the names that stand in it in pieces."""


def _day(date: str) -> tuple[int, int, int]:
    """The first day that an ISO date of any exactness means; PDF/A wants a whole date."""
    parts = [int(part) for part in date.split("-") if part.isdecimal()]
    year, month, day = (*parts, *(2000, 1, 1)[len(parts) :])
    return year, month, day


def to_pdf(drawing: Picture) -> bytes:
    """The PDF; its page is as large as the drawing (96 units to the inch).

    Raises ``RuntimeError`` with typst's words if the page cannot be set, :class:`ExportError` if
    the bundled font is damaged.
    """
    check_faces()
    import typst  # noqa: PLC0415  large; only exports need it

    names = () if isinstance(drawing, Svg) else drawing.names
    with tempfile.TemporaryDirectory(prefix="liantu-") as folder:
        root = Path(folder)
        data = {
            "title": drawing.title,
            "date": dict(zip(("year", "month", "day"), _day(drawing.date), strict=True)),
            "width": drawing.width * POINTS,
            "height": drawing.height * POINTS,
            "names": [{"x": n.x * POINTS, "y": n.y * POINTS, "text": n.text} for n in names],
        }
        (root / "page.json").write_text(json.dumps(data), encoding="utf-8")
        svg = as_svg(drawing, families="'Liantu Sans SC'")
        (root / "page.svg").write_text(svg, encoding="utf-8")
        (root / "page.typ").write_text(_PAGE, encoding="utf-8")
        return bytes(
            typst.compile(
                root / "page.typ",
                root=root,
                font_paths=[paths.resource("fonts")],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2b"],
                timestamp=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
            )
        )
