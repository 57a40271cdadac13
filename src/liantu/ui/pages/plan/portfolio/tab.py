"""要素统筹 as the window has it: the question at the left, at the right what is missing, the choice
and its trade-offs.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from liantu.analysis.portfolio.answer import Answer, Wishes, posed
from liantu.analysis.portfolio.candidates import Pool
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.units import FIELDS, unit
from liantu.analysis.reading import Reading
from liantu.model.focus import PORTFOLIO, Focus
from liantu.model.scenario import Scenario
from liantu.model.target import Target
from liantu.telling.portfolio import headline
from liantu.telling.portfolio.adopting import adopted
from liantu.telling.portfolio.troubles import NO_BUDGET
from liantu.ui.pages.page import Forgetful
from liantu.ui.pages.plan.portfolio.frame import RESULT, Frame
from liantu.ui.pages.plan.portfolio.work import Ground, Work
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import run_by
from liantu.wording import text

FIRST = Resource.CAPITAL
"""What is asked for while no total is given: the figure that most records have."""


class PortfolioTab(Forgetful):
    """``edit_asked`` carries the :class:`Target` of a project whose fields are to be changed;
    ``made`` tells that there is something else to do with the answer.
    """

    edit_asked = Signal(object)
    made = Signal()

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        frame = Frame(tones)
        super().__init__(frame, lambda reading, _: reading.serial, self._draw, bridge.turns)
        self._selection, self._bridge = selection, bridge
        self._reading: Reading | None = None
        self._ground: Ground | None = None
        self._pools: WeakKeyDictionary[Reading, Pool] = WeakKeyDictionary()
        self._eager = False
        self.answer: Answer | None = None
        self._frame = frame
        self.side, self.bar = frame.side, frame.bar
        self.missing, self.result, self.front = frame.missing, frame.result, frame.front
        self.adopt, self.export = frame.adopt, frame.export
        self._work = Work(self)
        self._connect()

    # -- what the page asks of a tab

    @property
    def busy(self) -> bool:
        """Whether something is being worked out, or its chart drawn."""
        return self._work.busy or (self.front.chart.isVisible() and self.front.chart.busy)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (*self._frame.panes,)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.front.chart.set_theme(tones.theme)
        self.missing.set_tones(tones)
        self._show_missing()

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn; what was asked is asked
        again. What its projects change is known as long as somebody else holds it.
        """
        self._eager = self._eager or self.answer is not None
        self._work.drop()
        self._reading = self._ground = self.answer = None

    def rest(self) -> bool:
        """Work out no more projects, unless a question waits for them; what is known stays."""
        going = self._ground is None and self._work.busy and not self._eager
        if going:
            self._work.drop()
        return going

    def stop(self) -> None:
        """Leave no thread behind."""
        self._work.stop()
        self.front.chart.stop()

    def take_verbs(self, actions: Sequence[QAction]) -> None:
        """Buttons for 采纳为情景, 导出, 导出缺数字的项目, in this order."""
        adopt, export, asks = actions
        run_by(self.adopt, adopt)
        run_by(self.export, export)
        self.missing.take_export(asks)

    # -- what verbs ask

    @property
    def reading(self) -> Reading | None:
        """What the answer is worked out on."""
        return self._ground.base if self._ground is not None else None

    @property
    def ready(self) -> bool:
        """Whether every project is worked out, so that a question can be asked."""
        return self._ground is not None

    @property
    def known(self) -> int:
        """How many projects there are to choose from."""
        return len(self.asked.problem.bids) if self.asked is not None else 0

    @property
    def asked(self) -> Answer | None:
        """The answer that is shown; before any, the open question, for what it lacks."""
        if self.answer is not None or self._ground is None:
            return self.answer
        return posed(self._ground.pool, self._with_first(self.side.wishes()))

    @property
    def scenario(self) -> Scenario | None:
        """The portfolio that is looked at as a scenario: its projects run; ``None`` where there is
        none.
        """
        session = self._bridge.session
        return adopted(session.atlas, session.wanted, self.answer) if self.answer else None

    def solve(self) -> None:
        """Ask the question as it stands."""
        wishes = self.side.wishes()
        self._eager = bool(wishes.limited)
        if not wishes.limited:
            self.side.show_work(text(NO_BUDGET), running=False)
        elif self._ground is not None and self._ground.reading is self._reading:
            self._work.solve(self._ground, wishes)
        elif self._reading is not None:  # what projects change was cancelled before
            self._work.ground(self._reading, self._before)

    def look_at(self, at: int) -> None:
        """Look at a portfolio of the front."""
        answer = self.answer
        if answer is not None and answer.front is not None:
            self._show_answer(answer.looking_at(answer.front.points[at].plan))

    # -- drawing

    def _draw(self, reading: Reading, _focus: Focus) -> None:
        self._reading = reading
        self._work.ground(reading, self._before)

    @property
    def _before(self) -> tuple[Reading, Pool] | None:
        """What was worked out last, and of what."""
        return next(iter(self._pools.items()), None)

    def _on_grounded(self, ground: Ground) -> None:
        self._ground = ground
        self._pools = WeakKeyDictionary({ground.base: ground.pool})
        atlas = ground.base.atlas
        self.side.show_chains(tuple(atlas.chains.values()), tuple(atlas.projects))
        self._show_missing()
        self.made.emit()
        if self.answer is not None or self._eager:
            self.solve()

    def _show_missing(self) -> None:
        """Of the question as it is now; of the usual first figure where no total is given."""
        if self._ground is not None:
            told = posed(self._ground.pool, self._with_first(self.side.wishes()))
            atlas, among = self._ground.base.atlas, headline.among(told)
            self.missing.show_missing(atlas, told.pool, told.problem, among)

    def _with_first(self, wishes: Wishes) -> Wishes:
        return wishes if wishes.budgets else replace(wishes, budgets={FIRST: 0.0})

    def _on_changed(self) -> None:
        self._show_missing()
        self.result.show_stale(self.answer is not None)

    def _on_solved(self, answer: Answer) -> None:
        self._eager = False
        against = self._against(answer)
        self._show_answer(answer)
        self.bar.setCurrentIndex(RESULT)
        if answer.best is not None:
            self._work.explain(answer, against)

    def _against(self, answer: Answer) -> Resource | None:
        """The second aim: as it was chosen where that still limits, else the first total."""
        if self.front.against.count() and self.front.aim is None:
            return None
        limited = answer.wishes.limited
        return self.front.aim if self.front.aim in limited else limited[0]

    def _show_answer(self, answer: Answer) -> None:
        assert self._ground is not None
        self.answer = answer
        atlas = self._ground.base.atlas
        self.result.show_stale(False)
        self.result.show_answer(atlas, answer)
        self.front.show_answer(atlas, answer)
        self.made.emit()

    def _on_aim(self, aim: Resource | None) -> None:
        if self.answer is not None:
            self._work.front(self.answer, aim)

    # -- what the user does

    def _tell(self, project: str, resource: Resource, amount: float, said: str) -> None:
        """A figure that was missing becomes a fact of the project, with who said it."""
        from liantu.library.edits.figures import tell_figure  # noqa: PLC0415  YAML: not at start

        if self._bridge.block:
            self.missing.say(self._bridge.block)
            self._show_missing()
            return
        atlas, today = self._bridge.session.atlas, datetime.date.today().isoformat()
        key, of = FIELDS[resource], unit(resource)
        self._bridge.edit(tell_figure(atlas, project, key, amount, of, said, today))

    def _pick(self, project: str) -> None:
        """Select a project where it is, so that what can be done with it can be done."""
        if project and self._selection.focus.plan == PORTFOLIO:
            focus = replace(self._selection.focus, target=Target("project", project))
            self._selection.settle(focus)

    def _open(self, project: str) -> None:
        """See a project on the map of its chain, with the list of projects."""
        atlas = self._bridge.session.atlas
        if project in atlas.projects:
            chain = atlas.projects[project].chain
            self._selection.pick(Target("project", project), chain)

    # -- building

    def _connect(self) -> None:
        side, work = self.side, self._work
        side.asked.connect(self.solve)
        side.cancelled.connect(work.cancel)
        side.changed.connect(self._on_changed)
        self.missing.told.connect(self._tell)
        self.missing.picked.connect(self._pick)
        self.result.picked.connect(self._pick)
        self.result.wished.connect(side.wish)
        self.result.opened.connect(self._open)
        self.result.edited.connect(lambda id_: self.edit_asked.emit(Target("project", id_)))
        self.front.chosen.connect(self.look_at)
        self.front.asked.connect(self._on_aim)
        work.grounded.connect(self._on_grounded)
        work.solved.connect(self._on_solved)
        work.explained.connect(self._show_answer)
        work.began.connect(lambda told: side.show_work(told, running=True))
        work.stepped.connect(side.step)
        work.ended.connect(lambda: side.show_work("", running=False))
        work.cancelled.connect(self._on_cancelled)

    def _on_cancelled(self) -> None:
        self._eager = False
        self.side.show_work(text("portfolio.ui.cancelled"), running=False)
