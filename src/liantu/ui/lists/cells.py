"""How the cells of a list are painted: badges, scores as bars, states as pills, places, heads."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import BADGE
from liantu.diagram.segment.marks import HEIGHT
from liantu.diagram.theme import DARK, LIGHT, Theme
from liantu.model.classes import Word
from liantu.render.painter import paint
from liantu.telling.lists.column import Mark
from liantu.ui.lists.laid import Kind, Laid
from liantu.ui.lists.lines import EDGE, PLACE, paint_line
from liantu.ui.lists.score import COLORS
from liantu.ui.lists.table import LINE_ROLE, TIP_ROLE, Cell, TableModel

NUMBER = 34
"""Room of a score; its bar follows."""
BAR = 9
PILL = 18
MARK_ROOM = round(BADGE) + 6
"""Room of a badge with the gap behind it."""
ICON = QSize(round(BADGE) + 4, round(HEIGHT) + 2)
SHARP = 3
"""Pixels of an icon for one of the window, for screens that have more."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TONES = {
    **{"building": "good", "planned": "accent", "made": "quiet", "sure": "bad"},
    **{"late": "bad", "sent": "accent", "answered": "good"},
    **{"today": "due", "soon": "due", "done": "good"},
    **{"added": "good", "removed": "bad", "changed": "accent"},
}


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a list; what is cut is told by a tooltip."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell: its ground as the style sheet says, then what is in it."""
        view, model = option.widget, index.model()  # type: ignore[attr-defined]
        assert isinstance(model, TableModel | Laid)
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        painter.save()
        painter.setClipRect(option.rect)  # type: ignore[attr-defined]
        line = index.row()
        kind = model.kind(line) if isinstance(model, Laid) else Kind.ROW
        if kind is Kind.ROW:
            at = index.column()
            _Paint(painter, option).paint(model.cell(line, at))
            _rule(painter, option, first=at == 0)
        else:
            paint_line(painter, option, view, kind, _first(index))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the whole of a cell that is cut, or what more there is to it."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = index.data(TIP_ROLE) or self._cut(option, index)
        if words:
            QToolTip.showText(event.globalPos(), f"<p>{html.escape(str(words))}</p>", view)
        else:
            QToolTip.hideText()
        return True

    def _cut(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        words = _first(index) if index.data(LINE_ROLE) else str(index.data())
        wide = option.fontMetrics.horizontalAdvance(words)  # type: ignore[attr-defined]
        room = option.rect.width() - 2 * EDGE - _before(index)  # type: ignore[attr-defined]
        return words if wide > room else ""


def _first(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.sibling(index.row(), 0).data())


def _before(index: QModelIndex | QPersistentModelIndex) -> int:
    """Room that is taken before the words."""
    model = index.model()
    assert isinstance(model, TableModel | Laid)
    if isinstance(model, Laid) and model.kind(index.row()) is not Kind.ROW:
        return 0
    cell = model.cell(index.row(), index.column())
    return (PLACE if cell.number else 0) + len(cell.marks) * MARK_ROOM


class _Paint:
    """One cell that is being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._palette: QPalette = option.palette  # type: ignore[attr-defined]
        self._font: QFont = option.font  # type: ignore[attr-defined]
        self._align = _LEFT
        self._box: QRect = option.rect.adjusted(EDGE, 0, -EDGE, 0)  # type: ignore[attr-defined]

    def paint(self, cell: Cell) -> None:
        """Whatever the cell has."""
        self._align = int(cell.align)
        if cell.parts:
            self._score(cell.words, cell.parts)
        elif cell.pill:
            self._pill(cell.words, cell.pill)
        elif cell.pair:
            self._pair(cell.words)
        else:
            if cell.number is not None:
                self._place(cell.number)
            for one in cell.marks:
                self._mark(one)
            self._words(cell.words, self._box)

    def _words(
        self, words: str, box: QRect, role: QPalette.ColorRole = QPalette.ColorRole.Text
    ) -> int:
        """Words cut to their room; how wide they are."""
        self._painter.setFont(self._font)
        self._painter.setPen(self._palette.color(role))
        metrics = QFontMetrics(self._font)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, self._align, cut)
        return metrics.horizontalAdvance(cut)

    def _place(self, number: int) -> None:
        """The place of the row, and its name in bold."""
        if number:
            self._painter.setFont(self._font)
            self._painter.setPen(self._palette.color(QPalette.ColorRole.PlaceholderText))
            room = QRect(self._box.left() - EDGE, self._box.top(), PLACE, self._box.height())
            self._painter.drawText(room, _RIGHT, str(number))
            self._box.setLeft(self._box.left() + PLACE)
        self._font = QFont(self._font)
        self._font.setBold(True)

    def _mark(self, one: Mark) -> None:
        word, hollow = one
        theme = _theme(self._palette)
        if word not in theme.tones:
            return
        top = self._box.center().y() - HEIGHT / 2 + 0.5
        shapes = marks.shapes(
            marks.class_mark(word, theme, hollow=hollow), self._box.left() + 0.5, top
        )
        paint(self._painter, shapes)
        self._box.setLeft(self._box.left() + MARK_ROOM)

    def _score(self, words: str, parts: tuple[float, ...]) -> None:
        bold = QFont(self._font)
        bold.setBold(True)
        self._painter.setFont(bold)
        self._painter.setPen(self._palette.color(QPalette.ColorRole.Text))
        room = QRect(self._box.left(), self._box.top(), NUMBER, self._box.height())
        self._painter.drawText(room, _RIGHT, words)
        left, wide = self._box.left() + NUMBER + 7, self._box.width() - NUMBER - 7
        y = self._box.center().y() - BAR / 2
        ground = self._palette.color(QPalette.ColorRole.Midlight)
        self._painter.fillRect(QRectF(left, y, wide, BAR), ground)
        scale, x = wide / max(100.0, sum(parts)), float(left)
        for part, color in zip(parts, COLORS, strict=False):
            self._painter.fillRect(QRectF(x, y, part * scale, BAR), QColor(color))
            x += part * scale

    def _pill(self, words: str, code: str) -> None:
        tone = _pill_color(code, self._palette)
        small = QFont(self._font)
        small.setPixelSize(11)
        wide = QFontMetrics(small).horizontalAdvance(words) + 14
        top = self._box.center().y() - PILL / 2 + 0.5
        dashed = Qt.PenStyle.DashLine if code == "asked" else Qt.PenStyle.SolidLine
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(tone, 1, dashed))
        frame = QRectF(self._box.left() + 0.5, top, min(wide, self._box.width()), PILL)
        self._painter.drawRoundedRect(frame, PILL / 2, PILL / 2)
        self._painter.setFont(small)
        self._painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), words)

    def _pair(self, words: str) -> None:
        """Two words, the second smaller in weight."""
        name, _, more = words.rpartition(" ")
        used = self._words(name or more, self._box, QPalette.ColorRole.Link)
        if name:
            room = self._box.adjusted(used + 6, 0, 0, 0)
            if room.width() > QFontMetrics(self._font).averageCharWidth() * 4:
                self._words(more, room, QPalette.ColorRole.PlaceholderText)


def _rule(painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
    """A line below the row, and one beside the first column, which stays in sight."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(option.palette.color(QPalette.ColorRole.Midlight))  # type: ignore[attr-defined]
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if first:
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))  # type: ignore[attr-defined]
        painter.drawLine(rect.topRight(), rect.bottomRight())


def badge_icon(word: Word, palette: QPalette, *, hollow: bool) -> QIcon:
    """The badge of a class as it stands before a word."""
    theme = _theme(palette)
    if word not in theme.tones:
        return QIcon()
    picture = QPixmap(ICON.width() * SHARP, ICON.height() * SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(SHARP, SHARP)
    paint(painter, marks.shapes(marks.class_mark(word, theme, hollow=hollow), 1.5, 1.0))
    painter.end()
    return QIcon(picture)


def _theme(palette: QPalette) -> Theme:
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def _pill_color(code: str, palette: QPalette) -> QColor:
    theme = _theme(palette)
    tone = _TONES.get(code, "quiet")
    if tone == "good":
        return QColor("#6FD8C8" if theme is DARK else "#0F766E")
    if tone == "accent":
        return QColor(theme.accent)
    if tone == "due":
        return QColor("#F0B45A" if theme is DARK else "#8A5A00")
    if tone == "bad":
        return QColor(palette.color(QPalette.ColorRole.BrightText))
    return palette.color(QPalette.ColorRole.PlaceholderText)
