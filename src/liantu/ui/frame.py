"""What the inside of the window needs of its frame, and Qt's own states as text."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from liantu.ui.look import Tones
from liantu.ui.panels.topbar import TopBar
from liantu.ui.settings import Settings


class Frame(Protocol):
    """The window as its inside sees it."""

    settings: Settings
    topbar: TopBar
    tones: Tones

    def window(self) -> QWidget: ...  # noqa: D102
    def say(self, words: str) -> None: ...  # noqa: D102
    def choose_theme(self, choice: str) -> None: ...  # noqa: D102


def unpacked(state: str) -> QByteArray:
    """A state of Qt from its text; empty for nonsense."""
    return QByteArray.fromBase64(state.encode("ascii", "ignore"))


def packed(state: QByteArray) -> str:
    """A state of Qt as text for the settings."""
    return bytes(state.toBase64().data()).decode("ascii")
