"""断供演练 as slides: the map with its judgement, then who stops, each day, what is asked."""

from __future__ import annotations

import datetime
import io
from typing import Any

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage
from liantu.briefing.archive import clean, repacked
from liantu.briefing.blocks import Figure, Heading, Items, Report, Table
from liantu.briefing.deck import Deck
from liantu.briefing.drill_page import drill_paper
from liantu.briefing.prose import official
from liantu.render.errors import ExportError
from liantu.wording import text


def slides(reading: Reading, found: Outage, chain: str = "") -> bytes:
    """The presentation in memory, the same bytes for the same data; ``chain`` as on paper.

    Raises ``ExportError`` where PowerPoint's or Qt's libraries are missing.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
        return _shown(drill_paper(reading, found, chain))
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error


def _shown(report: Report) -> bytes:
    from pptx import Presentation  # noqa: PLC0415  only exports need it

    show: Any = Presentation()
    deck = Deck(show, report.foot)
    first, *rest = report.blocks
    said = getattr(first, "text", "")
    if not report.pictures:
        deck.points(report.title, [said, *report.lines])
    head = report.title
    for block in rest:
        match block:
            case Figure():
                deck.picture(report.title, report.pictures[block.name], said, report.lines)
            case Table():
                deck.table(block.caption, block)
            case Heading():
                head = block.text
            case Items() if not block.quiet:
                deck.points(head, list(block.lines))
            case _:
                pass
    deck.points(text("brief.words.trust"), [report.statement, report.foot])
    core = show.core_properties
    core.title = clean(report.title)
    core.author = clean(official(text("brief.lists.author", region=report.region)))
    core.created = core.modified = datetime.datetime(2000, 1, 1)
    core.last_modified_by, core.revision, core.language = "", 1, "zh-CN"
    target = io.BytesIO()
    show.save(target)
    return repacked(target.getvalue())
