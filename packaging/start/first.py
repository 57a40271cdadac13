"""Runs first in the frozen program, before PyInstaller's own hooks import the half of Qt.

PySide6 asks every module that is imported for its source, to see whether it uses PySide6; that a
frozen one has none takes a long search. Neither that nor the collection of garbage is of use yet.
"""

import gc
import inspect


def no_source(_: object) -> str:
    """What ``inspect.getsource`` says in the end of any frozen module."""
    raise OSError("could not get source code")


gc.disable()  # the scripts that run next enable it
inspect.getsource = no_source
