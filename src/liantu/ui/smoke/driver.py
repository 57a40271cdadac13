"""Does the steps one after the other on the event loop of the window, and never waits in it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from liantu.ui.smoke.report import BAD, GOOD, SKIPPED, Outcome
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, Wait

LOOK_MS, LAZY_MS = 5, 100
"""Milliseconds between two looks whether a step may go on: at first, and after a while."""
GUARD_MS = 200
"""Milliseconds between two looks for a dialog that nobody answers."""
LOOKS = 2
"""The window is calm once it was so this often in a row."""


class Driver(QObject):
    """``stepped`` carries the :class:`Outcome` of each step, ``ended`` comes after the last one."""

    stepped = Signal(object)
    ended = Signal()

    def __init__(self, stage: Stage, plan: Callable[[], Sequence[Step]]) -> None:
        """``plan`` is asked for the steps once the first one (the window is ready) is over."""
        super().__init__()
        self._stage, self._plan = stage, plan
        self._steps: Iterator[Step] | None = None
        self._step: Step | None = None
        self._script: Script | None = None
        self._until: Wait = _at_once
        self._begun, self._worked, self._seen, self._calm = 0.0, 0.0, 0, 0
        self._inside = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._guard = QTimer(self, interval=GUARD_MS)  # no step goes on meanwhile
        self._guard.timeout.connect(self._refuse_modal)

    def start(self, first: Step) -> None:
        """Do ``first``, then all steps of the plan."""
        self._begin(first)
        self._timer.start()
        self._guard.start()

    def _look(self) -> None:
        if self._inside:
            return
        self._inside = True
        self._timer.setInterval(min(self._timer.interval() + 2, LAZY_MS))
        try:
            self._go_on()
        finally:
            self._inside = False

    def _refuse_modal(self) -> None:
        """A step is in a dialog that waits for a person: nobody is there, so it is cancelled."""
        dialog = QApplication.activeModalWidget()
        if self._inside and isinstance(dialog, QDialog):
            dialog.reject()

    def _begin(self, step: Step) -> None:
        self._step, self._begun, self._calm = step, time.monotonic(), 0
        self._worked = time.process_time()
        self._timer.setInterval(LOOK_MS)
        self._stage.faults.step, self._seen = step.id, len(self._stage.faults.found)
        self._script, self._until = step.run(self._stage), _at_once

    def _go_on(self) -> None:
        """Let the step go on if what it waits for has come about."""
        try:
            if self._script is None:
                self._settle()
            elif self._until():
                self._timer.setInterval(LOOK_MS)
                self._until = next(self._script)
        except StopIteration:
            self._script = None
            self._timer.setInterval(LOOK_MS)
        except Skipped as error:
            self._end(SKIPPED, f"{error}")
        except Exception as error:
            words = f"{type(error).__name__}: {error}"
            self._stage.faults.add("step", words, traceback.format_exc())
            self._end(BAD, words)

    def _settle(self) -> None:
        """End the step once the window is calm."""
        self._calm = self._calm + 1 if self._stage.calm else 0
        if self._calm >= LOOKS:
            self._end(GOOD)

    def _end(self, outcome: str, words: str = "") -> None:
        step, faults = self._step, self._stage.faults
        assert step is not None
        self._stage.tidy()
        if len(faults.found) > self._seen:
            outcome, words = BAD, words or faults.found[self._seen].words
        ms = round((time.monotonic() - self._begun) * 1000)
        cpu = round((time.process_time() - self._worked) * 1000)
        self.stepped.emit(Outcome(step.id, step.title, outcome, ms, cpu, words))
        self._next()

    def _next(self) -> None:
        if self._steps is None:
            self._steps = self._planned()
        step = next(self._steps, None)
        if step is not None:
            self._begin(step)
        else:
            self._timer.stop()
            self._guard.stop()
            self.ended.emit()

    def _planned(self) -> Iterator[Step]:
        """No steps for a window that did not come to be."""
        try:
            return iter(self._plan())
        except Exception as error:
            self._stage.faults.add("plan", f"{error}", traceback.format_exc())
            return iter(())


def _at_once() -> bool:
    return True
