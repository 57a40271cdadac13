"""The areas of the window, through which F6 carries the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Areas(QObject):
    """``areas`` tells them in their order; one that is not seen is passed over."""

    def __init__(self, areas: Callable[[], tuple[QWidget, ...]]) -> None:
        super().__init__()
        self._areas = areas

    def go(self, step: int) -> None:
        """The focus to the first thing of the next area, or of the one before."""
        seen = [(area, first) for area in self._areas() if (first := _first(area)) is not None]
        if not seen:
            return
        focus = QApplication.focusWidget()
        at = next((at for at, (area, _) in enumerate(seen) if _holds(area, focus)), -1)
        if at < 0 and step < 0:
            at = 0
        seen[(at + step) % len(seen)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(area: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (area is focus or area.isAncestorOf(focus))


def _first(area: QWidget) -> QWidget | None:
    """What takes the focus in a visible area."""
    if not area.isVisible() or area.height() < 1:
        return None
    return next((part for part in _parts(area) if _takes(part)), None)


def _parts(area: QWidget) -> Iterator[QWidget]:
    """The area and what is in it, in the order of Tab."""
    yield area
    part = area.nextInFocusChain()
    while part is not None and part is not area:
        if area.isAncestorOf(part):
            yield part
        part = part.nextInFocusChain()


def _takes(part: QWidget) -> bool:
    tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and part.isVisible() and part.isEnabled() and part.focusProxy() is None
