"""The pages of 看板 on screen, one below the other: as wide as the window, scrolled, zoomed,
walked through with the keys; every thing on them can be chosen.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsRectItem, QGraphicsScene, QToolTip

from liantu.diagram.poster.model import Page, Spot
from liantu.model.target import Target
from liantu.ui.canvas.accessible import speak_tip
from liantu.ui.canvas.gestures import Pan
from liantu.ui.canvas.keys import ARROWS, ENTERS, NOT_PLAIN
from liantu.ui.canvas.zooming import ZoomView
from liantu.ui.pages.poster.sheet_item import SheetItem
from liantu.ui.pages.poster.walking import beside
from liantu.ui.style.look import Tones
from liantu.wording import text

GAP = 24.0
"""Units between two pages."""
AROUND = 12.0
"""Units round all of them."""
BESIDE = 40
"""Pixels round what the keys come to."""


class SheetView(ZoomView):
    """``chosen`` carries the :class:`Target` of what was clicked (``None``: the bare paper),
    ``opened`` that of what was clicked twice, ``menu_asked`` a target or ``None`` and where.
    """

    chosen = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self._tones = tones
        self._pages: tuple[Page, ...] = ()
        self._spots: list[Spot] = []
        self._selected: Target | None = None
        self._ring: Spot | None = None
        self.told: Callable[[Target], str] = lambda _: ""
        """What is said of a thing whose spot has no words, its name on a line of its own."""
        self._pan: Pan | None = None
        self._marks: list[QGraphicsRectItem] = []
        self.setScene(QGraphicsScene(self))
        self.setObjectName("posterSheet")
        self.setAccessibleName(text("ui.poster.sheet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.rested.connect(self._lay_again)

    # -- what is shown

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages shown."""
        return self._pages

    @property
    def spots(self) -> Sequence[Spot]:
        """What can be chosen, in units of the scene."""
        return self._spots

    def show_pages(self, pages: tuple[Page, ...], *, again: bool = False) -> None:
        """Show other pages; ``again``: the same thing after a change, so the place is kept."""
        self._pages = pages
        self._spots, self._ring, self._marks = [], None, []
        old, scene = self.scene(), QGraphicsScene(self)
        top = 0.0
        for page in pages:
            item = SheetItem(page.drawing, self._tones.line)
            item.setPos(0, top)
            scene.addItem(item)
            self._spots += [_lowered(spot, top) for spot in page.spots]
            top += page.drawing.height + GAP
        self.setScene(scene)
        old.deleteLater()
        self.setSceneRect(self.whole() or QRectF())
        self.setBackgroundBrush(QColor(self._tones.ground))
        self._mark()
        if not again:
            self.show_laid()

    def set_tones(self, tones: Tones) -> None:
        """Other colours round the paper."""
        self._tones = tones
        self.setBackgroundBrush(QColor(tones.ground))
        self._mark()

    def select(self, target: Target | None) -> None:
        """Mark a thing wherever it stands."""
        if target != self._selected:
            self._selected = target
            self._mark()

    def whole(self) -> QRectF | None:
        """All pages with the room round them."""
        if not self._pages:
            return None
        width = max(page.drawing.width for page in self._pages)
        height = sum(page.drawing.height + GAP for page in self._pages) - GAP
        return QRectF(0, 0, width, height).adjusted(-AROUND, -AROUND, AROUND, AROUND)

    def base(self) -> float:
        """The scale at which a page is as wide as the window."""
        box, port = self.whole(), self.viewport().rect()
        return max(port.width(), 1) / box.width() if box is not None else 1.0

    def readable(self) -> float:
        """Pages begin at their top, as wide as the window, unless all of it fits at full size."""
        return 1.0

    # -- mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page is scrolled; with Ctrl it comes nearer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        down = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        bar = self.verticalScrollBar() if down else self.horizontalScrollBar()
        turn = event.angleDelta().y() or event.angleDelta().x()
        bar.setValue(bar.value() - turn)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a pan."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pan = Pan(self, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or show by the pointer what can be chosen."""
        if self._pan is not None:
            self._pan.move(event.position().toPoint())
            return
        hand = self.spot_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan, or choose."""
        pan, self._pan = self._pan, None
        if pan is None or pan.finish() or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._ring = self.spot_at(event.position().toPoint())
        self._mark()
        self.chosen.emit(self._ring.target if self._ring is not None else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it where it is at home."""
        found = self.spot_at(event.position().toPoint())
        if found is not None:
            self.opened.emit(found.target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is under the mouse, or with the one the keys are at."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        found = self.spot_at(event.pos()) if by_mouse else self._ring
        self.menu_asked.emit(found.target if found else None, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what lies under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.spot_at(event.pos())
            tip = html.escape(found.tip).replace("\n", "<br>") if found is not None else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def spot_at(self, place: QPoint) -> Spot | None:
        """What lies on top at a place of the view."""
        at = self.mapToScene(place)
        return next((s for s in reversed(self._spots) if s.holds(at.x(), at.y())), None)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from thing to thing, Enter chooses, Esc chooses nothing."""
        key = Qt.Key(event.key())
        if event.modifiers() & NOT_PLAIN:
            super().keyPressEvent(event)
        elif key in ARROWS:
            self._walk(ARROWS[key])
        elif key in ENTERS and self._ring is not None:
            self.chosen.emit(self._ring.target)
        elif key == Qt.Key.Key_Escape and self._selected is not None:
            self.chosen.emit(None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def _walk(self, direction: str) -> None:
        self._ring = beside(self._spots, self._ring, direction)
        self._mark()
        if self._ring is not None:
            place = QRectF(self._ring.x, self._ring.y, self._ring.width, self._ring.height)
            self.ensureVisible(place, BESIDE, BESIDE)

    # -- parts

    def _lay_again(self) -> None:
        """The room is other now; who came nearer keeps what he sees."""
        if self.fitted and self._pages:
            at = self.verticalScrollBar().value()
            self.show_laid()
            self.verticalScrollBar().setValue(at)

    def _mark(self) -> None:
        """Lines round what is selected and round where the keys are."""
        for item in self._marks:
            self.scene().removeItem(item)
        self._marks = [self._line(s, 2.5) for s in self._spots if s.target == self._selected]
        if self._ring is not None and self._ring.target != self._selected:
            self._marks.append(self._line(self._ring, 1.5))
        chosen = next((s for s in self._spots if s.target == self._selected), None)
        at = self._ring or chosen
        words = (at.tip or self.told(at.target)) if at is not None else ""
        speak_tip(self, text("ui.poster.sheet"), words)

    def _line(self, spot: Spot, width: float) -> QGraphicsRectItem:
        box = QRectF(spot.x, spot.y, spot.width, spot.height).adjusted(-2, -2, 2, 2)
        pen = QPen(QColor(self._tones.accent), width)
        pen.setCosmetic(True)
        return self.scene().addRect(box, pen)


def _lowered(spot: Spot, top: float) -> Spot:
    return Spot(spot.x, spot.y + top, spot.width, spot.height, spot.target, spot.tip)
