"""A report as DOCX for those who rewrite it: real headings, tables, captions and numbers."""

from __future__ import annotations

from io import BytesIO

from liantu.briefing.archive import repacked
from liantu.briefing.blocks import Report
from liantu.briefing.docx.base import described, empty
from liantu.briefing.docx.body import Body
from liantu.briefing.docx.flow import Flow
from liantu.briefing.docx.numbering import Lists
from liantu.briefing.docx.sections import Pages
from liantu.briefing.docx.styles import Styles
from liantu.briefing.letter import letter
from liantu.briefing.office import SHEETS, Office, Sheet, Style
from liantu.briefing.typefaces import NAMED
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.wording import text

PAGE_FACE = "宋体"
"""Page numbers of official papers (GB/T 9704—2012)."""


def to_docx(
    report: Report, office: Office, progress: Progress | None = None, sheet: Sheet | None = None
) -> bytes:
    """The document in memory, the same bytes for the same report; ``sheet`` is its page, ``None``
    that of the office's style.

    Raises ``ExportError`` where Qt's libraries are missing, or ``Cancelled``.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
    except ImportError as error:
        raise ExportError("render.word", reason=error) from error
    progress = progress or Progress()
    pages = _pages(report, office, sheet or SHEETS[office.style])
    faces = NAMED[office.style] | {"page": PAGE_FACE}
    document = empty(faces.values(), two_sided=pages.official)
    Styles(document, pages, faces).add()
    lists = Lists(
        document, round(pages.sheet.indent * pages.sheet.body * 20), official=pages.official
    )
    body = Body(Flow(document), report, pages, lists, letter(office) if pages.official else None)
    body.begin()
    for at, block in enumerate(report.blocks):
        progress.step(at, len(report.blocks))
        body.put(block)
    body.finish()
    author = office.issuer or report.region
    described(document, report.title, author, report.edition)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue())


def _pages(report: Report, office: Office, sheet: Sheet) -> Pages:
    """Neither an official paper nor a single page has a running head."""
    official = office.style is Style.OFFICIAL and report.contents
    return Pages(
        sheet=sheet,
        mark=text("brief.mark") if office.mark else "",
        title="" if official or not report.contents else report.title,
        foot=report.foot,
        official=official,
        cover=report.contents and not official,
        fold=office.fold,
    )
