"""Words, fields and marks of the window are seen, light and dark."""

from __future__ import annotations

import pytest

from liantu.ui.style.look import tones
from tests.helpers.colours import contrast

TEXT, LINE = 4.5, 3.0
BOTH = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


@BOTH
def test_every_ink_reads_on_every_ground(dark: bool) -> None:
    look = tones(dark)
    inks = ("ink", "secondary", "accent", "doubt", "bad", "good")
    grounds = (*("ground", "paper", "chosen", "hover", "bad_tint", "good_tint", "missing_tint"),)
    faint = {
        f"{ink} on {ground}": round(contrast(getattr(look, ink), getattr(look, ground)), 2)
        for ink in inks
        for ground in grounds
        if contrast(getattr(look, ink), getattr(look, ground)) < TEXT
    }
    assert faint == {}
    assert contrast(look.on_accent, look.accent) >= TEXT


@BOTH
def test_borders_that_say_where_to_type_and_where_the_focus_is_are_seen(dark: bool) -> None:
    look = tones(dark)
    for ground in (look.paper, look.ground, look.chosen, look.hover):
        assert contrast(look.accent, ground) >= LINE, ground
    for ground in (look.paper, look.ground):
        assert contrast(look.field, ground) >= LINE, ground
        assert contrast(look.secondary, ground) >= LINE, "boxes to be ticked"
