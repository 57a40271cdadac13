"""What the rows of a list can be asked for, heard in one place for all lists of a page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget


class RowAsks(QObject):
    """A grid without any offers only to copy its rows: nothing stands in a menu that nobody hears.

    ``map`` and ``firm`` carry the :class:`Target` that is to be seen. Of a row that is here now
    (``edits``), ``edit`` and ``delete`` carry what is to be changed or taken away, ``cell`` also
    the field, the widget and the rectangle of its cell, ``log`` what a finding is to be about,
    ``plan`` for what plans are wanted, ``suppose`` what is supposed of it (``stop``, ``drill``,
    ``on`` or ``off``), ``star`` what is to be starred or no longer.
    """

    map = Signal(object)
    firm = Signal(object)
    edit = Signal(object)
    cell = Signal(object, str, QWidget, QRect)
    delete = Signal(object)
    log = Signal(object)
    plan = Signal(object)
    suppose = Signal(object, str)
    star = Signal(object)

    def __init__(self, parent: QObject | None = None, *, edits: bool = True) -> None:
        """Without ``edits`` a row may tell of another day or version, and can only be looked at."""
        super().__init__(parent)
        self.edits = edits
