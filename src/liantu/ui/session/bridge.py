"""Between the session and the window: what takes long is made away from the window's thread.

One reading is made at a time. A newer wish makes the running one stop at its next step and is
served as soon as it has; until then the window shows what it showed before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from liantu.analysis.reading import Reading
from liantu.document.disk import Disk
from liantu.document.session import Opened, Session, read
from liantu.document.sound import Plain
from liantu.document.view import plain_scenario, restored
from liantu.issues import Issue
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.focus import MAP, Focus
from liantu.model.scenario import Scenario, Switches
from liantu.ui.habits.crash import hand_over
from liantu.ui.seen import comparing, looking, preparing
from liantu.ui.seen.looking import Frame
from liantu.ui.session.ahead import Ahead
from liantu.ui.session.filling import Filling
from liantu.ui.session.later import Later
from liantu.ui.session.stepping import Stepping
from liantu.ui.work.tasks import Task, Tasks
from liantu.ui.work.turns import Turns
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.library.keeping.saving import Saved


AT_ONCE = 1
"""Pieces drawn of a new reading before the rest of it is made: the map, where it is in front."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """``folder``: whether it reads one, whose drive may not answer."""

    job: Callable[[Progress], object]
    deliver: Callable[[object], None]
    folder: bool = False


class Bridge(QObject):
    """``started`` carries the folder that is being read; ``slow``: that takes a while, in which
    ``progressed`` tells how many of how many files are read; ``given_up``: the user did not want to
    wait, and what was current still is; ``opened``: the folder is the current one now;
    ``revised`` carries the reading before a change of date or assumptions; ``indexed`` a search
    index, first plain, then pinyin; ``checked``: more problems were found; ``failed`` an error.

    ``stepped``: the history of editing has moved, and the reading follows; ``dirty_changed``: from
    now on there is, or is no longer, what is not saved; ``refused`` carries the ``RefusedError`` of
    an edit that would have made bad data; ``blocked`` the sentence that says why nothing can be
    edited now. In both cases nothing was changed.
    """

    started = Signal(object)
    slow = Signal()
    progressed = Signal(int, int)
    given_up = Signal()
    opened = Signal()
    revised = Signal(object)
    indexed = Signal(object)
    checked = Signal()
    failed = Signal(object)
    stepped = Signal()
    dirty_changed = Signal(bool)
    refused = Signal(object)
    blocked = Signal(str)

    def __init__(
        self,
        folder: Path,
        recall: Callable[[Path], Plain],
        focus: Callable[[], Focus],
        parent: QObject,
    ) -> None:
        """``recall`` tells how a folder was looked at before, ``focus`` what the window looks at,
        which is made ready together with a reading.
        """
        super().__init__(parent)
        self.session = Session(folder)
        self.folder = folder
        self._date = ""
        self._look: Plain = {}
        self._recall, self._focus = recall, focus
        self._tasks = Tasks(self)
        self.turns = Turns(self)
        self._running: Task | None = None
        self._filling = Filling(focus, self)
        self._filling.filled.connect(self._on_filled)
        self._filling.failed.connect(self._on_failed)
        self._next: _Wish | None = None
        self._loading = False
        self._frame: Callable[[], Frame | None] = lambda: None
        self._dirty = False
        self.held = ""
        """Why this folder can only be looked at; empty: it can be edited."""
        self.ahead = Ahead(self.session, focus, lambda: self.busy, self)
        self._later = Later(self.session, self)
        self._later.indexed.connect(self.indexed)
        self._later.checked.connect(self.checked)
        self._steps = Stepping(self.session, self)
        self._steps.taken.connect(self._on_stepped)
        self._steps.refused.connect(self.refused)
        self._steps.failed.connect(hand_over)

    def watch(self, frame: Callable[[], Frame | None]) -> None:
        """``frame`` tells where a map would be laid out now, so that workers can do it ahead."""
        self._frame = self.ahead.frame = frame

    @property
    def busy(self) -> bool:
        """Whether a reading is being made, or not all of the window shows it yet."""
        made = self._running is None and not self._filling.running
        return not made or self.turns.pending or self._steps.pending

    @property
    def waiting(self) -> bool:
        """Whether what may wait is still being made."""
        return self._later.running or self.ahead.running

    def stop(self) -> None:
        """Give up what runs and leave no thread behind."""
        self._next, self._frame = None, lambda: None
        self.turns.stop()
        self._steps.stop()
        self._tasks.stop()
        self._later.stop()
        self.ahead.stop()
        self._filling.stop()
        self._running = None

    # -- wishes

    def open(self, folder: Path, look: Plain | None = None, date: str = "") -> None:
        """Read another folder, to be looked at as ``look`` says, by default as it was before; a
        ``date`` wins. A folder that was never seen is looked at under the date that was chosen.
        """
        self.folder = folder
        self._look = self._recall(folder) if look is None else look
        self._date = date or ("" if "scenario" in self._look else self._date)
        self._read()

    def reload(self) -> None:
        """Read the folder again, under the date and the assumptions looked at."""
        session = self.session
        if session.ready and not self._loading and session.folder == self.folder:
            self._look = {"scenario": plain_scenario(session.wanted)}
            self._date = session.wanted.date
        self._read()

    def _read(self) -> None:
        self._loading = True
        self._later.drop()
        folder, date, look, focus = self.folder, self._date, self._look, self._focus()
        frame = self._frame()

        def job(progress: Progress) -> Opened:
            found = read(
                folder, date, progress, lambda atlas: restored(look, atlas, looking.OFFERS)
            )
            looking.status(found.reading, folder)
            if found.focus is None or "focus" not in look:
                preparing.prepare(found.reading, focus, frame, progress)
                return replace(found, focus=None)
            aim = looking.restored(found.reading, found.focus)
            preparing.prepare(found.reading, aim, frame, progress)
            return replace(found, focus=aim)

        self.started.emit(folder)
        self._ask(_Wish(job, self._on_read, folder=True))

    def give_up(self) -> None:
        """Do not wait for the folder that is being read, and keep to the current one."""
        if not self._loading:
            return
        self._loading, self._next = False, None
        if self._running is not None:
            self._running.drop()
        self.given_up.emit()
        if self.session.ready:
            self._resume()

    def _resume(self) -> None:
        """Go on with the current folder where the reading of another broke in."""
        session = self.session
        self.folder = session.folder
        if session.behind:
            self._revise()
        self._later.go_on()

    def choose_date(self, date: str, merge: str = "") -> None:
        """Look at another 口径日期; a step that can be undone, one with the step just before if
        that had the same ``merge``.
        """
        session = self.session
        if not session.ready or date == (session.wanted.date or session.reading.date):
            return
        self._date = date
        if self._loading:
            self._read()
            return
        label = text("ui.step.date", date=date)
        self._steps.ask(lambda: session.want(replace(session.wanted, date=date), label, merge))

    def assume(self, switches: Switches) -> None:
        """Diagnose under other assumptions; a step that can be undone."""
        session, label = self.session, text("ui.step.switches")

        def step() -> bool:
            return session.want(session.wanted.assuming(switches, session.atlas.library), label)

        self._steps.ask(step)

    def look(self, scenario: Scenario, label: str = "") -> None:
        """Look at the city in another way; a step that can be undone. ``label`` is what it is
        called, by default after the scenario.
        """
        session = self.session
        name = scenario.name or text("ui.scenario.own" if scenario.assumes else "ui.scenario.now")
        words = label or text("ui.step.scenario", name=name)
        self._steps.ask(lambda: session.want(scenario, words))

    def suppose(self, change: Callable[[Scenario], Scenario], label: str) -> None:
        """One assumption more or less; a step that can be undone."""
        session = self.session
        self._steps.ask(lambda: session.want(change(session.wanted), label))

    def undo(self) -> None:
        """Take back the last step."""
        self._steps.ask(self.session.undo)

    def redo(self) -> None:
        """Do it again."""
        self._steps.ask(self.session.redo)

    # -- editing

    @property
    def block(self) -> str:
        """The sentence that says why nothing can be edited now; empty: it can be."""
        if self._loading or not self.session.ready:
            return text("ui.edit.reading")
        return self.held

    @property
    def unsaved(self) -> bool:
        """Whether something was edited, or is being edited, that the files do not hold."""
        return self.session.dirty or self._steps.pending

    def edit(self, edit: Edit) -> None:
        """Take a step of editing: it is made by a worker after those that wait already, and shown
        once its diagnosis is there. ``session.history`` and ``stepped`` tell that it was taken.
        """
        if self.block:
            self.blocked.emit(self.block)
            return
        self._steps.ask(edit)

    def hold(self, words: str) -> None:
        """Nothing can be edited from now on, as ``words`` say; empty: it can be again."""
        self.held = words
        self.stepped.emit()

    def take(self, label: str, atlas: Atlas) -> None:
        """Go on with another atlas as one step."""
        self._steps.ask(lambda: self.session.history.do(label, atlas=atlas))

    def discard(self) -> None:
        """Back to what the files hold; a step that can be undone."""
        session = self.session
        label = text("ui.step.discard")
        self._steps.ask(lambda: session.history.do(label, atlas=session.history.saved))

    def after_steps(self, run: Callable[[], None]) -> None:
        """Do something once every step that was asked for is taken."""

        def step() -> bool:
            run()
            return False

        self._steps.ask(step)

    def take_saved(self, saved: Saved, atlas: Atlas) -> None:
        """The files hold ``atlas`` now, it may be in another folder."""
        self.session.take_saved(saved, atlas)
        self.folder = self.session.folder
        self._tell_steps()

    def take_outside(self, disk: Disk, issues: Iterable[Issue], atlas: Atlas | None) -> None:
        """The files hold something else than was read; ``atlas`` is that with what was edited here,
        ``None``: it is as it was.
        """
        session = self.session
        session.take_outside(disk, issues)
        label = text("ui.step.rebase")
        session.history.do(label, atlas=atlas or session.atlas)
        self._on_stepped()

    def _on_stepped(self) -> None:
        self._tell_steps()
        self._revise()

    def _tell_steps(self) -> None:
        self.stepped.emit()
        if self._dirty != self.session.dirty:
            self._dirty = self.session.dirty
            self.dirty_changed.emit(self._dirty)

    # -- making

    def _revise(self) -> None:
        """Make the reading of the newest step; a folder being read brings its own."""
        if self._loading:
            return
        before, session, focus = self.session.reading, self.session, self._focus()
        atlas, scenario, frame = session.atlas, session.wanted, self._frame()

        def job(progress: Progress) -> Reading:
            found = session.recent.of(
                atlas, scenario, lambda: Reading.of(atlas, scenario, before, progress), progress
            )
            preparing.first(found, focus, frame, progress)
            return found

        self._ask(_Wish(job, self._on_reading))

    def _on_filled(self) -> None:
        """All of it can be shown now, unless a newer reading is on its way."""
        if self._running is None:
            self.turns.release()

    def _ask(self, wish: _Wish) -> None:
        self.ahead.drop()
        self._filling.drop()
        self._next = wish
        if self._running is not None:
            self._running.drop()
        else:
            self._start()

    def _start(self) -> None:
        wish, self._next = self._next, None
        if wish is None:
            return
        task = self._tasks.new(wish.job, wish.folder)
        if wish.folder:
            task.slow.connect(self.slow)
            task.progressed.connect(lambda done, total, _: self.progressed.emit(done, total))
        task.done.connect(wish.deliver)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._running = task
        task.start()

    def _on_finished(self) -> None:
        self._running = None
        self._start()
        if not (self._running or self._filling.running or self.turns.holding):
            self.turns.release()

    def _on_failed(self, error: Exception) -> None:
        self._loading = False
        self.failed.emit(error)

    def _on_reading(self, found: object) -> None:
        assert isinstance(found, Reading)
        before = self.session.reading
        self._date = found.scenario.date
        self.session.show(found)
        at_once = AT_ONCE if self._focus().page == MAP else 0
        self.turns.hold(at_once, partial(self._filling.begin, found, self.session.folder))
        comparing.forget(self.session.recent.serials)
        self.revised.emit(before)
        if found.base is not before.base:
            self._later.edited()

    def _on_read(self, found: object) -> None:
        assert isinstance(found, Opened)
        self._loading = False
        self._date = found.reading.scenario.date
        self._steps.drop()
        self.session.accept(found)
        self.held = ""
        self.opened.emit()
        self._tell_steps()
        self._later.begin()
