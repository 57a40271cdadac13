"""A start without what the planner's settings may have done to it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess

from liantu import files, paths

NEW = "--new-window"
"""The program that ends must not be asked to open it."""


def start_afresh(arguments: Sequence[str]) -> None:
    """Set every settings file aside as ``….bad``, start the program anew and end this one, which
    must not save what it has.
    """
    for path in sorted(paths.config_folder().glob("*.json")):
        files.set_aside(path)
    program, *before = command()
    QProcess.startDetached(program, [*before, NEW, *(a for a in arguments if a != NEW)])
    QCoreApplication.exit(0)  # quit() would close the window, which saves its settings


def start_again(folder: Path) -> None:
    """Start the program anew on a folder; the window of this one is closed already."""
    program, *before = command()
    QProcess.startDetached(program, [*before, NEW, str(folder)])


def command() -> list[str]:
    """How the program is started, unzipped or by Python."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "liantu"]
