"""Pictures of the city: complete, within their frame, without overlapping words."""

from __future__ import annotations

import pytest

from liantu.analysis.certain import GAPS
from liantu.analysis.feeding import feeds
from liantu.diagram import measure
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Label
from liantu.diagram.page import SheetOptions
from liantu.diagram.plate import Plate, on_paper
from liantu.diagram.theme import PRINT
from tests.helpers.readings import shipped_at
from tests.unit.analysis.test_diagnosis import on, shipped


def plate(name: str) -> Plate:
    return PICTURES[name](shipped_at("2022-10-26"), PRINT)


def extent(label: Label) -> tuple[float, float, float, float]:
    width = measure.width(label.text, label.size, bold=label.bold)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - label.size * 0.8, left + width, label.y + label.size * 0.1


@pytest.mark.parametrize("name", list(PICTURES))
def test_words_lie_inside_and_apart(name: str) -> None:
    found = plate(name)
    boxes = [extent(s) for s in found.shapes if isinstance(s, Label)]
    assert all(b[0] >= -1 and b[2] <= found.width + 1 for b in boxes)
    assert all(b[1] >= -1 and b[3] <= found.height + 4 for b in boxes)
    boxes.sort()
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other[0] >= one[2]:
                break
            assert other[1] >= one[3] or one[1] >= other[3], (name, one, other)


def test_every_chain_has_a_tile() -> None:
    words = [s.text for s in plate("tiles").shapes if isinstance(s, Label)]
    for chain in shipped().chains.values():
        assert any(chain.short.startswith(w.rstrip("…")) for w in words if w), chain.short


def test_tiles_count_what_is_confirmed_apart_from_what_is_suspected() -> None:
    words = [s.text for s in plate("tiles").shapes if isinstance(s, Label)]
    reading = shipped_at("2022-10-26")
    at = words.index("聚碳酸酯·尼龙")
    rows = {r.product for b in GAPS for r in reading.rows(b, "pc-nylon")}
    assert f"已确认缺口 0 · 待核实 {len(rows)}" in words[at : at + 11]
    assert not any("功能闭合" in w for w in words)


def test_chains_feed_each_other_by_the_homes_of_products() -> None:
    products = shipped().products
    found = feeds(shipped(), on("2022-10-26").situation)
    assert any(f.local for f in found)
    for feed in found:
        assert feed.source != feed.target
        assert set(feed.local) <= set(feed.products)
        assert {products[p].home for p in feed.products} == {feed.source}


@pytest.mark.parametrize("paper", ["A4", "A0", "16:9", "fit"])
def test_on_any_paper(paper: str) -> None:
    drawing = on_paper(shipped_at("2022-10-26"), plate("tiles"), SheetOptions(paper))
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            box = extent(shape)
            assert box[0] >= 0
            assert box[2] <= drawing.width
            assert box[3] <= drawing.height
