"""Lines of cards and chips."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from liantu.diagram.segment.cardtext import (
    BAR,
    RIGHT,
    CardText,
    Texts,
    detail_count,
    lack_words,
    lettered,
    text_of,
)
from liantu.diagram.segment.chips import (
    ChipText,
    chip_of,
    chip_text,
    counted_text,
    limited,
    rows_height,
    rows_of,
)
from liantu.diagram.segment.levels import (
    CHIPFIRM,
    CHIPS,
    FULL,
    LEAN,
    LEVELS,
    NORMAL,
    RICH,
    STEP,
    WHOLE,
)
from liantu.diagram.segment.model import Counted, Drawn, End, Item, Kind, Rank, Rect
from liantu.diagram.segment.naming import input_lines, named
from liantu.diagram.segment.plan import lay_out
from liantu.diagram.segment.typeset import listed, wide, wrapped
from liantu.model import focus
from liantu.model.standing import Standing
from tests.unit.diagram.segment.graphs import edge, graph_of, item

MAKERS = ("鲁西化工", "信发集团", "祥光铜业", "时风集团")
MADE = item(
    "bpa", name="双酚A", makers=MAKERS, amount="20万吨/年", missing=("苯酚", "丙酮", "烧碱")
)


def shown(level: object, what: Item, width: float) -> CardText:
    return text_of(level, what, width)  # type: ignore[arg-type]


def test_an_amount_keeps_its_unit_before_it_keeps_the_year() -> None:
    made = item("trb", name="圆锥滚子轴承", makers=("泰华轴承",), amount="1200万套/年")
    room = wide("1200万套", WHOLE.detail) + BAR + RIGHT
    assert shown(WHOLE, made, math.ceil(room / STEP) * STEP).details == ("泰华轴承", "1200万套")
    assert shown(WHOLE, made, 200.0).details == ("泰华轴承", "1200万套/年")


def test_what_is_made_tells_makers_amount_and_lack_by_level() -> None:
    assert shown(WHOLE, MADE, 112.0) == CardText(
        ("双酚A",), ("鲁西化工", "信发集团", "祥光铜业+1", "20万吨/年"), "缺 苯酚、丙酮 +1"
    )
    assert shown(RICH, MADE, 124.0).details == ("鲁西化工", "信发集团+2", "20万吨/年")
    assert shown(NORMAL, MADE, 176.0).details == ("鲁西化工+3 20万吨/年",)
    assert shown(NORMAL, MADE, 84.0).details == ("鲁西化工+3",)
    assert shown(LEAN, MADE, 124.0) == CardText(("双酚A",), ("鲁西化工+3",), "")


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.BYPRODUCT, "副产"),
        (Standing.GROUP, "群体在产"),
        (Standing.CAPTIVE, "装置内自供"),
    ],
)
def test_what_no_firm_is_named_for_tells_how_it_is_made(standing: Standing, words: str) -> None:
    gas = item("gas", standing=standing)
    assert shown(NORMAL, gas, 100.0).details == (words,)


def test_a_gap_tells_who_plans_it() -> None:
    gap = item("gap", Kind.UP, name="环己酮", planned="在建 弗兰卡车灯科技")
    assert shown(NORMAL, gap, 100.0) == CardText(("环己酮",), ("在建 弗兰卡车…",))
    narrow = next(w for w in range(100, 30, -1) if shown(NORMAL, gap, w).details == ("在建",))
    assert "弗兰卡…" in shown(NORMAL, gap, narrow + 1).details[0]
    assert shown(NORMAL, replace(gap, planned=""), 100.0).details == ()


def test_lines_are_counted_as_they_are_shown() -> None:
    for level in LEVELS:
        for what in (
            MADE,
            replace(MADE, makers=(), amount=""),
            item("gap", Kind.DOWN, planned="x"),
        ):
            text = text_of(level, what, 124.0)
            assert detail_count(level, what) == len(text.details) + bool(text.lack)


def test_no_letter_where_nothing_is_to_be_said() -> None:
    assert {kind for kind in Kind if not lettered(item("x", kind))} == {Kind.OPEN, Kind.BOUGHT}


def test_lack_names_whole_materials_or_their_number() -> None:
    assert lack_words(("苯酚", "丙酮"), 12.0, 100.0) == "缺 苯酚、丙酮"
    assert lack_words(("苯酚", "碳酸二甲酯"), 12.0, 70.0) == "缺 苯酚 +1"
    assert lack_words(("对叔丁基苯酚", "丙酮"), 12.0, 60.0) == "缺 2 种"
    assert lack_words(("对叔丁基苯酚",), 12.0, 60.0) == "缺 对叔…"


def test_a_name_never_ends_in_a_single_character_where_it_need_not() -> None:
    assert wrapped("二氯甲烷", 12.5, 40.0, 40.0, False) == ("二氯", "甲烷")
    assert wrapped("二氯甲烷啊", 12.5, 52.0, 52.0, False) == ("二氯甲", "烷啊")
    assert wrapped("二氯甲烷", 12.5, 200.0, 180.0, False) == ("二氯甲烷",)


def test_names_are_listed_whole() -> None:
    assert listed(("甲醛", "丙酮", "乙烯"), 12.0, 200.0, " ") == "甲醛 丙酮 乙烯"
    assert listed(("甲醛", "丙酮", "乙烯"), 12.0, 60.0, " ") == "甲醛 +2"
    assert listed(("甲醛", "丙酮"), 12.0, 20.0, " ") == ""


def test_a_cell_too_narrow_for_a_name_is_impossible_and_the_widest_never() -> None:
    long = item("long", name="特别长的产品名称用来试验换行与截断" * 2)
    longest = item("longest", name="特别长的产品名称用来试验换行与截断" * 9)
    graph = replace(graph_of((0,)), items=(long, longest))
    texts = Texts(graph, NORMAL)
    assert texts.height(long, 84.0) == math.inf
    assert texts.height(long, 176.0) < 100
    assert texts.height(longest, 176.0) < math.inf


def test_inputs_without_a_line_are_named_whole() -> None:
    edges = [edge(f"s0p{i}", "s1p0", 1.0 - i / 10) for i in range(6)]
    graph = graph_of((6, 1), edges, name=lambda s, i: f"料{s}{i}", kind=lambda n: Kind.LOCAL)
    placed = lay_out(graph, 900.0, 560.0, detail=focus.WHOLE)
    line = Drawn(End("s0p1"), End("s1p0"), ((0.0, 0.0),), Rank.LIVE)
    lines = named(graph, placed, [line])
    assert set(lines) == {"s1p0"}
    words = " ".join(lines["s1p0"]).split()
    assert words == ["料00", "料02", "料03", "料04", "料05"]
    lean = lay_out(graph, 300.0, 180.0)
    assert lean.level < 3
    assert named(graph, lean, []) == {}


def test_inputs_that_have_no_room_are_counted() -> None:
    edges = [edge(f"s0p{i}", "s1p0", 1.0 - i / 100) for i in range(40)]
    graph = graph_of((40, 1), edges, name=lambda s, i: f"很长的原料名字{i}", kind=lambda n: Kind.UP)
    placed = lay_out(graph, 1590.0, 800.0, detail=focus.WHOLE)
    lines = named(graph, placed, [])["s1p0"]
    shown = [word for line in lines for word in line.split() if not word.startswith("+")]
    assert lines[-1].endswith(f"+{40 - len(shown)}")
    rect = placed.cards["s1p0"]
    assert all(wide(line, WHOLE.small) <= rect.width for line in lines)


def test_a_long_input_takes_two_lines_where_the_card_has_them() -> None:
    what = item("gap", Kind.UP, name="环己酮")
    low, high = Rect(0.0, 0.0, 84.0, 40.0), Rect(0.0, 0.0, 84.0, 90.0)
    assert input_lines(WHOLE, what, low, ["对叔丁基苯酚树脂"]) == ("对叔丁基…",)
    assert input_lines(WHOLE, what, low, ["对叔丁基苯酚树脂", "对叔丁基苯"]) == ("2 种料",)
    assert input_lines(WHOLE, what, high, ["对叔丁基苯酚树脂"]) == ("对叔丁基苯", "酚树脂")
    assert input_lines(WHOLE, what, high, ["对叔丁基苯酚树脂", "苯"]) == (
        "对叔丁基苯",
        "酚树脂",
        "苯",
    )


def test_chips_stand_in_rows_and_name_a_maker_where_there_is_room() -> None:
    chip = chip_of(CHIPFIRM, MADE)
    rect = Rect(0.0, 0.0, chip.bare + chip.maker, 18.0)
    assert chip_text(CHIPFIRM, MADE, rect).maker == "鲁西化工"
    long = replace(MADE, makers=("鲁西化工集团",))
    assert chip_text(CHIPFIRM, long, rect) == ChipText(("双酚A",), "鲁西化…")
    tight = replace(rect, width=chip.bare + chip.maker - 1)
    assert chip_text(CHIPFIRM, MADE, tight) == ChipText(("双酚A",), "鲁西化工", below=True)
    tighter = replace(rect, width=60.0)
    assert chip_text(CHIPFIRM, MADE, tighter) == ChipText(("双", "酚A"), "鲁西…", below=True)
    assert [row.lines for row in rows_of([chip], tight.width, CHIPFIRM)] == [2]
    assert chip_text(CHIPS, MADE, rect).maker == ""
    narrow = Rect(0.0, 0.0, 60.0, 32.0)
    assert chip_text(CHIPFIRM, replace(MADE, name="一二三四五"), narrow).names == ("一二", "三四五")


def test_rows_hold_what_fits_and_the_rest_is_counted() -> None:
    chips = [chip_of(CHIPS, item(f"p{i}", Kind.BOUGHT, name="甲乙丙")) for i in range(7)]
    width = 2 * chips[0].bare + 4
    rows = rows_of(chips, width, CHIPS)
    assert [len(row.spots) for row in rows] == [2, 2, 2, 1]
    short = limited(rows, 2, width, CHIPS)
    assert [len(row.spots) for row in short] == [2, 2]
    last = short[-1].spots[-1].chip
    assert (last.name, last.stands_for) == ("+4", ("p3", "p4", "p5", "p6"))
    assert limited(rows, 0, width, CHIPS) == rows
    assert rows_height(short, CHIPS) == pytest.approx(2 * CHIPS.chip_pitch)


def test_a_long_name_takes_a_row_and_two_lines() -> None:
    chips = [
        chip_of(FULL, item("a", Kind.BOUGHT, name="甲" * 9)),
        chip_of(FULL, item("b", Kind.BOUGHT)),
    ]
    rows = rows_of(chips, 90.0, FULL)
    assert [(row.spots[0].chip.key, row.lines) for row in rows] == [("b", 1), ("a", 2)]


def test_counted_words_wrap_like_names() -> None:
    what = Counted("可延伸 13 未布局 12", 0, 0, ())
    assert counted_text(CHIPS, what, Rect(0, 0, 200, 18)) == ("可延伸 13 未布局 12",)
    assert counted_text(CHIPS, what, Rect(0, 0, 80, 32)) == ("可延伸 13", "未布局 12")
