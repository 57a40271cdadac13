"""The tab 项目库 as the window has it: the chosen project is what the focus selects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from liantu.analysis.pool.changing import is_known, work_out
from liantu.analysis.pool.standing import Standing, Term
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Project
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.telling import work
from liantu.ui.habits.crash import hand_over
from liantu.ui.pages.page import Forgetful
from liantu.ui.pages.plan.pool.view import Pool
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.work.tasks import Tasks
from liantu.ui.work.turns import Turns
from liantu.wording import text


class PoolTab(Forgetful):
    """What the projects change is worked out by a worker once the tab is seen, the chosen one
    first.
    """

    def __init__(self, selection: Selection, tones: Tones, turns: Turns) -> None:
        self.view = Pool(tones)
        super().__init__(self.view, lambda r, f: (r.serial, _project(f)), self._draw_it, turns)
        self._selection = selection
        self._reading = Reading.nothing()
        self._tasks = Tasks(self.view)
        self._rests = False
        self.view.picked.connect(self._pick)

    def take_verbs(self, head: Sequence[QAction], card: Sequence[QAction]) -> None:
        """The buttons above the table, and those of the chosen project."""
        self.view.head.take_verbs(head)
        self.view.card.take_verbs(card)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.head, self.view.body, self.view.card)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.view.chart.set_theme(tones.theme)

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        self._tasks.drop()
        self._reading = Reading.nothing()
        self.view.let_go()

    def rest(self) -> bool:
        """Work no further; what is known of projects stays."""
        self._rests = self._rests or self._tasks.running
        self._tasks.drop()
        self.view.working.hide()
        return self._rests

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()
        self.view.stop()

    @property
    def busy(self) -> bool:
        """Whether what projects change is still being worked out, or the chart drawn."""
        return self._tasks.running or (self.view.chart.isVisible() and self.view.chart.busy)

    def _draw_it(self, reading: Reading, focus: Focus) -> None:
        if reading is not self._reading:
            self._reading = reading
            self.view.draw(reading)
            self._work_out(reading, _project(focus))
        elif self._rests or self._is_waiting(reading, _project(focus)):
            self._work_out(reading, _project(focus))
        self.view.choose(_project(focus))

    @staticmethod
    def _is_waiting(reading: Reading, project: str) -> bool:
        return any(one.id == project and not is_known(reading, one) for one in _open(reading))

    def _pick(self, project: str) -> None:
        target = Target("project", project)
        self._selection.go(replace(self._selection.focus, target=target))

    def _work_out(self, reading: Reading, first: str) -> None:
        self._tasks.drop()
        self._rests = False
        wanted = sorted(_open(reading), key=lambda project: project.id != first)
        if all(is_known(reading, project) for project in wanted):
            return

        def job(progress: Progress) -> Reading:
            work_out(reading, wanted, progress)
            return reading

        task = self._tasks.new(job, ahead=True)  # of a large folder it takes minutes
        task.progressed.connect(self._tell)
        task.done.connect(self._on_done)
        task.failed.connect(hand_over)
        task.start()

    def _tell(self, done: int, total: int, _label: str) -> None:
        if done == 1:
            self.view.choose(self.view.chosen)
        self.view.working.setText(text("pool.working", done=done, total=total))
        self.view.working.show()

    def _on_done(self, reading: Reading) -> None:
        self.view.working.hide()
        if reading is self._reading:
            self.view.refresh()


def _project(focus: Focus) -> str:
    target = focus.target
    return target.id if target is not None and target.kind == "project" else ""


def _open(reading: Reading) -> list[Project]:
    """Projects of which something may still come."""
    day, projects = work.day_of(reading), reading.atlas.projects.values()
    return [p for p in projects if Standing(p, day).term not in (Term.DONE, Term.ENDED)]
