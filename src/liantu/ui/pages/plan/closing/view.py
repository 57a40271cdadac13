"""The tab 补链方案: what is asked for at the left, the plans, and the chosen one at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QToolButton, QVBoxLayout, QWidget

from liantu.analysis.plans.closing import closing_plans, ladder
from liantu.analysis.plans.plan import Plan, Plans, Wish
from liantu.analysis.plans.problem import ProblemError
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.telling.names import plain_name
from liantu.telling.plans import heading, none
from liantu.ui.habits.fault import told
from liantu.ui.pages.plan.closing.asking import Side
from liantu.ui.pages.plan.closing.detail import Detail
from liantu.ui.pages.plan.closing.progress import Going
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import label, plain_tip
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text

PLANS = 208
"""Width of the list of plans, px."""


class ClosingView(QWidget):
    """``followed`` and ``edit_asked`` carry a :class:`Target`, ``made`` tells that there are other
    plans than before, or none.
    """

    followed = Signal(object)
    edit_asked = Signal(object)
    made = Signal()

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("closing")
        self.setAccessibleName(text("ui.plan.closing"))
        self._reading: Reading | None = None
        self._chain = self._target = self._offered = ""
        self._own = False
        self._wished: tuple[Reading, Wish, bool, int] | None = None
        self.found: Plans | None = None
        self._tasks, self._task = Tasks(self), None
        self.side = Side()
        self.words = label(text("ui.closing.hint"), wrap=True)
        self.notes = label("", "secondary", wrap=True)
        self.going = Going()
        self.export, self.copy = QToolButton(), QToolButton()
        self.plans = QListWidget()
        self.plans.setAccessibleName(text("ui.closing.plans"))
        self.plans.setObjectName("chartSide")
        self.plans.setFixedWidth(PLANS)
        self.plans.setWordWrap(True)
        self.detail = Detail(tones)
        self._assemble()
        self._connect()
        self._show_found()

    _task: Task | None

    # -- building

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.copy)
        head.addWidget(self.export)
        self.copy.setText(text("ui.closing.copy"))
        self.export.setText(text("ui.closing.export"))
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.plans)
        body.addWidget(self.detail, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addLayout(head)
        right.addWidget(self.going)
        right.addWidget(self.notes)
        right.addLayout(body, 1)
        self._rest = QWidget()
        right.addWidget(self._rest, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(12)
        box.addWidget(self.side)
        box.addLayout(right, 1)

    def _connect(self) -> None:
        self.side.chosen.connect(self.aim)
        self.side.changed.connect(self._search)
        self.going.given_up.connect(self.give_up)
        self.plans.currentRowChanged.connect(self._show_plan)
        self.detail.followed.connect(lambda p: self.followed.emit(Target("product", p)))
        self.detail.edit_asked.connect(lambda p: self.edit_asked.emit(Target("product", p)))
        self.detail.buy_asked.connect(self._buy)

    def take_verbs(self, export: QAction, copy: QAction) -> None:
        """The buttons run the verbs of the window."""
        run_by(self.export, export)
        run_by(self.copy, copy)

    # -- what is shown

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the plans of the target under a reading, and what the chain lacks."""
        self._reading = reading
        chains = reading.atlas.chains
        self._chain = focus.chain if focus.chain in chains else next(iter(chains), "")
        if self._target not in reading.verdicts or self._offered != self._chain:
            self._target = self._target if self._own else ""
        self.side.offer(reading, self._chain, self._target)
        if not self._target:
            self._own, self._offered = False, self._chain
            self._target = self.side.first
            self.side.show_target(self._target)
        self._search()

    def aim(self, product: str, chain: str = "") -> None:
        """Look for plans of a product; ``chain``: the one within which they are wanted."""
        self._own = True
        self._target, self._chain = product, chain or self._chain
        if self._reading is not None and product in self._reading.verdicts:
            self.side.show_target(product)
            self._search()

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.detail.set_tones(tones)

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn; what is asked stays."""
        self._drop()
        self._reading = self._wished = None
        self.side.let_go()
        self._tell(None, "")

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    @property
    def busy(self) -> bool:
        """Whether plans are looked for."""
        return self._tasks.running

    @property
    def shown(self) -> tuple[Reading, Plans, int] | None:
        """The plans shown with the reading that they are of, and which of them is chosen."""
        at = self.plans.currentRow()
        if self._wished is None or self.found is None or at < 0:
            return None
        return self._wished[0], self.found, at

    # -- looking for plans

    def _wish(self, reading: Reading) -> Wish:
        asked = self.side.asked
        known = reading.atlas.chains_of.get(self._target, ())
        home = reading.atlas.products[self._target].home
        chain = self._chain if self._chain in known else home
        return Wish(
            target=self._target,
            reach=asked.reach,
            allowed=0 if asked.ladder else asked.allowed,
            demand=asked.demand,
            within=chain if asked.within else "",
            buying=asked.buying - {self._target},
        )

    def _search(self) -> None:
        reading = self._reading
        if reading is None or not self._target:
            self._drop()
            self._wished = None
            self._tell(None, text("ui.closing.hint"))
            return
        asked = self.side.asked
        wished = (reading, self._wish(reading), asked.ladder, asked.count)
        if wished == self._wished and (self.found is not None or self.busy):
            return
        self._drop()
        self._wished = wished
        self._start(*wished)

    def _start(self, reading: Reading, wish: Wish, by_steps: bool, count: int) -> None:
        def job(progress: Progress) -> Plans | ProblemError:
            ask = ladder if by_steps else closing_plans
            try:
                return ask(reading, wish, count, progress)
            except ProblemError as error:  # typed by the user, so no fault
                return error

        words = text("ui.closing.working", target=plain_name(reading, wish.target))
        task = self._task = self._tasks.new(job)
        task.slow.connect(partial(self.going.begin, words))
        task.progressed.connect(lambda done, total, _label: self.going.step(done, total))
        task.done.connect(partial(self._on_found, reading))
        task.failed.connect(lambda error: self._tell(None, told(error)))
        task.cancelled.connect(partial(self._on_cancelled, task))
        task.finished.connect(self.going.hide)
        task.start()

    def give_up(self) -> None:
        """Look no further."""
        if self._task is not None and self._task.running:
            self._task.cancel()

    def _drop(self) -> None:
        self._tasks.drop()
        self.going.hide()

    def _on_found(self, reading: Reading, found: Plans | ProblemError) -> None:
        if isinstance(found, ProblemError):
            self._tell(None, none.refused(reading, found))
            return
        lines = [heading.judgement(reading, found), *none.block_lines(reading, found)]
        self._tell(found, "\n".join(lines))

    def _on_cancelled(self, task: Task) -> None:
        if task is self._task:
            self._tell(None, text("ui.closing.cancelled"))

    def _tell(self, found: Plans | None, words: str) -> None:
        self.found = found
        self.words.setText(words)
        self._show_found()
        self.made.emit()

    def _show_found(self) -> None:
        found = self.found
        self.plans.blockSignals(True)
        self.plans.clear()
        plans = found.plans if found is not None else ()
        for at, plan in enumerate(plans):
            self.plans.addItem(_row(found, at, plan))
        whole = len(plans) - 1 if found is not None and found.ladder else 0
        self.plans.setCurrentRow(whole if plans else -1)
        self.plans.blockSignals(False)
        for widget in (self.plans, self.detail):
            widget.setVisible(bool(plans))
        self._rest.setVisible(not plans)
        self._show_plan(self.plans.currentRow())

    def _show_plan(self, at: int) -> None:
        shown = self.shown
        if shown is None or at < 0:
            self.notes.hide()
            self.detail.show_plan(self._reading or Reading.nothing(), None)
            return
        reading, found, _ = shown
        plan = found.plans[at]
        self.notes.setText("".join(heading.notes(reading, plan)))
        self.notes.setVisible(bool(self.notes.text()))
        basis = "；".join([*heading.asked(reading, found), heading.ending(found)])
        plain_tip(self.words, text("ui.closing.basis", words=basis))
        self.detail.show_plan(reading, plan)

    def _buy(self, product: str) -> None:
        if self._reading is not None and product != self._target:
            self.side.buying.add(self._reading, product)


def _row(found: Plans | None, at: int, plan: Plan) -> str:
    kind = heading.rung(found, at) if found is not None else ""
    return "\n".join(
        (
            text("ui.closing.row", number=at + 1, kind=kind),
            heading.title(plan),
            heading.cost(plan),
        )
    )
