"""A lens is one object: what it paints, its legend and its words come from it alone."""

from __future__ import annotations

import pytest

from liantu.diagram.badges import badges
from liantu.diagram.cards import FAR, MIDDLE, draw_card, draw_map
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.entries import Entry
from liantu.diagram.lenses import BALANCE, DIAGNOSIS, LENSES, STRUCTURE, Lens
from liantu.diagram.page import FIT, SheetOptions
from liantu.diagram.sheet import draw_sheets
from liantu.diagram.theme import PRINT, Theme
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import Card, ViewLink, arrange
from liantu.model.classes import ACTED_ON, Word
from liantu.model.standing import LOCAL, Standing, Tag
from liantu.wording import text
from tests.helpers.readings import shipped_at


def card(
    *codes: Word,
    supply: float | None = 0.0,
    need: float | None = 0.0,
    standing: Standing = Standing.MADE,
    sole: Tag | None = None,
) -> Card:
    return Card(
        id="x",
        title=("甲",),
        title_size=13.0,
        detail="",
        standing=standing,
        width=164.0,
        height=54.0,
        band=0,
        doors=(),
        tooltip="",
        name="甲",
        classes=codes,
        supply=supply,
        need=need,
        sole=sole,
    )


def words(shapes: tuple[Shape, ...]) -> list[str]:
    return [s.text for s in shapes if isinstance(s, Label)]


@pytest.mark.parametrize("lens", LENSES.values(), ids=list(LENSES))
def test_the_legend_on_paper_is_that_of_the_lens(lens: Lens) -> None:
    reading = shipped_at("2022-10-26")
    view = build_view(reading, "pc-nylon")
    told = words(draw_sheets(reading, view, SheetOptions(FIT, lens=lens))[0].shapes)
    drawn = words(tuple(draw_map(view, arrange(view), PRINT, lens)))
    for entry in lens.legend(PRINT):
        shown = not entry.letter or entry.letter in drawn
        assert (entry.words in told) is shown
        assert not shown or set(words(entry.mark)) <= set(told)


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


def plates(found: Card, theme: Theme = PRINT) -> list[Box]:
    return [s for s in badges(found, theme, 1.0, scale=1.0) if isinstance(s, Box)]


@pytest.mark.parametrize("word", ACTED_ON)
def test_a_suspected_gap_is_hollow_and_a_confirmed_one_filled(word: Word) -> None:
    tone = PRINT.tones[word]
    for standing in (Standing.UNSEEN, Standing.ASKED):
        (hollow,) = plates(card(word, standing=standing))
        assert (hollow.fill, hollow.stroke) == (tone.tint, tone.color)
        face = draw_card(card(word, standing=standing), PRINT, lens=DIAGNOSIS, detail=FAR)[0]
        assert isinstance(face, Box)
        assert face.fill == tone.tint
    (filled,) = plates(card(word, standing=Standing.NONE))
    assert (filled.fill, filled.stroke) == (tone.color, "")


def test_what_policy_closes_has_a_quiet_badge_of_its_own() -> None:
    found = card(standing=Standing.SHUT)
    (plate,) = plates(found)
    assert (plate.fill, plate.stroke) == (PRINT.policy.tint, "")
    assert "稳" in words(draw_card(found, PRINT, lens=DIAGNOSIS))
    assert "稳" not in words(draw_card(found, PRINT, lens=STRUCTURE))


def test_a_sole_maker_is_a_small_mark_hollow_where_only_the_records_say_so() -> None:
    sure, told = (plates(card(sole=tag))[0] for tag in (Tag.SOLE, Tag.SOLE_ON_RECORD))
    assert (sure.fill, sure.stroke) == (PRINT.local, "")
    assert (told.fill, told.stroke) == (PRINT.paper, PRINT.local)
    both = words(tuple(badges(card(Word.THIN, sole=Tag.SOLE), PRINT, 1.0, scale=1.0)))
    assert both == ["细", "独"]


def test_every_standing_differs_without_colour() -> None:
    shapes = {s: draw_card(card(standing=s), PRINT, lens=STRUCTURE) for s in Standing}
    left = {
        s: tuple(
            (b.width, b.height, b.dash, b.stroke and b.stroke_width)
            for b in drawn
            if isinstance(b, Box)
        )
        for s, drawn in shapes.items()
    }
    alike = [(a, b) for a in Standing for b in Standing if a < b and left[a] == left[b]]
    assert alike == []
    dashed = {s for s in Standing if left[s][0][2]}
    assert dashed == {Standing.SHUT, Standing.ASKED, Standing.UNSEEN}
    assert all(len(left[s]) > 1 for s in LOCAL)


def test_the_structure_lens_names_all_nine_standings() -> None:
    told = [entry.words for entry in STRUCTURE.legend(PRINT)][:9]
    assert told == [text(f"standing.standing.{s}") for s in Standing]
    assert "本地暂无" not in "".join(told)


def test_suspected_gaps_are_counted_apart() -> None:
    cards = [
        card(Word.BROKEN, standing=Standing.UNSEEN),
        card(Word.SHORT_UP, standing=Standing.NONE),
        card(Word.THIN),
        card(standing=Standing.SHUT),
    ]
    assert DIAGNOSIS.counts(cards) == ("已确认 断 0 短 1 细 1 弱 0 无 0 · 图中疑似 1 · 政策约束 1")


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
    told = words(draw_sheets(reading, view, SheetOptions(lens=lens))[0].shapes)
    assert "试" in told
    assert any(line.endswith(f"试 {len(view.cards)}") for line in told)
