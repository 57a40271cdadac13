"""The slides of a presentation: a board of shapes, tables, sentences and charts, each with a title,
a page number that counts itself, and notes for who speaks.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from liantu.briefing.archive import clean
from liantu.briefing.blocks import Block, Items, Paragraph, Table
from liantu.briefing.pptx.shapes import FACE, Place, add_drawing
from liantu.briefing.pptx.table import WIDE, add_table, split
from liantu.briefing.pptx.text import rgb, run
from liantu.diagram.drawing import Drawing
from liantu.diagram.theme import LIGHT
from liantu.render.pictures import as_png
from liantu.render.vector import Picture
from liantu.wording import text

POINT = 72 / 25.4
WIDTH, HEIGHT = 338.667 * POINT, 190.5 * POINT
"""16:9 in pt."""
EDGE, TOP, FOOT = 40.0, 74.0, 26.0
"""Margin at the sides, where the body begins, and height of the foot, pt."""
BODY = 12
"""Smallest type of the body."""
SIZES = (18, 16, 14)
"""Larger type of a table that has few rows."""
LEGIBLE = 0.7
"""A chart that would be made smaller than this is no picture for a slide."""
SMALL = 10
TITLE = 24
DPI = 200
_NUMBER = 12
"""Placeholder of the page number in the layouts."""
_TITLE_ONLY = 5
_INK = "12324F"


class Deck:
    """Adds slides to a presentation; ``foot`` stands at the foot of each."""

    def __init__(self, show: Any, foot: str, mark: str = "") -> None:
        from pptx.util import Pt  # noqa: PLC0415  only exports need it

        self._show, self._foot, self._mark = show, foot, mark
        show.slide_width, show.slide_height = Pt(WIDTH), Pt(HEIGHT)
        _dress(show)

    def board(self, title: str, drawing: Drawing, told: str, notes: Sequence[str]) -> None:
        """A drawing over the whole slide as native shapes. It has its own head: the title of the
        slide stands beside it, for outline and reading aloud.
        """
        slide = self._slide(title, notes, above=True)
        add_drawing(slide, drawing, Place(0, 0, WIDTH, HEIGHT), told)

    def points(self, title: str, lines: Sequence[str], notes: Sequence[str] = ()) -> None:
        """A title and a few sentences, as large as they fit."""
        slide = self._slide(title, notes)
        self._foot_of(slide)
        room = HEIGHT - TOP - FOOT
        size = next((s for s in (20, 18, 16, 14) if _tall(lines, s) <= room), BODY)
        box = self._box(slide, EDGE, TOP, WIDTH - 2 * EDGE, room)
        for at, line in enumerate(lines):
            paragraph = box.paragraphs[0] if at == 0 else box.add_paragraph()
            run(paragraph, line, size, color=LIGHT.text)
            paragraph.space_after = size * 6350

    def fits(self, drawn: Picture, finding: str) -> bool:
        """Whether a chart stays legible on a slide."""
        return _scale(drawn, TOP + _tall([finding], 16) + 6) >= LEGIBLE

    def picture(self, title: str, drawn: Picture, finding: str, notes: Sequence[str]) -> None:
        """The finding as a sentence, then the chart as large as the slide allows."""
        from pptx.util import Pt  # noqa: PLC0415

        slide = self._slide(title, notes)
        self._foot_of(slide)
        top = TOP
        if finding:
            deep = _tall([finding], 16)
            run(self._box(slide, EDGE, top, WIDTH - 2 * EDGE, deep).paragraphs[0], finding, 16)
            top += deep + 6
        scale = _scale(drawn, top)
        dots = max(96, round(DPI * scale * 96 / 72))
        image = io.BytesIO(as_png(drawn, dots))
        left = (WIDTH - drawn.width * scale) / 2
        size = Pt(drawn.width * scale), Pt(drawn.height * scale)
        shape = slide.shapes.add_picture(image, Pt(left), Pt(top), *size)
        shape._element.nvPicPr.cNvPr.set("descr", clean("".join([finding, *notes]) or title))
        shape.name = clean(title)

    def blocks(self, title: str, found: Iterable[Block], notes: Sequence[str] = ()) -> None:
        """A slide for each table, with what is said before it; one of sentences without any."""
        said: list[str] = []
        for block in found:
            match block:
                case Table():
                    self.table(title, block, said, notes)
                    said = []
                case Paragraph():
                    said.append(block.text)
                case Items():
                    said += block.lines
                case _:
                    raise TypeError(type(block))
        if said:
            self.points(title, said, notes)

    def table(
        self,
        title: str,
        found: Table,
        said: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> None:
        """A title, what is said before the table, and a native table in type as large as it fits;
        one that is too long for a slide goes on on the next.
        """
        lines = [*said, *([] if found.caption == title else [found.caption])]
        deep = _tall(lines, BODY) + 4 if lines else 0.0
        room = HEIGHT - FOOT - TOP - deep - (_tall([found.note], BODY) if found.note else 0)
        size = next((s for s in SIZES if len(list(split(found, room, s))) == 1), BODY)
        for at, part in enumerate(split(found, room, size)):
            name = text("brief.slide.more", title=title) if at else title
            slide = self._slide(name, [*notes, *_spoken(part)])
            self._foot_of(slide)
            box = self._box(slide, EDGE, TOP - 6, WIDTH - 2 * EDGE, deep)
            for number, line in enumerate(lines):
                paragraph = box.paragraphs[0] if number == 0 else box.add_paragraph()
                run(paragraph, line, BODY, color=LIGHT.secondary)
            below = add_table(slide, part, TOP - 6 + deep, size)
            if found.note:
                under = self._box(slide, EDGE, below + 4, WIDTH - 2 * EDGE, 20)
                run(under.paragraphs[0], found.note, BODY, color=LIGHT.secondary)

    # -- what every slide has

    def _slide(self, title: str, notes: Sequence[str], *, above: bool = False) -> Any:
        from pptx.enum.text import PP_ALIGN  # noqa: PLC0415
        from pptx.util import Pt  # noqa: PLC0415

        slide = self._show.slides.add_slide(self._show.slide_layouts[_TITLE_ONLY])
        shape = slide.shapes.title
        shape.left, shape.top = Pt(EDGE), Pt(-40 if above else 22)
        shape.width, shape.height = Pt(WIDTH - 2 * EDGE), Pt(36)
        frame = shape.text_frame
        frame.word_wrap = True
        run(frame.paragraphs[0], title + self._mark, TITLE, bold=True, color=f"#{_INK}")
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        told = "\n".join(filter(None, notes)) or title
        speech = slide.notes_slide.notes_text_frame
        for at, line in enumerate(told.split("\n")):
            run(speech.paragraphs[0] if at == 0 else speech.add_paragraph(), line, BODY)
        if not above:
            _rule(slide)
            _numbered(slide)
        return slide

    def _foot_of(self, slide: Any) -> None:
        box = self._box(slide, EDGE, HEIGHT - FOOT, WIDTH - 2 * EDGE - 60, FOOT - 6)
        run(box.paragraphs[0], self._foot, SMALL, color=LIGHT.secondary)

    def _box(self, slide: Any, x: float, y: float, width: float, height: float) -> Any:
        from pptx.util import Pt  # noqa: PLC0415

        shape = slide.shapes.add_textbox(Pt(x), Pt(y), Pt(width), Pt(height))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        return frame


def _scale(drawn: Picture, top: float) -> float:
    """Points of the slide in a unit of a picture below ``top``."""
    return min((WIDTH - 2 * EDGE) / drawn.width, (HEIGHT - FOOT - top) / max(drawn.height, 1.0))


def _tall(lines: Sequence[str], size: float) -> float:
    """Height of sentences across the slide, pt."""
    return sum(WIDE.lines(line, size, WIDTH - 2 * EDGE) * size * 1.35 + size / 2 for line in lines)


def _spoken(part: Table) -> Iterator[str]:
    """What to say of a table: its rows as sentences, the first cells."""
    for row in part.rows:
        yield "，".join(filter(None, (cell.strip() for cell in row[:5])))


def _rule(slide: Any) -> None:
    """The line under the title."""
    from pptx.enum.shapes import MSO_CONNECTOR  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    ends = (Pt(EDGE), Pt(60), Pt(WIDTH - EDGE), Pt(60))
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.color.rgb = rgb(LIGHT.accent)
    line.line.width = Pt(1.5)


def _numbered(slide: Any) -> None:
    """The number of the page as a field, in the placeholder of the layout."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    number, name = max(shape.shape_id for shape in slide.shapes) + 1, text("brief.slide.number")
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("a", "p")}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="{_NUMBER}"/></p:nvPr></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{Pt(WIDTH - EDGE - 60)}" y="{Pt(HEIGHT - FOOT)}"/>'
            f'<a:ext cx="{Pt(60)}" cy="{Pt(FOOT - 6)}"/></a:xfrm></p:spPr>'
            '<p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="t"/>'
            '<a:p><a:pPr algn="r"/><a:fld id="{8A1A3B6E-3C0B-4F7C-9E55-2B7C4D4F5A10}" '
            f'type="slidenum"><a:rPr lang="zh-CN" sz="{SMALL * 100}"/>'
            "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
        )
    )


def _dress(show: Any) -> None:
    """Chinese faces in the theme, so that what a user adds looks the same."""
    for part in show.part.package.iter_parts():
        if part.content_type.endswith("theme+xml"):
            part._blob = part.blob.replace(
                b'<a:ea typeface=""/>', f'<a:ea typeface="{FACE}"/>'.encode()
            ).replace(b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FACE}"/>'.encode())
