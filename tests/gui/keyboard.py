"""What the keys alone reach in a window or dialog, how that looks and what it is called.

Nothing here knows one widget by its name: what a later page gets is met, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from liantu.ui.canvas.minimap import Minimap
from liantu.ui.pages.map.legend import Shown
from liantu.ui.widgets.composition import CompositionView
from liantu.ui.widgets.one_stop import OneStop

MOST_STEPS = 600
"""No page has so many stops; a walk that takes longer goes in no circle."""
MARGIN = 4
"""The mark of the focus may lie so far outside of what has it, px."""
PARTS = 24
"""Tab may stay in one so often: a date is met for its year, month and day, a map for its panels."""
TOLD = 12
"""Difference of one channel from which a pixel has changed, 0 to 255."""

_KINDS = (
    *(QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar),
    *(QAbstractSlider, QPlainTextEdit, QTextEdit),
)
_BESIDE = (QScrollBar, QHeaderView, CompositionView, Minimap)
"""What is done otherwise by keys: a tile's menu offers the pieces of its bar, maps move by arrows.
"""
_WITHIN = (
    *(QAbstractSpinBox, QComboBox, QTabBar, QCalendarWidget, QHeaderView, QScrollBar),
    QLineEdit,
)
"""What has parts of its own that are no stops of their own."""


def interactive(top: QWidget) -> Iterator[QWidget]:
    """What is seen in ``top`` and can be used, and is to be reached by keys."""
    for widget in top.findChildren(QWidget):
        if widget.window() is not top or not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget, _BESIDE) or _is_part(widget, top) or _only_tells(widget):
            continue
        own = type(widget).__module__.startswith("liantu.ui")
        area = isinstance(widget, QAbstractScrollArea)
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        pointed = own and widget.cursor().shape() == Qt.CursorShape.PointingHandCursor
        if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            continue  # it belongs to the face of a button
        plain = isinstance(widget, _KINDS) and not _is_read_only(widget)
        if plain or (own and takes) or (pointed and not area):
            yield widget


def _only_tells(widget: QWidget) -> bool:
    """Whether it is an entry of the legend that no card carries: there is nothing to choose."""
    return isinstance(widget, Shown) and not widget.isCheckable()


def _is_read_only(widget: QWidget) -> bool:
    read = isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit) and widget.isReadOnly()
    return read and widget.focusPolicy() == Qt.FocusPolicy.NoFocus


def _is_part(widget: QWidget, top: QWidget) -> bool:
    """Whether it belongs to a field, tab bar or table that is met as one."""
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        if isinstance(parent, _WITHIN):
            return True
        if isinstance(parent, QAbstractItemView) and widget.parentWidget() is parent:
            return True  # its corner, or a column that stands still
        parent = parent.parentWidget()
    return False


def group_of(widget: QWidget) -> tuple[QWidget, ...]:
    """All that the arrows reach from it, where Tab meets a group once."""
    for stop in widget.window().findChildren(OneStop):
        if widget in stop.parts:
            return stop.parts
    buttons = widget.group().buttons() if _grouped(widget) else ()
    return tuple(buttons) or (widget,)


def _grouped(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.group() is not None


def walk(top: QWidget, visit: Callable[[QWidget], object] = bool) -> list[QWidget]:
    """What has the focus after each press of Tab, until it comes round; each is visited."""
    met: list[QWidget] = []
    again = 1
    for _ in range(MOST_STEPS):
        QTest.keyClick(top.windowHandle(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is not None and met and now is met[-1] and again < PARTS:
            again += 1
            continue
        again = 1
        if now is None or now in met:
            break
        met.append(now)
        visit(now)
    else:
        raise AssertionError(f"Tab goes in no circle: {[named(w) for w in met[-5:]]}")
    return [widget for widget in met if shiboken6.isValid(widget)]


def unreached(top: QWidget, met: list[QWidget]) -> list[str]:
    """What no key reaches; by names, as tiles and rows are made anew while one walks."""
    reached = {named(part) for widget in met for part in group_of(widget)}
    return [w for w in map(named, _stops(top)) if w not in reached]


def _stops(top: QWidget) -> list[QWidget]:
    """What is to be reached itself: the keys of a compound go to one of its parts."""
    return [w for w in interactive(top) if w.focusProxy() is None]


def unnamed(top: QWidget) -> list[str]:
    """What a screen reader has no word for."""
    return [named(w) for w in interactive(top) if not spoken(w).strip()]


def spoken(widget: QWidget) -> str:
    """The name that a screen reader hears."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def named(widget: QWidget) -> str:
    """As a person would find it again."""
    chain: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(chain) < 3:
        chain.append("#".join(filter(None, (type(at).__name__, at.objectName()))))
        at = at.parentWidget()
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{'/'.join(reversed(chain))} {(widget.accessibleName() or text)[:24]!r}"


def changed(top: QWidget, widget: QWidget) -> int:
    """So many pixels of what has the focus and round it look different without it; 0 where it is
    not in sight.
    """
    with_focus = _seen(top, widget)
    widget.clearFocus()
    QApplication.processEvents()
    without = _seen(top, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return _differing(with_focus, without)


def _seen(top: QWidget, widget: QWidget) -> QImage:
    place = QRect(widget.mapTo(top, widget.rect().topLeft()), widget.size())
    room = place.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).intersected(top.rect())
    return top.grab(room).toImage().convertToFormat(QImage.Format.Format_RGB888)


def _differing(one: QImage, other: QImage) -> int:
    if one.isNull() or one.size() != other.size():
        return 0
    count = 0
    first, second = bytes(one.constBits()), bytes(other.constBits())
    row = one.bytesPerLine()
    for y in range(one.height()):
        start = y * row
        a, b = first[start : start + 3 * one.width()], second[start : start + 3 * one.width()]
        if a != b:
            count += sum(
                any(abs(p - q) > TOLD for p, q in zip(a[x : x + 3], b[x : x + 3], strict=True))
                for x in range(0, len(a), 3)
            )
    return count
