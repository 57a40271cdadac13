"""Sheets of all chains: large enough to read, the map in nearly all of the page."""

from __future__ import annotations

import pytest

from liantu.diagram import measure
from liantu.diagram.drawing import Drawing, Label, Polygon
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.page import FIT, FLOORS, MILLIMETRE, POINTS, SIZES, SheetOptions
from liantu.diagram.segment.graph import folded
from liantu.diagram.segment.mapping import graph_of
from liantu.diagram.segment.sheet import Seen, draw_segments
from liantu.telling.standing import coverage_sentence
from tests.helpers.readings import loaded, shipped_at

CHAINS = list(loaded().atlas.chains)
PAPERS = [*SIZES, FIT]
READING = shipped_at("2022-12-31")


def sheet(chain: str, paper: str, **seen: str) -> Drawing:
    return draw_segments(READING, Seen(chain, **seen), SheetOptions(paper, lens=DIAGNOSIS))


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("chain", CHAINS)
def test_no_type_is_below_that_of_the_paper(chain: str, paper: str) -> None:
    drawing = sheet(chain, paper)
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    named = 11.5 / 12
    least = min(label.size for label in labels) * POINTS
    assert least >= FLOORS[paper] * named - 0.01
    for label in labels:
        wide = measure.width(label.text, label.size, bold=label.bold)
        start = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        assert label.x - start >= 0
        assert label.x - start + wide <= drawing.width
        assert 0 < label.y < drawing.height


@pytest.mark.parametrize("chain", CHAINS)
def test_the_map_has_nearly_all_of_a3(chain: str) -> None:
    drawing = sheet(chain, "A3")
    banners = [shape for shape in drawing.shapes if isinstance(shape, Polygon)]
    stages = [s for s in banners if len(s.points) >= 5 and max(x for x, _ in s.points) > 60]
    left = min(x for s in stages for x, _ in s.points)
    right = max(x for s in stages for x, _ in s.points)
    top = min(y for s in stages for _, y in s.points)
    rule = max(s.y for s in drawing.shapes if isinstance(s, Label) and s.text == "链图")
    assert (right - left) / MILLIMETRE >= 404 * 0.98
    assert (rule - top) / MILLIMETRE >= 268 * 0.93


def test_the_head_is_one_line_and_the_legend_another_on_a3() -> None:
    labels = [s for s in sheet("pc-nylon", "A3").shapes if isinstance(s, Label)]
    title, counts = labels[0], labels[1]
    assert title.text == "化工新材料(聚碳酸酯·尼龙)产业链"
    assert title.y == counts.y
    assert "环节" in counts.text
    legend = {s.y for s in labels if s.text in ("本地贯通", "本地缺料", "可延伸", "其他主料")}
    assert len(legend) == 1


def test_the_foot_tells_coverage_and_trust() -> None:
    told = "".join(words(sheet("pc-nylon", "A3")))
    assert coverage_sentence(READING) in told
    assert "资料说明" in told
    assert "本图单耗" in told


def test_a_part_says_of_what_and_shows_nothing_else() -> None:
    graph = graph_of(READING, "pc-nylon")
    inside = {item.name for item in folded(graph, "bpa").items}
    told = words(sheet("pc-nylon", "A4", fold="bpa"))
    assert told[0].endswith(" · 双酚A的上下游")
    assert {item.name for item in graph.items} & set(told) <= inside
    key = next(s.key for s in graph.segments if s.name == "氯碱与酸")
    assert words(sheet("pc-nylon", "A4", box=key))[0].endswith(" · 氯碱与酸")


def test_names_are_never_cut() -> None:
    for paper in ("A4", "A3"):
        told = "".join(words(sheet("it", paper)))
        for item in graph_of(READING, "it").items:
            assert item.name.replace(" ", "") in told.replace(" ", ""), item.name


def test_every_name_can_be_searched_for_whole() -> None:
    drawing = sheet("machinery", "A4")
    found = {*words(drawing), *(name.text for name in drawing.names)}
    for item in graph_of(READING, "machinery").items:
        assert {item.name, item.full} <= found, item.name
    assert all(0 < n.x < drawing.width and 0 < n.y < drawing.height for n in drawing.names)


def test_an_unknown_paper_or_chain_is_an_error() -> None:
    with pytest.raises(KeyError):
        sheet("pc-nylon", "B5")
    with pytest.raises(KeyError):
        sheet("none", "A3")


@pytest.mark.parametrize("paper", list(SIZES))
def test_a_map_fills_its_paper_however_large(paper: str) -> None:
    drawing = sheet("it", paper)
    labels = [s for s in drawing.shapes if isinstance(s, Label)]
    names = {item.name for item in graph_of(READING, "it").items}
    lowest = max(s.y for s in labels if s.text in names)
    assert lowest > 0.85 * drawing.height
