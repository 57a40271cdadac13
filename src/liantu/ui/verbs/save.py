"""文件: saving, and what is not saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from liantu.telling.filenames import safe
from liantu.ui.dialogs.unsaved import ChangesDialog
from liantu.ui.parts import Parts
from liantu.ui.saving.saver import is_own, own_folder
from liantu.ui.verbs.file import has_chains
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text


def save(parts: Parts) -> None:
    """Write what was edited."""
    parts.saver.save()


def save_as(parts: Parts) -> None:
    """Let the user choose where a copy of the whole folder goes, which is worked in from then on.

    The folder of the system's dialog is the one above the copy.
    """
    session = parts.bridge.session
    usual = own_folder(session.atlas)
    above = session.folder.parent if is_own(session.folder) else usual.parent
    start = next((p for p in (above, *above.parents) if p.is_dir()), above)
    found = QFileDialog.getExistingDirectory(parts.shell, text("ui.save_as.where"), str(start))
    if found:
        name = session.folder.name if is_own(session.folder) else usual.name
        parts.saver.save_into(Path(found) / safe(name))


def show_unsaved(parts: Parts) -> None:
    """Tell what is not saved; it can be saved or taken back from there."""
    parts.leaving.tell(partial(_show_unsaved, parts))


def _show_unsaved(parts: Parts, lines: tuple[str, ...]) -> None:
    session = parts.bridge.session
    own = is_own(session.folder)
    folder = session.folder if own else own_folder(session.atlas)
    code = "ui.unsaved.count" if own else "ui.unsaved.count.shipped"
    head = text(code, count=len(lines), folder=folder)
    offers = [
        (text("ui.verb.save"), parts.saver.save),
        (text("ui.verb.discard"), parts.bridge.discard),
    ]
    ChangesDialog(text("ui.unsaved"), head, lines, offers, parts.shell).open()


def discard(parts: Parts) -> None:
    """Back to what the files hold; that can be undone."""
    parts.bridge.discard()


def show_backups(parts: Parts) -> None:
    """Offer the folder as it was before each saving; going back is a step that can be undone."""
    from liantu.ui.dialogs.backups import BackupsDialog  # noqa: PLC0415

    dialog = BackupsDialog(parts.bridge.session.folder, parts.shell)
    dialog.chosen.connect(parts.bridge.take)
    dialog.show()


def is_dirty(parts: Parts) -> bool:
    """Whether something is not saved."""
    return parts.bridge.session.dirty


VERBS = (
    Verb(
        id="save",
        menu=Menu.FILE,
        run=save,
        icon="save",
        keys=("Ctrl+S",),
        apart=True,
        enabled=is_dirty,
    ),
    Verb(id="save_as", menu=Menu.FILE, run=save_as, enabled=has_chains),
    Verb(id="backups", menu=Menu.FILE, run=show_backups, enabled=has_chains),
    Verb(id="unsaved", menu=Menu.FILE, run=show_unsaved, enabled=is_dirty),
    Verb(id="discard", menu=Menu.FILE, run=discard, enabled=is_dirty),
)
