"""How a product differs between two readings, as a map marks it and a row tells it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict

HOWS = ("added", "removed", "changed", "amount")
"""Became made here or came, no longer is or went, differs in its class or data, or only in how much
there is or is needed.
"""


@dataclass(frozen=True, slots=True)
class Turn:
    """``how`` is one of :data:`HOWS`; ``before`` and ``after`` are its verdicts, ``None`` where
    that side does not have it.
    """

    how: str
    before: Verdict | None = None
    after: Verdict | None = None

    @property
    def turned(self) -> bool:
        """Whether its class or its being made here differs, so that both can be told."""
        old, new = self.before, self.after
        if old is None or new is None:
            return False
        return (old.words, old.standing) != (new.words, new.standing)
