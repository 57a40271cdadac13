"""An exception in what Qt calls by itself is told and ends there.

PySide hands it to whatever Python code happens to run further up. On the way Qt's own code goes on
with an exception pending: methods of other objects are not called, a list may ask for its rows for
ever, the exception gets lost where a window hides itself in the meantime, and with Python 3.11 an
``IndexError`` or ``ZeroDivisionError`` ends the whole program, as PySide takes the text of one that
was raised in C for an exception. So none may leave a method that Qt calls.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

INSTEAD: dict[str, object] = {
    **dict.fromkeys(("event", "eventFilter", "viewportEvent", "helpEvent"), False),
    **dict.fromkeys(("focusNextPrevChild",), False),
    **dict.fromkeys(("rowCount", "columnCount"), 0),
    **dict.fromkeys(("data", "headerData", "paint", "setGeometry", "addItem"), None),
    **dict.fromkeys(("itemAt", "takeAt", "invalidate"), None),
}
"""What Qt gets from a method that failed; any ``…Event`` gives nothing."""
AS_BEFORE = frozenset(
    {
        *("sizeHint", "minimumSizeHint", "minimumSize", "heightForWidth", "hasHeightForWidth"),
        *("expandingDirections", "boundingRect", "shape", "flags"),
        *("textFromValue", "valueFromText", "stepBy"),
    }
)
"""Of these it gets what the class of Qt would have said."""
_MARK = "_liantu_guarded"


def guard() -> None:
    """Guard what Python classes put in the place of Qt's methods, in those made already and in all
    that are made later. Once is enough.
    """
    for cls in _below(Shiboken.Object):
        _protect(cls)
    Shiboken.Object.__init_subclass__ = classmethod(_on_made)  # type: ignore[assignment]


def is_guarded(name: str) -> bool:
    """Whether methods of this name are."""
    return name in INSTEAD or name in AS_BEFORE or name.endswith("Event")


def _on_made(cls: type, /, **_: object) -> None:
    _protect(cls)


def _below(cls: type) -> Iterator[type]:
    found: list[type] = cls.__subclasses__()
    for below in found:
        yield below
        yield from _below(below)


def _protect(cls: type) -> None:
    if cls.__module__.partition(".")[0] in ("PySide6", "shiboken6"):
        return
    for name, method in list(vars(cls).items()):
        if is_guarded(name) and isinstance(method, FunctionType) and not hasattr(method, _MARK):
            setattr(cls, name, _guarded(cls, name, method))


def _guarded(cls: type, name: str, method: Callable[..., object]) -> Callable[..., object]:
    @functools.wraps(method)
    def guarded(self: Any, *arguments: object, **named: object) -> object:
        try:
            return method(self, *arguments, **named)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        if name in AS_BEFORE:
            return getattr(super(cls, self), name)(*arguments, **named)
        return INSTEAD.get(name)

    setattr(guarded, _MARK, True)
    return guarded
