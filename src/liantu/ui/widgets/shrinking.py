"""A row whose contents give way step by step where it is narrow, each step as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy


@dataclass(frozen=True, slots=True)
class Step:
    """``take(True)`` saves room, ``take(False)`` gives it back; ``below``: the width (px) under
    which the step is taken even if all would fit.
    """

    take: Callable[[bool], None]
    below: int = 0


class Shrinking(QFrame):
    """Takes as many of its steps, in their order, as its width asks for.

    The row itself asks for no width, so that it never keeps the window wide.
    """

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.setMinimumWidth(1)
        self._steps: tuple[Step, ...] = ()
        self._taken = 0
        self._fitted_to = -1
        self._fitting = False

    @property
    def taken(self) -> int:
        """How many steps are taken now."""
        return self._taken

    @property
    def need(self) -> int:
        """The width that the contents take now; asked of them and not of the layout, which learns
        of what is hidden only with the next event.
        """
        edge = self.row.contentsMargins()
        widths = [width for at in range(self.row.count()) if (width := self._width(at)) is not None]
        spaces = self.row.spacing() * max(len(widths) - 1, 0)
        return edge.left() + edge.right() + sum(widths) + spaces + self._gaps()

    @property
    def least(self) -> int:
        """The width that they take with every step taken."""
        taken = self._taken
        self._go(len(self._steps))
        found = self.need
        self._go(taken)
        return found

    def set_steps(self, *steps: Step) -> None:
        """What gives way, the first first."""
        self._steps = steps
        self._taken = 0

    def fit(self) -> None:
        """Take the steps that the width asks for and no other."""
        if self._fitting or not self.isVisible():
            return
        self._fitting = True
        while self._taken and not self._asks(self._taken - 1):
            self._go(self._taken - 1)
            if self.need > self.width():
                break
        while self._taken < len(self._steps) and (
            self._asks(self._taken) or self.need > self.width()
        ):
            self._go(self._taken + 1)
        self._fitted_to = self.need
        self.row.invalidate()
        self.row.activate()  # what was hidden on the way was laid out while it was seen
        self._fitting = False

    def _width(self, at: int) -> int | None:
        """Of the widget at a place; ``None`` where there is none to be seen."""
        item = self.row.itemAt(at)
        part = item.widget() if item else None
        if part is None or part.isHidden():
            return None
        wanted = part.minimumSizeHint().width()
        if part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
            wanted = 0
        return min(max(wanted, part.minimumWidth()), part.maximumWidth())

    def _gaps(self) -> int:
        items = (self.row.itemAt(at) for at in range(self.row.count()))
        spacers = [item.spacerItem() for item in items if item is not None]
        return sum(spacer.minimumSize().width() for spacer in spacers if spacer is not None)

    def _asks(self, at: int) -> bool:
        return self.width() < self._steps[at].below

    def _go(self, taken: int) -> None:
        while self._taken < taken:
            self._steps[self._taken].take(True)
            self._taken += 1
        while self._taken > taken:
            self._taken -= 1
            self._steps[self._taken].take(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the width."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit anew once the contents take another width."""
        done = super().event(event)
        changed = event.type() == QEvent.Type.LayoutRequest and self.need != self._fitted_to
        if changed or event.type() == QEvent.Type.Show:
            self.fit()
        return done
