"""Paints the rows of the search palette: name, alias, letter of the class, state and place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from liantu.telling import classes
from liantu.telling.searching.hits import Beside
from liantu.telling.searching.search import Hit
from liantu.ui.style.look import Tones
from liantu.wording import text

HIT, BESIDE, MORE = (Qt.ItemDataRole.UserRole + n for n in range(3))
ROW, HEAD = 30, 28
CHIP = 20
"""Least width of the box of a letter."""
SHARE = 0.55
"""The name gets at least so much of a row."""

Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """A head, a hit with what stands beside it, or what is not shown yet."""

    def __init__(self, tones: Tones, parent: QObject) -> None:
        super().__init__(parent)
        self.tones = tones

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All hits are equally high, heads a little lower."""
        row = option.fontMetrics.height() + 12  # type: ignore[attr-defined]
        is_head = index.data(HIT) is None and not index.data(MORE)
        return QSize(100, max(HEAD if is_head else ROW, row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect  # type: ignore[attr-defined]
        painter.setFont(QFont(option.font))  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.tones.chosen))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), 6, 6)
        hit: Hit | None = index.data(HIT)
        inner = box.adjusted(12, 0, -10, 0)
        if hit is None:
            self._plain(painter, inner, index)
        else:
            self._named(painter, self._beside(painter, inner, index.data(BESIDE)), hit)
        painter.restore()

    def _plain(self, painter: QPainter, box: QRect, index: Index) -> None:
        color = self.tones.accent if index.data(MORE) else self.tones.secondary
        painter.setPen(QColor(color))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            box if index.data(MORE) else box.adjusted(-6, 0, 0, 0), middle, _said(index)
        )

    def _beside(self, painter: QPainter, box: QRect, beside: Beside) -> QRect:
        """What stands at the right; returns the room that is left for the name."""
        metrics = painter.fontMetrics()
        words = " · ".join(filter(None, (beside.state, beside.where)))
        room = int(box.width() * (1 - SHARE))
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self.tones.secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        box = box.adjusted(0, 0, -metrics.horizontalAdvance(words) - 8, 0)
        return self._chip(painter, box, beside)

    def _chip(self, painter: QPainter, box: QRect, beside: Beside) -> QRect:
        tone = self.tones.theme.tones.get(beside.worst) if beside.worst else None
        if tone is None or beside.worst is None:
            return box
        letter = classes.letter(beside.worst)
        width = max(CHIP, painter.fontMetrics().horizontalAdvance(letter) + 8)
        chip = QRectF(box.right() - width, box.center().y() - 9, width, 19)
        color = QColor(tone.color)
        painter.setPen(color)
        painter.setBrush(Qt.BrushStyle.NoBrush if beside.suspected else color)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(color if beside.suspected else QColor(tone.letter))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, letter)
        return box.adjusted(0, 0, -width - 8, 0)

    def _named(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        name = metrics.elidedText(hit.name, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(QColor(self.tones.ink))
        painter.drawText(box, middle, name)
        if hit.matched != hit.name:
            alias = text("ui.search.alias", alias=hit.matched)
            rest = box.adjusted(metrics.horizontalAdvance(name), 0, 0, 0)
            alias = metrics.elidedText(alias, Qt.TextElideMode.ElideRight, rest.width())
            painter.setPen(QColor(self.tones.secondary))
            painter.drawText(rest, middle, alias)


def _said(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))
