"""Maps and key tables as PPTX: a slide each, real titles and tables, maps as pictures."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing import beside, boards, findings, heads
from liantu.briefing.archive import clean, repacked
from liantu.briefing.blocks import Block, Items, Paragraph, Table
from liantu.briefing.case import Case, chain_map
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.prose import tight
from liantu.diagram.city import PICTURES
from liantu.diagram.plate import bare
from liantu.diagram.theme import PRINT
from liantu.jobs import Progress
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.render.errors import ExportError
from liantu.render.pictures import as_png
from liantu.render.vector import Picture
from liantu.telling.dates import spoken
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

WIDTH, HEIGHT = 338.667, 190.5
"""16:9 in mm."""
EDGE, TOP_EDGE = 14.0, 26.0
DPI = 144
MOST = 8
"""Rows of a table that one slide has room for."""
LINE, FOOT = 6.0, 9.0
"""Height of a small line and of the foot, mm."""
FACE = "微软雅黑"


def to_pptx(reading: Reading, order: Order, progress: Progress | None = None) -> bytes:
    """The presentation in memory, the same bytes for the same data.

    Raises ``ExportError`` where PowerPoint's or Qt's libraries are missing, or ``Cancelled``.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
        plain = replace(order, office=replace(order.office, captions=False))
        return _shown(Case(reading, plain), progress or Progress())
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error


def _shown(case: Case, progress: Progress) -> bytes:
    from pptx import Presentation  # noqa: PLC0415  only exports need it
    from pptx.util import Mm  # noqa: PLC0415

    show: Any = Presentation()
    show.slide_width, show.slide_height = Mm(WIDTH), Mm(HEIGHT)
    reading = case.reading
    deck = _Deck(show, case.office, tight(coverage_sentence(reading)))
    _front(deck, case)
    for at, chain in enumerate(case.chains):
        progress.step(at, len(case.chains), text("brief.step.map"))
        _chain(deck, case, chain)
    core = show.core_properties
    core.title, core.author = (
        clean(text("brief.title", region=reading.atlas.library.region.name)),
        "",
    )
    core.created = core.modified = datetime.datetime(2000, 1, 1)
    core.last_modified_by, core.revision = "", 1
    target = io.BytesIO()
    show.save(target)
    return repacked(target.getvalue())


def _front(deck: _Deck, case: Case) -> None:
    reading = case.reading
    lines = [tight(line) for line in heads.summary_lines(reading, case.chains)]
    date = text("brief.line.date", date=spoken(reading.date))
    statement = text("diagram.sheet.statement", statement=reading.atlas.statement)
    title = text("brief.title", region=reading.atlas.library.region.name)
    deck.points(title, [date, *lines, statement], 16)
    for name in ("heat", "network"):
        plate = PICTURES[name](reading, PRINT)
        deck.picture(plate.title, bare(reading, plate))
    if len(case.chains) == len(reading.atlas.chains) > 1:
        for board in Board:
            deck.blocks(_board_name(board), boards.board(case, board, None, MOST))


def _chain(deck: _Deck, case: Case, chain: Chain) -> None:
    reading = case.reading
    summary = reading.summary(chain.id)
    deck.picture(chain.name, chain_map(case, chain, "16:9"))
    lines = [tight(line) for line in heads.head_lines(reading, summary)]
    deck.points(
        text("brief.slide.findings", chain=chain.label),
        [*lines, *findings.findings(reading, chain.id)],
        16,
    )
    for board in Board:
        if reading.rows(board, chain.id):
            title = text("brief.slide.board", chain=chain.label, board=_board_name(board))
            deck.blocks(title, boards.board(case, board, chain, MOST))
    deck.blocks(
        text("brief.slide.survey", chain=chain.label), beside.survey(case, chain, headed=False)
    )


def _board_name(board: Board) -> str:
    return text(f"standing.board.{board}")


