"""What every page and panel has in common: it is drawn when seen, and only if it has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.model.focus import Focus
from liantu.ui.work.finding import is_large
from liantu.ui.work.turns import Turns

Key = Callable[[Reading, Focus], object]
"""The parts of a reading and a focus on which a picture depends; equal keys, equal pictures."""
Draw = Callable[[Reading, Focus], None]


class Page(Protocol):
    """A page of the window."""

    @property
    def widget(self) -> QWidget: ...  # noqa: D102

    @property
    def areas(self) -> tuple[QWidget, ...]: ...  # noqa: D102

    def show(self, reading: Reading, focus: Focus) -> None: ...  # noqa: D102


class Drawn(QObject):
    """Remembers what a hidden widget should show, and calls ``draw`` once it is seen and what it
    depends on is something else than before. Another reading is drawn in turn with others.
    """

    def __init__(self, widget: QWidget, key: Key, draw: Draw, turns: Turns) -> None:
        super().__init__(widget)
        self.widget = widget
        self._turns = turns
        self._key, self._draw = key, draw
        self._wanted: tuple[Reading, Focus] | None = None
        self._drawn: object = None
        widget.installEventFilter(self)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order: by itself the page is one."""
        return (self.widget,)

    def show(self, reading: Reading, focus: Focus) -> None:
        """Show this, soon or as soon as the widget is seen."""
        before, self._wanted = self._wanted, (reading, focus)
        if before is None or before[0] is not reading:
            self._turns.add(self._update_seen)
        else:
            self._update_seen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw before the widget is painted for the first time."""
        if event.type() == QEvent.Type.Show:
            self._update()
        return False

    def _update_seen(self) -> None:
        if self.widget.isVisible():
            self._update()

    def _update(self) -> None:
        if self._wanted is None:
            return
        key = self._key(*self._wanted)
        if key != self._drawn:
            self._drawn = key
            self._draw(*self._wanted)


class Forgetful(Drawn):
    """One that makes much of a reading. Once another reading is shown while this is not seen, it
    works no more at the former one and holds nothing of it; when it is seen again it is drawn
    anew, also where the former reading has come back meanwhile.
    """

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        raise NotImplementedError

    def rest(self) -> bool:
        """Of a large folder this is not seen any more: stop what nobody waits for; whether there
        is something that is to go on once it is seen again.
        """
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest while hidden, as every worker holds much of a large folder."""
        wanted, hidden = self._wanted, event.type() == QEvent.Type.Hide
        if hidden and wanted is not None and is_large(wanted[0]) and self.rest():
            self._drawn = None
        return super().eventFilter(watched, event)

    def show(self, reading: Reading, focus: Focus) -> None:
        """Show this once it is seen, and nothing of another reading until then."""
        another = self._wanted is not None and self._wanted[0] is not reading
        if another and self._drawn is not None and not self.widget.isVisible():
            self._drawn = None
            self.let_go()
        super().show(reading, focus)
