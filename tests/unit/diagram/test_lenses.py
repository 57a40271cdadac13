"""A lens is one object: what it paints, its legend and its words come from it alone."""

from __future__ import annotations

import pytest

from liantu.analysis.state import State
from liantu.diagram.cards import FAR, MIDDLE, draw_card
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.lenses import BALANCE, DIAGNOSIS, LENSES, STRUCTURE, Entry, Lens
from liantu.diagram.page import SheetOptions
from liantu.diagram.sheet import draw_sheet
from liantu.diagram.theme import PRINT, Theme
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import Card, ViewLink, arrange
from liantu.model.classes import Word
from tests.helpers.readings import shipped_at


def card(*codes: Word, supply: float | None = 0.0, need: float | None = 0.0) -> Card:
    return Card(
        id="x",
        title=("甲",),
        title_size=13.0,
        detail="",
        state=State.LOCAL,
        width=164.0,
        height=54.0,
        band=0,
        doors=(),
        tooltip="",
        name="甲",
        classes=codes,
        supply=supply,
        need=need,
    )


def words(shapes: tuple[Shape, ...]) -> list[str]:
    return [s.text for s in shapes if isinstance(s, Label)]


@pytest.mark.parametrize("lens", LENSES.values(), ids=list(LENSES))
def test_the_legend_on_paper_is_that_of_the_lens(lens: Lens) -> None:
    reading = shipped_at("2022-10-26")
    view = build_view(reading, "pc-nylon")
    told = words(draw_sheet(reading, view, arrange(view), SheetOptions(lens=lens)).shapes)
    for entry in lens.legend(PRINT):
        assert entry.words in told
        assert set(words(entry.mark)) <= set(told)


def test_badges_are_the_letters_of_the_classes_with_the_worst_outermost() -> None:
    found = card(Word.THIN, Word.WEAK)
    assert words(draw_card(found, PRINT, lens=STRUCTURE)) == ["甲", ""]
    shapes = draw_card(found, PRINT, lens=DIAGNOSIS)
    badges = [s for s in shapes if isinstance(s, Label) and s.text in ("细", "弱")]
    assert [b.text for b in badges] == ["细", "弱"]
    assert badges[0].x > badges[1].x
    assert "弱" not in words(draw_card(found, PRINT, lens=DIAGNOSIS, detail=MIDDLE))
    assert words(draw_card(found, PRINT, lens=DIAGNOSIS, detail=FAR, name_size=0.0)) == []


def test_a_card_has_the_colours_of_its_worst_class() -> None:
    tone = DIAGNOSIS.tone(card(Word.THIN, Word.WEAK), PRINT)
    assert tone == PRINT.tones[Word.THIN]
    assert DIAGNOSIS.tone(card(), PRINT) is None
    face = draw_card(card(Word.THIN, Word.WEAK), PRINT, lens=DIAGNOSIS)[0]
    assert isinstance(face, Box)
    assert face.fill == PRINT.tones[Word.THIN].tint


@pytest.mark.parametrize(
    ("supply", "need", "share"), [(9.0, 12.0, 0.5), (18.0, 12.0, 1.0), (90.0, 12.0, 1.0)]
)
def test_the_bar_of_the_balance_is_supply_by_need_up_to_one_and_a_half(
    supply: float, need: float, share: float
) -> None:
    plain = draw_card(card(supply=supply, need=need), PRINT, lens=STRUCTURE)
    drawn = draw_card(card(supply=supply, need=need), PRINT, lens=BALANCE)
    trough, bar, mark = (s for s in drawn[len(plain) :] if isinstance(s, Box))
    assert bar.width == pytest.approx(trough.width * share)
    assert mark.x == pytest.approx(trough.x + trough.width / 1.5)


def test_an_unknown_cover_is_dotted_and_no_need_has_no_bar() -> None:
    plain = draw_card(card(), PRINT)
    assert draw_card(card(), PRINT, lens=BALANCE) == plain
    dots = draw_card(card(supply=None, need=5.0), PRINT, lens=BALANCE)[len(plain) + 1 :]
    assert len(dots) > 10
    assert {s.width for s in dots if isinstance(s, Box)} == {3.0}


def test_only_the_balance_widens_links() -> None:
    link = ViewLink("a", "b", absent=False, flow=0.4)
    wide = {id_: lens.flow(link) for id_, lens in LENSES.items() if lens.flow(link) is not None}
    assert wide == {"balance": 0.4}


def test_another_lens_needs_nothing_but_its_object() -> None:
    def entries(theme: Theme) -> list[Entry]:
        return [Entry("试", (Box(0, 0, 1, 1, theme.accent),))]

    lens = Lens("trial", entries, counts=lambda cards: f"试 {len(list(cards))}")
    reading = shipped_at("2022-10-26")
    view = build_view(reading, "cu")
    told = words(draw_sheet(reading, view, arrange(view), SheetOptions(lens=lens)).shapes)
    assert "试" in told
    assert any(line.endswith(f"试 {len(view.cards)}") for line in told)
