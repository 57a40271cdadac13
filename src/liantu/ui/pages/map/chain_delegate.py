"""Paints the rows of the chain list, wide or as icons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from liantu.analysis.certain import Tally
from liantu.diagram.segment.model import Kind
from liantu.model.classes import Word
from liantu.ui.seen.chain_rows import COLUMNS, Numbers
from liantu.ui.style.look import Tones

CHAIN, NUMBERS, INITIALS = (Qt.ItemDataRole.UserRole + n for n in range(1, 4))
COLUMN = 22
"""Width of one such count."""
EDGE = 9
"""Room at both sides of a row; of an icon less."""
_BAR = 3
_SMALL = 11

Index = QModelIndex | QPersistentModelIndex


class ChainDelegate(QStyledItemDelegate):
    """A heading of a field (in a list of icons a rule), or a chain with its composition and the
    counts of what is lacking.
    """

    def __init__(self, tones: Tones, parent: QObject) -> None:
        super().__init__(parent)
        self.tones = tones
        self.icons = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        box: QRect = option.rect  # type: ignore[attr-defined]
        font: QFont = QFont(option.font)  # type: ignore[attr-defined]
        font.setPixelSize(_SMALL + 1)
        painter.setFont(font)
        if index.data(CHAIN):
            self._back(painter, box, option.state)  # type: ignore[attr-defined]
            self._chain(painter, box, font, index)
        else:
            self._field(painter, box, font, str(index.data()))
        painter.restore()

    def _field(self, painter: QPainter, box: QRect, font: QFont, name: str) -> None:
        painter.setPen(QColor(self.tones.line if self.icons else self.tones.secondary))
        if self.icons:
            y = box.center().y()
            painter.drawLine(box.left() + 8, y, box.right() - 8, y)
            return
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        inner = box.adjusted(EDGE, 0, -EDGE, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _back(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(box, QColor(self.tones.chosen if selected else self.tones.hover))
        if selected:
            painter.fillRect(box.left() + 2, box.top(), 3, box.height(), QColor(self.tones.accent))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.tones.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _chain(self, painter: QPainter, box: QRect, font: QFont, index: Index) -> None:
        edge = EDGE - 2 if self.icons else EDGE
        inner = box.adjusted(edge, 1, -edge, 0)
        numbers: Numbers = index.data(NUMBERS)
        line = QRect(inner.left(), inner.top(), inner.width(), inner.height() - 2 * _BAR)
        if not self.icons:
            line.setRight(line.right() - self._counts(painter, line, font, numbers.tallies))
        font.setBold(bool(index.data(Qt.ItemDataRole.FontRole)))
        painter.setFont(font)
        painter.setPen(QColor(self.tones.ink))
        words = str(index.data(INITIALS) if self.icons else index.data())
        metrics = painter.fontMetrics()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, align | Qt.AlignmentFlag.AlignLeft, words)
        bar = QRectF(inner.left(), inner.bottom() - _BAR - 1, inner.width(), _BAR)
        self._mix(painter, bar, numbers.mix)

    def _counts(
        self, painter: QPainter, line: QRect, font: QFont, found: Mapping[Word, Tally]
    ) -> int:
        """Paint the counts at the right end: what is confirmed bold in the colour of its class,
        what is only suspected pale behind it. Returns the width taken.
        """
        for at, word in enumerate(reversed(COLUMNS)):
            cell = QRect(line.right() - (at + 1) * COLUMN + 1, line.top(), COLUMN, line.height())
            self._count(painter, cell, font, word, found[word])
        return COLUMN * len(COLUMNS) + 2

    def _count(self, painter: QPainter, cell: QRect, font: QFont, word: Word, found: Tally) -> None:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        parts = [(str(found.suspected), False)] if found.suspected else []
        if found.known:
            parts.append((str(found.known), True))
        for words, sure in parts or [("–", False)]:
            font.setBold(sure)
            painter.setFont(font)
            color = self.tones.theme.tones[word].color if sure else self.tones.secondary
            painter.setPen(QColor(color))
            painter.drawText(cell, align, words)
            cell.setRight(cell.right() - painter.fontMetrics().horizontalAdvance(words) - 3)

    def _mix(self, painter: QPainter, bar: QRectF, mix: Mapping[Kind, int]) -> None:
        painter.fillRect(bar, QColor(self.tones.line))
        whole = sum(mix.values())
        x = bar.left()
        for kind, color in self._colors():
            width = bar.width() * mix[kind] / whole if whole else 0.0
            painter.fillRect(QRectF(x, bar.top(), width, bar.height()), QColor(color))
            x += width

    def _colors(self) -> tuple[tuple[Kind, str], ...]:
        """What is coloured in the bar; the rest is the ground of it."""
        theme = self.tones.theme
        tones = theme.tones
        return (
            (Kind.LOCAL, theme.local),
            (Kind.BROKEN, tones[Word.BROKEN].color),
            (Kind.UP, tones[Word.SHORT_UP].color),
            (Kind.DOWN, tones[Word.SHORT_DOWN].color),
        )
