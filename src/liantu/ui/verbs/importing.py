"""Sheets that are taken in, and those that are given out to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from liantu.jobs import Progress
from liantu.model.edits import Edit
from liantu.render.export import replace_file
from liantu.ui.parts import Parts
from liantu.ui.verbs.step_note import take_and_tell
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.library.importing.rows import Plan
    from liantu.ui.dialogs.importing.dialog import ImportDialog

SHOWN = 8
"""Rows that were left out, as many as are named."""
ABOUT = "import"
_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv"))
"""Of files that are taken for tables when they are dropped; a text may be anything."""


def choose_table(parts: Parts) -> None:
    """Open the page on which a sheet is taken in."""
    _opened(parts)


def import_file(parts: Parts, path: Path) -> None:
    """Open it on a file, where things can be edited; else say why they cannot."""
    if words := parts.bridge.block:
        parts.banner.tell(words, kind="bad", about=ABOUT)
        return
    _opened(parts).open_file(path)


def is_table(path: Path) -> bool:
    """Whether a file is called like one that holds a table."""
    return path.suffix.casefold() in _SUFFIXES


def _opened(parts: Parts) -> ImportDialog:
    from liantu.ui.dialogs.importing.dialog import ImportDialog  # noqa: PLC0415  brings YAML

    dialog = ImportDialog(lambda: parts.bridge.session.atlas, parts.shell.tones, parts.shell)
    dialog.wished.connect(lambda edit, plan, name: _take(parts, edit, plan, name))
    dialog.open()
    return dialog


def _take(parts: Parts, edit: Edit, plan: Plan, name: str) -> None:
    """One step of editing; it is told once it was taken."""
    take_and_tell(parts, edit, _words(plan, name), ABOUT)


def _words(plan: Plan, name: str) -> str:
    bad = [str(row.number) for row in plan.rows if row.state == "error"]
    if not bad:
        return text("ui.import.done", file=name, things=plan.told)
    rows = "\u3001".join(bad[:SHOWN])
    rows = text("ui.import.more", rows=rows) if len(bad) > SHOWN else rows
    return text("ui.import.done.skipped", file=name, things=plan.told, count=len(bad), rows=rows)


def choose_template(parts: Parts) -> None:
    """Ask which sheet is to be given out."""
    from liantu.ui.dialogs.importing.blank import BlankDialog  # noqa: PLC0415  brings YAML

    dialog = BlankDialog(parts.shell)
    dialog.wished.connect(lambda *wish: _write(parts, *wish))
    dialog.open()


def _write(parts: Parts, target: str, full: bool, path: Path) -> None:
    atlas = parts.bridge.session.atlas

    def job(progress: Progress) -> Path:
        # Only exports need it.
        from liantu.briefing.template_book import template_book  # noqa: PLC0415
        from liantu.library.importing.targets import targets  # noqa: PLC0415

        data = template_book(atlas, targets()[target], full=full)
        progress.check()
        replace_file(path, data)
        return path

    parts.exporter.make(job)


def can_edit(parts: Parts) -> bool:
    """Whether what is read can be edited now."""
    return not parts.bridge.block


def is_there(parts: Parts) -> bool:
    """Whether a folder has been read."""
    return parts.bridge.session.ready


VERBS = (
    Verb(id="import", menu=Menu.FILE, run=choose_table, apart=True, enabled=can_edit),
    Verb(id="template", menu=Menu.FILE, run=choose_template, enabled=is_there),
)
