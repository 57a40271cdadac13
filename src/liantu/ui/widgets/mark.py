"""The letter of a product as a small plate: filled where it is sure, hollow where suspected."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from liantu.diagram.theme import DARK, LIGHT, Theme, Tone
from liantu.model.classes import Word
from liantu.telling.mark import Look, Mark
from liantu.ui.widgets.text import plain_tip

SIZE = (20.0, 16.0)
"""Width and height of a plate."""
LETTER = 11
"""Pixels of its letter."""
POINT = 5.0
"""How far the tip of 短链 reaches: to the left for what is bought, to the right for what could be
made of it."""
MIDDLE = 128
"""Lightness of the window below which the theme is dark."""


def theme_of(palette: QPalette) -> Theme:
    """The theme that goes with the colours of a widget."""
    dark = palette.color(QPalette.ColorRole.Window).lightness() < MIDDLE
    return DARK if dark else LIGHT


def paint_mark(painter: QPainter, spot: QPointF, mark: Mark, theme: Theme) -> None:
    """Paint a mark with its upper left at ``spot``."""
    tone = _tone(mark, theme)
    quiet = mark.look in (Look.OUTSIDE, Look.POLICY, Word.OPEN)
    filled = not (mark.hollow or quiet)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DotLine if mark.look is Word.OPEN else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(tone.color), 1.2, style))
    painter.setBrush(QColor(tone.color if filled else tone.tint))
    box = QRectF(spot.x() + 0.6, spot.y() + 0.6, SIZE[0] - 1.2, SIZE[1] - 1.2)
    _plate(painter, box, mark)
    font = QFont(painter.font())
    font.setPixelSize(LETTER)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(tone.letter if filled else tone.color))
    shift = 1.5 if mark.look is Word.SHORT_UP else -1.5 if mark.look is Word.SHORT_DOWN else 0.0
    painter.drawText(box.translated(shift, 0), Qt.AlignmentFlag.AlignCenter, mark.letter)
    painter.restore()


def _tone(mark: Mark, theme: Theme) -> Tone:
    if isinstance(mark.look, Word):
        return theme.tones.get(mark.look, theme.policy)
    if mark.look is Look.HERE:
        return Tone(theme.local, theme.paper, theme.paper)
    return theme.policy


def _plate(painter: QPainter, box: QRectF, mark: Mark) -> None:
    left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
    middle = box.center().y()
    if mark.look is Word.SHORT_UP:
        corners = [(right, top), (right, bottom), (left + POINT, bottom), (left, middle)]
        corners.append((left + POINT, top))
    elif mark.look is Word.SHORT_DOWN:
        corners = [(left, top), (right - POINT, top), (right, middle)]
        corners += [(right - POINT, bottom), (left, bottom)]
    else:
        painter.drawRoundedRect(box, 3, 3)
        return
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


class MarkView(QWidget):
    """A mark in a row of widgets; its words are its tooltip."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.setAccessibleName(mark.words)
        plain_tip(self, mark.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """That of the plate."""
        return QSize(round(SIZE[0]), round(SIZE[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        paint_mark(painter, QPointF(0, 0), self.mark, theme_of(self.palette()))
        painter.end()
