"""Runs first in the frozen program. PySide6 asks every module that is imported for its source, to
see whether it uses PySide6; that there is none is found out by a long search, which takes a
twentieth of the start.
"""

import inspect


def no_source(_: object) -> str:
    """What ``inspect.getsource`` says in the end of any frozen module."""
    raise OSError("could not get source code")


inspect.getsource = no_source
