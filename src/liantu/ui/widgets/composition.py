"""Of what a chain consists, as a slim bar with its letters below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from liantu.diagram.theme import Theme
from liantu.model.classes import Word
from liantu.telling.composition import Piece
from liantu.telling.mark import Look
from liantu.ui.widgets.mark import SIZE, paint_mark, theme_of
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

BAR = 8.0
"""Height of the bar."""
LEAST = 3.0
"""Width of the thinnest piece: one product of a hundred is still seen."""
GAP = 4.0
STEP = 8.0
"""From a count to the next letter."""


class CompositionView(QWidget):
    """``chosen`` carries the class of the clicked piece, or nothing."""

    chosen = Signal(str)

    def __init__(self, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self._pieces = pieces
        self.setMouseTracking(True)
        self.setFixedHeight(round(BAR + GAP + SIZE[1]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("，".join(map(_words, pieces)))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        for piece, box in zip(self._pieces, self._bars(), strict=True):
            _paint(painter, box, piece, theme)
        for piece, box in self._letters():
            paint_mark(painter, box.topLeft(), piece.mark, theme)
            painter.setPen(QColor(theme.text))
            painter.drawText(
                box.adjusted(SIZE[0] + 3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(piece.count)
            )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what lies under the pointer."""
        piece = self._at(event.position())
        plain_tip(self, _words(piece) if piece else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked; beside the pieces the tile is meant."""
        piece = self._at(event.position())
        if piece is None:
            event.ignore()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(piece.word)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A piece is clicked here, anything else in the tile."""
        if self._at(event.position()) is None:
            event.ignore()

    def place(self, look: Word | Look) -> QPointF:
        """The middle of the first piece of this look on the bar; raises ``StopIteration`` where
        there is none.
        """
        pairs = zip(self._pieces, self._bars(), strict=True)
        return next(box.center() for piece, box in pairs if piece.mark.look is look)

    @property
    def offers(self) -> dict[str, str]:
        """The class of each piece with its words: what a click on it would choose."""
        return {_words(piece): piece.word for piece in self._pieces}

    def _at(self, spot: QPointF) -> Piece | None:
        pairs = [*zip(self._pieces, self._bars(), strict=True), *self._letters()]
        return next((piece for piece, box in pairs if box.contains(spot)), None)

    def _bars(self) -> list[QRectF]:
        whole = sum(piece.count for piece in self._pieces) or 1
        room = self.width() - LEAST * len(self._pieces)
        boxes, x = [], 0.0
        for piece in self._pieces:
            width = LEAST + room * piece.count / whole
            boxes.append(QRectF(x, 0, width, BAR))
            x += width
        return boxes

    def _letters(self) -> list[tuple[Piece, QRectF]]:
        """As many letters with their counts as there is room for."""
        found, x = [], 0.0
        for piece in self._pieces:
            width = SIZE[0] + 3 + self.fontMetrics().horizontalAdvance(str(piece.count))
            if x + width <= self.width():
                found.append((piece, QRectF(x, BAR + GAP, width + 1, SIZE[1])))
            x += width + STEP
        return found


def _words(piece: Piece) -> str:
    return text("ui.composition", words=piece.mark.words, count=piece.count)


def _paint(painter: QPainter, box: QRectF, piece: Piece, theme: Theme) -> None:
    """Filled where it is sure, hatched where it is only suspected, pale where nothing is asked."""
    look = piece.mark.look
    tone = theme.tones[look] if isinstance(look, Word) and look in theme.tones else theme.policy
    color = QColor(theme.local if look is Look.HERE else tone.color)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(color, 1) if look is not Look.HERE else Qt.PenStyle.NoPen)
    if piece.mark.hollow:
        painter.setBrush(QColor(tone.tint))
        painter.drawRect(inner)
        painter.fillRect(inner, QBrush(color, Qt.BrushStyle.BDiagPattern))
    else:
        quiet = look in (Word.OPEN, Look.OUTSIDE, Look.POLICY)
        painter.setBrush(QColor(tone.tint) if quiet else color)
        painter.drawRect(inner)
