"""假设: date and assumptions, and their steps back and forth."""

from __future__ import annotations

from liantu.ui.dialogs.switches import SwitchesDialog
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import is_ready


def undo(parts: Parts) -> None:
    """Take back the last change of date or assumptions."""
    parts.bridge.undo()


def redo(parts: Parts) -> None:
    """Do it again."""
    parts.bridge.redo()


def can_undo(parts: Parts) -> bool:
    """Whether there is something to take back."""
    return parts.bridge.session.can_undo


def can_redo(parts: Parts) -> bool:
    """Whether there is something to do again."""
    return parts.bridge.session.can_redo


def show_switches(parts: Parts) -> None:
    """Let the user change the assumptions."""
    dialog = SwitchesDialog(parts.reading, parts.shell)
    dialog.changed.connect(parts.bridge.assume)
    dialog.show()


def date_before(parts: Parts) -> None:
    """To the day before on which something changed."""
    parts.shell.topbar.date.step_back()


def date_after(parts: Parts) -> None:
    """To the next day on which something changes."""
    parts.shell.topbar.date.step_on()


def has_before(parts: Parts) -> bool:
    """Whether there is such a day."""
    return parts.shell.topbar.date.before.isEnabled()


def has_after(parts: Parts) -> bool:
    """Whether there is such a day."""
    return parts.shell.topbar.date.after.isEnabled()


VERBS = (
    Verb(id="undo", menu=Menu.EDIT, run=undo, keys=("Ctrl+Z",), enabled=can_undo),
    Verb(id="redo", menu=Menu.EDIT, run=redo, keys=("Ctrl+Shift+Z", "Ctrl+Y"), enabled=can_redo),
    Verb(
        id="date_before",
        menu=Menu.EDIT,
        run=date_before,
        keys=("Ctrl+[",),
        apart=True,
        enabled=has_before,
    ),
    Verb(id="date_after", menu=Menu.EDIT, run=date_after, keys=("Ctrl+]",), enabled=has_after),
    Verb(
        id="switches",
        menu=Menu.EDIT,
        run=show_switches,
        keys=("Ctrl+,",),
        apart=True,
        enabled=is_ready,
    ),
)
