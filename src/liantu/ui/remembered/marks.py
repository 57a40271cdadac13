"""What the planner marks of a folder: what is starred, and what was looked at last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from liantu.document.sound import Plain
from liantu.model.target import Target

if TYPE_CHECKING:  # the first frame does not wait for what a folder holds
    from liantu.model import Atlas

KINDS = ("chain", "product", "enterprise")
"""Kinds of things that can be starred and found again."""
MOST_STARRED, MOST_LOOKED = 100, 20
"""So many are kept; the oldest fall out."""
LONGEST = 200
"""Characters of an id that are believed."""


class Marks(QObject):
    """The starred things in the order in which they were starred, and those looked at, the last
    one first. What the folder does not have is kept but not told: an undo may bring it back.
    ``changed``: another thing is starred, or one less.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._starred: tuple[Target, ...] = ()
        self._looked: tuple[Target, ...] = ()

    def take(self, kept: Plain) -> None:
        """Go on with what was kept of a folder."""
        self._starred = tuple(believed(kept.get("starred"), MOST_STARRED))
        self._looked = tuple(believed(kept.get("looked"), MOST_LOOKED))
        self.changed.emit()

    def plain(self) -> Plain:
        """What is to be kept, in values of JSON; nothing where there is nothing."""
        rows = {"starred": self._starred, "looked": self._looked}
        told = {key: [{"kind": t.kind, "id": t.id} for t in found] for key, found in rows.items()}
        return {key: found for key, found in told.items() if found}

    def is_starred(self, target: Target | None) -> bool:
        """Whether a thing is."""
        return target in self._starred

    def toggle(self, target: Target) -> None:
        """Star a thing, or no longer."""
        if target.kind not in KINDS:
            return
        others = tuple(t for t in self._starred if t != target)
        starred = others if target in self._starred else (*others, target)
        self._starred = starred[-MOST_STARRED:]
        self.changed.emit()

    def look(self, target: Target) -> None:
        """Somebody looks at a thing."""
        if target.kind in KINDS:
            others = (t for t in self._looked if t != target)
            self._looked = (target, *others)[:MOST_LOOKED]

    def starred(self, atlas: Atlas) -> tuple[Target, ...]:
        """The starred things that there are."""
        return tuple(t for t in self._starred if atlas.has(t))

    def looked(self, atlas: Atlas) -> tuple[Target, ...]:
        """The things looked at that there are, without the starred ones."""
        return tuple(t for t in self._looked if atlas.has(t) and t not in self._starred)

    def chains(self, atlas: Atlas) -> tuple[str, ...]:
        """Ids of the starred chains, in the order of the atlas."""
        starred = {t.id for t in self._starred if t.kind == "chain"}
        return tuple(key for key in atlas.chains if key in starred)


def believed(raw: object, most: int) -> Iterable[Target]:
    """The things that a file names, each once; whatever else it holds is left out."""
    rows = raw[:most] if isinstance(raw, list) else []
    pairs = [(row.get("kind"), row.get("id")) for row in rows if isinstance(row, dict)]
    return dict.fromkeys(
        Target(kind, id_)
        for kind, id_ in pairs
        if kind in KINDS and isinstance(id_, str) and 0 < len(id_) <= LONGEST
    )


def sound(raw: Plain) -> Plain:
    """What of the row of a file is believed."""
    marks = Marks()
    marks.take(raw)
    return marks.plain()
