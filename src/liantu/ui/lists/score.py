"""A score as a stacked bar with its number, so that every part can be seen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from liantu.model.boards import CRITERIA, Board, Weights
from liantu.ui.lists.table import PARTS_ROLE
from liantu.ui.widgets.text import label
from liantu.wording import text

COLORS = ("#C2410C", "#1657A8", "#0F766E", "#8B5CF6", "#7A8694", "#B45309")
"""One colour a criterion, in their order; the numbers stand in columns of their own."""
NUMBER = 44


class ScoreDelegate(QStyledItemDelegate):
    """Paints the parts of a score as a bar of 100 and the total behind it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        parts = index.data(PARTS_ROLE)
        if not parts:
            super().paint(painter, option, index)
            return
        style = QApplication.style()
        widget = option.widget  # type: ignore[attr-defined]
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        box: QRect = option.rect.adjusted(8, 0, -8, 0)  # type: ignore[attr-defined]
        painter.save()
        self._bar(painter, QRectF(box.adjusted(0, 0, -NUMBER, 0)), parts)
        painter.setPen(option.palette.text().color())  # type: ignore[attr-defined]
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, str(index.data()))
        painter.restore()

    def _bar(self, painter: QPainter, box: QRectF, parts: tuple[float, ...]) -> None:
        scale = box.width() / max(100.0, sum(parts))
        x, y = box.left(), box.center().y() - 5
        for part, color in zip(parts, COLORS, strict=False):
            painter.fillRect(QRectF(x, y, part * scale, 10), QColor(color))
            x += part * scale


class ScoreLegend(QWidget):
    """Which colour of a score bar stands for which criterion of a board, and what it weighs."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._words = {name: label("", "secondary") for name in CRITERIA[board]}
        for words, color in zip(self._words.values(), COLORS, strict=False):
            square = label("")
            square.setFixedSize(10, 10)
            square.setStyleSheet(f"background: {color};")
            row.addWidget(square)
            row.addWidget(words)
            row.addSpacing(6)

    def show_weights(self, weights: Weights) -> None:
        """Name the criteria with these points."""
        for name, words in self._words.items():
            points = weights.get(self._board, {}).get(name, 0.0)
            criterion = text(f"standing.criterion.{self._board}.{name}")
            words.setText(text("ui.list.weight", name=criterion, points=f"{points:g}"))
