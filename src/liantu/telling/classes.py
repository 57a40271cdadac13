"""The classes in words: names, letters, remedies and counts, the same wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from liantu.analysis.diagnosis import Verdict
from liantu.model.classes import Word, by_list
from liantu.wording import text


def word(code: Word) -> str:
    """``断链``."""
    return text(f"class.word.{code}")


def words(codes: Iterable[Word]) -> str:
    """The classes of a product in one text; what may be bought has none."""
    return "、".join(word(code) for code in codes) or text("class.none")


def letter(code: Word) -> str:
    """The badge: ``断``, ``购`` or ``延`` of a short link."""
    return text(f"class.letter.{code}")


def head(on: str) -> str:
    """The name of a list of classes, as the head of its count: ``短链``."""
    return text(f"class.head.{on}")


def action(verdict: Verdict) -> str:
    """What is to be done about a product in the city's words: ``补链·配套缺口``, ``保持``."""
    told = verdict.remedy or verdict.worst
    return text(f"class.action.{told}") if told else ""


def counted(counts: Mapping[Word, int], style: str, *, every: bool = True) -> list[str]:
    """One text for each list with its count, by the template ``class.count.<style>``; without
    ``every``, only those that count something.
    """
    found = by_list(counts)
    return [
        text(f"class.count.{style}", word=text(f"class.list.{on}"), count=count)
        for on, count in found.items()
        if every or count
    ]
