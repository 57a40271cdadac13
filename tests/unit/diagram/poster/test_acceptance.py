"""看板 of every shipped chain on A3, slides and A4: it reads, nothing is hidden, it is full."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Curve, Label
from liantu.diagram.page import POINTS
from liantu.diagram.poster.frame import Frame, frame_of
from liantu.diagram.poster.model import Page
from liantu.diagram.poster.network import RADIUS, draw, lay
from liantu.diagram.poster.pages import chain_pages
from liantu.diagram.segment.mapping import graph_of
from liantu.diagram.theme import DARK, PRINT
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Standing
from liantu.telling.poster.chain import chain_poster
from liantu.telling.standing import standing_letter
from liantu.wording import text
from tests.helpers.colours import contrast
from tests.helpers.readings import loaded, shipped_at

CHAINS = tuple(loaded().atlas.chains)
PAPERS = ("A3", "16:9", "A4")
FLOORS = {"A3": 7.5, "16:9": 7.5, "A4": 6.5}
EVERY = [(chain, paper) for chain in CHAINS for paper in PAPERS]
ONE = [(chain, paper) for chain in CHAINS for paper in ("A3", "16:9")]
LETTERS = frozenset(text(f"class.letter.{word}") for word in Word) | {
    standing_letter(standing) for standing in LOCAL | {Standing.CAPTIVE, Standing.EXTERNAL}
}
SLACK = 1.5
"""Units that two texts may share both ways: their boxes are higher than their ink."""
EDGE = 0.6
"""Drawing units that a text may be wider than measured."""
Rect = tuple[float, float, float, float]


@cache
def pages(chain: str, paper: str) -> tuple[Page, ...]:
    return chain_pages(shipped_at(), chain, paper)


def labels(page: Page) -> list[Label]:
    return [s for s in page.drawing.shapes if isinstance(s, Label) and s.text.strip()]


def ink(label: Label) -> Rect:
    """Left, top, right and bottom of what is written."""
    wide = measure.width(label.text, label.size, bold=label.bold)
    left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return left, label.y - label.size * 0.78, left + wide, label.y + label.size * 0.1


@pytest.mark.parametrize(("chain", "paper"), EVERY)
def test_no_text_is_below_the_floor(chain: str, paper: str) -> None:
    for page in pages(chain, paper):
        least = min(labels(page), key=lambda label: label.size)
        assert least.size * POINTS >= FLOORS[paper] - 0.05, least.text


@pytest.mark.parametrize(("chain", "paper"), EVERY)
def test_no_text_lies_on_another_or_beyond_the_margins(chain: str, paper: str) -> None:
    frame = frame_of(paper)
    for page in pages(chain, paper):
        assert collisions(labels(page)) == []
        for label in labels(page):
            left, top, right, bottom = ink(label)
            margin = (frame.margin - EDGE) * frame.unit
            assert left >= margin, label.text
            assert right <= page.drawing.width - margin, label.text
            assert top >= 0, label.text
            assert bottom <= page.drawing.height, label.text


def collisions(found: list[Label]) -> list[tuple[str, str]]:
    rects = sorted((ink(label), label.text) for label in found)
    hits = []
    for at, (a, one) in enumerate(rects):
        for b, other in rects[at + 1 :]:
            if b[0] > a[2]:
                break
            across, down = min(a[2], b[2]) - b[0], min(a[3], b[3]) - max(a[1], b[1])
            if across > SLACK and down > SLACK:
                hits.append((one, other))
    return hits


@pytest.mark.parametrize(("chain", "paper"), EVERY)
def test_no_way_of_the_network_runs_over_words_or_stations(chain: str, paper: str) -> None:
    poster, frame = chain_poster(shipped_at(), chain), frame_of(paper)
    laid = lay(poster.network, frame.body, 4, 2)
    items = list(draw(laid, 0.0, 0.0, poster.badges, PRINT))
    ways = [item for item in items if isinstance(item, Curve)]
    words = [ink(i) for i in items if isinstance(i, Label) and not (i.bold and len(i.text) == 1)]
    discs = [i for i in items if isinstance(i, Box) and i.radius == RADIUS]
    middles = [(box.x + RADIUS, box.y + RADIUS) for box in discs]
    for way in ways:
        half, ends = way.stroke_width / 2, (way.points[0], way.points[-1])
        for (x0, y0), (x1, y1) in pairwise(way.points):
            low, high = (min(x0, x1) - half, min(y0, y1) - half), (max(x0, x1), max(y0, y1))
            for left, top, right, bottom in words:
                assert (
                    low[0] >= right
                    or high[0] + half <= left
                    or (low[1] >= bottom or high[1] + half <= top)
                )
            for x, y in middles:
                inside = low[0] < x < high[0] and low[1] <= y <= high[1] + half
                assert not inside or (x, y) in ends


@pytest.mark.parametrize(("chain", "paper"), ONE)
def test_every_letter_on_the_page_stands_in_its_legend(chain: str, paper: str) -> None:
    frame = frame_of(paper)
    head = frame.head * frame.unit
    (page,) = pages(chain, paper)
    letters = [label for label in labels(page) if label.bold and label.text in LETTERS]
    told = {label.text for label in letters if label.y < head}
    assert {label.text for label in letters} == told


@pytest.mark.parametrize("chain", CHAINS)
def test_large_papers_and_slides_have_one_page_and_a4_several(chain: str) -> None:
    assert [len(pages(chain, paper)) for paper in ("A3", "16:9")] == [1, 1]
    ways = chain_poster(shipped_at(), chain).network.ways
    assert len(ways) + 1 <= len(pages(chain, "A4")) <= len(ways) + 2
    for page in pages(chain, "A4"):
        size = page.drawing.width * POINTS, page.drawing.height * POINTS
        assert size == pytest.approx((841.89, 595.28), abs=0.01)


@pytest.mark.parametrize("paper", ["A2", "A1", "A0"])
def test_type_grows_with_the_paper(paper: str) -> None:
    (wall,), (desk,) = pages("al", paper), pages("al", "A3")
    scale = wall.drawing.width / desk.drawing.width
    least = [min(label.size for label in labels(page)) for page in (wall, desk)]
    assert least[0] == pytest.approx(least[1] * scale, rel=0.03)


@pytest.mark.parametrize(("chain", "paper"), ONE)
def test_the_page_is_full(chain: str, paper: str) -> None:
    """The columns end at the foot, and the words of the panel reach down four fifths of it."""
    frame, (page,) = frame_of(paper), pages(chain, paper)
    boxes = [s for s in page.drawing.shapes if isinstance(s, Box) and s.width > 20]
    ends = {"map": 0.0, "panel": 0.0}
    left = frame.margin + frame.body + 1
    for box in boxes:
        column = "map" if box.x < left else "panel"
        ends[column] = max(ends[column], box.y + box.height)
    assert ends["map"] >= frame.bottom - 14
    assert ends["panel"] == pytest.approx(frame.bottom)
    assert filled(page, frame) >= 0.8


def filled(page: Page, frame: Frame) -> float:
    """How far down the panel its words reach, of its height."""
    inside = [ink(label) for label in labels(page) if ink(label)[0] > frame.margin + frame.body]
    told = [rect[3] for rect in inside if rect[3] <= frame.bottom and rect[1] >= frame.top]
    return (max(told) - frame.top) / (frame.bottom - frame.top)


@pytest.mark.parametrize(("chain", "paper"), EVERY)
def test_every_job_has_its_badge_in_the_panel_and_once_in_each_picture(
    chain: str, paper: str
) -> None:
    count = len(chain_poster(shipped_at(), chain).jobs)
    first, *others = [badges(page) for page in pages(chain, paper)]
    for number in map(str, range(1, count + 1)):
        everywhere = sum(found.count(number) for found in (first, *others))
        assert everywhere >= 2, "in the panel, and on network or map"
        most = 2 if others else 3
        assert 1 <= first.count(number) <= most
        assert all(found.count(number) <= 2 for found in others)


def badges(page: Page) -> list[str]:
    """The numbers that stand in the middle of a disc in the ink of jobs."""
    discs = {
        (round(s.x + s.width / 2), round(s.y + s.height / 2))
        for s in page.drawing.shapes
        if isinstance(s, Box) and s.fill == PRINT.segments.job and s.width == s.height
    }
    found = (label for label in labels(page) if label.anchor == "middle")
    return [s.text for s in found if (round(s.x), round(s.y - s.size * 0.365)) in discs]


@pytest.mark.parametrize(("chain", "paper"), EVERY)
def test_spots_lie_on_the_page_and_lead_somewhere(chain: str, paper: str) -> None:
    atlas = loaded().atlas
    known = {
        "product": atlas.products,
        "enterprise": atlas.enterprises,
        "chain": atlas.chains,
        "project": atlas.projects,
    }
    for page in pages(chain, paper):
        assert len(page.spots) > 5
        for spot in page.spots:
            assert spot.target.id in known[spot.target.kind]
            assert spot.x >= 0 and spot.y >= 0
            assert spot.x + spot.width <= page.drawing.width
            assert spot.y + spot.height <= page.drawing.height


@pytest.mark.parametrize("chain", CHAINS)
def test_every_key_link_that_is_made_here_is_seen(chain: str) -> None:
    poster = chain_poster(shipped_at(), chain)
    (page,) = pages(chain, "A3")
    seen = {spot.target.id for spot in page.spots if spot.target.kind == "product"}
    members = {m.product for m in loaded().atlas.chains[chain].members()}
    made = {s.product for s in poster.keys.rows if s.local and s.product in members}
    assert made <= seen
    told = " ".join(label.text for label in labels(page)) + " ".join(
        name.text for name in page.drawing.names
    )
    names = {item.id: item.name for item in graph_of(shipped_at(), chain).items}
    for product in made:
        assert names[product] in told


@pytest.mark.parametrize("chain", CHAINS)
def test_whole_names_can_be_found(chain: str) -> None:
    (page,) = pages(chain, "A3")
    told = {label.text for label in labels(page)} | {n.text for n in page.drawing.names}
    for item in graph_of(shipped_at(), chain).items:
        assert item.full in told or item.name in told


@pytest.mark.parametrize(("chain", "paper"), [(c, p) for c in CHAINS for p in ("A3", "A4")])
def test_without_lines_the_cards_name_what_goes_in(chain: str, paper: str) -> None:
    bare = chain_pages(shipped_at(), chain, paper, lines=False)
    for page, full in zip(bare, pages(chain, paper), strict=True):
        assert not any(isinstance(s, Curve) and s.arrow for s in page.drawing.shapes)
        assert collisions(labels(page)) == []
        assert len(labels(page)) >= len(labels(full))
        assert page.spots == full.spots


@pytest.mark.parametrize("chain", ["pc-nylon", "nev", "soy"])
def test_dark_pages_read(chain: str) -> None:
    (page,) = chain_pages(shipped_at(), chain, "A3", theme=DARK)
    assert page.drawing.background == DARK.paper
    head = [label for label in labels(page) if label.y < frame_of("A3").head - 10]
    grounds = {s.fill for s in page.drawing.shapes if isinstance(s, Box) and s.y < 100 and s.fill}
    for label in head:
        assert any(contrast(label.color, ground) >= 4.5 for ground in {DARK.paper, *grounds})


def test_two_readings_alike_give_the_same_pages() -> None:
    one = chain_pages(shipped_at(), "pc-nylon", "A4")
    other = chain_pages(shipped_at(), "pc-nylon", "A4")
    assert one == other
