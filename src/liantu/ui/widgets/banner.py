"""Notes inside the window: messages with buttons, one below the other, never a modal box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import label
from liantu.wording import text

Offer = tuple[str, Callable[[], None]]

WIDEST, BESIDE, BELOW = 860, 16, 64
"""Width of the notes at most, and what stays free beside and below them: the legend of the map, its
tabs and the foot of a list stay in sight.
"""
NARROWEST = 640
"""Room that notes need: in less they lie over what is beside them (px)."""
_PLACING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
AT_ONCE = 6
"""Items of a note that are shown before the user asks for all."""
READY = 200
"""Items that are made before that: of a large folder thousands change with a date."""


class Note(QFrame):
    """One message; ``items`` stand below it, each of which can be clicked."""

    def __init__(self, words: str, kind: str) -> None:
        super().__init__()
        self.setObjectName("note")
        self.setProperty("kind", kind)
        self.words, self.asks = words, False
        self.buttons: list[QPushButton] = []
        self.items: list[QPushButton] = []
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(160, 8)
        self.progress.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(label(words, "bannerWords", wrap=True), 1)
        self._row.addWidget(self.progress)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 6, 12, 6)
        self._box.setSpacing(4)
        self._box.addLayout(self._row)

    @property
    def is_working(self) -> bool:
        """Whether it tells of work that goes on."""
        return not self.progress.isHidden()

    @property
    def only_tells(self) -> bool:
        """Whether it is put away by Esc: bad news and what asks for an answer are not."""
        return not (self.is_working or self.asks or self.property("kind") == "bad")

    def offer(self, offers: Sequence[Offer]) -> None:
        """Put buttons at the right."""
        for caption, run in offers:
            button = _button(caption, run)
            self._row.addWidget(button)
            self.buttons.append(button)

    def list_items(self, items: Sequence[Offer]) -> None:
        """Show the first items, and the others once they are asked for."""
        if not items:
            return
        holder = QWidget()
        flow = Flow(6)
        flow.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(flow)
        self._add(items[:READY], flow)
        for button in self.items[AT_ONCE:]:
            button.hide()

        def unfold() -> None:
            more.hide()
            self._add(items[READY:], flow)
            for button in self.items:
                button.show()

        if len(items) > AT_ONCE:
            more = _button(text("ui.note.all", count=len(items)), unfold)
            more.setObjectName("noteItem")
            flow.addWidget(more)
        self._box.addWidget(holder)

    def _add(self, items: Sequence[Offer], flow: Flow) -> None:
        for caption, run in items:
            button = _button(caption, run)
            button.setObjectName("noteItem")
            flow.addWidget(button)
            self.items.append(button)


def _button(caption: str, run: Callable[[], None]) -> QPushButton:
    button = QPushButton(caption.replace("&", "&&"))
    button.setAccessibleName(caption)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
    button.clicked.connect(lambda _=False: run())
    return button


class Banner(QFrame):
    """Hidden while there is nothing to tell. A note replaces only the one about the same thing;
    the newest is uppermost, and the user can close each. It lies over ``host`` above its lower
    edge and takes no room from it: a map is not laid out anew because something is told.
    """

    def __init__(self, name: str, host: QWidget | None = None) -> None:
        super().__init__(host)
        self._host = host
        self._panels: tuple[QWidget, ...] = ()
        if host is not None:
            host.installEventFilter(self)
        self.setObjectName("banner")
        self.setAccessibleName(text(name))
        self._notes: dict[str, Note] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the place over the host."""
        if event.type() in _PLACING:
            self._place()
        return False

    def keep_clear(self, *panels: QWidget) -> None:
        """Leave panels at the sides of the host to be seen, where that leaves room enough."""
        self._panels = panels
        for panel in panels:
            panel.installEventFilter(self)

    def event(self, event: QEvent) -> bool:
        """Be as high as the notes are."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return done

    def _place(self) -> None:
        if self._host is None or self._host.width() <= 2 * BESIDE:
            return
        begin, end = self._span(self._host)
        width = min(end - begin - 2 * BESIDE, WIDEST)
        wrapped = self._box.hasHeightForWidth()
        high = self._box.heightForWidth(width) if wrapped else self._box.sizeHint().height()
        left = (begin + end - width) // 2
        self.setGeometry(left, max(self._host.height() - BELOW - high, 0), width, high)
        self.raise_()

    def _span(self, host: QWidget) -> tuple[int, int]:
        """Where the notes may begin and where they must end."""
        begin, end = 0, host.width()
        for panel in self._panels:
            if panel.isVisible():
                left = panel.mapTo(host, QPoint(0, 0)).x()
                if left > host.width() // 2:
                    end = min(end, left)
                else:
                    begin = max(begin, left + panel.width())
        return (begin, end) if end - begin >= NARROWEST else (0, host.width())

    @property
    def words(self) -> str:
        """The messages shown, the newest first."""
        return "\n".join(note.words for note in reversed(self._notes.values()))

    @property
    def failures(self) -> dict[str, str]:
        """What is told as bad: about what, and the words."""
        bad = {at: note for at, note in self._notes.items() if note.property("kind") == "bad"}
        return {about: note.words for about, note in bad.items()}

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What the newest note offers, the closing button last."""
        newest = next(reversed(self._notes.values()), None)
        return tuple(newest.buttons) if newest else ()

    @property
    def items(self) -> tuple[QPushButton, ...]:
        """What the newest note lists."""
        newest = next(reversed(self._notes.values()), None)
        return tuple(newest.items) if newest else ()

    def tell(
        self,
        words: str,
        offers: Sequence[Offer] = (),
        kind: str = "note",
        about: str = "",
        items: Sequence[Offer] = (),
        *,
        asks: bool = False,
    ) -> None:
        """Show a message; ``kind`` is ``note``, ``good`` or ``bad``; :meth:`withdraw` takes back
        what was told ``about`` something. ``asks``: its buttons are an answer that is waited for.
        """
        note = Note(words, kind)
        note.asks = asks
        note.offer([*offers, (text("ui.close"), lambda: self.withdraw(about))])
        note.list_items(items)
        self._put(about, note)

    def withdraw(self, about: str) -> None:
        """Take back what was told about this."""
        note = self._notes.pop(about, None)
        if note is not None:
            self._box.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.setVisible(bool(self._notes))

    @property
    def told(self) -> tuple[Note, ...]:
        """The notes shown, the oldest first."""
        return tuple(self._notes.values())

    def forget(self, notes: Sequence[Note]) -> None:
        """Take back those of ``notes`` that are still shown, but for work that goes on."""
        for about, note in list(self._notes.items()):
            if note in notes and not note.is_working:
                self.withdraw(about)

    def close_newest(self) -> bool:
        """Close the newest note that only tells something; whether there was one."""
        newest = next((note for note in reversed(self.told) if note.only_tells), None)
        if newest is None:
            return False
        self.forget([newest])
        return True

    def tell_progress(self, words: str, cancel: Callable[[], None], about: str = "") -> None:
        """Show that work goes on, with a button that cancels it; :meth:`step` moves its bar."""
        note = Note(words, "note")
        note.offer([(text("ui.cancel"), cancel)])
        note.progress.setRange(0, 0)
        note.progress.show()
        self._put(about, note)

    def step(self, done: int, total: int, about: str = "") -> None:
        """Move the progress bar."""
        note = self._notes.get(about)
        if note is not None:
            note.progress.setRange(0, total)
            note.progress.setValue(done)

    def _put(self, about: str, note: Note) -> None:
        self.withdraw(about)
        self._notes[about] = note
        self._box.insertWidget(0, note)
        self.show()
