"""断供演练单: the drill that is looked at, written as a paper, a workbook or slides."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.drill import SUFFIXES, write
from liantu.jobs import Progress
from liantu.telling.filenames import filled
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import is_ready
from liantu.wording import text


def export(parts: Parts) -> None:
    """Ask for a file for the drill; its map is that of the shown chain where that is hit."""
    reading, chain = parts.reading, parts.selection.focus.chain
    ask_path(
        parts.shell,
        text("ui.verb.drill_export"),
        _stem(reading),
        {text(f"shock.paper.format.{suffix}"): suffix for suffix in SUFFIXES},
        partial(_write, parts, reading, chain),
    )


def _stem(reading: Reading) -> str:
    region, kind = reading.atlas.library.region.name, text("shock.paper.kind")
    return filled("", region=region, chain="", kind=kind, date=reading.date)


def _write(parts: Parts, reading: Reading, chain: str, path: Path) -> None:
    parts.exporter.make(partial(_job, reading, chain, path))


def _job(reading: Reading, chain: str, path: Path, progress: Progress) -> Path:
    found = reading.outage
    assert found is not None  # the verb is off without a drill
    shown = chain if found.chains(reading.atlas)[chain] else ""
    return write(reading, found, path, shown, progress)


def has_shocks(parts: Parts) -> bool:
    """Whether something fails in what is looked at."""
    return is_ready(parts) and bool(parts.reading.scenario.drill.shocks)


VERBS = (Verb(id="drill_export", menu=Menu.EXPORT, run=export, enabled=has_shocks, apart=True),)
"""Its button stands on the tab 断供演练."""
