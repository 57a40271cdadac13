"""断供演练 as slides: the map with its judgement, then who stops, each day, what is asked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage
from liantu.analysis.shocks.timeline import timeline
from liantu.briefing.archive import describe, repacked
from liantu.briefing.blocks import Figure, Heading, Items, Paragraph, Report, Table
from liantu.briefing.drill_page import drill_paper
from liantu.briefing.pptx.deck import Deck
from liantu.briefing.prose import official
from liantu.render.charts.plot import placed
from liantu.render.errors import ExportError
from liantu.telling.charts.course import Course
from liantu.telling.shocks.days import course_of
from liantu.wording import text

CHART = 260.0
"""Width for which the chart is laid out, mm: its type is then as large as that of the body."""


def slides(reading: Reading, found: Outage, chain: str = "") -> bytes:
    """The presentation in memory, the same bytes for the same data; ``chain`` as on paper.

    Raises ``ExportError`` where PowerPoint's or Qt's libraries are missing.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
        course = course_of(reading, found, timeline(reading.atlas, found))
        return _shown(drill_paper(reading, found, chain), course)
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error


def _shown(report: Report, course: Course) -> bytes:
    from pptx import Presentation  # noqa: PLC0415  only exports need it

    show: Any = Presentation()
    deck = Deck(show, report.foot)
    said = [official(block.text) for block in report.blocks if isinstance(block, Paragraph)]
    pictures = [block for block in report.blocks if isinstance(block, Figure)]
    for figure in pictures:
        deck.picture(report.title, report.pictures[figure.name], said[0], report.lines)
    if not pictures:
        deck.points(report.title, [said[0], *report.lines])
    for table in (block for block in report.blocks if isinstance(block, Table)):
        deck.table(table.caption, table)
    if not course.empty:
        drawn = placed(course, CHART, report.edition)
        deck.picture(course.title, drawn, official(course.finding), [official(course.note)])
    asked = [block for block in report.blocks if isinstance(block, Items) and not block.quiet]
    if asked:
        heads = [block.text for block in report.blocks if isinstance(block, Heading)]
        deck.points("、".join(heads), [line for block in asked for line in block.lines])
    deck.points(text("brief.words.trust"), [*said[1:], *_sources(report), report.statement])
    return _saved(show, report)


def _sources(report: Report) -> Iterator[str]:
    """Sources with the numbers by which tables cite them."""
    for block in report.blocks:
        if isinstance(block, Items) and block.ordered:
            yield from (f"[{at}] {line}" for at, line in enumerate(block.lines, 1))


def _saved(show: Any, report: Report) -> bytes:
    describe(show.core_properties, report.title, report.region, report.edition)
    target = io.BytesIO()
    show.save(target)
    return repacked(target.getvalue())
