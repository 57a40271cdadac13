"""What a renderer does not know is an error, never left out in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from liantu.diagram.drawing import Clip, Drawing, moved
from liantu.diagram.page import printable
from liantu.render.painter import paint
from liantu.render.svg import to_svg


@dataclass(frozen=True)
class Blot:
    """A shape that nobody draws."""

    x: float = 0.0


def painted(shape: Any) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        paint(painter, (shape,))
    finally:
        painter.end()


@pytest.mark.parametrize("shape", [Blot(), Clip(0, 0, 1, 1, (Blot(),))], ids=["bare", "clipped"])
@pytest.mark.parametrize(
    "use",
    [
        painted,
        lambda shape: moved(shape, 2.0, 0.0, 0.0),
        printable,
        lambda shape: to_svg(Drawing(4, 4, (shape,))),
    ],
    ids=["painter", "moved", "printable", "svg"],
)
def test_an_unknown_shape_is_an_error(
    qapp: QGuiApplication, use: Callable[[Any], object], shape: Any
) -> None:
    with pytest.raises(AssertionError):
        use(shape)
