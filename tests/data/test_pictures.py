"""Every chain and section as a sheet: nothing overlaps, nothing is cut off, no tofu."""

from __future__ import annotations

import pytest

from liantu.analysis.state import State
from liantu.diagram import measure
from liantu.diagram.cards import draw_band, draw_card
from liantu.diagram.drawing import Curve, Label
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.page import SheetOptions
from liantu.diagram.sheet import draw_sheets
from liantu.diagram.theme import PRINT
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import MapView, arrange
from liantu.render.svg import to_svg
from liantu.telling import classes
from tests.data.test_shipped import VIEWS
from tests.helpers.readings import shipped_at


def view_of(chain: str, section: str | None) -> MapView:
    return build_view(shipped_at(), chain, section)


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_text_stays_inside_its_card(chain: str, section: str | None) -> None:
    for card in view_of(chain, section).cards:
        rows = [s for s in draw_card(card, PRINT) if isinstance(s, Label)]
        for row in rows:
            end = (
                row.x
                if row.anchor == "end"
                else row.x + measure.width(row.text, row.size, bold=row.bold)
            )
            assert end <= card.width, (card.id, row.text)
            assert row.size <= row.y <= card.height - 2
        doors = [r for r in rows if r.anchor == "end"]
        details = [r for r in rows if r.text == card.detail and r.anchor == "start"]
        for door in doors:
            start = door.x - measure.width(door.text, door.size)
            assert all(d.x + measure.width(d.text, d.size) <= start for d in details)


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_no_name_is_cut(chain: str, section: str | None) -> None:
    cut = [c.name for c in view_of(chain, section).cards if any("…" in t for t in c.title)]
    assert cut == []


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_stage_headers_fit_their_band(chain: str, section: str | None) -> None:
    view = view_of(chain, section)
    for band, words in zip(arrange(view).bands, view.bands, strict=True):
        for size in (13.0, 26.0):
            for row in draw_band(band, words, PRINT, size):
                if isinstance(row, Label):
                    assert "…" not in row.text
                    assert row.size >= 9
                    end = row.x + measure.width(row.text, row.size, bold=row.bold)
                    assert end <= band.x + band.width


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_every_sheet_is_printable(chain: str, section: str | None) -> None:
    view = view_of(chain, section)
    drawing = draw_sheets(shipped_at(), view, SheetOptions("A3"))[0]
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            assert measure.missing(shape.text) == set()
            assert "〓" not in shape.text
        if isinstance(shape, Curve):
            assert all(0 <= x <= drawing.width for x, _ in shape.points)
    assert to_svg(drawing).count("<text") > len(view.cards)


@pytest.mark.parametrize(("chain", "section"), VIEWS)
def test_lines_run_round_foreign_cards(chain: str, section: str | None) -> None:
    layout = arrange(view_of(chain, section))
    hits = []
    for link in layout.links:
        for at in range(0, len(link.points) - 1, 3):
            for x, y in _spots(link.points[at : at + 4]):
                hits += [
                    (link.source, link.target, n.id)
                    for n in layout.nodes
                    if n.id not in (link.source, link.target)
                    and n.x + 1 < x < n.x + n.width - 1
                    and n.y + 1 < y < n.y + n.height - 1
                ]
    assert hits == []


def _spots(piece: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    found = []
    for step in range(1, 12):
        t = step / 12
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(w * p[0] for w, p in zip(weights, piece, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, piece, strict=True))
        found.append((x, y))
    return found


def test_some_of_each_state_is_shown() -> None:
    states = {card.state for card in view_of("pc-nylon", None).cards}
    assert states == set(State)


@pytest.mark.parametrize("chain", ["al", "soy", "building"])
def test_a_legend_has_no_letter_that_no_card_has(chain: str) -> None:
    view = view_of(chain, None)
    drawing = draw_sheets(shipped_at(), view, SheetOptions("A3", lens=DIAGNOSIS))[0]
    letters = {classes.letter(word) for word in PRINT.tones}
    found = [s.text for s in drawing.shapes if isinstance(s, Label) and s.text in letters]
    worst = {classes.letter(code) for card in view.cards for code in card.classes}
    assert worst < letters
    assert set(found) <= worst | {classes.letter(next(iter(PRINT.tones)))}, "the hollow sample"
