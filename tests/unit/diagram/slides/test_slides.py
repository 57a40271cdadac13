"""Slides of the shipped stories, and of every page a step may name: readable, whole, in place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Label, Shape
from liantu.diagram.slides.model import FLOOR, HIGH, TITLE, WIDE, WORDS, Slide
from liantu.diagram.slides.slide import contents, slide
from liantu.diagram.theme import DARK, LIGHT, Theme, blend
from liantu.document.show import Scene, Show
from liantu.model.focus import CHARTS, HOME, LISTS_PAGE, MAP, PLAN, PLANS, POSTER, TREE
from liantu.model.story import PICTURE_IDS, Step, Story, Tell
from liantu.model.target import Target
from tests.helpers.colours import contrast
from tests.helpers.grounds import words_on
from tests.helpers.readings import shipped_at

SLACK = 0.6
"""Units by which type may reach beyond where it should: rounding of advances."""
READ = 4.5
"""Least contrast of words with what lies below them."""
TOUCHING = 0.72
"""Part of a line's height that letters take: less is no overlap."""


@cache
def reading() -> Reading:
    return shipped_at()


def scene(step: Step, before: Reading | None = None) -> Scene:
    one = Show(Story("s", "试讲", "", None, (step,)), reading()).scene(0)
    return Scene(one.story, 0, one.reading, before)


def shipped_steps() -> Iterator[tuple[str, int]]:
    for story in reading().atlas.stories.values():
        yield from ((story.id, at) for at in range(len(story.steps)))


def labels(shapes: tuple[Shape, ...]) -> Iterator[Label]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from labels(shape.shapes)
        elif isinstance(shape, Label):
            yield shape


def words(found: Slide) -> list[str]:
    return [label.text for label in labels(found.drawing.shapes)]


def reach(label: Label) -> tuple[float, float, float, float]:
    wide = measure.width(label.text, label.size, bold=label.bold)
    left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return left, label.y - label.size * TOUCHING, left + wide, label.y


def check(found: Slide) -> None:
    """Nothing is smaller than the floor, outside the page, or over other words."""
    assert (found.drawing.width, found.drawing.height) == (WIDE, HIGH)
    every = list(labels(found.drawing.shapes))
    assert [label.text for label in every if label.size < FLOOR - 1e-6] == []
    assert every[0].size >= TITLE
    rooms = [(label, reach(label)) for label in every if label.text.strip()]
    outside = [
        label.text
        for label, (left, top, right, down) in rooms
        if left < -SLACK or top < 0 or right > WIDE + SLACK or down > HIGH
    ]
    assert outside == []
    over = [
        (one.text, other.text)
        for (one, a), (other, b) in combinations(rooms, 2)
        if a[0] + 1 < b[2] and b[0] + 1 < a[2] and a[1] + 1 < b[3] and b[1] + 1 < a[3]
    ]
    assert over == []
    for shape in found.drawing.shapes:
        if isinstance(shape, Box):
            assert shape.x >= -2 and shape.y >= -2
            assert shape.x + shape.width <= WIDE + 2 and shape.y + shape.height <= HIGH + 2
    assert faint(found) == set()


def faint(found: Slide) -> set[tuple[str, float]]:
    """Words that a projector does not show, of what gives way to something else as well."""
    drawing = found.drawing
    told = {
        (label.text, blend(label.color, under, label.opacity), under)
        for label, under in words_on(drawing.shapes, drawing.background)
        if label.text.strip()
    }
    shares = {(words, round(contrast(ink, under), 2)) for words, ink, under in told}
    return {(words, share) for words, share in shares if share < READ}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("story", "at"), [*shipped_steps()])
def test_slides_of_the_shipped_stories_can_be_read(story: str, at: int, theme: Theme) -> None:
    one = Show(reading().atlas.stories[story], reading()).scene(at)
    found = slide(one, theme)
    check(found)
    assert found.drawing.background == theme.ground
    told = words(found)
    assert one.step.title in told
    assert found.spots
    assert all(0 <= spot.x <= WIDE and 0 <= spot.y <= HIGH for spot in found.spots)
    assert one.step.title in found.alt
    assert one.step.text.strip() in found.notes
    whole = "".join(told)
    assert "未见记录" in found.notes
    assert "口径日期" in whole


