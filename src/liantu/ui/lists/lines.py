"""Heads of blocks and reasons, which take the whole width of a table."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from liantu.ui.lists.laid import Kind
from liantu.wording import text

EDGE = 8
"""Room at both sides of a cell."""
PLACE = 24
"""Room of the place of a row before its name."""
LINK_ROOM = 104
"""Room of the link at the right of a reason."""
_ALIGNED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_line(
    painter: QPainter, option: QStyleOptionViewItem, view: QAbstractItemView, kind: Kind, words: str
) -> None:
    """A head or a reason over the whole width, wherever the table is scrolled to."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    palette: QPalette = option.palette  # type: ignore[attr-defined]
    font: QFont = option.font  # type: ignore[attr-defined]
    room = QRect(14, rect.top(), view.viewport().width() - 28, rect.height())
    why = kind is Kind.WHY
    chosen = QPalette.ColorRole.Highlight if why else QPalette.ColorRole.Window
    painter.fillRect(rect, palette.color(chosen))
    head, _, rest = words.partition("\n")
    if why:
        head, rest = text("ui.list.why"), words
        room.setLeft(EDGE + PLACE)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(palette.color(QPalette.ColorRole.Link if why else QPalette.ColorRole.Text))
    painter.drawText(room, int(_ALIGNED), head)
    room.setLeft(room.left() + QFontMetrics(bold).horizontalAdvance(head) + (8 if why else 14))
    painter.setFont(font)
    role = QPalette.ColorRole.Text if why else QPalette.ColorRole.PlaceholderText
    painter.setPen(palette.color(role))
    if why:
        room.setRight(room.right() - LINK_ROOM)
    wrapped = why and QFontMetrics(font).horizontalAdvance(rest) > room.width()
    flags = int(_ALIGNED) | (int(Qt.TextFlag.TextWordWrap) if wrapped else 0)
    painter.drawText(room, flags, rest)
    if why:
        painter.setPen(palette.color(QPalette.ColorRole.Link))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(link_room(view, rect), int(right), text("ui.list.on_map"))


def link_room(view: QAbstractItemView, row: QRect) -> QRect:
    """Where the link of a reason is, in the viewport."""
    right = view.viewport().width() - 14
    return QRect(right - LINK_ROOM, row.top(), LINK_ROOM, row.height())


def why_height(view: QAbstractItemView, words: str) -> int:
    """Height of a reason: one line where it fits, else as many as it takes."""
    font = QFont(view.font())
    bold = QFont(font)
    bold.setBold(True)
    left = EDGE + PLACE + QFontMetrics(bold).horizontalAdvance(text("ui.list.why")) + 8
    room = max(120, view.viewport().width() - 28 - left - LINK_ROOM)
    flags = int(Qt.TextFlag.TextWordWrap)
    high = QFontMetrics(font).boundingRect(QRect(0, 0, room, 2000), flags, words).height()
    return max(30, high + 12)
