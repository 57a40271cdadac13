"""The colours of the segment map: text and lines can be seen on what lies under them."""

from __future__ import annotations

from itertools import combinations

import pytest

from liantu.diagram.segment.model import Kind, Rank
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from tests.helpers.colours import contrast, luminance

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
TEXT, LINE = 4.5, 3.0
ACTED_ON = (Kind.BROKEN, Kind.UP, Kind.DOWN, Kind.BLANK)


@THEMES
def test_every_kind_and_rank_has_its_look(theme: Theme) -> None:
    assert set(theme.segments.kinds) == set(Kind)
    assert set(theme.segments.lines) == {rank.name.casefold() for rank in Rank}


@THEMES
def test_words_on_cards_read(theme: Theme) -> None:
    found = theme.segments
    for face in (*found.kinds.values(), found.absent):
        assert contrast(face.name, face.fill) >= TEXT
        assert contrast(face.detail, face.fill) >= TEXT
        assert contrast(face.letter, face.badge) >= TEXT
    for kind in (Kind.LOCAL, *ACTED_ON):
        assert contrast(found.input, found.kinds[kind].fill) >= TEXT
    assert contrast(found.lack, found.kinds[Kind.LOCAL].fill) >= TEXT
    assert contrast(*found.thin) >= TEXT
    assert contrast(*found.weak) >= TEXT


@THEMES
def test_the_letter_of_a_hollow_badge_reads_on_its_card(theme: Theme) -> None:
    for kind in ACTED_ON:
        face = theme.segments.kinds[kind]
        assert contrast(face.badge, face.fill) >= TEXT


@THEMES
def test_words_round_the_cards_read(theme: Theme) -> None:
    found = theme.segments
    for ground in (found.box, found.strip, theme.ground):
        assert contrast(found.header, ground) >= TEXT
        assert contrast(found.count, ground) >= TEXT
        assert contrast(theme.secondary, ground) >= TEXT
    for panel in found.panels:
        assert contrast(found.panel_ink, panel) >= TEXT
        assert contrast(found.panel_detail, panel) >= TEXT
    assert contrast(found.job_ink, found.job) >= TEXT


@THEMES
def test_lines_are_seen_on_what_they_run_over(theme: Theme) -> None:
    found = theme.segments
    strokes = (*found.lines.values(), found.box_live, found.box_plain, found.every)
    for ground in (found.box, found.strip, theme.ground):
        for stroke in strokes:
            assert contrast(stroke.color, ground) >= LINE
        assert contrast(found.bar, ground) >= LINE
        assert contrast(found.ring, ground) >= LINE
    for kind in ACTED_ON:
        face = found.kinds[kind]
        assert contrast(face.stroke, face.fill) >= LINE
        assert contrast(face.stroke, found.box) >= LINE


@THEMES
def test_bars_of_the_balance_are_seen(theme: Theme) -> None:
    found = theme.segments
    for kind in (*ACTED_ON, Kind.LOCAL):
        for ink in (found.short, found.enough):
            assert contrast(ink, found.kinds[kind].fill) >= LINE


def test_kinds_differ_in_grey_by_border_or_face() -> None:
    found = PRINT.segments.kinds
    looks = {}
    for kind in Kind:
        face = found[kind]
        looks[kind] = (face.dash, face.width, round(luminance(face.fill), 1), bool(face.stroke))
    same = [(a, b) for a, b in combinations(Kind, 2) if looks[a] == looks[b]]
    assert set(same) <= {(Kind.UP, Kind.DOWN), (Kind.BLANK, Kind.OPEN)}, "told by their badges"
