"""What the shapes on the map mean, in one line; its kinds are filters, its ? tells everything."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

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
from liantu.diagram.entries import Entry
from liantu.diagram.lenses import LENSES
from liantu.diagram.segment.legend import legend_entries
from liantu.model.focus import Focus
from liantu.render.painter import paint
from liantu.telling.versions.turn import Turn
from liantu.ui.pages.map.legend_help import Help, meaning
from liantu.ui.seen import lenses, looking
from liantu.ui.style.look import Tones
from liantu.ui.widgets.one_stop import OneStop
from liantu.ui.widgets.popover import pop_up
from liantu.ui.widgets.shrinking import Shrinking, Step
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

LOW, HIGH = 24, 26
"""Height on a small window and on a large one."""
EDGE = 1
"""Room round a mark for its border."""
MARK, BASE = 18, 14
"""Height of the marks, and of it what stands above the baseline."""
SPARE = 40
"""Entries that are kept for when they are shown again: those of all lenses in one theme."""
SPARED = ("blank", "open", "steady", "external")
"""Kinds that are left to the ? before the others."""
KEPT = ("suspected", "jobs", "outage_line", "outage_none")
"""Remarks that are left to it last."""


class Mark(QWidget):
    """The picture of one entry."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.shapes = entry.mark
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(QSize(math.ceil(entry.width) + 2 * EDGE, MARK + 2 * EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.translate(EDGE, EDGE + BASE)
        paint(painter, self.shapes)
        painter.end()


class Legend(Shrinking):
    """``filtered`` carries the products that are to stand out; an empty set for all alike."""

    filtered = Signal(frozenset)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setAccessibleName(text("ui.legend"))
        self._tones = tones
        self._asked: tuple[Reading, Focus] | None = None
        self._drawn: object = None
        self._changes: Mapping[str, Turn] = {}
        self.chosen: frozenset[str] = frozenset()
        self.entries: tuple[Entry, ...] = ()
        self.shown: list[Shown] = []
        self._spare: dict[Entry, list[Shown]] = {}
        self._behind = False
        self.help = QToolButton()
        self.help.setObjectName("bare")
        self.help.setText(text("ui.legend.help.sign"))
        self.help.setAccessibleName(text("ui.legend.help"))
        plain_tip(self.help, text("ui.tip.key", words=text("ui.legend.help"), key="Shift+F1"))
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

    def mark_changes(self, changes: Mapping[str, Turn]) -> None:
        """Explain the marks of what changed; an empty mapping: there are none."""
        self._changes, self._drawn = changes, None
        if self._asked is not None:
            self.draw(*self._asked)

    def take_size(self, *, large: bool, behind: bool) -> None:
        """Fit a large or a small window; ``behind``: all is left to the ?."""
        self._behind = behind
        self.setFixedHeight(0 if behind else HIGH if large else LOW)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Explain what the lens of the focus paints on its map."""
        self._asked = (reading, focus)
        part = (looking.section_of(reading, focus), focus.map, focus.fold, focus.box)
        way = (focus.lens, focus.against, focus.step, focus.view)
        key = (reading.serial, way, focus.chain, part)
        if key == self._drawn:
            return
        self._drawn = key
        lens, theme = lenses.lens_of(reading, focus), self._tones.theme
        if lens is None:
            self._drawn = None
            return
        if not lens.quiet:
            lens = replace(lens, changes=self._changes)
        graph = looking.graph_of(reading, focus)
        found = legend_entries(graph, lens, theme) if graph else lens.legend(theme)
        told, self.entries = self.entries, tuple(found)
        if not self.shown or told != self.entries:
            self._fill()
        else:
            self._choose(frozenset())

    def wipe(self) -> None:
        """Explain nothing until the next map."""
        self._drawn, self.entries = None, ()
        for part in self.shown:
            part.hide()

    def tell_all(self, below: QWidget | None = None) -> None:
        """Every entry with what it means."""
        told = any(entry.definition for entry in self.entries)
        words = LENSES[self._asked[1].lens].words if self._asked and not told else ""
        pop_up(Help(self.entries, words, Mark), below or self.help)

    def _fill(self) -> None:
        self._choose(frozenset())
        before = self.shown
        for old in before:
            self.row.removeWidget(old)
            self._spare.setdefault(_sort(old.entry), []).append(old)
        self.shown = [self._part(entry) for entry in self.entries]
        self._put_away(before)
        for at, part in enumerate(self.shown):
            self.row.insertWidget(at, part)
            part.spread()
        acting = [part for part in self.shown if part.entry.items]
        defined = [part.meaning for part in self.shown if part.entry.definition]
        spared = [part for part in self.shown if part.entry.id in SPARED]
        kept = [part for part in self.shown if part.entry.id in KEPT]
        rest = [part for part in self.shown if not part.entry.items and part not in kept]
        self.set_steps(
            *(Step(part.setHidden) for part in reversed(rest)),
            *([Step(partial(_hide, defined))] if defined else []),
            *([Step(partial(_hide, spared))] if spared else []),
            *(Step(part.setHidden) for part in reversed(kept)),
        )
        self._stops.take(self.help, *acting)
        self.fit()

    def _part(self, entry: Entry) -> Shown:
        """One that was shown before, else a new one."""
        spare = self._spare.get(_sort(entry))
        if not spare:
            return self._made(entry)
        part = spare.pop()
        if part.entry != entry:
            part.tell(entry)
        return part

    def _put_away(self, before: list[Shown]) -> None:
        """Hide what is not shown any more, and part with what was not shown for long."""
        for part in before:
            if part not in self.shown:
                part.hide()
        spare = [(sort, part) for sort, parts in self._spare.items() for part in parts]
        for sort, part in spare[: max(len(spare) - SPARE, 0)]:
            self._spare[sort].remove(part)
            part.deleteLater()
        self._spare = {sort: parts for sort, parts in self._spare.items() if parts}

    def _made(self, entry: Entry) -> Shown:
        made = Shown(entry)
        made.clicked.connect(lambda: self._pick(made))
        return made

    def _pick(self, part: Shown) -> None:
        """One entry alone, or with Shift beside the others; again: all alike."""
        key = part.entry.id
        more = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        only = frozenset() if self.chosen == {key} else frozenset({key})
        self._choose(self.chosen ^ {key} if more else only)

    def _choose(self, chosen: frozenset[str]) -> None:
        changed, self.chosen = chosen != self.chosen, chosen
        for part in self.shown:
            part.setChecked(part.entry.id in chosen)
        if changed:
            items = (part.entry.items for part in self.shown if part.entry.id in chosen)
            self.filtered.emit(frozenset().union(*items))


class Shown(QPushButton):
    """One entry; a button where there are cards that carry it."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.meaning = label(entry.definition, "hint")
        self._count = label("", "hint")
        self.words = [label(entry.words, "entryWords"), self._count, self.meaning]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(4)
        if entry.mark:
            row.addWidget(Mark(entry))
        for part in self.words:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.tell(entry)

    def tell(self, entry: Entry) -> None:
        """Tell of an entry of the same sort: how often it is there, and where."""
        self.entry = entry
        acts = bool(entry.items)
        self.setCheckable(acts)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if acts else Qt.FocusPolicy.NoFocus)
        self._count.setText("" if entry.count is None else str(entry.count))
        for part in self.words:
            part.setVisible(bool(part.text()))
        told = meaning(entry)
        self.setAccessibleName(f"{entry.told} {told}".strip())
        tip = text("ui.legend.tip", words=entry.words, meaning=told) if told else ""
        plain_tip(self, tip)

    def spread(self) -> None:
        """Be seen with all that it has to say."""
        for part in self.words:
            part.setVisible(bool(part.text()))
        self.show()

    def sizeHint(self) -> QSize:
        """That of what is inside."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is cut."""
        return self.sizeHint()


def _sort(entry: Entry) -> Entry:
    """What is the same of an entry whatever is counted."""
    return replace(entry, count=None, items=frozenset())


def _hide(parts: Iterable[QPushButton | QLabel], hidden: bool) -> None:
    for part in parts:
        part.setHidden(hidden)
