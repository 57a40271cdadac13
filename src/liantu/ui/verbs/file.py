"""文件: which folder is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from liantu import paths
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text


def choose_folder(parts: Parts) -> None:
    """Let the user choose a data folder."""
    before = str(parts.bridge.folder)
    found = QFileDialog.getExistingDirectory(parts.shell, text("ui.verb.open"), before)
    if found:
        parts.bridge.open(Path(found))


def open_shipped(parts: Parts) -> None:
    """Open the data that comes with the program."""
    parts.bridge.open(paths.shipped_chains())


def open_dropped(parts: Parts, dropped: Sequence[Path]) -> None:
    """Open a folder that was dropped on the window; say why anything else is not opened."""
    if len(dropped) == 1 and dropped[0].is_dir():
        parts.bridge.open(dropped[0])
        return
    code = "ui.drop.several" if len(dropped) > 1 else "ui.drop.file"
    parts.banner.tell(text(code, name=dropped[0].name, count=len(dropped)), kind="bad")


def reload(parts: Parts) -> None:
    """Read the folder again."""
    parts.bridge.reload()


def leave(parts: Parts) -> None:
    """Close the window."""
    parts.shell.close()


VERBS = (
    Verb(id="open", menu=Menu.FILE, run=choose_folder, icon="folder-open", keys=("Ctrl+O",)),
    Verb(id="shipped", menu=Menu.FILE, run=open_shipped, icon="house"),
    Verb(id="reload", menu=Menu.FILE, run=reload, icon="refresh-cw", keys=("F5",)),
    Verb(id="quit", menu=Menu.FILE, run=leave, icon="log-out", keys=("Ctrl+Q",), apart=True),
)
