"""Text can be read on what lies under it, in every theme."""

from __future__ import annotations

import pytest

from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from tests.helpers.colours import contrast, luminance


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_contrast_of_text(theme: Theme) -> None:
    for under in (theme.ground, theme.paper, theme.band, theme.absent_tint, theme.raw_tint):
        assert contrast(theme.text, under) >= 7
        assert contrast(theme.secondary, under) >= 4.5
        assert contrast(theme.accent, under) >= 4.5


def test_local_and_absent_differ_in_grey() -> None:
    assert abs(luminance(PRINT.local) - luminance(PRINT.absent_tint)) > 0.3
