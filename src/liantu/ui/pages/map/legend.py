"""What the shapes on the map mean, in one line; its kinds are filters, its ? tells everything."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.diagram.badges import MARK, MARK_TOP
from liantu.diagram.drawing import Shape
from liantu.diagram.lenses import LENSES
from liantu.diagram.segment.graph import kinds
from liantu.diagram.segment.model import Kind
from liantu.model.focus import Focus
from liantu.render.painter import paint
from liantu.ui import looking
from liantu.ui.look import Tones
from liantu.ui.one_stop import OneStop
from liantu.ui.pages.map.legend_entries import DEFINED, SPARED, Entry, entries
from liantu.ui.pages.map.legend_help import Help
from liantu.ui.widgets.popover import pop_up
from liantu.ui.widgets.shrinking import Shrinking, Step
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

LOW, HIGH = 24, 26
"""Height on a small window and on a large one."""
EDGE = 1
"""Room round a mark for its border."""


class Mark(QWidget):
    """The picture of one entry."""

    def __init__(self, shapes: tuple[Shape, ...]) -> None:
        super().__init__()
        self.shapes = shapes
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(QSize(int(MARK[0]) + 2 * EDGE, int(MARK[1]) + 2 * EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.translate(EDGE, EDGE - MARK_TOP)
        paint(painter, self.shapes)
        painter.end()


class Legend(Shrinking):
    """``filtered`` carries the kinds that are to stand out; an empty set for all alike."""

    filtered = Signal(frozenset)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setAccessibleName(text("ui.legend"))
        self._tones = tones
        self._asked: tuple[Reading, Focus] | None = None
        self._drawn: object = None
        self.chosen: frozenset[Kind] = frozenset()
        self.entries: tuple[Entry, ...] = ()
        self.shown: list[Shown] = []
        self._behind = False
        self.help = QToolButton()
        self.help.setObjectName("bare")
        self.help.setText(text("ui.legend.help.sign"))
        self.help.setAccessibleName(text("ui.legend.help"))
        plain_tip(self.help, text("ui.tip.key", words=text("ui.legend.help"), key="F1"))
        self.help.clicked.connect(self.tell_all)
        self._stops = OneStop(self)
        self.row.setContentsMargins(12, 0, 8, 0)
        self.row.setSpacing(6)
        self.row.addStretch(1)
        self.row.addWidget(self.help)
        self.take_size(large=False, behind=False)

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._tones = look
        self._drawn = None
        if self._asked is not None:
            self.draw(*self._asked)

    def take_size(self, *, large: bool, behind: bool) -> None:
        """Fit a large or a small window; ``behind``: all is left to the ?."""
        self._behind = behind
        self.setFixedHeight(0 if behind else HIGH if large else LOW)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Explain what the lens of the focus paints on its map."""
        self._asked = (reading, focus)
        section = looking.section_of(reading, focus)
        key = (reading.serial, focus.lens, focus.chain, section, focus.map)
        if key == self._drawn:
            return
        self._drawn = key
        known = focus.map is None and focus.chain in reading.atlas.chains
        counts = kinds(reading, focus.chain, section) if known else None
        self.entries = entries(LENSES[focus.lens], self._tones.theme, counts)
        self._fill()

    def tell_all(self, below: QWidget | None = None) -> None:
        """Every entry with what it means."""
        words = LENSES[self._asked[1].lens].words if self._asked else ""
        pop_up(Help(self.entries, words, Mark), below or self.help)

    def _fill(self) -> None:
        self._choose(frozenset())
        for old in self.shown:
            self.row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.shown = [Shown(entry) for entry in self.entries]
        for at, part in enumerate(self.shown):
            self.row.insertWidget(at, part)
            part.clicked.connect(lambda _=False, part=part: self._pick(part))
        kinds_ = [part for part in self.shown if part.entry.kind is not None]
        rest = [part for part in self.shown if part.entry.kind is None]
        defined = [part.meaning for part in kinds_ if part.entry.kind in DEFINED]
        spared = [part for part in kinds_ if part.entry.kind in SPARED]
        self.set_steps(
            *(Step(part.setHidden) for part in reversed(rest)),
            *([Step(lambda hidden: _hide(defined, hidden))] if defined else []),
            *([Step(lambda hidden: _hide(spared, hidden))] if spared else []),
        )
        self._stops.take(self.help, *kinds_)
        self.fit()

    def _pick(self, part: Shown) -> None:
        """One kind alone, or with Shift beside the others; again: all alike."""
        kind = part.entry.kind
        if kind is None:
            return
        more = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        only = frozenset() if self.chosen == {kind} else frozenset({kind})
        self._choose(self.chosen ^ {kind} if more else only)

    def _choose(self, chosen: frozenset[Kind]) -> None:
        changed, self.chosen = chosen != self.chosen, chosen
        for part in self.shown:
            part.setChecked(part.entry.kind in chosen)
        if changed:
            self.filtered.emit(chosen)


class Shown(QPushButton):
    """One entry; a button where it is a kind of card."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.entry = entry
        acts = entry.kind is not None
        self.setCheckable(acts)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if acts else Qt.FocusPolicy.NoFocus)
        self.meaning = label(entry.meaning if entry.kind in DEFINED else "", "hint")
        count = "" if entry.count is None else str(entry.count)
        self.words = [label(entry.words, "entryWords"), label(count, "hint"), self.meaning]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(4)
        if entry.mark:
            row.addWidget(Mark(entry.mark))
        for part in self.words:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
            part.setVisible(bool(part.text()))
        self.setAccessibleName(f"{entry.words} {count} {entry.meaning}".strip())
        if entry.meaning:
            plain_tip(self, text("ui.legend.tip", words=entry.words, meaning=entry.meaning))

    def sizeHint(self) -> QSize:
        """That of what is inside."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is cut."""
        return self.sizeHint()


def _hide(parts: Iterable[QPushButton | QLabel], hidden: bool) -> None:
    for part in parts:
        part.setHidden(hidden)
