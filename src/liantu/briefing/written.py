"""A composed report or a workbook on disk: one way for every kind of paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from liantu.briefing.blocks import Report
from liantu.briefing.office import Office, Sheet
from liantu.briefing.typeset import to_pdf
from liantu.jobs import Progress
from liantu.render.export import replace_file


def put(
    path: Path,
    report: Callable[[], Report],
    workbook: Callable[[], bytes],
    progress: Progress | None = None,
) -> Path:
    """Write the workbook where ``path`` ends in ``.xlsx``, else the report in the usual style, as
    :func:`put_report` does; only what is asked for is composed.
    """
    progress = progress or Progress()
    if path.suffix.casefold() != ".xlsx":
        return put_report(path, report(), Office(), progress)
    data = workbook()
    progress.check()
    replace_file(path, data)
    return path


def put_report(
    path: Path, report: Report, office: Office, progress: Progress, sheet: Sheet | None = None
) -> Path:
    """Write a report as DOCX where ``path`` ends so, else as PDF; ``sheet`` is its page, ``None``
    that of the office's style. An existing file is replaced only at the end.

    Raises ``ExportError``, or ``Cancelled``.
    """
    progress.check()
    if path.suffix.casefold() == ".docx":
        from liantu.briefing.word import to_docx  # noqa: PLC0415  python-docx loads slowly

        data = to_docx(report, office, progress, sheet)
    else:
        data = to_pdf(report, office, sheet)
    progress.check()
    replace_file(path, data)
    return path
