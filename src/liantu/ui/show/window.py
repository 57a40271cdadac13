"""The window of a show: a slide as large as the screen, turned by keys and clickers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QScreen,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from liantu.diagram.poster.model import Spot
from liantu.model.target import Target
from liantu.ui.canvas.keys import NOT_PLAIN
from liantu.ui.show.deck import Deck
from liantu.ui.show.keys import DOWNWARDS, UPWARDS, Act, act_of, digit_of
from liantu.ui.show.making import Maker, Sheet, Wish
from liantu.ui.show.overlay import Keys, Note
from liantu.ui.show.source import Source
from liantu.ui.show.view import SlideView, Veil
from liantu.ui.style.look import Tones
from liantu.wording import text

IDLE_MS = 3000
"""After so long without a move the pointer is no longer seen."""
PATIENT_MS = 250
"""A slide that takes longer is told of as being made."""
IN_MENU = (Act.NEXT, Act.BACK, Act.CONTENTS, Act.BLACK, Act.HELP, Act.SCREEN, Act.LEAVE)
"""What a right click offers, the last apart."""
MOST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Left:
    """How a show was left: at which place; ``target`` is to be seen on the map, or selected where
    ``followed`` is false.
    """

    deck: Deck
    target: Target | None = None
    followed: bool = False


class ShowWindow(QWidget):
    """``left`` carries a :class:`Left`, ``None`` where the window behind is to stay as it is;
    ``closed`` the window itself, however it was closed.
    """

    left = Signal(object)
    closed = Signal(object)

    def __init__(self, source: Source, maker: Maker, tones: Tones, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.show"))
        self.deck = Deck(source.stories)
        self._maker, self._round = maker, 0
        maker.draw = source.draw
        self._shown: Wish | None = None
        self._digits = ""
        self._dotted = False
        self.view, self.note, self.keys = SlideView(tones), Note(self), Keys(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENT_MS)
        self._acts: Mapping[Act, Callable[[], None]] = self._table()
        self._connect()

    def appear(self, screen: QScreen, deck: Deck) -> None:
        """Show a place on a screen, all of it."""
        self.deck = deck
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()
        self._idle.start()
        self._show()

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what was asked for."""
        return self._shown != self._wish(self.deck)

    def take(self, source: Source) -> None:
        """Tell the stories as they are now; the place stays."""
        self._maker.draw = source.draw
        self._round += 1
        self.go(self.deck.of(source.stories))

    def set_tones(self, tones: Tones, source: Source) -> None:
        """Other colours."""
        self.view.set_tones(tones)
        self.take(source)

    def go(self, deck: Deck) -> None:
        """Show another place; what hides it goes."""
        self._digits = ""
        self.view.hide_by(Veil.NONE)
        self.deck = deck
        self.note.say(text("ui.show.over") if deck.over else "", passing=True)
        self._show()

    # -- making

    def _wish(self, deck: Deck) -> Wish:
        return Wish(deck.story, deck.at, deck.chosen, self.view.pixels, self._round)

    def _show(self) -> None:
        wish = self._wish(self.deck)
        ahead = [self._wish(deck) for deck in (self.deck.next(), self.deck.back())]
        found = self._maker.find(wish)
        if found is not None:
            self._take_sheet(wish, found)
        elif wish != self._shown:
            self._patience.start()
        self._maker.ask(list(dict.fromkeys((wish, *ahead))))

    def _on_made(self, wish: Wish, sheet: Sheet) -> None:
        if wish == self._wish(self.deck):
            self._take_sheet(wish, sheet)

    def _take_sheet(self, wish: Wish, sheet: Sheet) -> None:
        self._patience.stop()
        if self.note.waits:
            self.note.say("")
        before, self._shown = self._shown, wish
        if before == wish:
            return
        self.view.show_sheet(sheet, fade=before is not None and before.size == wish.size)
        self._tell_dots()
        if before is None or (before.story, before.at, before.chosen) != _place(wish):
            self._speak(sheet.slide.alt)

    def _on_failed(self, wish: Wish, _error: Exception) -> None:
        if wish == self._wish(self.deck):
            self._patience.stop()
            self._shown = wish
            self.note.say(text("ui.show.failed"))

    def _on_patience(self) -> None:
        if not self.note.words:
            self.note.wait()

    def _speak(self, alt: str) -> None:
        """Let a screen reader say what the slide tells."""
        told = self.deck.told
        place = text("ui.show.place", at=self.deck.at + 1, count=len(told.steps))
        name = text("ui.show.spoken", name=told.name, place=place)
        self.view.setAccessibleName(text("ui.show.contents") if self.deck.in_contents else name)
        self.view.setAccessibleDescription(alt)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, alt))

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit begins or goes on with a number; all else does what it says."""
        key = Qt.Key(event.key())
        digit = digit_of(key)
        if event.modifiers() & NOT_PLAIN:
            super().keyPressEvent(event)
        elif digit is not None:
            self._type((self._digits + str(digit))[-MOST_DIGITS:])
        elif self._digits and key == Qt.Key.Key_Backspace:
            self._type(self._digits[:-1])
        elif self.deck.in_contents and key in (UPWARDS, DOWNWARDS):
            self.go(self.deck.marked(self.deck.story + (1 if key == DOWNWARDS else -1)))
        else:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            act = act_of(key, shift=shift)
            if act is not None:
                self.do(act)
            else:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab goes through what can be selected, and is a key like others."""
        return False

    def do(self, act: Act) -> None:
        """What a key or an entry of the menu asks."""
        if act is Act.LEAVE and (self.keys.isVisible() or self._digits):
            self.keys.hide()
            self._type("")
            return
        if act is not Act.HELP:
            self.keys.hide()
        self._acts[act]()

    def _table(self) -> Mapping[Act, Callable[[], None]]:
        return {
            Act.NEXT: lambda: self.go(self.deck.next()),
            Act.BACK: lambda: self.go(self.deck.back()),
            Act.FIRST: lambda: self.go(self.deck.first()),
            Act.LAST: lambda: self.go(self.deck.last()),
            Act.GO: self._enter,
            Act.CONTENTS: lambda: self.go(self.deck.contents()),
            Act.SPOT_AFTER: lambda: self._walk(1),
            Act.SPOT_BEFORE: lambda: self._walk(-1),
            Act.BLACK: lambda: self._veil(Veil.BLACK),
            Act.WHITE: lambda: self._veil(Veil.WHITE),
            Act.DOTS: self._toggle_dots,
            Act.SCREEN: self.to_other_screen,
            Act.HELP: lambda: self.keys.setVisible(not self.keys.isVisible()),
            Act.LEAVE: lambda: self._leave(Left(self.deck, self.deck.chosen)),
            Act.LEAVE_BARE: lambda: self._leave(None),
        }

    def _type(self, digits: str) -> None:
        self._digits = digits
        self.note.say(text("ui.show.number", number=digits) if digits else "")

    def _enter(self) -> None:
        if self._digits:
            self.go(self.deck.number(int(self._digits)))
        else:
            self.go(self.deck.next())

    def _veil(self, veil: Veil) -> None:
        self.view.hide_by(Veil.NONE if self.view.veil is veil else veil)

    def _toggle_dots(self) -> None:
        self._dotted = not self._dotted
        self._tell_dots()

    def _tell_dots(self) -> None:
        shown = self._dotted and not self.deck.in_contents
        self.view.show_dots((self.deck.at, len(self.deck.told.steps)) if shown else None)

    def _walk(self, by: int) -> None:
        """Select what stands next in the slide; in the contents the next story."""
        if self.deck.in_contents:
            self.go(self.deck.marked(self.deck.story + by))
            return
        spots = self.view.sheet.slide.spots if self.view.sheet is not None else ()
        targets = list(dict.fromkeys(s.target for s in spots if not self._is_whole(s)))
        if not targets or self.busy:
            return
        if self.deck.chosen in targets:
            at = targets.index(self.deck.chosen) + by
        else:
            at = 0 if by > 0 else -1
        self.go(self.deck.pick(targets[at % len(targets)]))

    # -- mouse

    def _on_clicked(self, spot: Spot) -> None:
        if self.busy:
            return
        if self.deck.in_contents:
            self.go(self.deck.marked(self._story_at(spot)).next())
        elif not self._is_whole(spot):
            self.go(self.deck.pick(spot.target))

    def _is_whole(self, spot: Spot) -> bool:
        """Whether it stands for the chain that the slide is of: there is nothing to select."""
        chain = self.deck.told.steps[self.deck.at].chain
        return spot.target == Target("chain", chain)

    def _on_opened(self, spot: Spot) -> None:
        if not self.deck.in_contents:
            self._leave(Left(self.deck, spot.target, followed=True))

    def _story_at(self, spot: Spot) -> int:
        """Which story a line of the contents stands for."""
        ids = [one.id for one in self.deck.stories]
        return ids.index(spot.target.id)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in IN_MENU:
            if act is Act.LEAVE:
                menu.addSeparator()
            if act is not Act.SCREEN or len(QGuiApplication.screens()) > 1:
                menu.addAction(text(f"ui.show.act.{act}"), lambda act=act: self.do(act))
        menu.popup(place)

    def _on_moved(self) -> None:
        self._idle.start()

    def _on_idle(self) -> None:
        self.view.setCursor(Qt.CursorShape.BlankCursor)

    # -- the window

    def to_other_screen(self) -> None:
        """Show on the next screen, where there are several."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            at = screens.index(self.screen()) if self.screen() in screens else 0
            self.showNormal()
            self.appear(screens[(at + 1) % len(screens)], self.deck)

    def event(self, event: QEvent) -> bool:
        """Another number of pixels also comes with another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._on_resized()
        return super().event(event)

    def _on_resized(self) -> None:
        self.note.fit(self.size())
        self.keys.fit(self.size())
        if self.isVisible():
            self._show()

    def _leave(self, left: Left | None) -> None:
        self.left.emit(left)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is made any more."""
        self._idle.stop()
        self._patience.stop()
        self._maker.forget()
        super().closeEvent(event)
        self.closed.emit(self)

    def _connect(self) -> None:
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._idle.timeout.connect(self._on_idle)
        self._patience.timeout.connect(self._on_patience)
        self.view.clicked.connect(self._on_clicked)
        self.view.opened.connect(self._on_opened)
        self.view.menu_asked.connect(self._on_menu)
        self.view.moved.connect(self._on_moved)
        self.view.resized.connect(self._on_resized)


def _place(wish: Wish) -> tuple[int, int, Target | None]:
    return wish.story, wish.at, wish.chosen
