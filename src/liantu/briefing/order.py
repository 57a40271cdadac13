"""What paper somebody wants: its kind, format, chains and the habits of the office."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.lists import write_lists
from liantu.briefing.office import Office
from liantu.briefing.papers import one_page, write_briefing, write_visit
from liantu.briefing.report import briefing
from liantu.briefing.slides import write_slides
from liantu.briefing.typeset import to_pages
from liantu.briefing.visit import visit
from liantu.jobs import Progress
from liantu.telling.filenames import filled
from liantu.wording import text


class Kind(enum.StrEnum):
    """Kinds of paper."""

    BRIEFING = "briefing"
    VISIT = "visit"
    LISTS = "lists"
    SLIDES = "slides"


SUFFIXES = {
    Kind.BRIEFING: ("pdf", "docx"),
    Kind.VISIT: ("pdf", "docx"),
    Kind.LISTS: ("xlsx",),
    Kind.SLIDES: ("pptx",),
}


@dataclass(frozen=True)
class Order:
    """``chains`` are ids; ``pattern`` names the files (see :func:`filled`)."""

    kind: Kind = Kind.BRIEFING
    suffix: str = "pdf"
    chains: tuple[str, ...] = ()
    office: Office = field(default_factory=Office)
    template: str = ""
    pattern: str = ""


def names(reading: Reading, order: Order) -> list[str]:
    """File names of an order: one, or one for each chain of 巡链一页纸."""
    if order.kind is Kind.VISIT:
        return [_name(reading, order, [chain]) for chain in order.chains]
    return [_name(reading, order, order.chains)]


def write(reading: Reading, order: Order, folder: Path, progress: Progress) -> Path:
    """Write the files of an order into ``folder``; returns the (last) file.

    Raises ``ExportError``, or ``Cancelled``.
    """
    paths = [folder / name for name in names(reading, order)]
    match order.kind:
        case Kind.VISIT:
            for at, (chain, path) in enumerate(zip(order.chains, paths, strict=True)):
                progress.step(at, len(paths))
                write_visit(reading, chain, path, progress, order.office)
        case Kind.LISTS:
            write_lists(reading, order.chains, paths[0], progress, order.template)
        case Kind.SLIDES:
            write_slides(reading, order.chains, paths[0], progress, order.office)
        case Kind.BRIEFING:
            write_briefing(reading, order.chains, paths[0], progress, order.office)
    return paths[-1]


def preview(reading: Reading, order: Order, ppi: float, progress: Progress) -> list[bytes]:
    """The pages of an order as PNG; none for what has no pages (lists, slides).

    Raises ``ExportError``, or ``Cancelled``.
    """
    office = order.office
    if order.kind is Kind.BRIEFING and order.chains:
        report = briefing(reading, order.chains, office, progress)
        progress.check()
        return to_pages(report, office, None, ppi)
    pages: list[bytes] = []
    if order.kind is Kind.VISIT:
        for chain in order.chains:
            progress.check()
            report = visit(reading, chain, office)
            pages += to_pages(report, office, one_page(report, office), ppi)
    return pages


def _name(reading: Reading, order: Order, chains: Sequence[str]) -> str:
    only = reading.atlas.chains[chains[0]].label if len(chains) == 1 else ""
    stem = filled(
        order.pattern,
        region=reading.atlas.library.region.name,
        chain=only,
        kind=text(f"brief.kind.{order.kind}"),
        date=reading.date,
    )
    return f"{stem}.{order.suffix}"
