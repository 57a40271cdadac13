"""Names that differ in their last characters only are told apart on every map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.pictures import Wish, draw
from liantu.diagram.drawing import Clip, Drawing, Label, Shape
from liantu.diagram.segment.mapping import graph_of
from liantu.library import load
from liantu.model.focus import AUTO, TILES, WHOLE
from tests.helpers.folders import CHAIN, write
from tests.helpers.readings import reading as read_of
from tests.helpers.readings import shipped_at

NEAR = [f"高性能聚碳酸酯改性专用料无卤阻燃注塑级(通用{n}型)" for n in "一二三"]


def labels(shapes: Iterator[Shape] | tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Label):
            yield shape.text
        elif isinstance(shape, Clip):
            yield from labels(shape.shapes)


def near(folder: Path) -> Reading:
    """A chain of three products with such names."""
    told = CHAIN
    for old, name in zip(("苯酚", "丙酮", "双酚A"), NEAR, strict=True):
        told = told.replace(f"name: {old}\n", f"name: {name}\n")
    return read_of(load(write(folder, {"01-resin.yaml": told})).atlas)


@pytest.mark.parametrize("detail", [TILES, AUTO, WHOLE])
@pytest.mark.parametrize("paper", ["A4", "A3", "16:9"])
def test_near_names_are_printed_whole(tmp_path: Path, paper: str, detail: str) -> None:
    drawing = draw(near(tmp_path), Wish(chain="resin", paper=paper, detail=detail))
    shown = "".join(labels(drawing.shapes))
    assert [name for name in NEAR if name not in shown] == []


def ambiguous(drawing: Drawing, names: set[str]) -> list[str]:
    """Cut labels that could be two of the names."""
    stems = {w.split(" ")[-1].partition("…")[0] for w in labels(drawing.shapes) if "…" in w}
    return [stem for stem in stems if sum(name.startswith(stem) for name in names) > 1]


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("chain", ["ejiao", "machinery", "building", "it", "brg"])
def test_what_is_cut_on_a_shipped_map_can_be_one_name_only(chain: str, paper: str) -> None:
    reading = shipped_at("2022-12-31")
    graph = graph_of(reading, chain)
    names = {item.name for item in graph.items}
    names |= {maker for item in graph.items for maker in item.makers}
    drawing = draw(reading, Wish(chain=chain, paper=paper))
    assert ambiguous(drawing, names) == []
