"""Dashes that are cut for pixels lie where a dashed pen puts them, also round corners."""

from __future__ import annotations

import re
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPdfWriter

from liantu.diagram.drawing import Box, Curve, Shape, rounded
from liantu.render import dashes, painter
from liantu.render.painter import paint

CORNERS = ((10.3, 8.2), (60.7, 8.2), (60.7, 50.4), (20.1, 50.4), (20.1, 70.9), (95.0, 70.9))
SHAPES: dict[str, Shape] = {
    "bends": Curve(rounded(CORNERS, 4.5), "#204080", 1.4, (5.0, 3.5)),
    "bends at once": Curve(
        rounded(((9.0, 9.0), (9.0, 13.0), (14.0, 13.0)), 4.5), "#204080", 2.0, (2.5, 2.5)
    ),
    "short dashes": Curve(rounded(CORNERS, 4.5), "#204080", 1.2, (1.8, 2.4), arrow=False),
    "aslant": Curve(rounded(((10.0, 10.0), (90.0, 70.0)), 4.5), "#204080", 1.4, (5.0, 3.0)),
    "arc": Curve(((5.0, 5.0), (60.0, 5.0), (60.0, 80.0), (95.0, 80.0)), "#204080", 2.2, (6.0, 3.0)),
    "card": Box(10.2, 8.1, 80.3, 60.4, "#FFF0E0", "#C04010", 1.8, 3.5, (5.0, 3.0)),
    "fine card": Box(10.2, 8.1, 80.3, 60.4, "#FFF0E0", "#C04010", 1.0, 3.5, (2.5, 2.5), 0.25),
    "sharp": Box(10.2, 8.1, 80.3, 60.4, "", "#C04010", 1.0, 0.0, (5.0, 3.0)),
    "disc": Box(10.0, 10.0, 70.0, 70.0, "#FFFFFF", "#C04010", 2.2, 35.0, (3.5, 2.5)),
}
CLOSE = 12
"""A pixel may be lighter or darker by so much on the average of all that are inked."""


def _pixels(shape: Shape, scale: float) -> list[int]:
    image = QImage(round(100 * scale), round(90 * scale), QImage.Format.Format_Grayscale8)
    image.fill(QColor("#FFFFFF"))
    with QPainter(image) as onto:
        onto.scale(scale, scale)
        paint(onto, [shape])
    rows = range(image.height())
    return [v for y in rows for v in bytes(image.constScanLine(y))[: image.width()]]


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", SHAPES)
def test_they_look_as_a_dashed_pen_draws_them(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, name: str, scale: float
) -> None:
    cut = _pixels(SHAPES[name], scale)
    monkeypatch.setattr(painter, "_cuts", lambda _painter, _dash: False)
    whole = _pixels(SHAPES[name], scale)
    inked = [(a, b) for a, b in zip(cut, whole, strict=True) if min(a, b) < 255]
    assert len(inked) > 20
    assert sum(abs(a - b) for a, b in inked) / len(inked) < CLOSE


def test_a_dash_that_reaches_a_bend_is_in_one_piece(qapp: QGuiApplication) -> None:
    found = dashes.along(rounded(((0.0, 0.0), (45.5, 0.0), (45.5, 40.0)), 4.5), (5.0, 3.0), 1.0)
    level, steep = found.straight
    assert (level.x1(), level.x2()) == (0.0, 37.0), "the last would end in the bend"
    assert steep.y1() == pytest.approx(4.5 + 8.0), "the first begins there"
    assert found.bent.boundingRect().left() == pytest.approx(40.0, abs=0.2)


def test_all_that_is_round_has_no_straight_line(qapp: QGuiApplication) -> None:
    assert not dashes.around((70.0, 70.0, 35.0), (3.5, 2.5), 2.2).straight
    assert len(dashes.around((70.0, 50.0, 4.0), (3.5, 2.5), 2.2).straight) == 4


def test_what_has_no_length_has_no_dashes(qapp: QGuiApplication) -> None:
    assert not dashes.along(((5.0, 5.0),), (5.0, 3.0), 1.0).straight
    assert dashes.around((0.0, 0.0, 3.5), (5.0, 3.0), 1.0).bent.isEmpty()


@pytest.mark.parametrize("name", ["bends", "card"])
def test_on_paper_a_dashed_line_stays_one(qapp: QGuiApplication, name: str) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    with QPainter(writer) as onto:
        paint(onto, [SHAPES[name]])
    streams = re.findall(rb"stream\r?\n(.*?)endstream", bytes(buffer.data().data()), re.DOTALL)
    told = b"".join(zlib.decompress(s) for s in streams if s[:1] == b"x")
    assert re.search(rb"\[[\d.]+ [\d.]+ \]0 +d\b", told), "with its pattern"
