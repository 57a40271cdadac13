"""What a key, or a clicker, asks of the show."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from PySide6.QtCore import Qt

K = Qt.Key


class Act(enum.StrEnum):
    """One thing that the show can do; the wording ``show.act.<value>`` says what."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    GO = "go"
    CONTENTS = "contents"
    SPOT_AFTER = "spot_after"
    SPOT_BEFORE = "spot_before"
    BLACK = "black"
    WHITE = "white"
    DOTS = "dots"
    SCREEN = "screen"
    HELP = "help"
    LEAVE = "leave"
    LEAVE_BARE = "leave_bare"


KEYS: Mapping[Qt.Key, Act] = {
    **dict.fromkeys((K.Key_PageDown, K.Key_Right, K.Key_Down, K.Key_Space, K.Key_N), Act.NEXT),
    **dict.fromkeys((K.Key_PageUp, K.Key_Left, K.Key_Up, K.Key_Backspace, K.Key_P), Act.BACK),
    **dict.fromkeys((K.Key_Return, K.Key_Enter), Act.GO),
    K.Key_Home: Act.FIRST,
    K.Key_End: Act.LAST,
    K.Key_G: Act.CONTENTS,
    K.Key_Tab: Act.SPOT_AFTER,
    K.Key_Backtab: Act.SPOT_BEFORE,
    **dict.fromkeys((K.Key_B, K.Key_Period), Act.BLACK),
    **dict.fromkeys((K.Key_W, K.Key_Comma), Act.WHITE),
    K.Key_T: Act.DOTS,
    K.Key_S: Act.SCREEN,
    **dict.fromkeys((K.Key_F1, K.Key_Question, K.Key_H), Act.HELP),
    **dict.fromkeys((K.Key_Escape, K.Key_F11), Act.LEAVE),
}
"""Keys without Ctrl and Alt; clickers send PageDown, PageUp, a full stop or B, and Esc."""
SHIFTED: Mapping[Qt.Key, Act] = {
    K.Key_Escape: Act.LEAVE_BARE,
    K.Key_F11: Act.SCREEN,
}
"""With Shift something else than without it."""
UPWARDS, DOWNWARDS = K.Key_Up, K.Key_Down
"""In the contents they mark the story above and below."""


def act_of(key: Qt.Key, *, shift: bool) -> Act | None:
    """What a key asks; ``None`` for one that asks nothing."""
    return (SHIFTED.get(key) if shift else None) or KEYS.get(key)


def digit_of(key: Qt.Key) -> int | None:
    """The digit on a key."""
    return key - K.Key_0 if K.Key_0 <= key <= K.Key_9 else None
