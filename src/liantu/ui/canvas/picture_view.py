"""Holds the picture that is shown: who is stressed in it, what of it is seen, what lies over it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from liantu.diagram.lenses import DIAGNOSIS, Lens
from liantu.diagram.segment.mapping import Area
from liantu.diagram.segment.model import Map
from liantu.diagram.theme import LIGHT, Theme
from liantu.diagram.views.map_view import MapView
from liantu.layout.geometry import Layout
from liantu.ui.canvas.cover import Cover
from liantu.ui.canvas.crowd_scene import CrowdScene, is_crowd
from liantu.ui.canvas.minimap import Minimap
from liantu.ui.canvas.motion import Motion
from liantu.ui.canvas.picture import NOWHERE, Dress, Ids, Picture, Spot
from liantu.ui.canvas.scene import MapScene
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.canvas.segment_tips import FlowWords
from liantu.ui.canvas.segment_walk import Ring
from liantu.ui.canvas.zooming import ZoomView

AROUND = 60
"""Pixels round a card that is brought into sight."""
BESIDE = 24.0
"""Units round what is zoomed to."""
CORNER = 12
"""Pixels between the small map and the corner of the window."""


class PictureView(ZoomView):
    """``hidden_related`` carries how many cards that belong to the selected one lie under what
    covers the map.
    """

    hidden_related = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self._picture: Picture | None = None
        self._theme, self._lens = LIGHT, DIAGNOSIS
        self.awaited = False
        """Whether a lens is still being made for it."""
        self._selected, self._hovered, self._ring = "", NOWHERE, Ring()
        self._stressed: Ids | None = None
        self._marked: Ids | None = None
        self._kept: Ids | None = None
        self._every = False
        self._hidden = 0
        self.cover = Cover(self)
        self._motion = Motion(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.minimap = Minimap(self)
        self.minimap.asked.connect(self._go_to)
        self.horizontalScrollBar().valueChanged.connect(self.on_moved)
        self.verticalScrollBar().valueChanged.connect(self.on_moved)

    # -- what is shown

    @property
    def map_scene(self) -> MapScene | SegmentScene | None:
        """The picture shown, or ``None`` before the first."""
        found = self._picture
        return found if isinstance(found, MapScene | SegmentScene) else None

    @property
    def map(self) -> Map | None:
        """The segment map shown; ``None`` for a layered one or none."""
        return self._picture.map if isinstance(self._picture, SegmentScene) else None

    @property
    def selected_product(self) -> str:
        """Id of the selected product, or empty."""
        return self._selected

    @property
    def busy(self) -> bool:
        """Whether cards move, or the map may be laid out or painted anew in a moment."""
        return self._rest.isActive() or self._motion.running or self.awaited

    @property
    def lens(self) -> Lens:
        """What paints the map."""
        return self._lens

    @property
    def area(self) -> Area:
        """The room for which a map is laid out: one pixel less, so that nothing has to scroll."""
        port = self.viewport().size()
        return Area(max(port.width() - 1, 1), max(port.height() - 1, 1))

    def show_map(self, view: MapView, layout: Layout, theme: Theme, *, again: bool = False) -> None:
        """Show a layered map, all of it; ``again``: the map shown now as it stands after a change
        of the data, so zoom, position and selection stay.
        """
        old = self._picture
        if again and isinstance(old, MapScene) and old.take(view, layout):
            self.minimap.show_map(old, theme)
            self._dress()
            return
        self._show(MapScene(view, layout, theme), theme, again=again)

    def show_segments(
        self, shown: Map, theme: Theme, flow_words: FlowWords, *, again: bool = False
    ) -> None:
        """Show a segment map as it was laid out; ``again`` as in :meth:`show_map`."""
        old = self._picture
        self._motion.stop()
        scene = self._scene_of(shown, theme, flow_words)
        scene.show_every(self._every)
        self._show(scene, theme, again=again)
        if again and self.fitted and isinstance(old, SegmentScene):
            self._motion.start(scene, old.map.placed)

    def clear(self) -> None:
        """Show nothing."""
        if self._picture is not None:
            self._motion.stop()
            old, self._picture = self._picture, None
            self._selected, self._hovered = "", NOWHERE
            self.setScene(QGraphicsScene(self))
            old.deleteLater()
            self.minimap.hide()

    def whole(self) -> QRectF | None:
        """The picture with its margin."""
        return self._picture.whole() if self._picture is not None else None

    def base(self) -> float:
        """The scale for which the picture was laid out."""
        return self._picture.base if self._picture is not None else 1.0

    def readable(self) -> float:
        """The least scale at which all of the picture is shown at first."""
        return self._picture.readable if self._picture is not None else 1.0

    def visible_window(self) -> tuple[float, float, float, float]:
        """The part of the map that is seen: x, y, width, height in map units."""
        seen = self._seen()
        if (box := self.whole()) is not None:
            seen = seen.intersected(box)
        return seen.x(), seen.y(), seen.width(), seen.height()

    # -- how it is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.setBackgroundBrush(QColor(theme.ground))
        self.minimap.set_theme(theme)
        if self._picture is not None:
            self._picture.set_theme(theme)

    def set_lens(self, lens: Lens) -> None:
        """Paint another property of the same map."""
        if lens is not self._lens:
            self._lens = lens
            if self._picture is not None:
                self._picture.set_lens(lens)

    def show_every(self, shown: bool) -> None:
        """Draw all links of a segment map, or only its lines."""
        self._every = shown
        if isinstance(self._picture, SegmentScene):
            self._picture.show_every(shown)

    # -- who is stressed

    def select(self, product: str) -> None:
        """Select a card without telling anybody; bring it into sight."""
        known = self._picture is not None and product in self._picture.products()
        product = product if known else ""
        if product == self._selected:
            return
        self._selected, self._ring = product, Ring()
        self._dress()
        place = self._picture.place(product) if self._picture is not None else None
        if place is not None and not self._seen().contains(place):
            self.ensureVisible(place, AROUND, AROUND)

    def zoom_to_selected(self) -> None:
        """Come nearer to the selected card and what belongs to it."""
        found = self._picture
        place = found.place(self._selected) if found is not None and self._selected else None
        if place is not None:
            for near in self._related():
                place = place.united(near)
            self.zoom_to(place.adjusted(-BESIDE, -BESIDE, BESIDE, BESIDE))

    def highlight(self, ids: Collection[str] | None) -> None:
        """Stress what an enterprise or a county makes; ``None`` stresses nothing."""
        self._stressed = None if ids is None else frozenset(ids)
        self._dress()

    def filter_to(self, ids: Collection[str]) -> None:
        """Fade all but these products, as the legend wants it; none for no filter."""
        self._kept = frozenset(ids) or None
        self._dress()

    def mark(self, ids: Collection[str]) -> None:
        """Stress products that were chosen together in a list; none for no choice."""
        self._marked = frozenset(ids) or None
        self._dress()

    # -- what lies over it

    def keep_visible(self, product: str, right_margin: int) -> None:
        """Something covers ``right_margin`` pixels at the right now (0: nothing does); move the map
        by just so much that the card of ``product`` is seen beside it.
        """
        self.cover.width = right_margin
        self._fit_scroll()
        place = self._picture.place(product) if self._picture is not None else None
        if place is not None:
            self.cover.uncover(place)
        self.on_moved()

    def show_hidden(self) -> None:
        """Move the map so that the related cards under what covers it are seen."""
        hidden = self.cover.hidden(self._related())
        if hidden:
            self.cover.uncover(max(hidden, key=lambda place: place.right()))

    # -- parts

    def _show(self, picture: Picture, theme: Theme, *, again: bool) -> None:
        kept = self._anchor() if again and not self.fitted else None
        self._motion.stop()
        old, self._picture = self._picture, picture
        self._theme = theme
        self._hovered, self._ring = NOWHERE, Ring()
        if not again:
            self._selected, self._marked = "", None
        if self._selected not in picture.products():
            self._selected = ""
        picture.set_lens(self._lens)
        self.setBackgroundBrush(QColor(theme.ground))
        self.setScene(picture)
        if old is not None:
            old.deleteLater()
        self.minimap.show_map(picture, theme)
        self._fit_scroll()
        self._dress()
        if kept is None or not self._return_to(*kept):
            self.show_laid()
        self.on_moved()

    def _scene_of(self, shown: Map, theme: Theme, flow_words: FlowWords) -> SegmentScene:
        if is_crowd(shown):
            return CrowdScene(shown, theme, self._lens, flow_words)
        old = self._picture
        known = old if isinstance(old, SegmentScene) and not isinstance(old, CrowdScene) else None
        return SegmentScene(shown, theme, self._lens, flow_words, known)

    def _fit_scroll(self) -> None:
        if self._picture is not None:
            self.setSceneRect(self.cover.room(self._picture.whole(), self.scale_now))

    def _anchor(self) -> tuple[str, QPoint]:
        """The selected card if it is seen, else that nearest to the middle, and where on screen
        it is.
        """
        found, seen = self._picture, self._seen()
        middle = seen.center()
        places = {p: r for p in found.products() if (r := found.place(p))} if found else {}
        if self._selected in places and seen.intersects(places[self._selected]):
            return self._selected, self.mapFromScene(places[self._selected].center())
        ways = {p: (place.center() - middle).manhattanLength() for p, place in places.items()}
        near = min(ways, key=lambda p: (ways[p], p), default="")
        return near, self.mapFromScene(places[near].center()) if near else QPoint()

    def _return_to(self, product: str, spot: QPoint) -> bool:
        """Bring a card back to where it was on screen; ``False`` where it is gone."""
        place = self._picture.place(product) if self._picture is not None else None
        if place is None:
            return False
        way = self.mapFromScene(place.center()) - spot
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + way.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + way.y())
        return True

    def _dress(self) -> None:
        if self._picture is not None:
            self._picture.dress(Dress(self._selected, self._hovered, self._pointed_at()))
            if isinstance(self._picture, SegmentScene):
                self._picture.show_ring(self._ring if self.hasFocus() else Ring())
        self._tell_hidden()

    def _pointed_at(self) -> Ids | None:
        """The rows of a list before an enterprise, a county and the letters of the legend."""
        if self._marked is not None:
            return self._marked
        if self._kept is None or self._stressed is None:
            return self._stressed if self._kept is None else self._kept
        return self._kept & self._stressed

    def _related(self) -> list[QRectF]:
        found = self._picture
        if found is None or not self._selected:
            return []
        near = found.near(self._selected) - {self._selected}
        return [place for p in sorted(near) if (place := found.place(p)) is not None]

    def _tell_hidden(self) -> None:
        hidden = len(self.cover.hidden(self._related()))
        if hidden != self._hidden:
            self._hidden = hidden
            self.hidden_related.emit(hidden)

    def _seen(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _spot(self, at: QPointF) -> Spot:
        if self._picture is None:
            return NOWHERE
        return self._picture.spot(at, self._reach())

    def _reach(self) -> float:
        return 4.0 / max(self.scale_now, 0.01)

    def on_moved(self) -> None:
        """Show on the small map what is seen, and keep that in its corner."""
        self.minimap.set_seen(self._seen(), self.scale_now)
        port, size = self.viewport().rect(), self.minimap.size()
        left = port.width() - self.cover.width - size.width() - CORNER
        self.minimap.move(left, port.height() - size.height() - CORNER)
        self._tell_hidden()
