"""A note about a step of editing: it goes once the step is no longer the newest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from liantu.model.edits import Edit
from liantu.ui.parts import Parts
from liantu.ui.widgets.banner import Offer

_ONCE = Qt.ConnectionType.SingleShotConnection


def take_and_tell(
    parts: Parts, edit: Edit, words: str, about: str, offers: Sequence[Offer] = ()
) -> None:
    """Take a step of editing; it is told once it was taken."""

    def tell() -> None:
        if parts.bridge.session.history.undo_label == edit.label:
            tell_step(parts, words, about, offers)

    parts.bridge.stepped.connect(tell, _ONCE)
    parts.bridge.edit(edit)


def tell_step(parts: Parts, words: str, about: str, offers: Sequence[Offer] = ()) -> None:
    """Tell of the newest step. After another one it may have been taken back, and is not the one
    that can be.
    """
    history = parts.bridge.session.history
    label = history.undo_label

    def look() -> None:
        """Saving, too, is told as a step."""
        if parts.bridge.session.history is history and history.undo_label == label:
            parts.bridge.stepped.connect(look, _ONCE)
        else:
            parts.banner.withdraw(about)

    parts.banner.tell(words, offers, kind="good", about=about)
    parts.bridge.stepped.connect(look, _ONCE)
