"""A chart on the screen: drawn once it is seen, its areas tell more and lead somewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolTip, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.theme import Theme
from liantu.jobs import Progress
from liantu.render.charts.canvas import Surface, backend
from liantu.render.charts.pen import Pen
from liantu.render.charts.plot import draw
from liantu.telling.charts.catalogue import ChartName
from liantu.telling.charts.model import Chart
from liantu.ui.canvas.accessible import speak_tip
from liantu.ui.habits.crash import hand_over
from liantu.ui.widgets.text import plain_tip
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

SCALE = 1.4
"""Pixels a point: the smallest type has 10 px."""
WIDEST, NARROWEST = 760.0, 440.0
"""Width of a chart at most and at least, pt."""
WAITING = 280
"""Height before there is a chart."""
PAUSE_MS = 150
"""Width may change so long before the chart is drawn anew."""

_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """``key`` tells one wish from another."""

    key: object
    make: Callable[[], Chart] = field(compare=False)


class ChartView(QWidget):
    """``chosen`` carries the :class:`Aim` of what was clicked; ``export_asked`` and ``copy_asked``
    come from its menu, ``made`` tells that a new chart is seen. Arrows go from area to area.
    """

    chosen = Signal(object)
    export_asked = Signal()
    copy_asked = Signal()
    made = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._wanted: _Wanted | None = None
        self._drawn: object = None
        self._at: int | None = None
        self._title = ""
        self.surface: Surface | None = None
        self._tasks = Tasks(self)
        self._mark = QFrame(self)
        self._mark.setObjectName("chartMark")
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.setMinimumHeight(WAITING)

    def ask(self, reading: Reading, name: ChartName, chain: str, found: Chart) -> None:
        """Show a chart (``found`` holds its values) as soon as this is seen."""
        self.ask_for((reading.serial, name, chain), lambda: found, found)

    def ask_for(self, key: object, make: Callable[[], Chart], found: Chart) -> None:
        """Show the chart that ``make`` computes on a worker; equal keys, equal charts."""
        self._wanted = _Wanted(key, make)
        self._title = f"{found.title}。{found.finding}"
        speak_tip(self, self._title, "")
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._look()

    @property
    def busy(self) -> bool:
        """Whether what is seen is not yet what was asked for."""
        return self._tasks.running or self._key() != self._drawn

    def let_go(self) -> None:
        """Hold nothing that could be drawn until it is asked for again."""
        self._pause.stop()
        self._tasks.drop()
        self._wanted = self._drawn = None

    def stop(self) -> None:
        """Leave no thread behind."""
        self._pause.stop()
        self._tasks.stop()

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Have the chart drawn that is wanted: only what is seen is painted."""
        self._draw()

    def _look(self) -> None:
        """Have it drawn if it is seen; Qt does not paint what the chart before covers wholly."""
        self.update()
        if self.surface is not None and not self.surface.widget.visibleRegion().isEmpty():
            self._draw()

    def _draw(self) -> None:
        """Begin to draw what is wanted where that is not what is shown."""
        key = self._key()
        if self._wanted is not None and key != self._drawn and not self._pause.isActive():
            self._drawn = key
            self._make(self._wanted, self._theme, self._room())

    def _key(self) -> tuple[object, ...]:
        """What the chart depends on."""
        return self._wanted, self._theme.ground, self._room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for the width, once it stays."""
        super().resizeEvent(event)
        if event.oldSize().width() > 0 and event.size().width() != event.oldSize().width():
            self._pause.start()
        self._place()

    def _room(self) -> float:
        return min(max(self.width() / SCALE, NARROWEST), WIDEST)

    def _make(self, wanted: _Wanted, theme: Theme, room: float) -> None:
        self._tasks.drop()

        def job(progress: Progress) -> Pen | None:
            backend()
            found = wanted.make()
            progress.check()
            return None if found.empty else draw(found, room, theme, theme.ground)

        task = self._tasks.new(job)
        task.done.connect(self._show)
        task.failed.connect(hand_over)
        task.start()

    def _show(self, pen: Pen | None) -> None:
        """Put the new chart in the place of the old one."""
        if self.surface is not None:
            self.surface.widget.removeEventFilter(self)
            self.surface.widget.deleteLater()
            self.surface = None
        self._leave()
        if pen is not None:
            self.surface = Surface(pen, SCALE)
            canvas = self.surface.widget
            canvas.setParent(self)
            canvas.setMouseTracking(True)
            canvas.installEventFilter(self)
            canvas.show()
            self._mark.raise_()
            self._place()
        height = self.surface.widget.height() if self.surface else 0
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.made.emit()

    def _place(self) -> None:
        """The chart at the left edge; its words begin where the others of the page do."""
        if self.surface is not None:
            self.surface.widget.move(0, 0)

    # -- pointing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the pointer does on the canvas; a wheel is left to whoever scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if isinstance(event, QContextMenuEvent):
            self._menu(event.globalPos())
            return True
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseMove:
            self._hover(event.position())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif event.type() in _MOUSE:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, by the key too."""
        self._menu(event.globalPos())

    def _hover(self, place: QPointF) -> None:
        if self.surface is None:
            return
        at = self.surface.hit_at(place)
        hit = self.surface.hits[at] if at is not None else None
        hand = hit is not None and hit.aim is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.surface.widget.setCursor(shape)
        plain_tip(self.surface.widget, hit.tip if hit else "")

    def _release(self, event: QMouseEvent) -> None:
        if self.surface is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self.surface.hit_at(event.position())
        if at is not None:
            self._choose(at)

    def _choose(self, at: int) -> None:
        aim = self.surface.hits[at].aim if self.surface else None
        if aim is not None:
            self.chosen.emit(aim)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(text("ui.verb.picture"), self.export_asked.emit)
        menu.addAction(text("ui.verb.copy_picture"), self.copy_asked.emit)
        menu.popup(place)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next area that way, Enter follows it."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.surface is not None and self.surface.hits:
            self._go(_STEPS[key])
        elif key in _CHOOSING and self._at is not None:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        """The mark goes with the focus."""
        self._leave()

    def _leave(self) -> None:
        self._at = None
        self._mark.hide()
        speak_tip(self, self._title, "")

    def _go(self, step: QPoint) -> None:
        assert self.surface is not None
        at = 0 if self._at is None else self._neighbour(self._at, step)
        self._at = at
        area = self.surface.area(at).toAlignedRect()
        self._mark.setGeometry(area.translated(self.surface.widget.pos()))
        self._mark.show()
        tip = self.surface.hits[at].tip
        speak_tip(self, self._title, tip)
        QToolTip.showText(self.mapToGlobal(self._mark.geometry().bottomLeft()), tip, self)

    def _neighbour(self, at: int, step: QPoint) -> int:
        """The nearest area that way, or the same where there is none."""
        assert self.surface is not None
        here = self.surface.area(at).center()
        best, least = at, float("inf")
        for other in range(len(self.surface.hits)):
            way = self.surface.area(other).center() - here
            along = way.x() * step.x() + way.y() * step.y()
            aside = abs(way.x() * step.y()) + abs(way.y() * step.x())
            if along > 1 and along + ASIDE * aside < least:
                best, least = other, along + ASIDE * aside
        return best


ASIDE = 2.5
"""How much worse it is to stray than to go on."""
