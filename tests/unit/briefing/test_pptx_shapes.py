"""A drawing on a slide: every shape native, text as text, at its place."""

from __future__ import annotations

from typing import Any

import pptx
import pytest
from pptx.util import Pt

from liantu.briefing.pptx.shapes import EMU, FACE, Place, add_drawing
from liantu.diagram.drawing import Box, Clip, Curve, Drawing, Label, Polygon, Shape

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def put(*shapes: Shape, place: Place | None = None) -> Any:
    """The group with these shapes on a drawing of 100 × 50, at 1:1 where no place is given."""
    slide = pptx.Presentation().slides.add_slide(pptx.Presentation().slide_layouts[6])
    drawing = Drawing(100, 50, shapes, title="图")
    add_drawing(slide, drawing, place or Place(0, 0, 100, 50), "一句话")
    (group,) = slide.shapes
    return group


def points(value: int) -> float:
    return round(value / EMU, 2)


def test_the_group_says_in_words_what_it_shows() -> None:
    group = put(Box(0, 0, 10, 10, "#112233"))
    told = group._element.nvGrpSpPr.cNvPr
    assert (told.get("descr"), told.get("name")) == ("一句话", "图")
    (shape,) = group.shapes
    assert "decorative" in shape._element.xml


def test_a_box_keeps_place_fill_border_and_corners() -> None:
    (shape,) = put(Box(10, 20, 40, 20, "#112233", "#445566", 2, radius=5, dash=(4, 2))).shapes
    assert [points(v) for v in (shape.left, shape.top, shape.width, shape.height)] == [
        *(10, 20),
        *(40, 20),
    ]
    assert str(shape.fill.fore_color.rgb) == "112233"
    assert str(shape.line.color.rgb) == "445566"
    assert shape.line.width == Pt(2)
    assert shape.adjustments[0] == pytest.approx(0.25)
    (dash,) = shape._element.iter(f"{A}ds")
    assert (dash.get("d"), dash.get("sp")) == ("200000", "100000")


def test_no_colour_is_no_paint() -> None:
    (shape,) = put(Box(0, 0, 10, 10)).shapes
    assert len(list(shape._element.iter(f"{A}noFill"))) == 2


def test_a_drawing_fits_its_place_and_stands_in_the_middle() -> None:
    (shape,) = put(Box(0, 0, 100, 50, "#000000"), place=Place(10, 10, 400, 100)).shapes
    assert [points(v) for v in (shape.left, shape.top, shape.width, shape.height)] == [
        *(110, 10),
        *(200, 100),
    ]


def test_text_is_text_in_a_chinese_face_on_its_baseline() -> None:
    (shape,) = put(Label(50, 30, "双酚A <&>", 10, "#123456", bold=True, anchor="middle")).shapes
    (run,) = shape.text_frame.paragraphs[0].runs
    assert (run.text, run.font.size, run.font.bold) == ("双酚A <&>", Pt(10), True)
    assert str(run.font.color.rgb) == "123456"
    assert run._r.rPr.get("lang") == "zh-CN"
    assert [node.get("typeface") for node in run._r.rPr.iter(f"{A}ea")] == [FACE]
    assert points(shape.left + shape.width / 2) == pytest.approx(50, abs=0.1)
    assert points(shape.top) < 30 - 7
    assert points(shape.top + shape.height) > 30


@pytest.mark.parametrize(("anchor", "side"), [("start", 0.0), ("end", 1.0)])
def test_text_begins_or_ends_where_it_is_anchored(anchor: str, side: float) -> None:
    (shape,) = put(Label(50, 30, "文字", 10, "#000000", anchor=anchor)).shapes
    assert points(shape.left + shape.width * side) == pytest.approx(50, abs=0.1)


def test_a_curve_is_a_bezier_with_its_head() -> None:
    way = ((0.0, 0.0), (10.0, 0.0), (20.0, 10.0), (30.0, 10.0))
    line, head = put(Curve(way, "#0000FF", 1.5)).shapes
    (piece,) = line._element.iter(f"{A}cubicBezTo")
    ends = [(int(p.get("x")), int(p.get("y"))) for p in piece]
    assert ends[-1] == (30 * EMU, 10 * EMU)
    assert str(head.fill.fore_color.rgb) == "0000FF"
    assert points(head.left + head.width) == 30
    assert len(put(Curve(way, "#0000FF", arrow=False)).shapes) == 1


def test_an_area_is_closed() -> None:
    (shape,) = put(Polygon(((0, 0), (10, 0), (5, 8)), "#00FF00", opacity=0.5)).shapes
    assert len(list(shape._element.iter(f"{A}lnTo"))) == 2
    assert list(shape._element.iter(f"{A}close"))
    assert [node.get("val") for node in shape._element.iter(f"{A}alpha")] == ["50000"]


def test_what_stands_out_of_a_clip_is_cut_or_left_out() -> None:
    inside = (
        Box(5, 5, 40, 10, "#111111"),
        Label(8, 12, "里", 8, "#000000"),
        Label(60, 12, "外", 8, "#000000"),
        Box(60, 5, 10, 10, "#222222"),
    )
    box, label = put(Clip(0, 0, 20, 20, inside)).shapes
    assert points(box.width) == 15
    assert label.text_frame.text == "里"


def test_a_title_and_what_is_told_of_it_are_escaped_once() -> None:
    slide = pptx.Presentation().slides.add_slide(pptx.Presentation().slide_layouts[6])
    add_drawing(slide, Drawing(10, 10, (), title="甲&乙 <1>"), Place(0, 0, 100, 50), 'a "b" & c')
    (group,) = slide.shapes
    assert group.name == "甲&乙 <1>"
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == 'a "b" & c'
