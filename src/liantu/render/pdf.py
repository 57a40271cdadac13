"""Pictures as a PDF/A-2b, a page each: vector, fonts embedded, Chinese searchable, same bytes."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from liantu import paths
from liantu.diagram.page import POINTS
from liantu.render.faces import check_faces
from liantu.render.pictures import as_svg
from liantu.render.vector import Picture, Svg

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
"""The pictures, and over them, unseen, the names that stand in them in pieces."""


def to_pdf(*pictures: Picture) -> bytes:
    """The PDF; a page is as large as its picture (96 units to the inch), the first one names it.

    Raises ``RuntimeError`` with typst's words if a page cannot be set, :class:`ExportError` if the
    bundled font is damaged.
    """
    check_faces()
    import typst  # noqa: PLC0415  large; only exports need it

    with tempfile.TemporaryDirectory(prefix="liantu-") as folder:
        root = Path(folder)
        for at, picture in enumerate(pictures):
            svg = as_svg(picture, families="'Liantu Sans SC'")
            (root / f"{at}.svg").write_text(svg, encoding="utf-8")
        (root / "pages.json").write_text(json.dumps(_data(pictures)), encoding="utf-8")
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


def _data(pictures: Sequence[Picture]) -> dict[str, object]:
    """Title, date and pages in points."""
    return {
        "title": pictures[0].title,
        "date": dict(zip(("year", "month", "day"), _day(pictures[0].date), strict=True)),
        "pages": [
            {
                "file": f"{at}.svg",
                "width": picture.width * POINTS,
                "height": picture.height * POINTS,
                "names": _names(picture),
            }
            for at, picture in enumerate(pictures)
        ],
    }


def _names(picture: Picture) -> list[dict[str, object]]:
    names = () if isinstance(picture, Svg) else picture.names
    return [{"x": n.x * POINTS, "y": n.y * POINTS, "text": n.text} for n in names]


def _day(date: str) -> tuple[int, int, int]:
    """The first day that an ISO date of any exactness means; PDF/A wants a whole date."""
    parts = [int(part) for part in date.split("-") if part.isdecimal()]
    year, month, day = (*parts, *(2000, 1, 1)[len(parts) :])
    return year, month, day
