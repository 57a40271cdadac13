"""The briefing as slides, in their XML: what they show, say and are set in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.util import Pt

from liantu.briefing.order import Order
from liantu.briefing.pptx.shapes import FACE
from liantu.briefing.slides import to_pptx
from liantu.diagram import measure
from liantu.library import load
from liantu.telling.poster.chain import chain_poster
from tests.helpers.folders import CHAIN, LIBRARY, write
from tests.helpers.papers import found
from tests.helpers.readings import reading

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word and slides are painted by Qt; its one application is that of the tests."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@cache
def deck(*chains: str) -> bytes:
    return to_pptx(found(), Order(chains=chains))


def slides(*chains: str) -> list[Any]:
    return list(pptx.Presentation(BytesIO(deck(*chains))).slides)


def shapes(slide: Any) -> Iterator[Any]:
    """Every shape but those of the board."""
    for shape in slide.shapes:
        if shape.shape_type != MSO_SHAPE_TYPE.GROUP:
            yield shape


def words(slide: Any) -> str:
    told = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    told += [cell.text for table in tables for cell in table.iter_cells()]
    return "\n".join(told)


def test_the_same_data_give_the_same_bytes() -> None:
    assert deck("pc-nylon") == to_pptx(found(), Order(chains=("pc-nylon",)))


def test_the_board_comes_first_as_native_shapes() -> None:
    first = slides("pc-nylon")[0]
    (group,) = (s for s in first.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP)
    told = {shape.text_frame.text for shape in group.shapes if shape.has_text_frame}
    poster = chain_poster(found(), "pc-nylon")
    assert {poster.head.title, "双酚A", "先办三件事"} <= told
    assert {job.title for job in poster.jobs} <= told
    assert len(group.shapes) > 300
    assert group._element.nvGrpSpPr.cNvPr.get("descr").startswith(poster.overall[:8])
    assert not [s for s in first.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]


def test_the_jobs_are_a_table_once() -> None:
    jobs = chain_poster(found(), "pc-nylon").jobs
    tables = [s.table for slide in slides("pc-nylon") for s in slide.shapes if s.has_table]
    cells = [cell.text for table in tables for cell in table.iter_cells()]
    assert [cells.count(job.title) for job in jobs] == [1] * len(jobs)
    assert slides("pc-nylon")[1].shapes.title.text == "聚碳酸酯·尼龙：先办三件事"


def test_a_deck_of_one_chain_shows_that_chain_only() -> None:
    for slide in slides("pc-nylon")[:-1]:
        assert slide.shapes.title.text.startswith(("聚碳酸酯·尼龙", "化工新材料"))
    assert not any("产业链总览" in words(slide) for slide in slides("pc-nylon"))


def test_many_chains_have_their_boards_and_refer_back() -> None:
    some = slides(*list(found().atlas.chains))
    titles = [slide.shapes.title.text for slide in some]
    assert titles[:2] == ["聊城市重点产业链一览", "聊城市：先办三件事"]
    assert len(some) < 90
    told = "\n".join(words(slide) for slide in some)
    assert "见“聊城市：先办三件事”①。" in told
    assert "摘要" not in told
    assert not any("没有这一范围" in words(slide) for slide in some)


def test_no_slide_is_told_twice() -> None:
    titles = [slide.shapes.title.text for slide in slides("pc-nylon")]
    assert len(set(titles)) == len(titles)


def test_every_slide_has_a_title_notes_and_a_number_that_counts_itself() -> None:
    for at, slide in enumerate(slides("pc-nylon", "al")):
        assert slide.shapes.title.text
        assert slide.notes_slide.notes_text_frame.text.strip()
        board = any(s.shape_type == MSO_SHAPE_TYPE.GROUP for s in slide.shapes)
        numbers = [
            field
            for shape in slide.placeholders
            if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
            for field in shape._element.iter(f"{A}fld")
        ]
        assert [n.get("type") for n in numbers] == ([] if board else ["slidenum"]), at


def test_every_picture_says_in_words_what_it_shows() -> None:
    found_ = [
        shape._element.nvPicPr.cNvPr.get("descr")
        for slide in slides("pc-nylon")
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert found_
    assert all(len(told) > 20 and ".png" not in told for told in found_)


def test_text_is_chinese_and_large_enough() -> None:
    for slide in slides("pc-nylon"):
        for shape in shapes(slide):
            for properties in shape._element.iter(f"{A}rPr"):
                size = int(properties.get("sz"))
                assert properties.get("lang") == "zh-CN"
                assert size >= (1000 if _is_foot(shape) else 1200), words(slide)
                if shape.has_text_frame and shape.text_frame.text.startswith("‹"):
                    continue
                assert [node.get("typeface") for node in properties.iter(f"{A}ea")] == [FACE]


def _is_foot(shape: Any) -> bool:
    return bool(shape.top >= Pt(510))


def test_nothing_stands_below_the_floor() -> None:
    for slide in slides("pc-nylon", "al"):
        for shape in shapes(slide):
            assert shape.top + shape.height <= Pt(541), (slide.shapes.title.text, shape.name)


def test_rows_of_tables_hold_their_lines_in_any_face() -> None:
    tables = [s.table for slide in slides("pc-nylon", "al") for s in slide.shapes if s.has_table]
    assert len(tables) > 2
    for table in tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                (paragraph,) = cell.text_frame.paragraphs
                size = paragraph.runs[0].font.size.pt
                room = (column.width - cell.margin_left - cell.margin_right) / 12700
                count = len(measure.wrap(cell.text, size, room, 99))
                needed = count * paragraph.line_spacing.pt + 2 * cell.margin_top.pt
                assert needed <= row.height.pt + 0.1, cell.text


def test_the_line_to_be_filled_and_its_office_stand_together() -> None:
    for slide in slides("pc-nylon", "al"):
        for table in (s.table for s in slide.shapes if s.has_table):
            if table.cell(0, 4).text == "责任单位":
                room = (table.columns[4].width - 2 * table.cell(1, 4).margin_left) / 12700
                for row in list(table.rows)[1:]:
                    (told,) = row.cells[4].text_frame.paragraphs
                    size = told.runs[0].font.size.pt
                    assert measure.width(told.text, size) <= room, told.text


def test_tables_are_not_in_the_default_blue() -> None:
    found_ = [
        node.text
        for slide in slides("pc-nylon")
        for shape in slide.shapes
        if shape.has_table
        for node in shape._element.iter(f"{A}tableStyleId")
    ]
    assert set(found_) == {"{2D5ABB26-0587-4C30-8999-92F81FD0307C}"}


def test_the_file_is_that_of_the_office() -> None:
    core = pptx.Presentation(BytesIO(deck("pc-nylon"))).core_properties
    assert (core.title, core.author) == ("聊城市聚碳酸酯·尼龙产业链图谱", "聊城市")
    assert (core.created.year, core.created.month) == (2022, 12), "that of the data"


def test_slides_say_which_file_is_missing(tmp_path: Path) -> None:
    more = CHAIN.replace("id: resin", "id: other").split("products:")[0] + "  fld：\n"
    files = {"02-other.yaml": more, "library.yaml": LIBRARY.replace("[resin]", "[resin, other]")}
    atlas = load(write(tmp_path, files)).atlas
    made = pptx.Presentation(BytesIO(to_pptx(reading(atlas), Order(chains=("resin",))))).slides
    told = [words(slide).replace(" ", "") for slide in made]
    assert all("资料中有1个文件未能读入：02-other.yaml" in said for said in told[1:])
