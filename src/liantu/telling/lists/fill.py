"""What an office writes into a list itself: columns that stay blank, and what they may hold."""

from __future__ import annotations

import enum

from liantu.wording import text


class Fill(enum.StrEnum):
    """What goes into a blank column: any words, a day, or one of a few words."""

    WORDS = "words"
    DAY = "day"
    PROGRESS = "progress"
    ANSWER = "answer"
    INTENT = "intent"

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from; none where anything may be written."""
        if self in (Fill.WORDS, Fill.DAY):
            return ()
        return tuple(text(f"ui.fill.{self}").split("、"))
