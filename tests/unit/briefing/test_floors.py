"""Whatever is drawn can be read on whatever paper: no type is below the floor of the paper.

Segment maps and boards have floors of their own, in the tests of their pages.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

import pytest

from liantu.briefing.pictures import BOARD, CITY, NAMES, OF_CHAIN, Wish, pages
from liantu.diagram.drawing import Clip, Label, Shape
from liantu.diagram.lenses import LENSES
from liantu.diagram.page import FIT, PAPERS, POINTS
from liantu.model.focus import AUTO, TREE, WHOLE
from liantu.render.vector import Picture, Svg
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")
CHAINS = list(READING.atlas.chains)
FULL = ("pc-nylon", "machinery", "it")
"""The chains with the most on a page."""
FLOOR = {paper: 6.5 if paper == "A4" else 7.5 for paper in PAPERS}
"""Points on paper."""
SIZE = re.compile(r"font(?:-size)?:[^\";]*?([\d.]+)px")


def labels(shapes: Iterable[Shape]) -> Iterator[Label]:
    for shape in shapes:
        if isinstance(shape, Label):
            yield shape
        elif isinstance(shape, Clip):
            yield from labels(shape.shapes)


def least(picture: Picture) -> float:
    """The smallest type of a page in points."""
    if not isinstance(picture, Svg):
        return min(label.size for label in labels(picture.shapes)) * POINTS
    root = ET.fromstring(picture.text)
    shown = float(root.attrib["width"].removesuffix("pt"))
    scale = shown / float(root.attrib["viewBox"].split()[2])
    return min(map(float, SIZE.findall(picture.text))) * scale


def readable(wish: Wish) -> tuple[Picture, ...]:
    found = pages(READING, wish)
    for page in found:
        assert least(page) >= FLOOR[wish.paper] - 0.01, (wish, page.title)
    return found


@pytest.mark.parametrize("paper", ["A3", "A4", "A2", "16:9"])
@pytest.mark.parametrize("name", [name for name in NAMES if name not in (BOARD, CITY)])
def test_every_picture_can_be_read(name: str, paper: str) -> None:
    for chain in FULL[:2] if name in OF_CHAIN else ("",):
        readable(Wish(picture=name, chain=chain, paper=paper))


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_every_process_tree_can_be_read(paper: str) -> None:
    """On one A3; what a sheet has no room for stands on another."""
    for chain in CHAINS:
        found = readable(Wish(view=TREE, chain=chain, paper=paper))
        assert len(found) == 1 or paper == "A4", chain
        for page in found:
            assert page.width > page.height


@pytest.mark.parametrize(
    ("paper", "detail"), [("A2", AUTO), ("16:9", AUTO), (FIT, AUTO), ("A3", WHOLE), ("A4", WHOLE)]
)
def test_the_fullest_maps_can_be_read_on_any_paper(paper: str, detail: str) -> None:
    wishes = [Wish(view=TREE, chain=chain, detail=detail, paper=paper) for chain in FULL]
    for wish in (*wishes, Wish(firm="shifeng", detail=detail, paper=paper)):
        found = readable(wish)
        assert len(found) == 1 or paper != FIT


@pytest.mark.parametrize("lens", LENSES.values(), ids=list(LENSES))
def test_every_lens_can_be_read(lens: object) -> None:
    for paper in ("A3", "A4"):
        readable(Wish(view=TREE, chain="pc-nylon", lens=lens, paper=paper))  # type: ignore[arg-type]
