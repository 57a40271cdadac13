"""The pages of the city: nothing overlaps or is too small, all is on the page, which is full."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import pytest

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label
from liantu.diagram.page import POINTS
from liantu.diagram.poster.city_page import city_pages
from liantu.diagram.poster.model import Page, Spot
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.model.target import Target
from liantu.telling.poster.city import city_poster
from tests.helpers.colours import contrast
from tests.helpers.readings import loaded, reading, shipped_at

DAY = "2022-12-31"
FLOORS = {"A3": 9.0, "A2": 9.0, "A1": 9.0, "A0": 9.0, "A4": 6.5, "16:9": 7.5}
"""Smallest type in points."""
PAPERS = tuple(FLOORS)
ASCENT, DESCENT = 0.84, 0.12
"""What a line of Chinese type takes above and below its baseline, in type sizes."""
THEMES = {"print": PRINT, "light": LIGHT, "dark": DARK}


@cache
def pages(paper: str, theme: str = "print") -> tuple[Page, ...]:
    return city_pages(shipped_at(DAY), paper, theme=THEMES[theme])


def labels(page: Page) -> list[Label]:
    return [shape for shape in page.drawing.shapes if isinstance(shape, Label)]


def bounds(label: Label) -> tuple[float, float, float, float]:
    wide = measure.width(label.text, label.size, bold=label.bold)
    left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return left, label.y - label.size * ASCENT, left + wide, label.y + label.size * DESCENT


def overlap(one: Label, other: Label) -> bool:
    a, b = bounds(one), bounds(other)
    slack = 0.15 * min(one.size, other.size)
    across = min(a[2], b[2]) - max(a[0], b[0])
    return across > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack


@pytest.mark.parametrize("paper", PAPERS)
def test_no_words_overlap(paper: str) -> None:
    for page in pages(paper):
        rows = sorted(labels(page), key=lambda label: label.y)
        near = ((a, b) for a, b in combinations(rows, 2) if b.y - a.y < a.size + b.size)
        assert [(a.text, b.text) for a, b in near if overlap(a, b)] == []


def renamed(chains: Iterable[str], tail: str = "") -> Reading:
    """The shipped data with some chains only, their names and fields made long by a tail."""
    atlas = loaded().atlas
    kept = {c: atlas.chains[c] for c in chains}
    longer = {
        c: replace(one, short=one.name + tail, field=one.field + tail) if tail else one
        for c, one in kept.items()
    }
    return reading(replace(atlas, chains=longer), DAY)


@pytest.mark.parametrize("paper", ["A3", "A4", "16:9"])
@pytest.mark.parametrize(
    "found",
    [
        pytest.param(lambda: shipped_at("2015-06-30"), id="early"),
        pytest.param(lambda: renamed(["al"]), id="one chain"),
        pytest.param(lambda: renamed(["pc-nylon", "it", "chem"]), id="three chains"),
        pytest.param(lambda: renamed(loaded().atlas.chains, "与配套服务一体化"), id="long"),
    ],
)
def test_other_cities_have_room_too(found: Callable[[], Reading], paper: str) -> None:
    for page in city_pages(found(), paper):
        pairs = combinations(labels(page), 2)
        assert [(a.text, b.text) for a, b in pairs if overlap(a, b)] == []
        assert [a.text for a in labels(page) if bounds(a)[2] > page.drawing.width] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_type_is_below_the_floor(paper: str) -> None:
    for page in pages(paper):
        least = FLOORS[paper] / POINTS - 1e-6
        assert [label.text for label in labels(page) if label.size < least] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_all_words_stand_on_the_page(paper: str) -> None:
    for page in pages(paper):
        for label in labels(page):
            left, top, right, low = bounds(label)
            assert left >= 0, label.text
            assert top >= 0, label.text
            assert right <= page.drawing.width, label.text
            assert low <= page.drawing.height, label.text


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_full(paper: str) -> None:
    """No band of a fifth of the page is empty in the rows or at the right."""
    for page in pages(paper):
        wide, high = page.drawing.width, page.drawing.height
        sides = ((0.0, 0.45), (0.66, 1.0)) if paper != "A4" else ((0.0, 0.45), (0.5, 1.0))
        for start, end in sides:
            heights = sorted(
                y.y for y in labels(page) if start * wide <= y.x <= end * wide and y.y > 0.1 * high
            )
            steps = [b - a for a, b in pairwise(heights)]
            assert max(steps) < 0.12 * high
            assert heights[-1] > 0.86 * high


def test_a4_has_the_rows_and_the_judgement_on_a_page_each() -> None:
    rows, side = pages("A4")
    told = [{label.text for label in labels(page)} for page in (rows, side)]
    assert "产业链" in told[0]
    assert "总体判断" not in told[0]
    assert {"总体判断", "全市先办三件事", "一年来", "链与链的供应"} <= told[1]
    assert all(len(pages(paper)) == 1 for paper in PAPERS if paper != "A4")


def test_a3_has_all_parts_and_every_chain_once() -> None:
    (page,) = pages("A3")
    told = [label.text for label in labels(page)]
    for words in ("总体判断", "全市先办三件事", "企业在哪个县、哪个领域", "链与链的供应", "一年来"):
        assert told.count(words) == 1
    for row in city_poster(shipped_at(DAY)).rows:
        assert told.count(row.action) >= 1
        assert row.ask in told
        assert row.ends in told


def test_rows_leads_and_actions_can_be_chosen() -> None:
    (page,) = pages("A3")
    for row in city_poster(shipped_at(DAY)).rows:
        spots = [spot for spot in page.spots if spot.target == Target("chain", row.chain)]
        wide = max(spots, key=lambda spot: spot.width)
        assert on_top(page, wide.x + 20, wide.y + wide.height / 2) == Target("chain", row.chain)
        for key, _ in row.leads:
            assert Target("enterprise", key) in {spot.target for spot in inside(page, wide)}
        assert Target("product", row.product) in {spot.target for spot in inside(page, wide)}


def on_top(page: Page, x: float, y: float) -> Target:
    return [spot.target for spot in page.spots if spot.holds(x, y)][-1]


def inside(page: Page, row: Spot) -> list[Spot]:
    low, high = row.y, row.y + row.height
    return [spot for spot in page.spots if low <= spot.y + spot.height / 2 <= high]


@pytest.mark.parametrize("theme", THEMES)
def test_words_read_on_the_page_and_in_the_field_at_the_right(theme: str) -> None:
    found: Theme = THEMES[theme]
    grounds = (found.paper, found.band)
    inks = {found.text, found.secondary, found.segments.bar}
    assert all(contrast(ink, ground) >= 4.5 for ink in inks for ground in grounds)


def test_a_page_without_chains_is_empty_and_stands() -> None:
    (page,) = city_pages(Reading.nothing(), "A3")
    assert not [box for box in page.drawing.shapes if isinstance(box, Box) and box.width < 0]
    assert page.drawing.width > page.drawing.height


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(KeyError):
        city_pages(shipped_at(DAY), "B9")
