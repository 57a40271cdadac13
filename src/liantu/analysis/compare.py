"""What changed between two diagnoses of the same atlas (two dates or two assumptions)."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.diagnosis import Diagnosis
from liantu.model.classes import Word


@dataclass(frozen=True, slots=True)
class Change:
    """A product whose classes or locality differ."""

    product: str
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    gained: bool
    lost: bool


def compare(before: Diagnosis, after: Diagnosis) -> tuple[Change, ...]:
    """Changes in the order of the atlas; products known to only one side are left out."""
    found = []
    for product, new in after.verdicts.items():
        old = before.verdicts.get(product)
        if old is not None and (old.words, old.local) != (new.words, new.local):
            gained, lost = new.local and not old.local, old.local and not new.local
            found.append(Change(product, old.words, new.words, gained, lost))
    return tuple(found)
