"""A native table in the style of the papers, cut where a slide ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from liantu.briefing.blocks import Table
from liantu.briefing.pptx.text import LINE, rgb, run
from liantu.diagram import measure
from liantu.diagram.theme import LIGHT
from liantu.model.classes import Word
from liantu.telling import classes

EDGE = 40.0
WIDTH = 960.0 - 2 * EDGE
"""Width of a table on a slide, pt."""
_SIDE, _END = 5.0, 3.5
"""Margins in a cell: left and right, above and below, pt."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""No style, no grid: the default is blue."""
_HEAD = "1F4E79"
_BAND = "F6F8FB"


@dataclass(frozen=True, slots=True)
class Measure:
    """How text wraps; other faces than the bundled one run wider by ``slack``."""

    slack: float

    def lines(self, words: str, size: float, width: float) -> int:
        """Lines of ``words`` in ``width`` pt."""
        parts = words.split("\n") or [""]
        found = (measure.wrap(part, size * self.slack, width, 99) for part in parts)
        return sum(max(1, len(lines)) for lines in found)


WIDE = Measure(1.12)


def split(found: Table, room: float, size: float) -> Iterator[Table]:
    """The table in parts that fit ``room`` pt in height, each with the head."""
    widths = _widths(found)
    head = _height(found.head, widths, size)
    rows: list[Sequence[str]] = []
    used = head
    for row in found.rows:
        tall = _height(row, widths, size)
        if rows and used + tall > room:
            yield replace(found, rows=rows)
            rows, used = [], head
        rows.append(row)
        used += tall
    yield replace(found, rows=rows)


def _widths(found: Table) -> list[float]:
    whole = sum(found.widths)
    return [WIDTH * width / whole for width in found.widths]


def _height(row: Sequence[str], widths: Sequence[float], size: float) -> float:
    most = max(
        WIDE.lines(words, size, width - 2 * _SIDE) for words, width in zip(row, widths, strict=True)
    )
    return most * size * LINE + 2 * _END


def add_table(slide: Any, found: Table, top: float, size: float) -> float:
    """Add the table at ``top``; returns where it ends."""
    from pptx.util import Pt  # noqa: PLC0415  only exports need it

    rows, widths = [found.head, *found.rows], _widths(found)
    heights = [_height(row, widths, size) for row in rows]
    place = (Pt(EDGE), Pt(top), Pt(WIDTH), Pt(sum(heights)))
    frame = slide.shapes.add_table(len(rows), len(widths), *place)
    frame.name = found.caption
    frame._element.nvGraphicFramePr.cNvPr.set("descr", found.caption)
    table = frame.table
    table._tbl.tblPr.find(_tag("a:tableStyleId")).text = _PLAIN
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for at, (row, tall) in enumerate(zip(rows, heights, strict=True)):
        table.rows[at].height = Pt(tall)
        for column, words in enumerate(row):
            numeric = column in found.numeric
            _cell(table.cell(at, column), words, size, at, numeric=numeric)
    return top + sum(heights)


def _cell(cell: Any, words: str, size: float, at: int, *, numeric: bool) -> None:
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    head = at == 0
    cell.margin_left = cell.margin_right = Pt(_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(_END)
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(_HEAD if head else "FFFFFF" if at % 2 else _BAND)
    frame = cell.text_frame
    frame.word_wrap = True
    color = "#FFFFFF" if head else _tone(words)
    paragraph = frame.paragraphs[0]
    run(paragraph, words, size, bold=head or color != LIGHT.text, color=color)
    if numeric:
        paragraph.alignment = PP_ALIGN.RIGHT
    _ruled(cell)


def _tone(words: str) -> str:
    """The colour of a cell that names a class, else that of text."""
    for word in Word:
        if word in LIGHT.tones and words.endswith(classes.word(word)):
            return LIGHT.tones[word].color
    return LIGHT.text


def _ruled(cell: Any) -> None:
    """A thin line below."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    line = LIGHT.line.removeprefix("#")
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(
        0,
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{line}"/></a:solidFill>'
            "</a:lnB>"
        ),
    )


def _tag(name: str) -> str:
    from pptx.oxml.ns import qn  # noqa: PLC0415

    found: str = qn(name)
    return found
