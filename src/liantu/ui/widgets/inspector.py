"""The reasons at the right: the dossier of what is selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from liantu.model.target import Target
from liantu.telling.line import Dossier, Line, Part
from liantu.ui.widgets.text import label
from liantu.wording import text


class Inspector(QScrollArea):
    """Shows a dossier; ``followed`` carries the target of a clicked line,
    ``map_asked`` the enterprise whose own map is wanted, ``why_asked`` the product whose sheet.
    """

    followed = Signal(object)
    map_asked = Signal(str)
    why_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setMinimumWidth(240)
        self.setAccessibleName(text("ui.inspector"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.dossier: Dossier | None = None
        self.show_hint(text("ui.inspector.empty"))

    def show_hint(self, words: str) -> None:
        """Say why nothing is shown."""
        self.dossier = None
        body, box = _body()
        box.addWidget(label(words, "hint", wrap=True))
        box.addStretch(1)
        self.setWidget(body)

    def show_dossier(self, dossier: Dossier, *, answered: bool = False) -> None:
        """Show everything known of a thing; ``answered``: its first line is the answer."""
        self.dossier = dossier
        body, box = _body()
        box.addWidget(_head(dossier))
        if dossier.map_of:
            box.addWidget(_button("ui.firm.map", lambda: self.map_asked.emit(dossier.map_of)))
        if dossier.why_of:
            why = _button("ui.verb.why", lambda: self.why_asked.emit(dossier.why_of))
            box.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)
        if dossier.subtitle:
            box.addWidget(_selectable(label(dossier.subtitle, "secondary", wrap=True)))
        lines = [line for part in dossier.parts[:1] for line in part.lines[:1] if answered]
        for line in lines:
            box.addSpacing(8)
            box.addWidget(_selectable(label(line.words, "answer", wrap=True)))
        for part in dossier.parts:
            left = tuple(line for line in part.lines if line not in lines)
            if left:
                self._add_part(box, replace(part, lines=left))
        box.addStretch(1)
        self.setWidget(body)

    def links(self) -> list[QPushButton]:
        """The clickable lines from top to bottom."""
        return self.widget().findChildren(QPushButton, "link")

    def _add_part(self, box: QVBoxLayout, part: Part) -> None:
        box.addSpacing(10)
        box.addWidget(label(part.title, "partTitle", wrap=True))
        for line in part.lines:
            box.addWidget(self._line(line))

    def _line(self, line: Line) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 1, 0, 2)
        box.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._words(line), 3)
        if line.figure:
            figure = label(line.figure, "figure", wrap=len(line.figure) > 14)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row.addWidget(_selectable(figure), 2 if len(line.figure) > 14 else 0)
        box.addLayout(row)
        if line.remark:
            name = "doubt" if line.doubt else "remark"
            box.addWidget(_selectable(label(line.remark, name, wrap=True)))
        return made

    def _words(self, line: Line) -> QWidget:
        if line.target is None:
            return _selectable(label(line.words, "doubt" if line.doubt else "", wrap=True))
        return LinkLine(line.words, line.target, self)


class LinkLine(QPushButton):
    """A line that leads to another thing; long words wrap, as a button's own text would not."""

    def __init__(self, words: str, target: Target, inspector: Inspector) -> None:
        super().__init__()
        self.setObjectName("link")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = words
        self.target = target
        inner = label(words, "linkWords", wrap=True)
        inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inner = inner
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 2)
        box.addWidget(inner, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: inspector.followed.emit(target))

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words."""
        return self._inner.heightForWidth(width) + 2

    def sizeHint(self) -> QSize:
        """That of one line: the height follows from the width."""
        return QSize(60, self._inner.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


def _body() -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    body.setObjectName("inspectorBody")
    box = QVBoxLayout(body)
    box.setContentsMargins(16, 14, 16, 16)
    box.setSpacing(3)
    return body, box


def _button(code: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text(code))
    button.setAccessibleName(text(code))
    button.clicked.connect(act)
    return button


def _head(dossier: Dossier) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(_selectable(label(dossier.title, "pageTitle", wrap=True)), 1)
    chip = label(dossier.chip, "chip")
    chip.setProperty("state", dossier.state)
    chip.setProperty("hollow", dossier.suspected)
    row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    return head


def _selectable(words: QLabel) -> QLabel:
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
