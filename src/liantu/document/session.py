"""The open data folder: what was read, how it is looked at, and the steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liantu.analysis.reading import Reading
from liantu.document.disk import Disk
from liantu.document.history import History
from liantu.document.recent import Recent
from liantu.document.view import View
from liantu.issues import Issue
from liantu.jobs import Progress
from liantu.model.atlas import Atlas
from liantu.model.focus import Focus
from liantu.model.scenario import Scenario

if TYPE_CHECKING:  # else where it is used, which the first frame does not wait for
    from liantu.library.keeping.saving import Saved


@dataclass(frozen=True)
class Opened:
    """A folder as it was read, complete and immutable, so that a worker may make it. ``focus`` is
    what is to be looked at; ``None``: nothing was asked for. ``disk`` are its files, ``None``
    before anything was read.
    """

    folder: Path
    reading: Reading = field(default_factory=Reading.nothing)
    issues: tuple[Issue, ...] = ()
    files: int = 0
    focus: Focus | None = None
    disk: Disk | None = None


def read(
    folder: Path,
    date: str = "",
    progress: Progress | None = None,
    look: Callable[[Atlas], View] | None = None,
) -> Opened:
    """Read ``folder`` and diagnose it at ``date``; bad data becomes issues, never an exception.
    ``look`` tells how it is to be looked at, by default as the folder asks; a ``date`` wins.

    Raises :class:`liantu.jobs.Cancelled` if ``progress`` was cancelled.
    """
    from liantu.library import load  # noqa: PLC0415  YAML must not delay the first frame
    from liantu.library.keeping.base import Base  # noqa: PLC0415

    base = Base.read(folder, progress)  # first: what is changed from now on is noticed
    loaded = load(folder, progress)
    view = look(loaded.atlas) if look else None
    scenario = view.scenario if view else Scenario()
    asked = replace(scenario, date=date or scenario.date)
    reading = Reading.of(loaded.atlas, asked, progress=progress)
    focus = view.focus if view else None
    disk = Disk(base, loaded.atlas)
    return Opened(folder, reading, loaded.issues, loaded.files, focus, disk)


class Session:
    """Holds the current folder, its reading and the steps of editing; owned by the window, emits
    nothing.

    What is newest (:attr:`atlas`, :attr:`wanted`) may be ahead of the reading, which follows as
    soon as somebody has made it.
    """

    def __init__(self, folder: Path) -> None:
        self.opened = Opened(folder)
        self.ready = False
        self.disk: Disk | None = None
        self.saved_at: datetime | None = None
        self.history = _history(self.opened.reading)
        self.recent = Recent()

    @property
    def reading(self) -> Reading:
        """How the folder is looked at now."""
        return self.opened.reading

    @property
    def folder(self) -> Path:
        """The folder of the current reading."""
        return self.opened.folder

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Problems of the current folder."""
        return self.opened.issues

    @property
    def atlas(self) -> Atlas:
        """What the folder holds after the last step."""
        return self.history.now.atlas

    @property
    def wanted(self) -> Scenario:
        """The date and the assumptions after the last step."""
        return self.history.now.scenario

    @property
    def behind(self) -> bool:
        """Whether the reading is not yet that of the last step."""
        reading = self.reading
        return self.atlas is not reading.base or self.wanted != reading.scenario

    def accept(self, opened: Opened) -> None:
        """Make a finished reading of a folder the current one."""
        self.opened = opened
        self.ready = True
        self.disk, self.saved_at = opened.disk, None
        self.history = _history(opened.reading)
        self.recent.clear()
        self.recent.add(opened.reading)

    def show(self, reading: Reading) -> None:
        """Look at another reading of the same folder."""
        self.opened = replace(self.opened, reading=reading)
        self.recent.add(reading)

    def add_issues(self, found: Iterable[Issue]) -> None:
        """Take in what was found after the reading."""
        self.opened = replace(self.opened, issues=(*self.issues, *found))

    def take_saved(self, saved: Saved, atlas: Atlas) -> None:
        """The files hold ``atlas`` now, it may be in another folder."""
        self.disk = Disk(saved.base, replace(atlas, places=saved.places))
        self.opened = replace(self.opened, folder=saved.base.folder)
        self.history.mark_saved(atlas)
        self.saved_at = datetime.now()

    def take_outside(self, disk: Disk, issues: Iterable[Issue]) -> None:
        """The files hold something else than was read; what was edited here stays."""
        self.disk = disk
        self.opened = replace(self.opened, issues=tuple(issues))
        self.history.mark_saved(disk.atlas)

    def want(self, scenario: Scenario, label: str = "", merge: str = "") -> bool:
        """Ask for another scenario as one step that can be undone, or as one with that just before
        it if both have the same ``merge``; whether it is another.
        """
        return self.history.do(label, scenario=scenario, merge=merge)

    def undo(self) -> bool:
        """Go back by a step; whether there was one."""
        return self.history.undo()

    def redo(self) -> bool:
        """Do again what was undone; whether there was anything."""
        return self.history.redo()

    @property
    def dirty(self) -> bool:
        """Whether something was edited that the files do not hold."""
        return self.history.dirty

    @property
    def can_undo(self) -> bool:
        """Whether :meth:`undo` does anything."""
        return self.history.undo_label is not None

    @property
    def can_redo(self) -> bool:
        """Whether :meth:`redo` does anything."""
        return self.history.redo_label is not None


def _history(reading: Reading) -> History:
    return History(reading.base, reading.scenario)
