"""The painted segment map: words inside their cards, lenses without moves, every line reachable."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from functools import cache

import pytest

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Label, Polygon, Shape
from liantu.diagram.lenses import BALANCE, DIAGNOSIS, LENSES, STRUCTURE, Lens
from liantu.diagram.segment import paint
from liantu.diagram.segment.levels import LEVELS
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.marks import mark_of
from liantu.diagram.segment.model import Kind, Map, Rank
from liantu.diagram.segment.paint_lines import CASING, FAINT, FULL_FLOW, THIN
from liantu.diagram.theme import DARK, LIGHT
from tests.helpers.readings import shipped_at

DATE = "2022-12-31"
AREAS = {"small": Area(816, 344), "window": Area(1050, 504), "large": Area(1590, 800)}
CHAINS = ["al", "pc-nylon", "machinery", "nev"]
CASES = [(chain, area) for chain in CHAINS for area in AREAS]
EASE = 0.6
"""What a line of text may stand over the inset at the right."""


@cache
def built(chain: str, area: str) -> Map:
    return build_map(graph_of(shipped_at(DATE), chain), AREAS[area])


def labels(shapes: Iterable[Shape]) -> list[Label]:
    return [shape for shape in shapes if isinstance(shape, Label)]


def extent(label: Label) -> tuple[float, float]:
    wide = measure.width(label.text, label.size, bold=label.bold)
    start = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return label.x - start, label.x - start + wide


@pytest.mark.parametrize(("chain", "area"), CASES)
def test_words_stay_inside_their_card(chain: str, area: str) -> None:
    found = built(chain, area)
    for item in found.graph.items:
        rect = found.placed.place(item.id)
        if rect is None:
            continue
        for label in labels(paint.card(found, item.id, LIGHT, DIAGNOSIS)):
            if label.text == str(item.job):
                continue
            left, right = extent(label)
            assert left >= rect.x - EASE, label.text
            assert right <= rect.right + EASE, label.text
            assert label.y - 0.86 * label.size >= rect.y - 1.5, label.text
            assert label.y + 0.2 * label.size <= rect.bottom + 1.5, label.text


def ink(label: Label) -> tuple[float, float, float, float]:
    """Where the strokes of a line are: digits stand on the baseline, characters reach below it."""
    left, right = extent(label)
    low = 0.1 if any(c > "⺀" for c in label.text) else 0.0
    return left, label.y - 0.83 * label.size, right, label.y + low * label.size


@pytest.mark.parametrize("chain", ["soy", "building", "brg", "it", "rubber"])
@pytest.mark.parametrize("area", [*AREAS.values(), Area(1189, 561), Area(1059, 580)])
def test_marks_of_jobs_keep_off_all_words_and_inside_the_map(chain: str, area: Area) -> None:
    found = build_map(graph_of(shipped_at(DATE), chain), area)
    shapes = paint.draw(found, LIGHT, DIAGNOSIS)
    discs = [s for s in shapes if isinstance(s, Box) and s.fill == LIGHT.segments.job]
    assert discs
    for disc in discs:
        radius = disc.width / 2
        x, y = disc.x + radius, disc.y + radius
        assert disc.x + disc.width <= area.width
        for label in labels(shapes):
            left, top, right, bottom = ink(label)
            aside = max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom)
            assert math.hypot(*aside) >= radius or label.color == LIGHT.segments.job_ink, label


@pytest.mark.parametrize(("chain", "area"), CASES)
def test_letters_keep_off_the_line_below(chain: str, area: str) -> None:
    found = built(chain, area)
    for item in found.graph.items:
        shapes = paint.card(found, item.id, LIGHT, DIAGNOSIS)
        mark = mark_of(item, LIGHT)
        at = next((n for n, s in enumerate(shapes) if mark and is_letter(s, mark.letter)), None)
        if at is None:
            continue
        outline = shapes[at - 1]
        assert isinstance(outline, Box | Polygon)
        low = lower(outline) + outline.stroke_width / 2 * bool(outline.stroke)
        below = [label for label in labels(shapes[at + 2 :]) if label.y > low]
        assert all(ink(label)[1] >= low - 0.1 for label in below), item.name


def is_letter(shape: Shape, letter: str) -> bool:
    return isinstance(shape, Label) and shape.text == letter and shape.anchor == "middle"


def lower(shape: Box | Polygon) -> float:
    if isinstance(shape, Box):
        return shape.y + shape.height
    return max(y for _, y in shape.points)


@pytest.mark.parametrize(("chain", "area"), CASES)
def test_counted_words_stay_inside_their_chip(chain: str, area: str) -> None:
    found = built(chain, area)
    for at, (counted, rect) in enumerate(found.placed.counted):
        told = labels(paint.counted(found, at, LIGHT, DIAGNOSIS))
        assert "".join(label.text for label in told).replace(" ", "") == counted.words.replace(
            " ", ""
        )
        for label in told:
            assert extent(label)[1] <= rect.right + EASE


@pytest.mark.parametrize(("chain", "area"), CASES)
def test_headers_stay_inside_boxes_and_stages(chain: str, area: str) -> None:
    found = built(chain, area)
    told = labels(paint.backdrop(found, LIGHT, DIAGNOSIS))
    cut = {s.name for s in found.graph.segments} - {label.text for label in told}
    assert cut <= {s.name for s in found.graph.segments if found.placed.boxes[s.id].width < 90}
    for label in told:
        left, right = extent(label)
        assert left >= 0
        assert right <= found.placed.width + EASE


def test_a_lens_changes_paint_but_moves_nothing() -> None:
    found = built("al", "large")
    seen = {}
    for lens in (STRUCTURE, DIAGNOSIS):
        shapes = paint.draw(found, LIGHT, lens)
        seen[lens.id] = [
            (s.text, s.x, s.y, s.size)
            if isinstance(s, Label)
            else (s.x, s.y, s.width, s.height)
            if isinstance(s, Box)
            else (s.points,)
            for s in shapes
            if not isinstance(s, Clip)
        ]
    letters = {"细", "弱", "产"}
    plain, told = ([row for row in seen[k] if row[0] not in letters] for k in seen)
    assert plain == told
    assert paint.draw(found, LIGHT, STRUCTURE) != paint.draw(found, LIGHT, DIAGNOSIS)


@pytest.mark.parametrize(("chain", "area"), CASES)
def test_the_widest_line_passes_beside_the_count_of_a_box(chain: str, area: str) -> None:
    found = built(chain, area)
    half = (THIN + FULL_FLOW) / 2
    counts = [s for s in labels(paint.backdrop(found, LIGHT, BALANCE)) if s.anchor == "end"]
    assert counts
    for line in (line for line in found.lines if not line.box):
        for (x0, y0), (x1, y1) in itertools.pairwise(line.points):
            for label in counts:
                left, top, right, bottom = ink(label)
                aside = max(min(x0, x1) - right, left - max(x0, x1))
                above = max(min(y0, y1) - bottom, top - max(y0, y1))
                assert max(aside, above) >= half * (x0 == x1), (label.text, line.source)


def test_the_structure_draws_all_lines_alike_but_those_within_the_city() -> None:
    found = built("al", "large")
    for lens, looks in ((STRUCTURE, 2), (DIAGNOSIS, 4)):
        drawn = [line for line in found.lines if not line.box and not line.stub]
        curves = [c for line in drawn for c in paint.line(line, LIGHT, lens)]
        seen = {(c.stroke, c.stroke_width, c.dash) for c in curves if isinstance(c, Curve)}
        assert len(seen) == looks


def test_the_diagnosis_tints_gaps_and_the_structure_does_not() -> None:
    found = built("al", "large")
    gap = next(i for i in found.graph.items if i.kind is Kind.BROKEN)
    faces = []
    for lens in (STRUCTURE, DIAGNOSIS):
        face = next(s for s in paint.card(found, gap.id, LIGHT, lens) if isinstance(s, Box))
        faces.append((face.fill, face.stroke, bool(face.dash)))
    broken = LIGHT.segments.kinds["broken"]
    assert faces == [
        ("#FFFFFF", LIGHT.segments.absent.stroke, True),
        (broken.fill, broken.stroke, True),
    ]


@pytest.mark.parametrize("area", list(AREAS))
def test_the_balance_is_seen_at_every_size(area: str) -> None:
    found = built("machinery", area)
    asked = [i for i in found.graph.items if i.need != 0 and i.kind is not Kind.BOUGHT]
    shown = [i for i in asked if found.placed.place(i.id)]
    assert shown
    for item in shown:
        rect = found.placed.place(item.id)
        assert rect is not None
        plain = paint.card(found, item.id, LIGHT, STRUCTURE)
        more = [s for s in paint.card(found, item.id, LIGHT, BALANCE) if s not in plain]
        bars = [s for s in more if isinstance(s, Box)]
        assert bars, item.name
        assert all(rect.y < s.y and s.y + s.height <= rect.bottom + 1 for s in bars)


def test_a_bar_is_as_long_as_the_cover() -> None:
    found = built("chem", "large")
    known = [i for i in found.graph.items if i.cover is not None and i.id in found.placed.cards]
    assert known
    for item in known:
        shapes = paint.card(found, item.id, LIGHT, BALANCE)
        rail = next(s for s in shapes if isinstance(s, Box) and s.fill == LIGHT.segments.rail)
        bar = shapes[shapes.index(rail) + 1]
        assert isinstance(bar, Box)
        cover = item.cover or 0.0
        assert bar.width == pytest.approx(rail.width * min(cover / 1.5, 1.0))
        assert bar.fill == (LIGHT.segments.short if cover < 1 else LIGHT.segments.enough)


@pytest.mark.parametrize(("chain", "area"), CASES)
def test_every_line_of_a_product_is_drawn_when_it_is_looked_at(chain: str, area: str) -> None:
    found = built(chain, area)
    spots = found.spots
    for item in found.graph.items:
        edges = [*found.graph.into.get(item.id, ()), *found.graph.out.get(item.id, ())]
        ends = {
            (spots[e.source], spots[e.target])
            for e in edges
            if e.source != e.target and spots[e.source] != spots[e.target]
        }
        curves = [c for c in paint.relations(found, item.id, LIGHT) if isinstance(c, Curve)]
        assert len(curves) == 2 * len(ends), item.name
        assert sum(c.stroke_width == CASING for c in curves) == len(ends)


def test_local_ends_are_solid_and_others_dashed() -> None:
    found = built("pc-nylon", "large")
    for edge in found.graph.edges:
        curve = paint.relations(found, edge.source, LIGHT)
        assert curve or found.placed.place(edge.target) is None
    live = next(e for e in found.graph.edges if e.rank is Rank.LIVE)
    colors = {
        (c.stroke, bool(c.dash))
        for c in paint.relations(found, live.source, LIGHT)
        if isinstance(c, Curve)
    }
    assert (LIGHT.segments.lines["live"].color, False) in colors


def test_what_is_looked_at_stands_out_of_the_faded_rest() -> None:
    found = built("machinery", "large")
    shapes = paint.draw(found, LIGHT, DIAGNOSIS, selected="casting")
    told = {s.text: s.opacity for s in labels(shapes)}
    assert told["铸铁件"] == 1.0
    assert told["输送带/胶管"] == LIGHT.faded
    routed = [s for s in shapes if isinstance(s, Curve) and s.opacity == FAINT]
    assert len(routed) == len(found.lines)
    rings = [s for s in shapes if isinstance(s, Box) and s.stroke == LIGHT.segments.ring]
    assert len(rings) == 1
    assert rings[0].stroke_width >= 2


def test_faded_products_keep_their_place() -> None:
    found = built("al", "large")
    plain = paint.draw(found, LIGHT, DIAGNOSIS)
    dimmed = paint.draw(found, LIGHT, DIAGNOSIS, dimmed={"alumina"})
    assert len(plain) == len(dimmed)
    changed = [(a, b) for a, b in zip(plain, dimmed, strict=True) if a != b]
    assert {b.opacity for _, b in changed if not isinstance(b, Clip)} == {LIGHT.faded}


def test_all_lines_lie_under_the_cards() -> None:
    found = built("al", "large")
    shapes = paint.draw(found, LIGHT, DIAGNOSIS, all_lines=True)
    plain = paint.draw(found, LIGHT, DIAGNOSIS)
    extra = [s for s in shapes if s not in plain]
    places = [found.placed.place(i.id) for i in found.graph.items]
    assert all(isinstance(s, Curve) and not s.arrow for s in extra)
    assert all(places)
    routed = {(line.source.product, line.target.product) for line in found.lines}
    ends = {(edge.source, edge.target) for edge in found.graph.edges}
    assert len(extra) == len(ends - routed) > 0
    last = max(at for at, s in enumerate(shapes) if s in extra)
    letters = {"产", "副", "自", "断", "购", "延", "无"}
    first = min(at for at, s in enumerate(shapes) if isinstance(s, Label) and s.text in letters)
    assert last < first


def test_the_whole_map_is_scaled_to_its_area() -> None:
    found = built("al", "large")
    banners = [s for s in paint.draw(found, DARK, DIAGNOSIS) if isinstance(s, Polygon)]
    right = max(x for s in banners for x, _ in s.points)
    assert right == pytest.approx(found.placed.width * found.placed.scale)
    assert right == pytest.approx(AREAS["large"].width, abs=1)


def test_levels_are_all_painted() -> None:
    assert len(LEVELS) == 9
    levels = {built(chain, area).placed.level for chain, area in CASES}
    assert len(levels) >= 4


@pytest.mark.parametrize("lens", LENSES.values(), ids=list(LENSES))
def test_every_lens_paints_every_card(lens: Lens) -> None:
    found = built("nev", "window")
    for item in found.graph.items:
        shown = found.placed.place(item.id) is not None
        assert bool(paint.card(found, item.id, DARK, lens)) == shown
