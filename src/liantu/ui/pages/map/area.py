"""The map of a focus in its room: which picture, for which size, and the chips that lie over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import COMPARE, DIAGNOSIS, LENSES, Lens
from liantu.diagram.segment.model import Graph, Map
from liantu.diagram.views.map_view import MapView
from liantu.jobs import Progress
from liantu.model.focus import TREE, Focus
from liantu.telling.flows import flow_words
from liantu.telling.versions.turn import Turn
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.habits.crash import hand_over
from liantu.ui.pages.map.chips import Chip, MapChips
from liantu.ui.seen import comparing, lenses, looking
from liantu.ui.style.look import Tones
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.telling.versions.comparison import Comparison

CALM_MS = 1000
"""So long after a change of map or room others are prepared for it."""


class MapArea(QWidget):
    """Holds the canvas. ``asked`` carries changes of the focus, by field; ``settled``: map and room
    have stayed the same for a while, so that other maps can be laid out for it; ``made``: what a
    lens paints that is made for a reading is known now, or a map is laid out. ``slow``
    carries what gives up a layout that takes a while, ``laid``: it is over, or the page is left.
    """

    asked = Signal(object)
    settled = Signal()
    made = Signal()
    slow = Signal(object)
    laid = Signal()

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Reading, Focus] | None = None
        self._place: object = None
        self._chain = ""
        self._graph: Graph | None = None
        self._key: object = None
        self._lenses: Mapping[str, Lens] = {k: replace(v, noted=True) for k, v in LENSES.items()}
        self._noted: tuple[Lens, Lens] | None = None
        self._tasks = Tasks(self)
        self._layouts = Tasks(self)
        self._laid: object = None
        self._laid_next: object = None
        self._laying: Task | None = None
        self._slow: Task | None = None
        self.canvas = MapCanvas()
        self.canvas.setAccessibleName(text("ui.map"))
        self.chips = MapChips(self.canvas)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.settled)
        self.canvas.rested.connect(self._lay_out_anew)
        self.canvas.fold_asked.connect(
            lambda product: self.asked.emit({"fold": product, "box": ""})
        )
        self.canvas.box_asked.connect(lambda key: self.asked.emit({"fold": "", "box": key}))
        self.canvas.hidden_related.connect(self.chips.tell_hidden)
        self.chips.hidden_asked.connect(self.canvas.show_hidden)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)

    @property
    def map(self) -> Map | None:
        """The segment map shown, ``None`` for another picture or none."""
        return self.canvas.map

    @property
    def shows(self) -> bool:
        """Whether there is a map."""
        return self.canvas.map_scene is not None

    @property
    def shown_serial(self) -> int:
        """Of the reading whose map is seen; 0 before the first."""
        return self._key[0] if isinstance(self._key, tuple) else 0

    @property
    def title(self) -> str:
        """What the map is of."""
        scene = self.canvas.map_scene
        if scene is None:
            return ""
        return scene.map.graph.title if isinstance(scene, SegmentScene) else scene.view.title

    @property
    def view(self) -> MapView | None:
        """The layered map of what is shown, also of a segment map; ``None`` for nothing."""
        return looking.whole_map(*self._shown) if self._shown is not None else None

    def frame(self) -> looking.Frame | None:
        """Where a map would be laid out now, keeping what is shown; ``None`` before one was."""
        if self._shown is None or self.map is None:
            return None
        return self._frame(again=True)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the map of the focus as it paints and stresses it; none where there is no chain."""
        self._shown = (reading, focus)
        self.canvas.set_lens(self._lens(reading, focus))
        self.canvas.show_every(focus.every)
        self._show_picture(reading, focus)
        self.canvas.partial = bool(focus.fold or focus.box)
        self.canvas.highlight(looking.stressed(reading, focus))
        self.canvas.select(focus.product)
        self.chips.show_chips(_chips(reading, focus), self.asked.emit)

    def mark_changes(self, changes: Mapping[str, Turn]) -> None:
        """Mark what changed on whatever is shown; an empty mapping takes the marks away. The lens
        对比 has marks of its own.
        """
        self._lenses = {
            key: replace(lens, changes=changes, noted=True) for key, lens in LENSES.items()
        }
        if self._shown is not None:
            self.canvas.set_lens(self._lens(*self._shown))

    def _lens(self, reading: Reading, focus: Focus) -> Lens:
        """That of the focus; before one that is made for a reading is known, what is painted
        stays.
        """
        if focus.lens not in lenses.MADE:
            return self._lenses[focus.lens]
        found = lenses.lens_of(reading, focus)
        if found is None:
            self._make(reading, focus)
        return self._with_notes(found) if found is not None else self.canvas.lens

    def _with_notes(self, lens: Lens) -> Lens:
        """The lens on screen shows notes; one object as long as it paints the same."""
        if self._noted is None or self._noted[0] is not lens:
            self._noted = (lens, replace(lens, noted=True))
        return self._noted[1]

    def _make(self, reading: Reading, focus: Focus) -> None:
        self._tasks.drop()
        self.canvas.awaited = True
        task = self._tasks.new(lambda _: lenses.make(reading, focus))
        task.done.connect(lambda _: self.made.emit())
        task.failed.connect(hand_over)
        task.finished.connect(self._on_made)
        task.start()

    def _on_made(self) -> None:
        self.canvas.awaited = self._tasks.running or self._layouts.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()
        self._layouts.stop()

    @property
    def lays_out(self) -> bool:
        """Whether a map is being laid out, so that nothing is known of it as yet."""
        return self._laying is not None

    def _lay_out(self, key: object, reading: Reading, focus: Focus, *, again: bool) -> None:
        """Have a map laid out by a worker; meanwhile what is seen of the same chain stays, but no
        other one does.
        """
        if self._laying is not None and key == self._laid_next:
            return
        self._stop_laying()
        self._laid_next = key
        frame = self._frame(again=again)
        if focus.chain != self._chain:
            self.canvas.clear()
            self._place = self._key = None

        def job(progress: Progress) -> object:
            looking.lay_out(reading, focus, frame, progress)
            return key

        self.canvas.awaited = True
        task = self._layouts.new(job)
        task.slow.connect(partial(self._on_slow, task))
        task.done.connect(self._on_laid)
        task.failed.connect(hand_over)
        task.finished.connect(partial(self._on_layout_over, task))
        self._laying = task
        task.start()

    def _on_slow(self, task: Task) -> None:
        self._slow = task
        self._tell_slow()

    def _tell_slow(self) -> None:
        """Nobody waits for a map on another page."""
        if self._laying is not None and self._laying is self._slow and self.isVisible():
            self.slow.emit(self._laying.cancel)

    def _on_laid(self, key: object) -> None:
        self._laid, self._laying = key, None
        self.made.emit()

    def _on_layout_over(self, task: Task) -> None:
        self._on_made()
        if self._laying in (task, None):
            self._laying = None
            self.laid.emit()

    def _stop_laying(self) -> None:
        """Something else is to be seen."""
        if self._laying is not None:
            self._laying.drop()
            self._laying = None
            self.laid.emit()

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._look = look
        self.canvas.set_theme(look.theme)

    def showEvent(self, event: QShowEvent) -> None:
        """The room may have changed while nobody saw it."""
        super().showEvent(event)
        self._lay_out_anew()
        self._tell_slow()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is told of a layout is not to lie over another page."""
        super().hideEvent(event)
        if self._laying is not None:
            self.laid.emit()

    # -- parts

    def _show_picture(self, reading: Reading, focus: Focus) -> None:
        section = looking.section_of(reading, focus)
        part = (focus.map, focus.chain, section, focus.fold, focus.box)
        look = (focus.view, focus.detail, focus.trunk, focus.view == TREE and focus.every)
        place = (part, look)
        key = (reading.serial, place, self.canvas.area)
        if key == self._key:
            return
        again = place == self._place
        if key != self._laid and self._takes_long(reading, focus, again=again):
            self._lay_out(key, reading, focus, again=again)
            return
        self._stop_laying()
        self._place, self._key, self._laid, self._chain = place, key, None, focus.chain
        graph = looking.graph_of(reading, focus)
        if graph is None:
            self._show_layered(reading, focus, again=again)
            return
        if not (again and self._is_laid_out(graph)):
            self._graph = graph
            frame = self._frame(again=again)
            shown = looking.segment_map(graph, focus, frame)
            looking.keep_shown(graph, focus, frame, shown)
            self.canvas.show_segments(shown, self._look.theme, self._flow_words, again=again)
            if not self._calm.isActive():  # who goes from chain to chain is to find them ready
                self._calm.start()

    def _takes_long(self, reading: Reading, focus: Focus, *, again: bool) -> bool:
        """Whether a worker lays it out: whatever does not lie as it is to be seen already."""
        if looking.is_laid_out(reading, focus, self._frame(again=again)):
            return False
        graph = looking.known_graph(reading, focus) if again else None
        return graph is None or not self._is_laid_out(graph)

    def _is_laid_out(self, graph: Graph) -> bool:
        """Whether the map shown is of just this graph, for the room there is."""
        known, area = self.map, self.canvas.area
        if known is None or known.placed.plan.area != (area.width, area.height):
            return False
        return self._graph == graph  # that of the map is in another order

    def _flow_words(self, source: str, target: str) -> str:
        return flow_words(self._shown[0], source, target) if self._shown is not None else ""

    def _show_layered(self, reading: Reading, focus: Focus, *, again: bool) -> None:
        found = looking.layered(reading, focus)
        if found is None:
            self.canvas.clear()
        else:
            self.canvas.show_map(*found, self._look.theme, again=again)

    def _frame(self, *, again: bool) -> looking.Frame:
        """The room as it is; a map of the same thing moves as little as it can."""
        known = self.map if again else None
        return looking.Frame(self.canvas.area, known.placed.plan if known is not None else None)

    def _lay_out_anew(self) -> None:
        """The room is other now; a map that the user came nearer to waits until it is fitted."""
        if self._shown is not None and self.isVisible() and self.canvas.fitted:
            self.draw(*self._shown)
            self._calm.start()


def _chips(reading: Reading, focus: Focus) -> list[Chip]:
    """What makes the map less than the whole of a chain, each with what takes it back."""
    atlas, found = reading.atlas, []
    if focus.firm in atlas.enterprises:
        words = text("ui.firm.shown", name=atlas.enterprises[focus.firm].name)
        found.append(Chip(words, {"map": None, "fold": "", "box": ""}))
    if focus.fold in atlas.products:
        words = text("ui.folded", name=atlas.products[focus.fold].label)
        found.append(Chip(words, {"fold": "", "box": ""}))
    graph = looking.graph_of(reading, focus) if focus.box else None
    if graph is not None and graph.part:
        found.append(Chip(text("ui.boxed", name=graph.part), {"fold": "", "box": ""}))
    beside = comparing.known(reading, focus) if focus.lens == COMPARE else None
    if beside is not None:
        found.append(Chip(_compared(beside, focus), {"lens": DIAGNOSIS.id}))
    county = looking.county_of(reading, focus) if focus.chain in atlas.chains else ""
    if county and focus.map is None:
        found.append(Chip(text("ui.county.chip", name=county), {"county": ""}, county))
    return found


def _compared(found: Comparison, focus: Focus) -> str:
    """``与 2022-10-25 相比，本链 7 个环节有变化，全市 7 个``."""
    own = found.shown(focus.chain) & found.turns.keys()
    code = "ui.map.compared" if found.turns else "ui.map.compared.none"
    return text(code, name=found.before.title, count=len(own), all=len(found.turns))