class _Deck:
    """Adds slides of three kinds to a presentation."""

    def __init__(self, show: Any, office: Office, foot: str) -> None:
        self._show, self._office, self._foot = show, office, foot

    def blocks(self, title: str, found: Iterable[Block]) -> None:
        """A slide for each table, with what is said before it; one of sentences without any."""
        said: list[str] = []
        for block in found:
            match block:
                case Table():
                    self.table(title, block, said)
                    said = []
                case Paragraph():
                    said.append(block.text)
                case Items():
                    said += block.lines
                case _:
                    raise TypeError(type(block))
        if said:
            self.points(title, said)

    def points(self, title: str, lines: Sequence[str], size: float = 18) -> None:
        """A title and a few sentences."""
        from pptx.util import Mm  # noqa: PLC0415

        slide = self._slide(title)
        box = slide.shapes.add_textbox(
            Mm(EDGE), Mm(TOP_EDGE), Mm(WIDTH - 2 * EDGE), Mm(HEIGHT - TOP_EDGE - EDGE)
        )
        frame = box.text_frame
        frame.word_wrap = True
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            _run(paragraph, line, size)

    def picture(self, title: str, drawing: Picture) -> None:
        """A title and one picture as large as the slide allows."""
        from pptx.util import Mm  # noqa: PLC0415

        slide = self._slide(title)
        room, deep = WIDTH - 2 * 8, HEIGHT - TOP_EDGE - 6 - FOOT + 4
        width = min(room, deep * drawing.width / max(drawing.height, 1.0))
        dots = max(1, round(width / 25.4 * DPI / drawing.width * 96))
        image = io.BytesIO(as_png(drawing, dots))
        left = (WIDTH - width) / 2
        slide.shapes.add_picture(image, Mm(left), Mm(TOP_EDGE - 4), width=Mm(width))

    def table(self, title: str, found: Table, said: Sequence[str] = ()) -> None:
        """A title, what is said before the table, its caption, and a real table."""
        from pptx.util import Mm  # noqa: PLC0415

        slide = self._slide(title)
        lines = (*said, found.caption, *filter(None, (found.note,)))
        self._words(slide, "\n".join(lines), TOP_EDGE - 4, LINE * len(lines), 12)
        rows = [found.head, *found.rows]
        top = TOP_EDGE - 4 + LINE * len(lines)
        place = (Mm(EDGE), Mm(top), Mm(WIDTH - 2 * EDGE), Mm(10))
        table = slide.shapes.add_table(len(rows), len(found.head), *place).table
        whole = sum(found.widths)
        for column, width in enumerate(found.widths):
            table.columns[column].width = Mm((WIDTH - 2 * EDGE) * width / whole)
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                frame = table.cell(at, column).text_frame
                frame.word_wrap = True
                _run(frame.paragraphs[0], words, 11, bold=at == 0)

    def _slide(self, title: str) -> Any:
        from pptx.util import Mm  # noqa: PLC0415

        slide = self._show.slides.add_slide(self._show.slide_layouts[5])
        shape = slide.shapes.title
        shape.left, shape.top = Mm(EDGE), Mm(6)
        shape.width, shape.height = Mm(WIDTH - 2 * EDGE), Mm(14)
        mark = f"（{text('brief.mark')}）" if self._office.mark else ""
        shape.text_frame.text = ""
        _run(shape.text_frame.paragraphs[0], title + mark, 24, bold=True)
        self._words(slide, self._foot, HEIGHT - FOOT, FOOT, 9)
        return slide

    def _words(self, slide: Any, words: str, top: float, height: float, size: float) -> None:
        """Small sentences, a paragraph a line."""
        from pptx.util import Mm  # noqa: PLC0415

        box = slide.shapes.add_textbox(Mm(EDGE), Mm(top), Mm(WIDTH - 2 * EDGE), Mm(height))
        frame = box.text_frame
        frame.word_wrap = True
        for at, line in enumerate(words.split("\n")):
            _run(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), line, size)


def _run(paragraph: Any, words: str, size: float, *, bold: bool = False) -> None:
    from pptx.oxml.ns import qn  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    run = paragraph.add_run()
    run.text = clean(words)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FACE
    properties = run._r.get_or_add_rPr()
    face = properties.makeelement(qn("a:ea"), {"typeface": FACE})
    properties.append(face)