PAGES = [
    Step("看板", page=POSTER, chain="machinery", tells=(Tell.JUDGEMENT, Tell.JOBS)),
    Step("工艺树", page=MAP, chain="pc-nylon", view=TREE, fold="bpa"),
    Step("整树", page=MAP, chain="it", view=TREE),
    Step("企业", page=MAP, chain="pc-nylon", firm="luxi", tells=(Tell.WHY,)),
    Step("小企业", page=MAP, chain="cu", firm="xiangguang"),
    Step("全链", page=MAP, chain="it", tells=(Tell.JUDGEMENT,)),
    Step("全链", page=MAP, chain="machinery", county="高唐县"),
    Step("板块", page=MAP, chain="pc-nylon", section="nylon", lens="balance"),
    Step("对比", page=MAP, chain="pc-nylon", fold="bpa", lens="compare", against="2022-10-25"),
    Step("断供", page=MAP, chain="nev", lens="outage", scenario="huilong", tells=(Tell.DRILL,)),
    Step("企业选中", page=MAP, chain="pc-nylon", enterprise="luxi", tells=(Tell.SOURCES,)),
    Step("企业名录", page=LISTS_PAGE, list="enterprises", county="高新区"),
    Step("环节", page=LISTS_PAGE, chain="cu", list="products"),
    Step("没有", page=LISTS_PAGE, list="nothing"),
    Step("延", page=MAP, chain="pc-nylon", product="bpa", tells=(Tell.EXTEND, Tell.WHY)),
    *(Step("图表", page=CHARTS, chain="pc-nylon", picture=name) for name in PICTURE_IDS),
    *(Step("谋划", page=PLAN, chain="pc-nylon", plan=tab) for tab in PLANS),
    Step("两链", page=PLAN, plan="sides", chains=("pc-nylon", "chem")),
    Step("两县", page=PLAN, plan="sides", counties=("茌平区", "临清市"), tells=(Tell.VERIFY,)),
    Step("大", page=PLAN, chain="nev", product="bus_e", plan="closing", tells=(Tell.PLAN,)),
    Step("长" * 80, "很长的话，" * 120, tuple(Tell), page=HOME, chain=""),
]


@pytest.mark.parametrize("step", PAGES, ids=lambda step: f"{step.page} {step.title[:9]}")
def test_every_page_that_a_step_may_name_can_be_read(step: Step) -> None:
    check(slide(scene(step), LIGHT))


def test_what_has_no_room_is_in_the_notes() -> None:
    step = Step("长", "很长的话。" * 120, (Tell.JOBS,), page=HOME)
    found = slide(scene(step), LIGHT)
    assert step.text in found.notes
    assert "③" in found.notes
    said = [label for label in labels(found.drawing.shapes) if "很长的话" in label.text]
    assert said
    assert all(label.size >= WORDS for label in said)


def test_what_is_chosen_is_told_in_a_line_and_lit() -> None:
    step = Step("图", page=MAP, chain="pc-nylon", fold="bpa")
    plain, lit = (
        slide(scene(step), LIGHT),
        slide(scene(step), LIGHT, chosen=Target("product", "pc")),
    )
    check(lit)
    assert any(told.startswith("聚碳酸酯：在产") for told in words(lit))
    assert not any(told.startswith("聚碳酸酯：在产") for told in words(plain))
    assert plain.drawing.shapes != lit.drawing.shapes
    assert slide(scene(step), LIGHT, chosen=Target("product", "nothing")).spots


def test_the_selected_product_is_ringed_on_the_board() -> None:
    rings = []
    for product in ("", "bpa"):
        step = Step("看板", page=POSTER, chain="pc-nylon", product=product)
        shapes = slide(scene(step), LIGHT).drawing.shapes
        ring = LIGHT.segments.ring
        rings.append(sum(isinstance(s, Box) and s.stroke == ring for s in shapes))
    assert rings == [0, 1]


def test_the_contents_name_the_stories_and_lead_to_them() -> None:
    stories = [*reading().atlas.stories.values()]
    found = contents(stories, 1, DARK)
    check(found)
    assert [spot.target for spot in found.spots] == [Target("story", s.id) for s in stories]
    assert any(stories[1].name in told for told in words(found))
    check(contents([], 0, LIGHT))
    assert len(contents(stories * 4, 7, LIGHT).spots) == 3


def test_slides_are_the_same_every_time() -> None:
    step = Step("看板", page=POSTER, chain="cu", tells=(Tell.JUDGEMENT,))
    assert slide(scene(step), LIGHT) == slide(scene(step), LIGHT)
