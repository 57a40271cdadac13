"""Maps and key tables as PPTX: a slide each, real titles and tables, maps as pictures."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing import findings, tables
from liantu.briefing.archive import clean, repacked
from liantu.briefing.blocks import Table
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.report import TOP, Case, chain_map
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Drawing
from liantu.diagram.plate import bare
from liantu.diagram.theme import PRINT
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.telling.dates import spoken
from liantu.wording import text

WIDTH, HEIGHT = 338.667, 190.5
"""16:9 in mm."""
EDGE, TOP_EDGE = 14.0, 26.0
DPI = 144
MOST = 10
FACE = "微软雅黑"


def to_pptx(reading: Reading, order: Order, progress: Progress | None = None) -> bytes:
    """The presentation in memory, the same bytes for the same data.

    Raises ``ExportError`` where PowerPoint's or Qt's libraries are missing, or ``Cancelled``.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
        return _shown(Case(reading, order), progress or Progress())
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error


def _shown(case: Case, progress: Progress) -> bytes:
    from pptx import Presentation  # noqa: PLC0415  only exports need it
    from pptx.util import Mm  # noqa: PLC0415

    show: Any = Presentation()
    show.slide_width, show.slide_height = Mm(WIDTH), Mm(HEIGHT)
    reading = case.reading
    deck = _Deck(show, case.office)
    _front(deck, case)
    for at, chain in enumerate(case.chains):
        progress.step(at, len(case.chains), text("brief.step.map"))
        deck.picture(chain.name, chain_map(case, chain, "16:9"))
        ids = tables.known(reading.atlas, chain)
        scores = reading.ranking(ids)
        deck.points(
            text("brief.slide.findings", chain=chain.label),
            findings.findings(reading, scores),
        )
        if scores:
            table = tables.actions(reading, [chain.id], MOST)
            deck.table(text("brief.slide.actions", chain=chain.label), table)
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
    scores = reading.ranking(case.ids)
    lines = findings.summary_lines(reading, case.chains, scores)
    date = text("brief.line.date", date=spoken(reading.date))
    statement = text("diagram.sheet.statement", statement=reading.atlas.statement)
    title = text("brief.title", region=reading.atlas.library.region.name)
    deck.points(title, [date, *lines, statement])
    for name in ("heat", "network"):
        plate = PICTURES[name](reading, PRINT)
        deck.picture(plate.title, bare(reading, plate))
    chosen = [chain.id for chain in case.chains]
    deck.table(text("brief.words.actions"), tables.actions(reading, chosen, TOP))


class _Deck:
    """Adds slides of three kinds to a presentation."""

    def __init__(self, show: Any, office: Office) -> None:
        self._show, self._office = show, office

    def points(self, title: str, lines: Sequence[str]) -> None:
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
            _run(paragraph, line, 18)

    def picture(self, title: str, drawing: Drawing) -> None:
        """A title and one picture as large as the slide allows."""
        from pptx.util import Mm  # noqa: PLC0415

        from liantu.render.pixels import to_png  # noqa: PLC0415  the only part that needs Qt

        slide = self._slide(title)
        room, deep = WIDTH - 2 * 8, HEIGHT - TOP_EDGE - 6
        width = min(room, deep * drawing.width / max(drawing.height, 1.0))
        dots = max(1, round(width / 25.4 * DPI / drawing.width * 96))
        image = io.BytesIO(to_png(drawing, dots))
        left = (WIDTH - width) / 2
        slide.shapes.add_picture(image, Mm(left), Mm(TOP_EDGE - 4), width=Mm(width))

    def table(self, title: str, found: Table) -> None:
        """A title and a real table."""
        from pptx.util import Mm  # noqa: PLC0415

        slide = self._slide(title)
        rows = [found.head, *found.rows]
        place = (Mm(EDGE), Mm(TOP_EDGE), Mm(WIDTH - 2 * EDGE), Mm(10))
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
        return slide


def _run(paragraph: Any, words: str, size: float, *, bold: bool = False) -> None:
    from pptx.oxml.ns import qn  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    run = paragraph.add_run()
    run.text = clean(words)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FACE
    properties = run._r.get_or_add_rPr()
    face = properties.makeelement(qn("a:ea"), {"typeface": FACE})
    properties.append(face)
