"""摸底: sheets for the counties, their answers, and declarations that all is on record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from liantu.analysis.reading import Reading
from liantu.model.edits import Edit
from liantu.model.target import Target
from liantu.telling.asked import awaited, changed, county_tallies, partly
from liantu.ui.dialogs.declaring import DeclareDialog
from liantu.ui.dialogs.taking import TakeDialog
from liantu.ui.dialogs.task_sheets import SheetsDialog
from liantu.ui.notices import CHANGES
from liantu.ui.parts import Parts
from liantu.ui.seen import looking
from liantu.ui.verbs.file import has_chains
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

ABOUT = "survey"
"""What the banner tells about."""


def make_sheets(parts: Parts) -> None:
    """Write one workbook a county, and record them as sent where that is wished."""
    dialog = SheetsDialog(parts.reading, parts.shell)
    dialog.made.connect(partial(_on_made, parts))
    dialog.open()


def _on_made(parts: Parts, paths: Sequence[Path], edit: Edit | None) -> None:
    if edit is not None:
        parts.bridge.edit(edit)
    folder = paths[0].parent
    words = text("ui.survey.made", count=len(paths), folder=folder)
    parts.banner.tell(
        words, [(text("ui.export.open_folder"), partial(_open, folder))], "good", ABOUT
    )


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def take_answers(parts: Parts) -> None:
    """Check filled sheets, and take them in as one step."""
    dialog = TakeDialog(parts.bridge.session.atlas, parts.reading.situation.day, parts.shell)
    dialog.taken.connect(partial(_take, parts))
    dialog.open()


def declare(parts: Parts) -> None:
    """Record that all makers of a chain in a county are on record."""
    dialog = DeclareDialog(parts.reading, parts.shell)
    dialog.declared.connect(partial(_take, parts))
    dialog.open()


def _take(parts: Parts, edit: Edit) -> None:
    """Make an edit, and tell what it changed once that is known, in place of what is told of any
    edit: a turn of the desk's that waits already comes before.
    """
    bridge = parts.bridge

    def told(before: Reading) -> None:
        bridge.revised.disconnect(told)
        if bridge.session.history.undo_label == edit.label:
            bridge.turns.add(partial(_tell, parts, edit, before))

    if not bridge.block:
        bridge.revised.connect(told)
    bridge.edit(edit)


def _tell(parts: Parts, edit: Edit, before: Reading) -> None:
    now = parts.reading
    found = changed(before, now)
    items = [(words, partial(_show, parts, product)) for product, words in found.rows]
    tallies = county_tallies(now)
    words = text("ui.survey.result", label=edit.label, count=len(found.rows), gained=found.gained)
    for code, names in (("awaited", awaited(tallies)), ("partly", partly(tallies))):
        if names:
            words += text(f"ui.survey.{code}", counties=names)
    offers = [(text("ui.verb.undo"), parts.bridge.undo)]
    parts.banner.tell(words, offers, "good", CHANGES, items)


def _show(parts: Parts, product: str) -> None:
    target = Target("product", product)
    parts.selection.go(looking.follow(parts.reading, parts.selection.focus, target))


VERBS = (
    Verb(id="survey_sheets", menu=Menu.EDIT, run=make_sheets, apart=True, enabled=has_chains),
    Verb(id="survey_take", menu=Menu.EDIT, run=take_answers, enabled=has_chains),
    Verb(id="survey_declare", menu=Menu.EDIT, run=declare, enabled=has_chains),
)
