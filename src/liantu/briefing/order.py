"""What paper somebody wants: its kind, format, chains and the habits of the office."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace

from liantu.briefing.office import Office


class Kind(enum.StrEnum):
    """Kinds of paper."""

    BRIEFING = "briefing"
    VISIT = "visit"
    LISTS = "lists"
    SLIDES = "slides"


SUFFIXES = {
    Kind.BRIEFING: ("pdf", "docx"),
    Kind.VISIT: ("pdf", "docx"),
    Kind.LISTS: ("xlsx",),
    Kind.SLIDES: ("pptx",),
}
"""Formats of each kind, the usual one first."""


@dataclass(frozen=True)
class Order:
    """``chains`` are ids; ``template`` is that of the lists; ``pattern`` names the files (see
    :func:`liantu.telling.filenames.filled`).
    """

    kind: Kind = Kind.BRIEFING
    suffix: str = "pdf"
    chains: tuple[str, ...] = ()
    office: Office = field(default_factory=Office)
    template: str = ""
    pattern: str = ""

    @property
    def files(self) -> tuple[Order, ...]:
        """One order a file: 巡链一页纸 is a file for each chain."""
        if self.kind is Kind.VISIT:
            return tuple(replace(self, chains=(chain,)) for chain in self.chains)
        return (self,)
