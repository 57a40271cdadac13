"""A layout in lines, as words on a page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

DOWN = 4
"""Room between two lines."""


class Flow(QLayout):
    """Puts its things at their own size from left to right, ``across`` apart, and goes on in the
    next line; what is hidden takes no room.

    A widget has to have it before it takes anything in: added to another layout it would lose its
    things, which PySide hands over to that one.
    """

    def __init__(self, across: int = 16) -> None:
        super().__init__()
        self._across = across
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """For a width, until something changes: Qt asks several times for each look at it."""

    def addItem(self, item: QLayoutItem) -> None:
        """Take a thing in."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        """One of them; ``None`` beyond the last, by which Qt finds the end."""
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:  # type: ignore[override]
        """Let one go."""
        self._heights.clear()
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def clear(self) -> None:
        """Let all go and delete them."""
        for item in self._items:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._items.clear()
        self.invalidate()

    def invalidate(self) -> None:
        """A thing is seen, hidden or of another size."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """None: more room stays empty."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, box: QRect) -> None:
        """Put the things into their places."""
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        """That of the widest thing: the height follows from the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The same."""
        edge = self.contentsMargins()
        least = QSize(0, 0)
        for item in self._items:
            least = least.expandedTo(item.sizeHint())
        return least + QSize(edge.left() + edge.right(), edge.top() + edge.bottom())

    def _place(self, box: QRect, *, move: bool) -> int:
        edge = self.contentsMargins()
        inner = box.adjusted(edge.left(), edge.top(), -edge.right(), -edge.bottom())
        x, y, line = inner.left(), inner.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > inner.right() + 1:
                x, y, line = inner.left(), y + line + DOWN, 0
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._across
            line = max(line, size.height())
        return y + line + edge.bottom() - box.top()
