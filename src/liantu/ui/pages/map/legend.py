"""What the shapes on the map mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from liantu.analysis.state import State
from liantu.diagram.cards import Lens
from liantu.diagram.theme import LIGHT
from liantu.model.classes import Word
from liantu.telling import classes
from liantu.ui.look import Tones
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text


class Sample(QWidget):
    """A tiny card in the shape of a state: border and bar, not only colour."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._tones: Tones | None = None
        self.setFixedSize(QSize(30, 18))

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._tones = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        if self._tones is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        local = self._state is State.LOCAL
        pen = QPen(QColor(self._tones.secondary), 1.2)
        if self._state is State.ABSENT:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        raw = self._state is State.RAW
        painter.setBrush(QColor(self._tones.ground if raw else self._tones.paper))
        box = QRectF(1, 1, 28, 16)
        painter.drawRoundedRect(box, 3, 3)
        if local:
            painter.fillRect(QRectF(2, 3, 4, 12), QColor(self._tones.ink))
        painter.end()


class ClassSample(QLabel):
    """The badge of a class with its name."""

    def __init__(self, code: Word) -> None:
        super().__init__()
        self._code = code
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(classes.marked(code))

    def set_tones(self, look: Tones) -> None:
        """Paint in the colours of the class."""
        tone = look.theme.tones[self._code]
        self.setStyleSheet(
            f"color: {tone.letter}; background: {tone.color}; border-radius: 4px;"
            " padding: 1px 6px; font-size: 12px;"
        )


class Legend(QWidget):
    """A line below the map."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self._samples: list[Sample] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 8)
        row.setSpacing(8)
        for state in State:
            sample = Sample(state)
            self._samples.append(sample)
            row.addWidget(sample)
            row.addWidget(label(text(f"ui.state.{state}"), "secondary"))
            row.addSpacing(12)
        self._badges = [ClassSample(code) for code in LIGHT.tones]
        for badge in self._badges:
            row.addWidget(badge)
            badge.hide()
        self._words = Elided(text("ui.legend.structure"), "secondary")
        row.addWidget(self._words, 1)

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        for sample in self._samples:
            sample.set_tones(look)
        for badge in self._badges:
            badge.set_tones(look)

    def show_lens(self, lens: Lens) -> None:
        """Explain what the lens paints."""
        for badge in self._badges:
            badge.setVisible(lens is Lens.DIAGNOSIS)
        self._words.set_words(text(f"ui.legend.{lens}"))
