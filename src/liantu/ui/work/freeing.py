"""What is large is taken apart between events: to free all that was made of a large folder, or the
rows of a list, keeps the window for a tenth of a second where it goes at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass

from PySide6.QtCore import QObject

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.telling.searching.search import Index
from liantu.ui.work.slices import Slices, Steps

MANY = 200
"""A container of more things is taken apart wherever it stands; so many go between two looks at the
time.
"""
DEEP = 3
"""So deep objects are taken apart that do not stand among many."""
_Held = tuple[object, int]


class Freeing(QObject):
    """Takes over what nobody else needs; what somebody does need is only let go of. ``then`` is
    done at the end.
    """

    def __init__(self, parent: QObject, then: Callable[[], None] = lambda: None) -> None:
        super().__init__(parent)
        self._then = then
        self._held: list[_Held] = []
        self._slices = Slices(self)

    @property
    def running(self) -> bool:
        """Whether something is left."""
        return self._slices.running

    def free(self, things: Iterable[object]) -> None:
        """Free these soon."""
        self._held += [(thing, 0) for thing in things]
        if not self._slices.running:
            self._slices.run(self._work())

    def _work(self) -> Steps:
        held, count = self._held, 0
        while held:
            held += _parts(*held.pop())
            count += 1
            if not count % MANY:
                yield
        self._then()


def _parts(thing: object, depth: int) -> list[_Held]:
    """What a thing holds, which lives on by that; nothing of what is freed as a whole. A data
    folder, a reading and a search index are never taken apart: others hold them.
    """
    if isinstance(thing, dict | list | tuple | set | frozenset):
        inside = thing.values() if isinstance(thing, dict) else thing
        if len(thing) > MANY:
            return [(one, DEEP) for one in inside]
        return [(one, depth + 1) for one in inside] if depth < DEEP else []
    if depth >= DEEP or isinstance(thing, Atlas | Index | Reading | type):
        return []
    if is_dataclass(thing):
        return [(getattr(thing, field.name), depth + 1) for field in fields(thing)]
    return [(one, depth + 1) for one in getattr(thing, "__dict__", {}).values()]
