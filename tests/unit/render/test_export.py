"""Files: same bytes twice, searchable, inert, and never half written."""

from __future__ import annotations

import errno
import os
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication

from liantu import files
from liantu.diagram.drawing import Box, Clip, Curve, Drawing, Label, Name, Polygon
from liantu.jobs import Cancelled, Progress
from liantu.render.errors import ExportError
from liantu.render.export import export
from liantu.render.fonts import register_fonts
from liantu.render.limits import MAX_PIXELS, most_dpi
from liantu.render.pdf import to_pdf
from liantu.render.pixels import pixel_scale, to_image
from liantu.render.svg import to_svg

HOSTILE = "</text><image href='file:///etc/passwd'/>]]>&{0}#import \"@x/y\" $x$"
DRAWING = Drawing(
    400,
    200,
    (
        Box(10, 10, 120, 54, "#FFFFFF", "#1657A8", 1.2, 6, (5, 3)),
        Label(20, 33, "双酚A 有色金属 CO₂", 13, "#1D2733", bold=True),
        Label(20, 50, HOSTILE, 8, "#1D2733"),
        Curve(((130, 40), (180, 40), (200, 120), (260, 120)), "#A9B4C0"),
        Clip(250, 50, 100, 50, (Box(0, 0, 400, 200, "#C2410C"),)),
    ),
    title="试验 <b>",
    date="2022-12",
)


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    register_fonts()


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        export(DRAWING, tmp_path / f"{name}.{suffix}", dpi=96)
    assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_a_name_in_pieces_is_found_whole_in_a_pdf() -> None:
    pieces = (Label(20, 33, "玉米收", 13, "#1D2733"), Label(20, 50, "获机", 13, "#1D2733"))
    bare = Drawing(200, 100, pieces, title="甲", date="2022")
    whole = replace(bare, names=(Name(20, 20, "玉米收获机"),))
    told = [pypdf.PdfReader(BytesIO(to_pdf(d))).pages[0].extract_text() for d in (bare, whole)]
    assert ["玉米收获机" in text for text in told] == [False, True]
    assert to_image(bare, 96) == to_image(whole, 96)
    assert to_svg(bare) == to_svg(whole)


def test_a_polygon_is_drawn_alike() -> None:
    flag = Polygon(((10, 10), (50, 10), (50, 50), (10, 50)), "#FF0000", "#00FF00", 4.0, (6.0, 2.0))
    drawing = Drawing(60, 60, (flag,))
    found = next(e for e in ET.fromstring(to_svg(drawing)) if e.tag.endswith("polygon"))
    assert found.attrib == {
        "points": "10,10 50,10 50,50 10,50",
        "fill": "#FF0000",
        "stroke": "#00FF00",
        "stroke-width": "4",
        "stroke-dasharray": "6 2",
    }
    image = to_image(drawing, 96)
    assert image.pixelColor(30, 30).name() == "#ff0000"
    assert image.pixelColor(5, 30).name() == "#ffffff"
    assert image.pixelColor(12, 10).name() == "#00ff00"


def test_svg_keeps_hostile_text_as_text() -> None:
    root = ET.fromstring(to_svg(DRAWING))
    texts = ["".join(node.itertext()) for node in root.iter() if node.tag.endswith("text")]
    assert HOSTILE in texts
    assert not [node for node in root.iter() if node.tag.endswith("image")]


def test_pdf_is_searchable_and_embeds_its_fonts() -> None:
    reader = pypdf.PdfReader(BytesIO(to_pdf(DRAWING)))
    page = reader.pages[0]
    text = page.extract_text()
    assert "双酚A" in text
    assert "有色金属" in text
    assert "CO₂" in text
    fonts = page["/Resources"]["/Font"]
    assert fonts
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor.get_object()
    assert [float(v) for v in page.mediabox] == [0, 0, 300, 150]


def test_png_has_its_resolution_and_what_was_painted() -> None:
    image = to_image(DRAWING, 192)
    assert (image.width(), image.height()) == (800, 400)
    assert image.pixelColor(620, 150).name() == "#c2410c", "inside the clip"
    assert image.pixelColor(480, 150).name() == "#ffffff", "outside the clip"
    assert round(image.dotsPerMeterX() * 0.0254) == 192


def test_an_empty_background_is_transparent() -> None:
    clear = Drawing(20, 20, (), background="")
    assert to_image(clear, 96).pixelColor(5, 5).alpha() == 0


def test_huge_pictures_are_bounded() -> None:
    wall = Drawing(14043, 9933, ())
    scale = pixel_scale(wall, 300)
    assert wall.width * wall.height * scale**2 <= MAX_PIXELS * 1.001


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export(DRAWING, target, dpi=96, progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_a_resolution_is_never_lowered_in_silence(tmp_path: Path) -> None:
    most = most_dpi(DRAWING)
    with pytest.raises(ExportError) as caught:
        export(DRAWING, tmp_path / "a.png", dpi=most + 1)
    assert caught.value.params == {"dpi": most + 1, "most": most}
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export(DRAWING, tmp_path / "a.gif", dpi=96)
    assert caught.value.code == "render.suffix"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    target = tmp_path / "a.svg"
    target.write_text("old", encoding="utf-8")

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError) as caught:
        export(DRAWING, target, dpi=96)
    assert caught.value.code == "render.write"
    assert re.search("[\u4e00-\u9fff]", str(caught.value.params["reason"]))
    assert target.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.svg"]


def test_a_file_that_is_held_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.svg"
    refusals = iter([True, True, True, False])
    original = Path.replace
    monkeypatch.setattr(files, "WAITS", (0.0,) * 5)

    def held(source: Path, to: Path) -> Path:
        if next(refusals):
            error = PermissionError(13, "Access is denied", str(source), 5, str(to))
            error.winerror = 5  # type: ignore[attr-defined]
            raise error
        return original(source, to)

    monkeypatch.setattr(Path, "replace", held)
    export(DRAWING, target, dpi=96)
    assert target.exists()


def test_none_keeps_its_references() -> None:
    """PySide6 6.12.0 lost one reference to None with every call that returns nothing."""
    import sys

    from PySide6.QtGui import QImage, QPainter, QPen

    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(1000):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 500
