"""``brief`` and ``lists``: the paper of the office."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.lists import templates, write_lists
from liantu.briefing.office import Office, Style
from liantu.briefing.papers import write_briefing, write_visit
from liantu.briefing.slides import write_slides
from liantu.cli.usage import (
    NOT_WRITTEN,
    UsageError,
    data_code,
    known_chain,
    reading_of,
    say,
)
from liantu.jobs import Progress
from liantu.library import Loaded
from liantu.render.errors import ExportError
from liantu.wording import text

Maker = Callable[[Reading, Sequence[str], Path, Progress], Path]
STYLES = tuple(Style)


def brief(arguments: argparse.Namespace) -> int:
    """Write the briefing of all or of some chains as PDF, DOCX or PPTX, or 巡链一页纸 of one."""
    _suffix(arguments.out, (".pdf", ".docx", ".pptx"))
    office = Office(
        Style(arguments.style),
        mark=arguments.mark,
        fold=arguments.fold,
        since=arguments.since,
    )
    if arguments.visit:
        _suffix(arguments.out, (".pdf", ".docx"))
        if len(arguments.chain) != 1:
            raise UsageError("cli.usage.visit")
        return _write(arguments, partial(_visit, office=office))
    make = write_slides if arguments.out.suffix.casefold() == ".pptx" else write_briefing
    return _write(arguments, partial(make, office=office))


def lists(arguments: argparse.Namespace) -> int:
    """Write the lists of all or of some chains as XLSX."""
    _suffix(arguments.out, (".xlsx",))

    def make(reading: Reading, chains: Sequence[str], path: Path, progress: Progress) -> Path:
        known = templates(reading.atlas)
        if arguments.template and arguments.template not in known:
            names = "、".join(known)
            raise UsageError("cli.usage.template", id=arguments.template, known=names)
        return write_lists(reading, chains, path, progress, arguments.template)

    return _write(arguments, make)


def _visit(
    reading: Reading,
    chains: Sequence[str],
    path: Path,
    progress: Progress,
    office: Office,
) -> Path:
    return write_visit(reading, chains[0], path, progress, office)


def _suffix(path: Path, wanted: tuple[str, ...]) -> None:
    if path.suffix.casefold() not in wanted:
        raise UsageError("cli.usage.suffix", wanted=" / ".join(wanted))


def _write(arguments: argparse.Namespace, make: Maker) -> int:
    loaded, reading = reading_of(arguments)
    chains = _chains(loaded, arguments.chain)
    try:
        make(
            reading,
            chains,
            arguments.out,
            Progress(),
        )
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=arguments.out))
    return data_code(loaded)


def _chains(loaded: Loaded, wanted: list[str]) -> list[str]:
    for chain in wanted:
        known_chain(loaded.atlas, chain)
    return wanted or list(loaded.atlas.chains)
