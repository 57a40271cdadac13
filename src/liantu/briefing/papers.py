"""Writing papers to disk: one entry for each kind, for window and command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Report
from liantu.briefing.office import VISIT, Office, Sheet
from liantu.briefing.report import briefing
from liantu.briefing.typeset import to_pages, to_pdf
from liantu.briefing.visit import visit
from liantu.briefing.word import to_docx
from liantu.jobs import Progress
from liantu.render.export import replace_file

SMALLEST = 7.0
"""Type of a visit's page is made smaller down to this many points before it may spill over."""


def write_briefing(
    reading: Reading,
    chains: Sequence[str],
    path: Path,
    progress: Progress | None = None,
    office: Office | None = None,
) -> Path:
    """Write the briefing of ``chains`` as PDF, or as DOCX if ``path`` ends so.

    Raises ``ExportError``, or ``Cancelled``; an existing file is replaced only at the end.
    """
    progress, office = progress or Progress(), office or Office()
    report = briefing(reading, chains, office, progress)
    return _write(report, path, progress, office)


def write_visit(
    reading: Reading,
    chain: str,
    path: Path,
    progress: Progress | None = None,
    office: Office | None = None,
) -> Path:
    """Write 巡链一页纸 of one chain; raises as :func:`write_briefing`."""
    progress, office = progress or Progress(), office or Office()
    report = visit(reading, chain, office)
    return _write(report, path, progress, office, one_page(report, office))


def one_page(report: Report, office: Office) -> Sheet:
    """The largest type with which the report is one page."""
    body = VISIT.body
    while body > SMALLEST:
        sheet = shrunk(body)
        if len(to_pages(report, office, sheet, 20.0)) == 1:
            return sheet
        body -= 0.75
    return shrunk(SMALLEST)


def shrunk(body: float) -> Sheet:
    """The page of a visit at another size of type."""
    scale = body / VISIT.body
    return Sheet(
        VISIT.top,
        VISIT.bottom,
        VISIT.left,
        VISIT.right,
        body,
        VISIT.table * scale,
        VISIT.pitch * scale,
        VISIT.title * scale,
        VISIT.indent,
        VISIT.centred,
    )


def _write(
    report: Report,
    path: Path,
    progress: Progress,
    office: Office,
    sheet: Sheet | None = None,
) -> Path:
    progress.check()
    if path.suffix.casefold() == ".docx":
        data = to_docx(report, office, progress)
    else:
        data = to_pdf(report, office, sheet)
    progress.check()
    replace_file(path, data)
    return path
