"""使用手册: contents or what was found at the left, a chapter at the right; not modal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from liantu.render import manual as papers
from liantu.telling.help import book, finding
from liantu.ui.manual.page import Page
from liantu.ui.manual.paper import Paper
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

SIZE = QSize(1000, 620)
"""Size where the screen has room for it, px."""
SIDE, LEAST = 250, QSize(560, 380)
_CHAPTER, _SECTION, _MARK = (Qt.ItemDataRole.UserRole + at for at in range(3))


@dataclass(frozen=True, slots=True)
class Spot:
    """A chapter with a section (empty: its top); ``words`` are marked in it."""

    chapter: str
    section: str = ""
    words: str = ""


class ManualWindow(QDialog):
    """One a window of the program; :meth:`open_at` turns to a chapter."""

    def __init__(self, tones: Tones, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.manual.title"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.page = Page(tones)
        self.page.asked.connect(self._on_link)
        self.search = QLineEdit()
        self.search.setPlaceholderText(text("ui.manual.search"))
        self.search.setAccessibleName(text("ui.manual.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._take_first)
        self.contents, self.hits = _contents(), _hits()
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.hits.currentItemChanged.connect(self._on_hit)
        self._past: list[Spot] = []
        self._future: list[Spot] = []
        self.spot = Spot(book.CHAPTERS[0])
        self.paper = Paper(self)
        self._assemble()
        self._show(self.spot)

    def open_at(self, chapter: str, section: str = "") -> None:
        """Turn to a chapter, and come to the front."""
        spot = Spot(chapter, section)
        if self.isVisible():
            self._turn(spot)
        else:
            self._show(spot)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search the arrow goes down to what was found."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.left.currentWidget().setFocus()
            if self.left.currentWidget() is self.hits:
                self.hits.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    # -- parts

    def _assemble(self) -> None:
        self.back = _button("ui.verb.back", "Alt+Left", self._go_back)
        self.forward = _button("ui.verb.forward", "Alt+Right", self._go_forward)
        for keys, act in (("Ctrl+F", self._look_for), ("Alt+Left", self._go_back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        QShortcut(QKeySequence("Alt+Right"), self).activated.connect(self._go_forward)
        self.left = QStackedWidget()
        self.left.addWidget(self.contents)
        self.left.addWidget(self.hits)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.left, 1)
        split = QSplitter()
        split.addWidget(side)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([SIDE, SIZE.width() - SIDE])
        split.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 10)
        box.addWidget(split, 1)
        box.addLayout(self._foot())
        self.setMinimumSize(LEAST)
        fit(self, SIZE)
        self.search.setFocus()

    def _foot(self) -> QHBoxLayout:
        self.save = _button("ui.manual.pdf", "", self._save)
        close = _button("ui.close", "", self.close)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.paper, 1)
        row.addWidget(self.save)
        row.addWidget(close)
        return row

    def _save(self) -> None:
        self.paper.ask(text("ui.manual.title"), papers.manual)

    # -- turning pages

    def _on_link(self, chapter: str, section: str) -> None:
        self._turn(Spot(chapter or self.spot.chapter, section))

    def _turn(self, spot: Spot) -> None:
        if spot == self.spot:
            self._show(spot)
            return
        self._past.append(self.spot)
        self._future.clear()
        self._show(spot)

    def _go_back(self) -> None:
        if self._past:
            self._future.append(self.spot)
            self._show(self._past.pop())

    def _go_forward(self) -> None:
        if self._future:
            self._past.append(self.spot)
            self._show(self._future.pop())

    def _show(self, spot: Spot) -> None:
        if spot.chapter not in book.CHAPTERS:
            return
        self.spot = spot
        self.page.show_markdown(book.chapter(spot.chapter).markdown, spot.words)
        if spot.section or spot.words:
            self.page.go_to(spot.section)
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._future))
        self.contents.blockSignals(True)
        if item := _item(self.contents, spot):
            self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)

    def _on_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._turn(Spot(item.data(0, _CHAPTER), item.data(0, _SECTION)))

    # -- looking for words

    def _look_for(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_typed(self, typed: str) -> None:
        self.hits.blockSignals(True)
        self.hits.clear()
        for hit in finding.find(typed):
            self.hits.addItem(_hit(hit))
        if typed.strip() and not self.hits.count():
            nothing = QListWidgetItem(text("ui.manual.nothing", words=typed.strip()))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.hits.addItem(nothing)
        self.hits.blockSignals(False)
        self.left.setCurrentWidget(self.hits if typed.strip() else self.contents)

    def _take_first(self) -> None:
        if self.hits.count() and self.search.text().strip():
            self.hits.setCurrentRow(0)
            self._on_hit(self.hits.item(0))

    def _on_hit(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_CHAPTER):
            self._turn(Spot(*(item.data(role) for role in (_CHAPTER, _SECTION, _MARK))))


def _hits() -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(text("ui.manual.found"))
    made.setWordWrap(True)
    made.setSpacing(3)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _contents() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAccessibleName(text("ui.manual.contents"))
    for chapter in book.book():
        top = QTreeWidgetItem([chapter.title])
        top.setData(0, _CHAPTER, chapter.id)
        top.setData(0, _SECTION, "")
        tree.addTopLevelItem(top)
        for section in chapter.sections[1:]:
            below = QTreeWidgetItem([section.title])
            below.setData(0, _CHAPTER, chapter.id)
            below.setData(0, _SECTION, section.title)
            top.addChild(below)
    return tree


def _item(tree: QTreeWidget, spot: Spot) -> QTreeWidgetItem | None:
    top = tree.topLevelItem(book.CHAPTERS.index(spot.chapter))
    assert top is not None
    for other in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(other)
        if item is not None:
            item.setExpanded(item is top)
    below = (top.child(at) for at in range(top.childCount()))
    return next((one for one in below if one.data(0, _SECTION) == spot.section), top)


def _hit(hit: finding.Hit) -> QListWidgetItem:
    place = text("ui.manual.place", chapter=hit.title, section=hit.section)
    item = QListWidgetItem(f"{place if hit.section else hit.title}\n{hit.words}")
    item.setData(_CHAPTER, hit.chapter)
    item.setData(_SECTION, hit.section)
    item.setData(_MARK, hit.mark)
    return item


def _button(code: str, key: str, act: Callable[[], object]) -> QPushButton:
    made = button(text(code), act)
    if key:
        plain_tip(made, text("ui.tip.key", words=text(code), key=key))
    return made
