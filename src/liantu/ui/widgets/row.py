"""Buttons that look like lines of text: they wrap, and Enter works on them as Space does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from liantu.telling.line import Line
from liantu.ui.widgets.mark import MarkView
from liantu.ui.widgets.text import label

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowButton(QPushButton):
    """A button whose face is made of widgets that do not take the mouse."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.words = words
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    def put(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part of the face at its right end."""
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(part, stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, too, is a click."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """That of the face."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.row.minimumSize()


class LinkLine(RowButton):
    """A line that leads to another thing; long words wrap, as a button's own text would not."""

    def __init__(self, line: Line) -> None:
        super().__init__("link", line.words)
        self.line, self.target = line, line.target
        self._inner = label(line.words.lstrip(), "faded" if line.faded else "linkWords", wrap=True)
        self.put(self._inner, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words."""
        return self._inner.heightForWidth(width) + 2

    def sizeHint(self) -> QSize:
        """That of one line: the height follows from the width."""
        return QSize(60, self._inner.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class Pill(RowButton):
    """A name among others that stand side by side; ``chosen``: what is looked at already."""

    def __init__(self, line: Line, *, chosen: bool = False) -> None:
        super().__init__("pill", line.words)
        self.line, self.target = line, line.target
        self.setProperty("chosen", chosen)
        self.row.setContentsMargins(8, 2, 8, 2)
        self.row.setSpacing(5)
        if line.mark is not None:
            self.put(MarkView(line.mark))
        self.put(label(line.words, "pillWords"))
