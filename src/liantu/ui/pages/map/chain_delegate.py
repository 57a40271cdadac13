"""Paints the rows of the chain list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from liantu.ui.look import Tones
from liantu.ui.widgets.bar import paint_bar

CHAIN, SPAN, MAINS, COUNTS = (Qt.ItemDataRole.UserRole + n for n in range(1, 5))
HEADING = 34
ROW = 48


class ChainDelegate(QStyledItemDelegate):
    """A heading of a field, or a chain with its counts and two bars."""

    def __init__(self, tones: Tones, parent: QObject) -> None:
        super().__init__(parent)
        self.tones = tones

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        box: QRect = option.rect  # type: ignore[attr-defined]
        font: QFont = QFont(option.font)  # type: ignore[attr-defined]
        if index.data(CHAIN):
            self._back(painter, box, option.state)  # type: ignore[attr-defined]
            self._chain(painter, box.adjusted(10, 6, -10, -8), font, index)
        else:
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(self.tones.secondary))
            under = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box.adjusted(6, 0, 0, -6), under, str(index.data()))
        painter.restore()

    def _back(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.tones.chosen if selected else self.tones.hover))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), 6, 6)

    def _chain(
        self,
        painter: QPainter,
        box: QRect,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        counts = str(index.data(COUNTS))
        painter.setFont(font)
        room = painter.fontMetrics().horizontalAdvance(counts)
        line = QRect(box.left(), box.top(), box.width(), painter.fontMetrics().height())
        painter.setPen(QColor(self.tones.secondary))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, counts)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.tones.ink))
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, line.width() - room - 8
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        self._bars(painter, box, index)

    def _bars(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        upper = QRectF(box.left(), box.bottom() - 9, box.width(), 4)
        lower = upper.translated(0, 6)
        tones = self.tones
        paint_bar(painter, upper, index.data(SPAN), tones.line, tones.bar)
        paint_bar(painter, lower, index.data(MAINS), tones.line, tones.second)
