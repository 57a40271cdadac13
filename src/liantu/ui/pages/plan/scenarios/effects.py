"""What scenarios change, worked out away from the window's thread and kept for the same data."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling.scenarios import Effect, dated, effect
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Tasks


class Effects(QObject):
    """``found``: an effect that was asked for is there."""

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._base: Atlas | None = None
        self._known: list[tuple[Scenario, Effect]] = []

    @property
    def busy(self) -> bool:
        """Whether one is being worked out."""
        return self._tasks.running

    def drop(self) -> None:
        """Nobody waits for one any more."""
        self._tasks.drop()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def of(self, reading: Reading, scenario: Scenario) -> Effect | None:
        """The effect; ``None`` while it is worked out, which begins now and ends all others."""
        if reading.base is not self._base:
            self._base, self._known = reading.base, []
        key = replace(dated(reading, scenario), note="")
        for known, told in self._known:
            if known == key:
                return told
        self._tasks.drop()
        task = self._tasks.new(lambda progress: self._job(reading, key, progress))
        task.done.connect(lambda told: self._take(reading.base, key, told))
        task.failed.connect(hand_over)
        task.start()
        return None

    @staticmethod
    def _job(reading: Reading, scenario: Scenario, progress: Progress) -> Effect:
        return effect(reading, scenario, progress)

    def _take(self, base: Atlas, key: Scenario, told: object) -> None:
        assert isinstance(told, Effect)
        if base is self._base:
            self._known.append((key, told))
            self.found.emit()
