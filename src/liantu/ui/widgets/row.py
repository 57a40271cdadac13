"""Buttons that look like lines of text: they wrap, and Enter works on them as Space does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from liantu.telling.line import Line
from liantu.ui.widgets.mark import MarkView
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

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


class Wrapped(RowButton):
    """Its long words wrap, as a button's own text would not."""

    def __init__(self, name: str, words: str, inner: QLabel) -> None:
        super().__init__(name, words)
        self._inner = inner
        self.put(inner, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(inner.wordWrap())
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words."""
        return self._inner.heightForWidth(width) + 2


class LinkLine(Wrapped):
    """A line that leads to another thing."""

    def __init__(self, line: Line) -> None:
        inner = label(line.words.lstrip(), "faded" if line.faded else "linkWords", wrap=True)
        super().__init__("link", line.words, inner)
        self.line, self.target = line, line.target

    def sizeHint(self) -> QSize:
        """That of one line: the height follows from the width."""
        return QSize(60, self._inner.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class FigureButton(Wrapped):
    """A figure that can be changed where it is read."""

    def __init__(self, line: Line, figure: QLabel) -> None:
        super().__init__("figureLink", text("ui.figure.amend", name=line.words.strip()), figure)
        self.line = line
        plain_tip(self, text("ui.figure.amend.tip"))
        wide = QSizePolicy.Policy.Expanding if figure.wordWrap() else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, self.sizePolicy().verticalPolicy())

    def minimumSizeHint(self) -> QSize:
        """That of the words, or of one line of them: the height follows from the width."""
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
