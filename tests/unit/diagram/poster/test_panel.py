"""The panel: what gives way where room is short, in its order, and what fills room that is left."""

from __future__ import annotations

import pytest

from liantu.diagram.drawing import Box, Label
from liantu.diagram.poster import parts, parts_charts
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.panel import GAP, PAD, Part, draw, draw_columns, fill
from liantu.diagram.theme import PRINT
from liantu.model.target import Target
from liantu.telling.poster.model import Need, Panel, Stage, Work
from tests.unit.diagram.poster.planted import OVERALL, poster

WIDTH = 332.0
EVERY = (Part.OVERALL, Part.JOBS, Part.HOLDS, Part.NEEDS, Part.WORKS, Part.PLACES)


def rows(height: float, **counts: int) -> dict[Part, int]:
    """Spots of each part that is shown, as a count of its rows."""
    found = fill(poster(**counts), WIDTH, height, PRINT)
    told = {}
    for part, block in found.blocks.items():
        spots = [item for item in block.items if isinstance(item, Spot)]
        told[part] = len(spots)
    return told


def used(height: float) -> float:
    found = fill(poster(), WIDTH, height, PRINT)
    blocks = found.blocks.values()
    return (sum(b.height for b in blocks) + GAP * (len(blocks) - 1)) * found.scale


@pytest.mark.parametrize("height", range(360, 1500, 60))
def test_what_is_shown_fits(height: int) -> None:
    assert used(height) <= height + 0.01


def test_rows_go_in_turn_and_parts_stay_down_to_their_least() -> None:
    heights = range(1400, 500, -20)
    seen = [rows(height, asks=0) for height in heights]
    least = next(r for r in seen if r.get(Part.HOLDS) == 1 and r.get(Part.NEEDS) == 2)
    assert set(EVERY) <= set(least)
    assert least[Part.WORKS] == 2
    assert least[Part.PLACES] == 2 * 2


def test_then_parts_are_dropped_in_their_order() -> None:
    order = [set(rows(height)) & set(EVERY) for height in range(1400, 300, -10)]
    gone: list[Part] = []
    for shown in order:
        gone += [p for p in EVERY if p not in shown and p not in gone]
    assert gone == [Part.PLACES, Part.WORKS, Part.NEEDS, Part.HOLDS]
    assert all({Part.OVERALL, Part.JOBS} <= shown for shown in order)


def test_the_lines_of_what_to_do_go_last() -> None:
    tall = fill(poster(), WIDTH, 420.0, PRINT).blocks[Part.JOBS]
    low = fill(poster(), WIDTH, 300.0, PRINT).blocks[Part.JOBS]
    assert any(item.text == "办：" for item in tall.items if isinstance(item, Label))
    assert not any(item.text == "办：" for item in low.items if isinstance(item, Label))
    titles = [item.text for item in low.items if isinstance(item, Label) and item.bold]
    assert titles[1::2] == ["1", "2", "3"] or {"落实aaa来源", "落实bbb来源"} <= set(titles)


def test_room_left_is_given_to_questions_then_key_links_then_larger_type() -> None:
    seen = []
    for height in range(900, 1700, 10):
        found = fill(poster(), WIDTH, height, PRINT)
        asks = rows(height).get(Part.ASKS, 0)
        seen.append((found.scale, Part.KEYS in found.blocks, asks))
    assert {asks for _, _, asks in seen} == set(range(7))
    assert all(asks == 6 for _, keys, asks in seen if keys)
    assert all(keys for scale, keys, _ in seen if scale > 1)
    assert seen == sorted(seen)
    most = fill(poster(), WIDTH, 2000.0, PRINT)
    assert most.scale == 1.2
    assert list(most.blocks) == list(Part)


def test_the_panel_says_the_judgement_whole_and_leads_to_products_and_firms() -> None:
    items = list(draw(poster(), (1100, 132, 372, 948), PRINT))
    told = "".join(
        i.text for i in items if isinstance(i, Label) and i.bold and 14.2 < i.size < 15.2
    )
    assert OVERALL in told
    targets = {i.target for i in items if isinstance(i, Spot)}
    assert {Target("product", p) for p in "abcdf"} <= targets
    assert {Target("enterprise", "luxi"), Target("enterprise", "xinfa")} <= targets
    for spot in (i for i in items if isinstance(i, Spot)):
        assert spot.x >= 1100 and spot.x + spot.width <= 1472
        assert spot.y >= 132 and spot.y + spot.height <= 132 + 948


def test_columns_hold_every_part_once_and_end_at_the_foot() -> None:
    items = list(draw_columns(poster(), (40, 500, 1215, 400), 3, PRINT))
    grounds = [i for i in items if isinstance(i, Box) and i.height == 400]
    assert len(grounds) == 3
    labels = [i for i in items if isinstance(i, Label)]
    assert max(label.y for label in labels) <= 900 - PAD + 2
    titles = [i.text for i in labels]
    for title in ("总体判断", "先办三件事", "供需"):
        assert titles.count(title) == 1


def test_bars_of_one_unit_have_one_scale() -> None:
    shown = (
        Need("a", "甲", 100.0, 50.0, "t", "缺 50吨", "需100 供50", short=True),
        Need("b", "乙", 50.0, 0.0, "t", "缺 50吨", short=True),
        Need("c", "丙", 4.0, 0.0, "set", "缺 4套", short=True),
    )
    block = parts_charts.needs(Panel(shown, "浅＝需"), "", 7, WIDTH, PRINT)
    bars = [i.width for i in block.items if isinstance(i, Box)]
    assert bars[1] == pytest.approx(bars[0] / 2)
    assert len(bars) == 4
    assert block.height == parts.TITLE_HIGH + 3 * parts_charts.NEED


def test_a_project_that_is_built_is_a_bar_from_its_start_to_the_date() -> None:
    shown = (
        Work("a", "甲 20万吨", Stage.NEW, "2022-10", ("2022年10月投产",)),
        Work("b", "乙 30万吨", Stage.BUILDING, "2021-06", ("在建",)),
        Work("c", "丙", Stage.PLANNED, "", ("规划（2022年口径）", "规划")),
    )
    block = parts_charts.works(Panel(shown, ""), "2022-12-31", 6, WIDTH, PRINT)
    bar = next(i for i in block.items if isinstance(i, Box) and i.height == 10 and i.radius == 2)
    left, wide = WIDTH * parts_charts.LEFT, WIDTH * (1 - parts_charts.LEFT)
    start = 2 + (5 + 15 / 31) / 12
    assert bar.x == pytest.approx(left + start * wide / 6)
    assert bar.x + bar.width == pytest.approx(left + 4.0 * wide / 6, abs=0.2)
    texts = [i.text for i in block.items if isinstance(i, Label)]
    assert {"2022年10月投产", "在建"} <= set(texts)
    assert any(t.startswith("规划") for t in texts)
    assert [str(y) in texts for y in range(2019, 2025)] == [True] * 6
