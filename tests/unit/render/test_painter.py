"""The painter agrees with the measures that the layout relied on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from liantu.diagram import measure
from liantu.render.fonts import register_fonts
from liantu.render.painter import TYPE_SIZE, font

NAMES = [
    "双酚A",
    "4,4'-二氯二苯砜",
    "环氧树脂(双酚A型)",
    "3PE防腐钢管",
    "CO₂ α-烯烃 ㎡ ℃ →",
    "AVATAR",
]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_width_is_that_of_the_painter(qapp: QGuiApplication, name: str, bold: bool) -> None:
    register_fonts()
    shown = QFontMetricsF(font(bold)).horizontalAdvance(name)
    measured = measure.width(name, TYPE_SIZE, bold=bold)
    assert shown <= measured * 1.005, "kerning only ever narrows"
    assert shown >= measured * 0.93
