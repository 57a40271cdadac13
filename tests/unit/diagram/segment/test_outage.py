"""The lens 断供 on the segment map: words of cards and chips, heads of boxes, lines, legend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest

from liantu.diagram.drawing import Box, Curve, Label, Shape
from liantu.diagram.lenses import failing
from liantu.diagram.segment import paint
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.model import Map
from liantu.diagram.segment.paint_lines import FAINT
from liantu.diagram.strikes import Failure, Strike
from liantu.diagram.theme import LIGHT
from tests.helpers.readings import shipped_at
from tests.unit.diagram.segment.test_paint import EASE, extent

AREAS = [Area(816, 344), Area(910, 560), Area(1590, 800)]
KNOWN = Strike(1, days=(12.0, 35.0), loss=(0.2, 0.8), makers=(1, 1))
SMALLEST = 11.5
"""Units: that of the names of inputs."""
UNKNOWN = Strike(1, structural=True, recorded=False, makers=(2, 3))


@cache
def built(chain: str, area: Area) -> Map:
    return build_map(graph_of(shipped_at("2022-12-31"), chain), area)


def labels(shapes: Iterable[Shape]) -> list[str]:
    return [s.text for s in shapes if isinstance(s, Label)]


def struck_all(shown: Map) -> Failure:
    """Everything that is made here is hit, and everything bought fails."""
    local = [i.id for i in shown.graph.items if i.local]
    kinds = {p: (KNOWN, UNKNOWN)[at % 2] for at, p in enumerate(local)}
    bought = {i.id: Strike(0) for i in shown.graph.items if not i.local}
    return Failure("甲停产", {**kinds, **bought})


@pytest.mark.parametrize("area", AREAS, ids=["small", "window", "large"])
@pytest.mark.parametrize("chain", ["pc-nylon", "machinery", "nev"])
def test_each_card_tells_its_strike_inside_its_edges_and_no_word_is_cut(
    chain: str, area: Area
) -> None:
    shown = built(chain, area)
    failure = struck_all(shown)
    lens = failing(failure)
    for item in shown.graph.items:
        rect = shown.placed.place(item.id)
        if rect is None:
            continue
        words = paint.card(shown, item.id, LIGHT, lens)
        found = failure.strikes[item.id]
        told = {found.letter, found.number, found.line, *found.parts}
        assert told & set(labels(words)), item.name
        for label in (s for s in words if isinstance(s, Label)):
            left, right = extent(label)
            if label.text == found.letter and not item.local:
                continue  # at the corner
            assert left >= rect.x - EASE, label.text
            assert right <= rect.right + EASE, label.text
            assert "…" not in label.text or label.text not in told


def test_no_type_is_smaller_than_without_it() -> None:
    for area in AREAS:
        shown = built("pc-nylon", area)
        lens = failing(struck_all(shown))
        cards = (paint.card(shown, item.id, LIGHT, lens) for item in shown.graph.items)
        assert min(s.size for card in cards for s in card if isinstance(s, Label)) >= SMALLEST


def test_what_is_recorded_has_a_solid_border_and_what_is_deduced_dashes() -> None:
    shown = built("pc-nylon", AREAS[2])
    strikes = {"pc": KNOWN, "bpa": replace(UNKNOWN, step=2), "phosgene": Strike(0, makers=(1, 1))}
    lens = failing(Failure("甲停产", strikes, step=2))
    faces = {p: paint.card(shown, p, LIGHT, lens)[0] for p in strikes}
    borders = {p: (f.stroke, bool(f.dash)) for p, f in faces.items() if isinstance(f, Box)}
    assert borders == {
        "pc": (LIGHT.hit.color, False),
        "bpa": (LIGHT.hit.color, True),
        "phosgene": (LIGHT.stop.color, False),
    }


def test_the_path_is_red_and_all_else_faint() -> None:
    shown = built("pc-nylon", AREAS[2])
    drawn = next(d for d in shown.lines if not d.box and not d.stub)
    ends = (drawn.source.product, drawn.target.product)
    strikes = {ends[0]: Strike(0, makers=(1, 1)), ends[1]: KNOWN}
    lens = failing(Failure("甲停产", strikes, ways=frozenset({ends})))
    way = paint.way_of(shown, drawn, lens)
    (red,) = paint.line(drawn, LIGHT, lens, way=way)
    assert isinstance(red, Curve)
    assert (red.stroke, red.opacity) == (LIGHT.stop.color, 1.0)
    other = next(d for d in shown.lines if d is not drawn and not d.box)
    assert paint.way_of(shown, other, lens) is None
    faint = [s for s in paint.draw(shown, LIGHT, lens) if isinstance(s, Curve)]
    assert sum(s.opacity != FAINT for s in faint) == 1


def test_a_way_without_a_line_is_a_curve() -> None:
    shown = built("pc-nylon", AREAS[2])
    routed = {(d.source.product, d.target.product) for d in shown.lines}
    edge = next(
        e
        for e in shown.graph.edges
        if (e.source, e.target) not in routed
        and shown.placed.place(e.source)
        and shown.placed.place(e.target)
    )
    strikes = {edge.source: Strike(0, makers=(1, 1)), edge.target: UNKNOWN}
    failure = Failure("甲停产", strikes, ways=frozenset({(edge.source, edge.target)}))
    (curve,) = paint.over_lines(shown, LIGHT, failing(failure))
    assert isinstance(curve, Curve)
    assert curve.dash
    assert paint.over_lines(shown, LIGHT, failing(replace(failure, step=0))) == ()


def test_boxes_and_stages_count_what_is_reached_or_say_that_nothing_is() -> None:
    shown = built("nev", AREAS[2])
    box = next(s for s in shown.graph.segments if len(s.items) > 2)
    hit = dict(zip(box.items[:2], (Strike(0, makers=(1, 1)), KNOWN), strict=True))
    words = labels(paint.backdrop(shown, LIGHT, failing(Failure("甲停产", hit))))
    assert any(w in words for w in ("停1 料1 12–35天", "停1 料1"))
    assert words.count("未波及") == len(shown.graph.stages) - 1
    plain = labels(paint.backdrop(shown, LIGHT, failing(Failure())))
    assert "未波及" not in plain


def test_the_legend_counts_each_kind_on_the_map() -> None:
    shown = built("pc-nylon", AREAS[2])
    strikes = {"pc": KNOWN, "bpa": UNKNOWN, "phosgene": Strike(0, makers=(1, 1))}
    less = {"naoh": Strike(1, structural=True, recorded=False, less=True)}
    failure = Failure("甲停产", strikes, less, frozenset({("phosgene", "pc")}))
    found = {e.id: e for e in legend_entries(shown.graph, failing(failure), LIGHT)}
    told = {key: e.told for key, e in found.items() if key.startswith("outage")}
    assert told == {
        "outage_stop": "停产、断供 1",
        "outage_recorded": "断料 1",
        "outage_deduced": "断料（推定） 1",
        "outage_less": "可能减供 1",
        "outage_number": "最早几天后停（?：库存不详）",
        "outage_line": "断供路径",
        "outage_structural": "结构：用量不详，只能判断会断料",
    }
    assert found["outage_deduced"].items == {"bpa"}
    first = next(iter(legend_entries(shown.graph, failing(Failure()), LIGHT)))
    assert first.words == "还没有选停产对象：在卡片上右键“演练停产”"


def test_without_a_stop_cards_tell_what_hangs_on_them() -> None:
    shown = built("pc-nylon", AREAS[2])
    words = labels(paint.card(shown, "pc", LIGHT, failing(Failure(behind={"pc": 7}))))
    assert "停产牵动 7" in words
