"""编辑: steps back and forth, and the date."""

from __future__ import annotations

from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text


def undo(parts: Parts) -> None:
    """Take back the last step."""
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


def undo_words(parts: Parts) -> str:
    """What would be taken back."""
    return _step("ui.verb.undo", parts.bridge.session.history.undo_label)


def redo_words(parts: Parts) -> str:
    """What would be done again."""
    return _step("ui.verb.redo", parts.bridge.session.history.redo_label)


def _step(code: str, label: str | None) -> str:
    return text("ui.step.named", verb=text(code), step=label) if label else text(code)


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
    Verb(
        id="undo",
        menu=Menu.EDIT,
        run=undo,
        keys=("Ctrl+Z",),
        enabled=can_undo,
        told=undo_words,
    ),
    Verb(
        id="redo",
        menu=Menu.EDIT,
        run=redo,
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=can_redo,
        told=redo_words,
    ),
    Verb(
        id="date_before",
        menu=Menu.EDIT,
        run=date_before,
        keys=("Ctrl+[",),
        apart=True,
        enabled=has_before,
    ),
    Verb(id="date_after", menu=Menu.EDIT, run=date_after, keys=("Ctrl+]",), enabled=has_after),
)
