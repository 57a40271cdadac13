"""The map under mouse and keys: select, walk, zoom, pan, fold and go through doors."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from liantu.diagram.theme import Theme
from liantu.ui.canvas.changing import REACH, Carry, Join, Overlay
from liantu.ui.canvas.gestures import Pan
from liantu.ui.canvas.keys import ARROWS, ENTERS, NOT_PLAIN
from liantu.ui.canvas.picture import NOWHERE, Picture, Spot
from liantu.ui.canvas.picture_view import PictureView
from liantu.ui.canvas.scene import MapScene
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.canvas.segment_walk import Ring, aside, deeper, higher


class MapCanvas(PictureView):
    """``selected`` carries a product id, empty for nothing; ``fold_asked`` one whose up- and
    downstream are wanted alone and ``box_asked`` the key of a segment, both empty for the whole
    map; ``doors`` a product, the chains it stands in and where on screen; ``context_requested`` a
    :class:`Spot` and where; ``counted_asked`` the products of a chip without a box of its own, and
    where; ``joined`` two products of which the first was drawn into the second; ``carried`` one
    that was let go over another segment; ``drawing_ended`` that no line is drawn any more.
    """

    selected = Signal(str)
    fold_asked = Signal(str)
    box_asked = Signal(str)
    doors = Signal(str, object, QPoint)
    context_requested = Signal(object, QPoint)
    counted_asked = Signal(object, QPoint)
    joined = Signal(str, str)
    carried = Signal(str, int)
    drawing_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.partial = False
        """Whether a part of the map is shown, which Esc leaves."""
        self.changes: Callable[[], bool] = lambda: False
        """Whether the data can be changed here."""
        self._pan: Pan | Join | Carry | None = None
        self._overlay: Overlay | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a pan."""
        if isinstance(self._pan, Join):
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._pan = self._change(event.position().toPoint())
        elif event.button() is Qt.MouseButton.MiddleButton:
            self._pan = Pan(self, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or light what is under the mouse."""
        if self._pan is not None:
            self._pan.move(event.position().toPoint())
            if isinstance(self._pan, Pan) and self._pan.moving:
                self.leave_laid()
        else:
            self._hover(self._at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan, or click."""
        if self._pan is None:
            return
        gesture, self._pan = self._pan, None
        panned = gesture.finish()
        self._end(gesture)
        if isinstance(gesture, Join):
            return
        if not panned and event.button() is Qt.MouseButton.LeftButton:
            self._click(self._at(event.position().toPoint()), event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the up- and downstream of a card alone, or a box."""
        found = self._at(event.position().toPoint())
        if found.product:
            self._fold(found.product)
        elif found.segment >= 0:
            self._open_box(found.segment)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._hover(NOWHERE)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the mouse, or of the selected card."""
        found, spot = self._at(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            found, spot = Spot(self._selected), self._below_selected()
        if found.product and found.product != self._selected:
            self._choose(found.product)
        self.context_requested.emit(found, spot)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the mouse, as plain text."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        found = self._at(event.pos())
        words = self._picture.tip(found, self.mapToScene(event.pos())) if self._picture else ""
        if words:
            QToolTip.showText(event.globalPos(), plain(words), self.viewport())
        else:
            QToolTip.hideText()
        return True

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter and Space fold, Esc returns, F fits, Z comes nearer to the
        selected card, + and - zoom."""
        key, plain_ = Qt.Key(event.key()), not event.modifiers() & NOT_PLAIN
        if plain_ and key in ARROWS:
            self._walk(ARROWS[key])
        elif key in ENTERS and (self._selected or self._ring.segment >= 0):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif plain_ and key == Qt.Key.Key_F:
            self.fit()
        elif plain_ and key == Qt.Key.Key_Z:
            self.zoom_to_selected()
        elif plain_ and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif plain_ and key == Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes from panel to box to card and then on, Shift+Tab back."""
        scene = self._picture
        if isinstance(scene, SegmentScene) and scene.map.graph.items:
            if following and not self._selected:
                found = deeper(scene.map, self._ring)
                if isinstance(found, str):
                    self._choose(found)
                else:
                    self._stand_on(found)
                return True
            if not following and (self._selected or self._ring.shown):
                ring = higher(scene.map, self._ring, self._selected)
                self._choose("")
                self._stand_on(ring)
                return True
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the keys stand on."""
        super().focusInEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self._dress()

    # -- changing

    @property
    def busy_hand(self) -> bool:
        """Whether the mouse has begun something that Esc gives up."""
        return self._pan is not None

    @property
    def drawing(self) -> bool:
        """Whether lines of a gesture are seen."""
        return self._overlay is not None and self._overlay.drawing

    def begin_drawing(self, product: str) -> bool:
        """Draw a line from what is clicked next into ``product``; whether that can be done."""
        overlay = self._over()
        if self._picture is None or overlay is None or not self._picture.place(product):
            return False
        self.stop_gesture()
        self._pan = Join(self, self._picture, product, overlay, gives=False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stop_gesture(self) -> None:
        """Give up what the mouse has begun."""
        if self._pan is not None:
            gesture, self._pan = self._pan, None
            gesture.cancel()
            if isinstance(gesture, Join):
                self.drawing_ended.emit()

    def _change(self, at: QPoint) -> Pan | Join | Carry:
        """What a press begins: a line at the handle, to carry the selected card, else a pan."""
        scene, overlay = self._picture, self._over()
        if scene is not None and overlay is not None and self._selected and self.changes():
            if self._on_handle(at):
                return Join(self, scene, self._selected, overlay, gives=True)
            over = self._at(at)
            if over.product == self._selected and not over.door and isinstance(scene, SegmentScene):
                own = scene.segment_of(self._selected)
                carry = Carry(self, scene, self._selected, scene.boxes(), own, overlay)
                return carry.begin(at)
        return Pan(self, at)

    def _end(self, gesture: Pan | Join | Carry) -> None:
        """Tell what a gesture has come to."""
        if isinstance(gesture, Join):
            self.drawing_ended.emit()
            if gesture.goal:
                self.joined.emit(*gesture.joined)
        elif isinstance(gesture, Carry) and gesture.goal >= 0:
            self.carried.emit(gesture.product, gesture.goal)

    def _on_handle(self, at: QPoint) -> bool:
        found = self._overlay.handle if self._overlay is not None else None
        return found is not None and (self.mapFromScene(found) - at).manhattanLength() <= REACH

    def _over(self) -> Overlay | None:
        """What lies over the picture; ``None`` where there is no picture."""
        if self._overlay is None and self._picture is not None:
            self._overlay = Overlay(self._picture, self._theme)
        return self._overlay

    def clear(self) -> None:
        """Show nothing, and change nothing."""
        self._let_go()
        super().clear()

    def _show(self, picture: Picture, theme: Theme, *, again: bool) -> None:
        self._let_go()
        super()._show(picture, theme, again=again)

    def _let_go(self) -> None:
        """What lies over a picture goes with it."""
        self.stop_gesture()
        self._overlay = None

    def _dress(self) -> None:
        super()._dress()
        self._show_handle()

    def _show_handle(self) -> None:
        """At the selected card, where the data can be changed."""
        scene = self._picture
        place = scene.place(self._selected) if scene is not None and self._selected else None
        able = place is not None and self.changes()
        if able or self._overlay is not None:
            overlay = self._over()
            assert overlay is not None
            overlay.show_handle(place if able else None)

    # -- parts

    def _at(self, spot: QPoint) -> Spot:
        return self._spot(self.mapToScene(spot))

    def _hover(self, found: Spot) -> None:
        if found != self._hovered:
            self._hovered = found
            self._dress()
            hand = found.product or found.counted or found.segment >= 0
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def _click(self, found: Spot, where: QPoint) -> None:
        if found.counted and found.segment >= 0:
            self._open_box(found.segment)
        elif found.counted:
            self.counted_asked.emit(found.counted, where)
        elif found.product or found.segment < 0:
            self._choose(found.product)
        scene = self._picture
        if found.door and isinstance(scene, MapScene):
            self.doors.emit(found.product, scene.cards[found.product].card.doors, where)

    def _choose(self, product: str) -> None:
        """Select; nothing is told even where nothing was selected, for a firm may be elsewhere."""
        changed = product != self._selected
        self._ring = Ring()
        self.select(product)
        if changed or not product:
            self.selected.emit(product)

    def _fold(self, product: str) -> None:
        self._choose(product)
        self.fold_asked.emit(product)

    def _open_box(self, segment: int) -> None:
        if isinstance(self._picture, SegmentScene):
            self.box_asked.emit(self._picture.key_of(segment))

    def _walk(self, direction: str) -> None:
        scene = self._picture
        if scene is None:
            return
        if self._ring.shown and isinstance(scene, SegmentScene):
            self._stand_on(aside(scene.map, self._ring, direction))
        else:
            self._choose(scene.walk(self._selected, direction))

    def _enter(self) -> None:
        if self._selected:
            self._fold(self._selected)
        else:
            self._open_box(self._ring.segment)

    def _stand_on(self, ring: Ring) -> None:
        self._ring = ring
        self._dress()

    @property
    def is_bare(self) -> bool:
        """Whether Esc has nothing to return from here."""
        held = self._pan is not None or self._selected or self._ring.shown
        return not held and not (self.partial and not self.cover.width)

    def _escape(self) -> None:
        """In turn: a drag, what covers the map, a part of the map, what is selected."""
        if self._pan is not None:
            self.stop_gesture()
        elif self.partial and not self.cover.width:
            self.fold_asked.emit("")
        else:
            self._choose("")

    def _below_selected(self) -> QPoint:
        place = self._picture.place(self._selected) if self._picture is not None else None
        if place is None:
            return self.mapToGlobal(QPoint(0, 0))
        return self.viewport().mapToGlobal(self.mapFromScene(place.bottomLeft()))


def plain(words: str) -> str:
    """Words as they are for a tooltip, line by line."""
    return "<qt>" + html.escape(words).replace("\n", "<br>") + "</qt>"
