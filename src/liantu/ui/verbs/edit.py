"""假设: date and assumptions, and their steps back and forth."""

from __future__ import annotations

from liantu.ui.dialogs.switches import SwitchesDialog
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb


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


VERBS = (
    Verb(id="undo", menu=Menu.EDIT, run=undo, keys=("Ctrl+Z",), enabled=can_undo),
    Verb(id="redo", menu=Menu.EDIT, run=redo, keys=("Ctrl+Shift+Z", "Ctrl+Y"), enabled=can_redo),
    Verb(id="switches", menu=Menu.EDIT, run=show_switches, keys=("Ctrl+,",), apart=True),
)
