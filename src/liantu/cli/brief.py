"""``brief`` and ``lists``: the paper of the office."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.analysis.switches import starting
from liantu.briefing.lists import write_lists
from liantu.briefing.pdf import write_briefing
from liantu.cli.usage import NOT_WRITTEN, UsageError, data_code, date_of, known_chain, read, say
from liantu.jobs import Progress
from liantu.library import Loaded
from liantu.model import Atlas
from liantu.render.errors import ExportError
from liantu.wording import text

Maker = Callable[[Atlas, Diagnosis, Sequence[str], Path, Progress], Path]


def brief(arguments: argparse.Namespace) -> int:
    """Write the briefing of all or of some chains as PDF."""
    _suffix(arguments.out, ".pdf")
    return _write(arguments, write_briefing)


def lists(arguments: argparse.Namespace) -> int:
    """Write the lists of all or of some chains as XLSX."""
    _suffix(arguments.out, ".xlsx")
    return _write(arguments, write_lists)


def _suffix(path: Path, wanted: str) -> None:
    if path.suffix.casefold() != wanted:
        raise UsageError("cli.usage.suffix", wanted=wanted)


def _write(arguments: argparse.Namespace, make: Maker) -> int:
    date = date_of(arguments.date)
    loaded = read(arguments.folder)
    chains = _chains(loaded, arguments.chain)
    try:
        make(
            loaded.atlas,
            diagnose(loaded.atlas, date, starting(loaded.atlas)),
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
