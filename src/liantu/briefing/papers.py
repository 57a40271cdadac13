"""Papers to disk and on screen: one entry for every kind, for window and command line alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Report
from liantu.briefing.lists import write_lists
from liantu.briefing.office import VISIT, Office, Sheet
from liantu.briefing.order import Kind, Order
from liantu.briefing.report import briefing
from liantu.briefing.slides import to_pptx
from liantu.briefing.typeset import to_pages
from liantu.briefing.visit import visit
from liantu.briefing.written import put_report
from liantu.jobs import Progress
from liantu.render.export import replace_file
from liantu.telling.filenames import filled
from liantu.wording import text

SMALLEST = 7.0
"""Type of a visit's page is made smaller down to this many points before it may spill over."""
STEP = 0.75
"""Points by which it is made smaller."""
COARSE = 20.0
"""Dots an inch at which pages are only counted."""


def names(reading: Reading, order: Order) -> list[str]:
    """File names of an order."""
    return [_name(reading, one) for one in order.files]


def write(
    reading: Reading,
    order: Order,
    folder: Path,
    progress: Progress,
    named: Callable[[Path], Path] = Path,
) -> Path:
    """Write the files of an order into ``folder``, each where ``named`` says; returns the last
    file; raises as :func:`put`.
    """
    path = folder
    files = order.files
    for at, one in enumerate(files):
        if len(files) > 1:
            progress.step(at, len(files))
        path = put(reading, one, named(folder / _name(reading, one)), progress)
    return path


def put(reading: Reading, order: Order, path: Path, progress: Progress | None = None) -> Path:
    """Write an order of one file to ``path``; an existing file is replaced only at the end.

    Raises ``ExportError``, ``Cancelled``, or ``KeyError`` for unknown chains and templates.
    """
    _KINDS[order.kind].write(reading, order, path, progress or Progress())
    return path


def preview(reading: Reading, order: Order, ppi: float, progress: Progress) -> list[bytes]:
    """The pages of an order as PNG; none for what has no pages (lists, slides).

    Raises ``ExportError``, or ``Cancelled``.
    """
    compose = _KINDS[order.kind].compose
    pages: list[bytes] = []
    if compose is None or not order.chains:
        return pages
    for one in order.files:
        report, sheet = compose(reading, one, progress)
        progress.check()
        pages += to_pages(report, order.office, sheet, ppi)
    return pages


def one_page(report: Report, office: Office) -> Sheet:
    """The largest type with which the report is one page."""
    body = VISIT.body
    while body > SMALLEST:
        sheet = shrunk(body)
        if len(to_pages(report, office, sheet, COARSE)) == 1:
            return sheet
        body -= STEP
    return shrunk(SMALLEST)


def shrunk(body: float) -> Sheet:
    """The page of a visit at another size of type."""
    scale = body / VISIT.body
    return replace(
        VISIT,
        body=body,
        table=VISIT.table * scale,
        pitch=VISIT.pitch * scale,
        title=VISIT.title * scale,
    )


def _name(reading: Reading, order: Order) -> str:
    only = reading.atlas.chains[order.chains[0]].label if len(order.chains) == 1 else ""
    stem = filled(
        order.pattern,
        region=reading.atlas.library.region.name,
        chain=only,
        kind=text(f"brief.kind.{order.kind}"),
        date=reading.date,
    )
    return f"{stem}.{order.suffix}"


# -- kinds

Composed = tuple[Report, Sheet | None]
"""A report and its page; ``None`` is that of the office's style."""


def _briefing(reading: Reading, order: Order, progress: Progress) -> Composed:
    return briefing(reading, order, progress), None


def _visit(reading: Reading, order: Order, _progress: Progress) -> Composed:
    report = visit(reading, order)
    return report, one_page(report, order.office)


def _set(compose: Callable[[Reading, Order, Progress], Composed]) -> _Write:
    """Writes a report as PDF or DOCX."""

    def write_(reading: Reading, order: Order, path: Path, progress: Progress) -> None:
        report, sheet = compose(reading, order, progress)
        put_report(path, report, order.office, progress, sheet)

    return write_


def _slides(reading: Reading, order: Order, path: Path, progress: Progress) -> None:
    data = to_pptx(reading, order, progress)
    progress.check()
    replace_file(path, data)


def _lists(reading: Reading, order: Order, path: Path, progress: Progress) -> None:
    write_lists(reading, order.chains, path, progress, order.template)


_Write = Callable[[Reading, Order, Path, Progress], None]


@dataclass(frozen=True, slots=True)
class _Paper:
    """How a kind is written, and composed where it has pages to be seen."""

    write: _Write
    compose: Callable[[Reading, Order, Progress], Composed] | None = None


_KINDS = {
    Kind.BRIEFING: _Paper(_set(_briefing), _briefing),
    Kind.VISIT: _Paper(_set(_visit), _visit),
    Kind.LISTS: _Paper(_lists),
    Kind.SLIDES: _Paper(_slides),
}
