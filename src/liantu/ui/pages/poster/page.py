"""The page 看板 as the window has it: the sheet that prints, and every thing on it alive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.poster.model import Page as Sheet
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.telling.dossiers.describe import describe
from liantu.ui.habits.crash import hand_over
from liantu.ui.habits.fault import told
from liantu.ui.pages.page import Drawn
from liantu.ui.pages.poster.head import PosterHead
from liantu.ui.pages.poster.making import Sight, make
from liantu.ui.pages.poster.sheet_view import SheetView
from liantu.ui.pages.poster.strip import Strip
from liantu.ui.seen import looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text


class PosterPage(QObject):
    """``why_asked`` carries the product whose sheet is wanted; ``made`` tells of new pages."""

    why_asked = Signal(str)
    made = Signal()

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        super().__init__()
        self._selection, self._bridge, self._tones = selection, bridge, tones
        self._shown: tuple[int, Sight] | None = None
        self._wanted: tuple[Reading, Focus] | None = None
        self._verbs: list[QAction] = []
        self.head, self.view, self.strip = PosterHead(), SheetView(tones), Strip()
        self.hint = label("", "secondary", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.widget = QWidget()
        self._tasks = Tasks(self.widget)
        self._drawn = Drawn(self.widget, self._key, self._draw, bridge.turns)
        self._assemble()
        self._connect()

    def show(self, reading: Reading, focus: Focus) -> None:
        """Show the page of the chain of the focus, or of the city without one."""
        self._drawn.show(reading, focus)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where the focus can go, in order."""
        return (self.head, self.view, self.strip)

    @property
    def sight(self) -> Sight:
        """What is shown: the page of which chain, how."""
        chain = self._selection.focus.chain
        known = chain in self._bridge.session.reading.atlas.chains
        return Sight(
            chain=chain if known else "",
            paper=self.head.paper.currentData(),
            lines=self.head.lines.isChecked(),
        )

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what was asked for."""
        return self._tasks.running

    def take_verbs(self, head: Mapping[str, QAction], menu: list[QAction]) -> None:
        """Put verbs into the row above the sheet and into the menu of its things."""
        self.head.add_verbs(head)
        self._verbs = menu

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._tones = tones
        self.view.set_tones(tones)
        self._shown = None
        self._make_again()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    # -- building

    def _assemble(self) -> None:
        sheet = QWidget()
        self._stack = QStackedLayout(sheet)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.hint)
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(sheet, 1)
        box.addWidget(self.strip)

    def _connect(self) -> None:
        self.head.chain_chosen.connect(self._open)
        self.head.changed.connect(self._make_again)
        self.view.told = self._told
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._follow)
        self.view.menu_asked.connect(self._show_menu)
        self.strip.map_asked.connect(lambda: self._follow(self._selection.focus.target))
        self.strip.why_asked.connect(self.why_asked)
        self.strip.firm_asked.connect(self._show_firm)

    # -- what is done

    def _open(self, chain: str) -> None:
        self._selection.go(replace(self._selection.focus, chain=chain, section=None, target=None))

    def _choose(self, target: Target | None) -> None:
        """Another chain leads to its page; all else is told of below the sheet."""
        if target is not None and target.kind == "chain" and target.id != self.sight.chain:
            self._open(target.id)
            return
        self._selection.go(replace(self._selection.focus, target=target))

    def _follow(self, target: Target | None) -> None:
        if target is not None:
            reading, focus = self._bridge.session.reading, self._selection.focus
            self._selection.go(looking.follow(reading, focus, target))

    def _told(self, target: Target) -> str:
        """The name of a thing and what is concluded of it."""
        reading = self._bridge.session.reading
        chain = self.sight.chain or reading.chain_for(target.id)
        dossier = describe(reading, target, chain)
        return f"{dossier.title}\n{dossier.conclusion}"

    def _show_firm(self, enterprise: str) -> None:
        """The enterprise's own map, as the page 图谱 shows it."""
        target = Target("enterprise", enterprise)
        reading, focus = self._bridge.session.reading, self._selection.focus
        at_home = looking.follow(reading, focus, target)
        self._selection.go(replace(at_home, map=target, fold="", box=""))

    def _show_menu(self, target: Target | None, spot: QPoint) -> None:
        menu = QMenu(self.widget)
        menu.aboutToHide.connect(menu.deleteLater)
        if target is not None:
            self._choose(target) if target.kind != "chain" else None
            words = text("ui.poster.to_map")
            menu.addAction(words, lambda: self._follow(target))
        menu.addActions(self._verbs)
        menu.popup(spot)

    # -- drawing

    def _key(self, reading: Reading, focus: Focus) -> object:
        return (reading.serial, focus, self._tones.dark)

    def _draw(self, reading: Reading, focus: Focus) -> None:
        self._wanted = (reading, focus)
        self.head.show_chain(reading, self.sight.chain)
        self.view.select(focus.target)
        self.strip.show_dossier(None)
        if not reading.atlas.chains:
            self._say(text("ui.map.nothing"))
            return
        if focus.target is not None:
            home = focus.chain if focus.chain in reading.atlas.chains else ""
            chain = home or reading.chain_for(focus.target.id)
            self.strip.show_dossier(describe(reading, focus.target, chain))
        self._make(reading)

    def _make_again(self) -> None:
        if self._wanted is not None and self.widget.isVisible():
            self._make(self._wanted[0])

    def _make(self, reading: Reading) -> None:
        """Have the page made; the one before stays until then."""
        sight, theme = self.sight, self._tones.theme
        if self._shown == (reading.serial, sight):
            return
        again = self._shown is not None and self._shown[1] == sight
        self._shown = (reading.serial, sight)
        self._tasks.drop()
        task = self._tasks.new(lambda _progress: make(reading, sight, theme))
        task.slow.connect(lambda: self.head.note.setText(text("ui.poster.making")))
        task.done.connect(lambda pages: self._show_pages(pages, again=again))
        task.failed.connect(self._on_failed)
        task.finished.connect(lambda: self.head.note.setText(""))
        task.start()

    def _on_failed(self, error: Exception) -> None:
        self._say(text("ui.poster.failed", reason=told(error)))
        hand_over(error)

    def _show_pages(self, pages: tuple[Sheet, ...], *, again: bool) -> None:
        self._stack.setCurrentWidget(self.view)
        self.view.show_pages(pages, again=again)
        self.made.emit()

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self._stack.setCurrentWidget(self.hint)
