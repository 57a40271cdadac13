"""The head of 看板: every piece with its number, every letter once, nothing beyond its room."""

from __future__ import annotations

import pytest

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label
from liantu.diagram.poster.frame import frame_of
from liantu.diagram.poster.headline import bar, headline
from liantu.diagram.poster.model import Spot
from liantu.diagram.theme import DARK, PRINT, Theme
from liantu.model.classes import Word
from liantu.model.target import Target
from liantu.telling.composition import Piece
from liantu.telling.mark import Look, Mark
from liantu.telling.poster.model import Head
from tests.helpers.colours import contrast

PIECES = (
    Piece(Mark("产", Look.HERE, "在产"), 20),
    Piece(Mark("副", Look.HERE, "副产"), 5),
    Piece(Mark("断", Word.BROKEN, "断链"), 1),
    Piece(Mark("断", Word.BROKEN, "疑似断链", hollow=True), 3),
    Piece(Mark("购", Word.SHORT_UP, "疑似短链·向上", hollow=True), 6),
    Piece(Mark("延", Word.SHORT_DOWN, "疑似短链·向下", hollow=True), 19),
    Piece(Mark("无", Word.BLANK, "疑似无链", hollow=True), 1),
    Piece(Mark("未", Word.OPEN, "未布局"), 15),
    Piece(Mark("稳", Look.POLICY, "政策约束"), 1),
    Piece(Mark("调", Look.OUTSIDE, "市外调入"), 14),
)
HEAD = Head(
    title="聚碳酸酯·尼龙产业链图谱",
    place="聊城市绿色化工 · 口径日期2022年12月 · 现状 · 只计在产，在建、规划另标",
    whole="全链85个环节",
    pieces=PIECES,
    figures="关键环节12：在产5、政策约束1、未见6　主材本地保障率81%　缺主材3种",
)


def drawn(paper: str, theme: Theme = PRINT) -> list[object]:
    return list(headline(HEAD, frame_of(paper), theme, "pc-nylon"))


@pytest.mark.parametrize("paper", ["A3", "16:9", "A4"])
def test_the_head_stays_within_its_margins(paper: str) -> None:
    frame = frame_of(paper)
    for label in (item for item in drawn(paper) if isinstance(item, Label)):
        wide = measure.width(label.text, label.size, bold=label.bold)
        left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        assert left >= frame.margin - 0.6
        assert left + wide <= frame.right + 0.6, label.text
        assert label.size * 0.75 >= 7.5


def test_every_piece_has_its_number_and_every_letter_stands_once() -> None:
    texts = [item.text for item in drawn("A3") if isinstance(item, Label)]
    for piece in PIECES:
        assert str(piece.count) in texts
    for letter in {piece.mark.letter for piece in PIECES}:
        assert texts.count(letter) == 1
    assert texts.count("斜纹、空心＝疑似") == 1
    assert not any("疑似断" in told for told in texts)


def test_pieces_are_as_wide_as_they_count_beside_their_least_width() -> None:
    boxes = [s for s in bar(PIECES, (0, 0, 600, 30), PRINT) if isinstance(s, Box)]
    wide = [box.width + 2 for box in boxes if box.height == 30]
    unit = (600 - 16 * len(PIECES)) / 85
    assert wide == pytest.approx([16 + piece.count * unit for piece in PIECES])
    assert sum(wide) == pytest.approx(600)


@pytest.mark.parametrize("theme", [PRINT, DARK], ids=["print", "dark"])
def test_numbers_read_on_their_pieces(theme: Theme) -> None:
    for piece in PIECES:
        found = list(bar((piece,), (0, 0, 300, 30), theme))
        ground = next(s for s in found if isinstance(s, Box)).fill
        ink = next(s for s in found if isinstance(s, Label)).color
        assert contrast(ink, ground) >= 4.5, piece.mark.letter


def test_title_and_pieces_lead_to_the_chain() -> None:
    title, *pieces = [item for item in drawn("A3") if isinstance(item, Spot)]
    assert {spot.target for spot in (title, *pieces)} == {Target("chain", "pc-nylon")}
    assert title.holds(60, 70)
    assert [spot.tip for spot in pieces[:3]] == ["在产 20", "副产 5", "断链 1"]
    assert len(pieces) == len(PIECES)
