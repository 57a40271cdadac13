"""``brief``: the paper of the office."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.office import Office, Style
from liantu.briefing.papers import write_briefing, write_visit
from liantu.briefing.slides import write_slides
from liantu.cli.usage import (
    NOT_WRITTEN,
    UsageError,
    data_code,
    date_of,
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
    suffix(arguments.out, (".pdf", ".docx", ".pptx"))
    office = Office(
        Style(arguments.style),
        mark=arguments.mark,
        fold=arguments.fold,
        since=date_of(arguments.since),
    )
    if arguments.visit:
        suffix(arguments.out, (".pdf", ".docx"))
        if len(arguments.chain) != 1:
            raise UsageError("cli.usage.visit")
        return write(arguments, partial(_visit, office=office))
    make = write_slides if arguments.out.suffix.casefold() == ".pptx" else write_briefing
    return write(arguments, partial(make, office=office))


def _visit(
    reading: Reading,
    chains: Sequence[str],
    path: Path,
    progress: Progress,
    office: Office,
) -> Path:
    return write_visit(reading, chains[0], path, progress, office)


def suffix(path: Path, wanted: tuple[str, ...]) -> None:
    """Refuse a file of another kind; raises :class:`UsageError`."""
    if path.suffix.casefold() not in wanted:
        raise UsageError("cli.usage.suffix", wanted=" / ".join(wanted))


def write(arguments: argparse.Namespace, make: Maker) -> int:
    """Make the paper of the chains asked for, and tell how that went."""
    loaded, reading = reading_of(arguments)
    chains = chains_of(loaded, arguments.chain)
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


def chains_of(loaded: Loaded, wanted: list[str]) -> list[str]:
    """The chains asked for, all without any; raises :class:`UsageError`."""
    for chain in wanted:
        known_chain(loaded.atlas, chain)
    return wanted or list(loaded.atlas.chains)
