"""The open data folder: what was read, how it is looked at, and the steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.document.view import View
from liantu.issues import Issue
from liantu.jobs import Progress
from liantu.model.atlas import Atlas
from liantu.model.focus import Focus
from liantu.model.scenario import Scenario


@dataclass(frozen=True)
class Opened:
    """A folder as it was read, complete and immutable, so that a worker may make it. ``focus`` is
    what is to be looked at; ``None``: nothing was asked for.
    """

    folder: Path
    reading: Reading = field(default_factory=Reading.nothing)
    issues: tuple[Issue, ...] = ()
    files: int = 0
    focus: Focus | None = None


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

    loaded = load(folder, progress)
    view = look(loaded.atlas) if look else None
    scenario = view.scenario if view else Scenario.starting(loaded.atlas.library)
    reading = Reading.of(loaded.atlas, replace(scenario, date=date or scenario.date))
    focus = view.focus if view else None
    return Opened(folder, reading, loaded.issues, loaded.files, focus)


class Session:
    """Holds the current folder and reading; owned by the window, emits nothing.

    Every step is a scenario. What is ``wanted`` may be ahead of the reading, which follows as soon
    as somebody has made it.
    """

    def __init__(self, folder: Path) -> None:
        self.opened = Opened(folder)
        self.ready = False
        self.wanted = self.opened.reading.scenario
        self._past: list[Scenario] = []
        self._future: list[Scenario] = []

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

    def accept(self, opened: Opened) -> None:
        """Make a finished reading of a folder the current one."""
        self.opened = opened
        self.ready = True
        self.wanted = opened.reading.scenario
        self._past.clear()
        self._future.clear()

    def show(self, reading: Reading) -> None:
        """Look at another reading of the same folder."""
        self.opened = replace(self.opened, reading=reading)

    def add_issues(self, found: Iterable[Issue]) -> None:
        """Take in what was found after the reading."""
        self.opened = replace(self.opened, issues=(*self.issues, *found))

    def want(self, scenario: Scenario) -> bool:
        """Ask for another scenario as one step that can be undone; whether it is another."""
        if scenario == self.wanted:
            return False
        self._past.append(self.wanted)
        self._future.clear()
        self.wanted = scenario
        return True

    def undo(self) -> bool:
        """Ask for the scenario before the last step; whether there was one."""
        return self._turn(self._past, self._future)

    def redo(self) -> bool:
        """Ask again for what was undone; whether there was anything."""
        return self._turn(self._future, self._past)

    def _turn(self, source: list[Scenario], target: list[Scenario]) -> bool:
        if not source:
            return False
        target.append(self.wanted)
        self.wanted = source.pop()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether :meth:`undo` does anything."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether :meth:`redo` does anything."""
        return bool(self._future)
