"""The steps of editing a folder: immutable revisions, back and forth without a limit."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.model.atlas import Atlas
from liantu.model.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Revision:
    """What there was after a step, and what the step is called; the first one has no name."""

    atlas: Atlas
    scenario: Scenario
    label: str = ""
    merge: str = ""


class History:
    """Revisions before and after the current one. ``saved`` is the atlas that the files hold."""

    def __init__(self, atlas: Atlas, scenario: Scenario) -> None:
        self.now = Revision(atlas, scenario)
        self.saved = atlas
        self.moved: tuple[str, str] = ("", "")
        """How the current revision was reached (``do``, ``undo``, ``redo``), and by which step."""
        self._past: list[Revision] = []
        self._future: list[Revision] = []
        self._open = False

    @property
    def dirty(self) -> bool:
        """Whether something was edited that the files do not hold; a date never is."""
        return self.now.atlas is not self.saved

    @property
    def undo_label(self) -> str | None:
        """What :meth:`undo` takes back; ``None``: nothing."""
        return self.now.label if self._past else None

    @property
    def redo_label(self) -> str | None:
        """What :meth:`redo` does again; ``None``: nothing."""
        return self._future[-1].label if self._future else None

    def do(
        self,
        label: str,
        *,
        atlas: Atlas | None = None,
        scenario: Scenario | None = None,
        merge: str = "",
    ) -> bool:
        """Take a step to another atlas or scenario; whether it is another. One with the same
        ``merge`` as the step just before becomes one with it.
        """
        now = self.now
        step = Revision(atlas or now.atlas, scenario or now.scenario, label, merge)
        if step.atlas is now.atlas and step.scenario == now.scenario:
            return False
        if not (merge and self._open and merge == now.merge):
            self._past.append(now)
        self._future.clear()
        self._open = True
        self.now, self.moved = step, ("do", label)
        return True

    def undo(self) -> bool:
        """Go back by a step; whether there was one."""
        self.moved = ("undo", self.now.label)
        return self._turn(self._past, self._future)

    def redo(self) -> bool:
        """Go forth again; whether there was anything."""
        self.moved = ("redo", self.redo_label or "")
        return self._turn(self._future, self._past)

    def mark_saved(self, atlas: Atlas) -> None:
        """The files hold ``atlas`` now, which may be older than the current one."""
        self.saved = atlas
        self._open = False

    def _turn(self, source: list[Revision], target: list[Revision]) -> bool:
        self._open = False
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True
