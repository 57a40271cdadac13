"""断供演练单 to disk: one entry for window and command line."""

from __future__ import annotations

from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage
from liantu.briefing.drill_page import drill_paper
from liantu.briefing.drill_sheets import workbook
from liantu.briefing.drill_slides import slides
from liantu.briefing.office import Office
from liantu.briefing.papers import one_page
from liantu.briefing.written import put_report
from liantu.jobs import Progress
from liantu.render.export import replace_file

SUFFIXES = ("docx", "pdf", "xlsx", "pptx")


def write(
    reading: Reading,
    found: Outage,
    path: Path,
    chain: str = "",
    progress: Progress | None = None,
) -> Path:
    """Write a drill as PDF, DOCX, XLSX or PPTX by the suffix of ``path``; ``chain`` is the one
    whose map is shown (empty: the one that is hit most).

    Raises ``ExportError``, or ``Cancelled``.
    """
    progress = progress or Progress()
    suffix = path.suffix.casefold()
    if suffix in {".xlsx", ".pptx"}:
        data = workbook(reading, found) if suffix == ".xlsx" else slides(reading, found, chain)
        progress.check()
        replace_file(path, data)
        return path
    report = drill_paper(reading, found, chain)
    return put_report(path, report, Office(), progress, one_page(report, Office()))
