"""The map: shows cards, lets one select, walk, zoom, pan, fold and go through doors."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from liantu.diagram.lenses import STRUCTURE, Lens
from liantu.diagram.theme import LIGHT, Theme
from liantu.diagram.views.map_view import MapView
from liantu.layout.geometry import Layout
from liantu.ui.canvas.gestures import Pan
from liantu.ui.canvas.items import CardItem
from liantu.ui.canvas.minimap import Minimap
from liantu.ui.canvas.scene import MapScene
from liantu.ui.canvas.walk import DOWN, LEFT, RIGHT, UP, walk
from liantu.ui.canvas.zooming import ZoomView

_ARROWS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}


class MapCanvas(ZoomView):
    """Signals carry product ids; ``selected`` carries an empty text for nothing, ``fold_asked``
    one for the whole map.
    """

    selected = Signal(str)
    door_opened = Signal(str)
    context_requested = Signal(str, QPoint)
    fold_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._empty = QGraphicsScene(self)
        self.setScene(self._empty)
        self._scene: MapScene | None = None
        self._theme = LIGHT
        self._lens = STRUCTURE
        self._selected = self._hovered = ""
        self._folded = False
        self._stressed: Collection[str] | None = None
        self._pan: Pan | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.minimap = Minimap(self)
        self.minimap.asked.connect(self._go_to)
        self.horizontalScrollBar().valueChanged.connect(self.on_moved)
        self.verticalScrollBar().valueChanged.connect(self.on_moved)

    @property
    def map_scene(self) -> MapScene | None:
        """The items shown, or ``None`` before the first map."""
        return self._scene

    @property
    def selected_product(self) -> str:
        """Id of the selected card, or empty."""
        return self._selected

    def show_map(
        self,
        view: MapView,
        layout: Layout,
        theme: Theme,
        *,
        folded: bool = False,
        again: bool = False,
    ) -> None:
        """Show a map, all of it; ``again``: the map shown now as it stands after a change of the
        data, so zoom, position and selection stay. ``folded`` maps are left by Esc.
        """
        self._theme, self._folded = theme, folded
        spot = self._anchor() if again and not self._fitted else None
        if not again:
            self._selected, self._stressed = "", None
        if again and self._scene is not None and self._scene.take(view, layout):
            self.minimap.show_map(view, layout, theme)
            self._dress()
            return
        self._show(view, layout)
        if spot is None:
            self.fit()
        else:
            self._return_to(*spot)

    def select(self, product: str) -> None:
        """Select a card without telling anybody; bring it into sight."""
        if product == self._selected:
            return
        self._selected = product if self._scene and product in self._scene.cards else ""
        self._dress()
        if self._selected and self._scene:
            self.ensureVisible(self._scene.cards[self._selected], 60, 60)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.setBackgroundBrush(QColor(theme.ground))
        self.minimap.set_theme(theme)
        if self._scene is not None:
            self._scene.set_theme(theme)

    def set_lens(self, lens: Lens) -> None:
        """Paint another property of the same map."""
        if lens is self._lens:
            return
        self._lens = lens
        if self._scene is not None:
            self._scene.set_lens(lens)

    def highlight(self, ids: Collection[str] | None) -> None:
        """Stress these cards; ``None`` stresses nothing."""
        if ids != self._stressed:
            self._stressed = ids
            self._dress()

    def whole(self) -> QRectF | None:
        """The map with a little room around it."""
        if self._scene is None:
            return None
        layout = self._scene.layout_
        return QRectF(-8, -8, layout.width + 16, layout.height + 16)

    def visible_window(self) -> tuple[float, float, float, float]:
        """The part of the map that is seen: x, y, width, height in map units."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if self._scene is not None:
            layout = self._scene.layout_
            seen = seen.intersected(QRectF(0, 0, layout.width, layout.height))
        return seen.x(), seen.y(), seen.width(), seen.height()

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a pan."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pan = Pan(self, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or light what is under the mouse."""
        if self._pan is not None:
            self._pan.move(event.position().toPoint())
        else:
            self._hover(self._card_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan, or click."""
        if self._pan is None:
            return
        panned = self._pan.finish()
        self._pan = None
        if not panned and event.button() is Qt.MouseButton.LeftButton:
            self._click(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold to the card."""
        card = self._card_at(event.position().toPoint())
        if card is not None:
            self._activate(card.card.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the mouse, or of the selected one."""
        card = self._card_at(event.pos())
        key = card.card.id if card else self._selected if event.reason().name == "Keyboard" else ""
        if key and key != self._selected:
            self._choose(key)
        self.context_requested.emit(key, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter folds, Esc returns, F fits, + and - zoom."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if plain and key in _ARROWS and self._scene is not None:
            direction = _ARROWS[key]
            self._choose(walk(self._scene.layout_, self._scene.paths, self._selected, direction))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self._activate(self._selected)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif plain and key == Qt.Key.Key_F:
            self.fit()
        elif plain and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif plain and key == Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    # -- parts

    def _show(self, view: MapView, layout: Layout) -> None:
        old, self._scene = self._scene, MapScene(view, layout, self._theme)
        self._hovered = ""
        self._scene.set_lens(self._lens)
        self.setBackgroundBrush(QColor(self._theme.ground))
        self.setScene(self._scene)
        if old is not None:
            old.deleteLater()
        self.minimap.show_map(view, layout, self._theme)
        if self._selected not in self._scene.cards:
            self._selected = ""
        self._dress()
        self.on_moved()

    def _anchor(self) -> tuple[str, QPointF]:
        """The card nearest to the middle of the view, and the way from it to the middle."""
        middle = self.mapToScene(self.viewport().rect().center())
        cards = self._scene.cards.values() if self._scene else ()
        near = min(cards, key=lambda c: (c.pos() - middle).manhattanLength(), default=None)
        return (near.card.id, middle - near.pos()) if near else ("", middle)

    def _return_to(self, card: str, way: QPointF) -> None:
        """Bring the spot back to the middle; the whole map where its card is gone."""
        found = self._scene.cards.get(card) if self._scene else None
        if found is None:
            self.fit()
        else:
            self.centerOn(found.pos() + way)
            self.on_moved()

    def _dress(self) -> None:
        if self._scene is not None:
            self._scene.dress(self._selected, self._hovered, self._stressed)

    def _card_at(self, spot: QPoint) -> CardItem | None:
        found = self.itemAt(spot)
        return found if isinstance(found, CardItem) else None

    def _hover(self, card: CardItem | None) -> None:
        key = card.card.id if card else ""
        if key != self._hovered:
            self._hovered = key
            self._dress()
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def _click(self, spot: QPoint) -> None:
        card = self._card_at(spot)
        if card is None:
            self._choose("")
            return
        inside = card.mapFromScene(self.mapToScene(spot))
        self._choose(card.card.id)
        if card.door_at(inside.x(), inside.y()):
            self.door_opened.emit(card.card.doors[0])

    def _choose(self, product: str) -> None:
        if product != self._selected:
            self.select(product)
            self.selected.emit(product)

    def _activate(self, product: str) -> None:
        self._choose(product)
        self.fold_asked.emit(product)

    def _escape(self) -> None:
        if self._pan is not None:
            self._pan.cancel()
            self._pan = None
        elif self._folded:
            self.fold_asked.emit("")
        else:
            self._choose("")

    def on_moved(self) -> None:
        """Show on the minimap what is seen, and keep that in its corner."""
        self.minimap.set_seen(self.mapToScene(self.viewport().rect()).boundingRect())
        port = self.viewport().rect()
        size = self.minimap.size()
        self.minimap.move(port.width() - size.width() - 12, port.height() - size.height() - 12)
