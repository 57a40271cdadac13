"""What of a window or dialog cannot be read whole: words that are cut, parts over one another,
parts beyond an edge, what scrolls over nothing, and a dialog that is larger than its room.

Nothing here knows one widget by its name: what a later page gets is met, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from liantu.ui.widgets.text import Elided

LEEWAY = 2
"""Metrics of a label and of its font differ by so much, px."""


def faults(top: QWidget) -> list[str]:
    """What cannot be read whole in ``top``."""
    return [*cut(top), *over_one_another(top), *beyond(top), *idle(top)]


def cut(top: QWidget) -> list[str]:
    """Labels, buttons and boxes with less room than their words take."""
    return [f"cut: {_named(part)}" for part in _words(top) if _is_cut(part)]


def shortened(top: QWidget) -> list[str]:
    """Labels that are shortened on purpose, with what they hide."""
    elided = [e for e in top.findChildren(Elided) if e.isVisible()]
    return [f"{e.text()} ← {e.words}" for e in elided if e.text() != e.words]


def over_one_another(top: QWidget) -> list[str]:
    """Words on words."""
    parts = [p for p in _words(top) if not p.visibleRegion().isEmpty()]
    places = [_seen(part, top) for part in parts]
    found = []
    for at, (part, place) in enumerate(zip(parts, places, strict=True)):
        for other, there in zip(parts[at + 1 :], places[at + 1 :], strict=True):
            kin = part.isAncestorOf(other) or other.isAncestorOf(part)
            shared = place.intersected(there)
            if not kin and shared.width() > LEEWAY and shared.height() > LEEWAY:
                found.append(f"on one another: {_named(part)} | {_named(other)}")
    return found


def beyond(top: QWidget) -> list[str]:
    """Words that are seen in part only, and not because something scrolls that way."""
    return [f"beyond: {_named(part)}" for part in _words(top) if _is_beyond(part, top)]


def idle(top: QWidget) -> list[str]:
    """What scrolls further than there is anything to be seen."""
    areas = [area for area in top.findChildren(QScrollArea) if area.isVisible()]
    return [f"idle: {_named(area)}" for area in areas if _is_idle(area)]


def _is_idle(area: QScrollArea) -> bool:
    inside, bar = area.widget(), area.verticalScrollBar()
    layout = inside.layout() if inside is not None else None
    if layout is None or not bar.maximum() or not layout.hasHeightForWidth():
        return False
    needs = max(layout.heightForWidth(inside.width()), area.viewport().height())
    return inside.height() > needs + LEEWAY


def _is_beyond(part: QWidget, top: QWidget) -> bool:
    area = _area(part, top)
    if area is None or not area.viewport().isAncestorOf(part):
        return not top.rect().contains(_place(part, top))
    inside, place = area.viewport(), _place(part, area.viewport())
    stays = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return stays and (place.left() < 0 or place.right() > inside.width())


def least(dialog: QWidget) -> QSize:
    """What a dialog can be made at least."""
    return dialog.minimumSizeHint().expandedTo(dialog.minimumSize())


def _words(top: QWidget) -> Iterator[QWidget]:
    for part in top.findChildren(QWidget):
        if part.isVisible() and part.window() is top and _told(part):
            yield part


def _told(part: QWidget) -> str:
    """The words on it."""
    if isinstance(part, QComboBox):
        return part.currentText()
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, QComboBox):
        return _is_box_cut(part)
    if isinstance(part, QLabel):
        return not isinstance(part, Elided) and _is_label_cut(part)
    return part.fontMetrics().size(0, part.text()).width() > part.width() + LEEWAY


def _is_label_cut(part: QLabel) -> bool:
    if part.wordWrap():
        return part.height() < part.heightForWidth(part.width()) - LEEWAY
    return _lacks(part.size(), part.sizeHint())


def _is_box_cut(part: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    part.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = part.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, part)
    return part.fontMetrics().horizontalAdvance(part.currentText()) > room.width() + LEEWAY


def _lacks(size: QSize, wanted: QSize) -> bool:
    return size.width() < wanted.width() - LEEWAY or size.height() < wanted.height() - LEEWAY


def _area(part: QWidget, top: QWidget) -> QAbstractScrollArea | None:
    """What scrolls it."""
    at: QWidget | None = part.parentWidget()
    while at is not None and at is not top:
        if isinstance(at, QAbstractScrollArea):
            return at
        at = at.parentWidget()
    return None


def _place(part: QWidget, top: QWidget) -> QRect:
    return QRect(part.mapTo(top, part.rect().topLeft()), part.size())


def _seen(part: QWidget, top: QWidget) -> QRect:
    """What of it does not lie outside of what scrolls it."""
    place, at = _place(part, top), part.parentWidget()
    while at is not None and at is not top:
        place = place.intersected(_place(at, top))
        at = at.parentWidget()
    return place


def _named(part: QWidget) -> str:
    inside = part.parentWidget()
    kin = f"{type(inside).__name__}#{inside.objectName()}/" if inside else ""
    return f"{kin}{type(part).__name__}#{part.objectName()} {_told(part)[:40]!r}"
