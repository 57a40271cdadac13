"""Does everything that a hand can do to what is seen in a window, and notes what goes wrong.

Nothing here knows one verb, button or list by its name: what a later window gets is found, too.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Protocol

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)
from pytestqt.logging import Record

from liantu.ui.verbs.verb import VerbAction

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ALIKE = 2
"""So many things of one kind are tried: rows and tiles come in hundreds."""
KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Menu),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_1, Qt.Key.Key_Escape),
)


BAD = ("WARNING", "CRITICAL", "FATAL")
Again = Callable[[], object]
"""Puts away what lies over the window and brings it back to where it was."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done to ``target``; ``name`` is the same after it was drawn anew."""

    name: str
    target: QWidget
    do: Callable[[], object]

    @property
    def possible(self) -> bool:
        """Whether what it is done to is still there to be seen."""
        there = shiboken6.isValid(self.target)
        return there and self.target.isVisible() and self.target.isEnabled()


class Log(Protocol):
    """What Qt has said during the test, as pytest-qt keeps it."""

    @property
    def records(self) -> Sequence[Record]:
        """All of it until now."""
        ...


@dataclass
class Faults:
    """What went wrong, with the act after which it was seen; a record of the log that holds the
    ``expected`` words is none.
    """

    qt: Log
    log: pytest.LogCaptureFixture
    expected: str = ""
    found: list[str] = field(default_factory=list)
    _raised: list[str] = field(default_factory=list)
    _told: tuple[int, int] = (0, 0)

    @contextmanager
    def watching(self) -> Iterator[Faults]:
        """Hear of what is raised where nobody can catch it: slots, virtual methods, threads."""
        hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
        sys.excepthook = self._hear
        sys.unraisablehook = lambda row: self._raise(row.exc_value)
        threading.excepthook = lambda row: self._raise(row.exc_value)
        try:
            yield self
        finally:
            sys.excepthook, sys.unraisablehook, threading.excepthook = hooks

    def attempt(self, name: str, do: Callable[[], object]) -> None:
        """Do it, and note what it causes under its name."""
        try:
            do()
            breathe()
        except Exception as error:
            self._raise(error)
        self.collect(name)

    def collect(self, name: str) -> None:
        """Note what was heard since the last time."""
        heard, self._raised[:] = [*self._raised], []
        qt, log = self.qt.records, self.log.records
        warned = [
            r.message for r in qt[self._told[0] :] if not r.ignored and r.log_type_name in BAD
        ]
        logged = [r.getMessage() for r in log[self._told[1] :] if r.levelno >= logging.WARNING]
        if self.expected:
            logged = [words for words in logged if self.expected not in words]
        self._told = len(qt), len(log)
        self.found += [f"{name}: {words}" for words in (*heard, *warned, *logged)]

    def _hear(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._raise(error)

    def _raise(self, error: BaseException | None) -> None:
        at, places = (error.__traceback__ if error else None), []
        while at is not None:
            places.append(f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}")
            at = at.tb_next
        self._raised.append(f"{error!r} at {' < '.join(reversed(places[-3:]))}")


def breathe() -> None:
    """Let Qt do what it has queued."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


# -- what lies over the window


def over(frame: QWidget) -> list[QWidget]:
    """The visible windows beside ``frame``, the newest last."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not frame]


def strays(frame: QWidget) -> list[str]:
    """Windows that belong to no other: a widget shown before it has a parent is one."""
    return [
        type(w).__name__
        for w in over(frame)
        if w.parentWidget() is None and w.metaObject().className() != "QTipLabel"
    ]


def put_away(frame: QWidget) -> None:
    """Close what lies over the window, as Esc does."""
    QToolTip.hideText()
    shut_menus()
    for widget in over(frame):
        if isinstance(widget, QDialog):
            widget.reject()
        widget.close()
    breathe()


# -- what can be done


def acts(top: QWidget, again: Again) -> Iterator[Act]:
    """Everything that can be done to what is seen in ``top``, a window or a dialog."""
    seen: dict[str, int] = {}
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not top:
            continue
        if widget.property("leaves"):  # closes the window for good, as the last verb does
            continue
        for words, do in _acts(widget, again):
            name = f"{_named(widget)} {words}"
            count = seen[name] = seen.get(name, 0) + 1
            if count <= ALIKE:
                yield Act(f"{name} {count}", widget, do)


def _acts(widget: QWidget, again: Again) -> Iterator[tuple[str, Callable[[], object]]]:
    match widget:
        case QAbstractButton():
            menu = widget.menu() if isinstance(widget, QToolButton) else None
            if menu is None:
                yield "click", widget.click
            else:
                yield "menu", lambda: _each_entry(widget, lambda: _told(menu), again)
        case QComboBox():
            yield "last", lambda: _choose(widget, widget.count() - 1)
            yield "first", lambda: _choose(widget, 0)
        case QAbstractSpinBox():
            yield "up", widget.stepUp
            yield "down", widget.stepDown
            if isinstance(widget, QDateEdit):
                yield "least", lambda: widget.setDate(widget.minimumDate())
        case QLineEdit():
            if not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
                yield "type", lambda: _type(widget, "双酚 a*(")
                yield "clear", lambda: _type(widget, "")
        case QTabBar():
            for at in range(widget.count()):
                yield f"tab {at}", partial(widget.setCurrentIndex, at)
        case QHeaderView():
            yield "sort", lambda: _click(widget.viewport(), QPoint(20, 8))
        case QAbstractItemView():
            yield from _of_rows(widget, again)
        case _ if type(widget).__module__.startswith("liantu.ui"):
            yield from _of_any(widget, again)


def _of_rows(view: QAbstractItemView, again: Again) -> Iterator[tuple[str, Callable[[], object]]]:
    model = view.model()
    count = model.rowCount() if model is not None else 0
    for at in dict.fromkeys((0, count - 1)) if count else ():

        def spot(at: int = at) -> QPoint:
            index = view.model().index(at, 0)
            view.scrollTo(index)
            return view.visualRect(index).center()

        yield from _of_spot(view, view.viewport, "last" if at else "first", spot, again)
    yield "keys", lambda: _press(view)


def _of_any(widget: QWidget, again: Again) -> Iterator[tuple[str, Callable[[], object]]]:
    """Mouse, wheel, tooltip, menu and keys on what the program itself has made."""

    def area() -> QWidget:  # asked anew: what Python holds of a viewport may be let go meanwhile
        return widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget

    for name, x, y in (("middle", 0.5, 0.5), ("left", 0.2, 0.3), ("edge", 0.98, 0.96)):

        def spot(x: float = x, y: float = y) -> QPoint:
            return QPoint(int(area().width() * x), int(area().height() * y))

        yield from _of_spot(widget, area, name, spot, again)
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return
    yield "keys", lambda: _press(widget)


def _of_spot(
    widget: QWidget,
    area: Callable[[], QWidget],
    name: str,
    spot: Callable[[], QPoint],
    again: Again,
) -> Iterator[tuple[str, Callable[[], object]]]:
    yield f"{name} click", lambda: _click(area(), spot())
    yield f"{name} double", lambda: _double(area(), spot())
    yield f"{name} hover", lambda: _hover(area(), spot())
    yield f"{name} menu", lambda: _each_entry(widget, lambda: _asked(area(), spot()), again)


def _asked(area: QWidget, at: QPoint) -> list[QAction]:
    """The entries of the menu that a right click opens."""
    event = QContextMenuEvent(
        *(QContextMenuEvent.Reason.Mouse, at, area.mapToGlobal(at), Qt.KeyboardModifier.NoModifier)
    )
    QApplication.sendEvent(area, event)
    menu = QApplication.activePopupWidget()
    return _leaves(menu) if isinstance(menu, QMenu) else []


def _each_entry(widget: QWidget, opened: Callable[[], list[QAction]], again: Again) -> None:
    """Choose every entry of a menu, each in a menu opened anew."""
    done: set[str] = set()
    while shiboken6.isValid(widget) and widget.isVisible():
        action = next((a for a in opened() if a.text() not in done), None)
        if action is None:
            break
        done.add(action.text())
        if action.isEnabled():
            action.trigger()
        shut_menus()
        again()
    shut_menus()


def _press(widget: QWidget) -> None:
    widget.setFocus()
    for key in KEYS:
        if not shiboken6.isValid(widget) or not widget.isVisible():
            return
        QTest.keyClick(widget, key)
        shut_menus()


def _told(menu: QMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    return _leaves(menu)


def _leaves(menu: QMenu) -> list[QAction]:
    """The entries of a menu and of those below it; verbs are tried by themselves."""
    found: list[QAction] = []
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            found += _leaves(below)
        elif not action.isSeparator() and not isinstance(action, VerbAction):
            found.append(action)
    return found


def shut_menus() -> None:
    """Close every open menu and list."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _named(widget: QWidget) -> str:
    """As a person would find it again: its kind, what it is called, and in what it is."""
    words = widget.accessibleName() or (
        widget.text() if isinstance(widget, QAbstractButton) else widget.objectName()
    )
    parent = widget.parentWidget()
    return f"{type(parent).__name__}/{type(widget).__name__} {words[:24]}"


def _choose(combo: QComboBox, at: int) -> None:
    if combo.count():
        combo.setCurrentIndex(at)
        combo.activated.emit(at)


def _type(field_: QLineEdit, words: str) -> None:
    field_.setText(words)
    field_.textEdited.emit(words)
    field_.returnPressed.emit()
    field_.editingFinished.emit()


def _click(widget: QWidget, at: QPoint) -> None:
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at)


def _double(widget: QWidget, at: QPoint) -> None:
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at)


def _hover(widget: QWidget, at: QPoint) -> None:
    QTest.mouseMove(widget, at)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    turn = QWheelEvent(
        *(QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(widget, turn)


def answer(dialog: QFileDialog, name: str) -> None:
    """Choose a name in a dialog of files."""
    dialog.selectFile(name)
    dialog.accept()
