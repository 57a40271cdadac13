"""The words about what is known of a product's being made here, and how sure it is."""

from __future__ import annotations

from liantu.analysis.coverage import Coverage
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.classes import Word
from liantu.model.standing import Certainty, Standing
from liantu.telling import classes
from liantu.wording import text


def standing_word(verdict: Verdict) -> str:
    """在产, 群体在产, 未见记录 …"""
    return text(f"standing.standing.{verdict.standing}")


def standing_letter(standing: Standing) -> str:
    """产, 副, 群, 自, 调 or 稳; an absence that is no policy has the letter of its class."""
    return text(f"standing.letter.{standing}")


def certainty_word(verdict: Verdict) -> str:
    """确认, 疑似 or 政策; empty where nothing is absent."""
    return text(f"standing.certainty.{verdict.certainty}") if verdict.certainty else ""


def remedy_word(verdict: Verdict) -> str:
    """断链连通, 上游延伸 …; empty where nothing is to be done."""
    return text(f"standing.remedy.{verdict.remedy}") if verdict.remedy else ""


def tag_words(verdict: Verdict) -> tuple[str, ...]:
    """独家, 资料内独家, 推算 … in their order."""
    return tuple(text(f"standing.tag.{tag}") for tag in verdict.tags)


def class_word(verdict: Verdict, word: Word) -> str:
    """A class with 疑似 before it where its absence is not confirmed."""
    plain = classes.word(word)
    suspected = verdict.certainty is Certainty.SUSPECTED and word is not Word.OPEN
    return text("standing.suspected", word=plain) if suspected else plain


def stand(verdict: Verdict) -> str:
    """The class, or how it stands where the class says nothing."""
    if verdict.worst in (None, Word.STEADY):
        return standing_word(verdict)
    return class_words(verdict)


def class_words(verdict: Verdict) -> str:
    """All classes of a product, each as :func:`class_word`; where it has none, how it stands."""
    found = "、".join(class_word(verdict, word) for word in verdict.words)
    return found or standing_word(verdict)


def verdict_letter(verdict: Verdict) -> str:
    """The letter that stands for a product as it was judged: 断, 购, … or 产, 细, 弱, 调, 稳."""
    worst = verdict.worst
    if verdict.standing in _STANDS or (verdict.local and worst not in (Word.THIN, Word.WEAK)):
        return standing_letter(verdict.standing)
    return classes.letter(worst or Word.OPEN)


_STANDS = frozenset({Standing.CAPTIVE, Standing.EXTERNAL, Standing.SHUT})
"""Standings that have no class."""


def coverage_sentence(reading: Reading) -> str:
    """How much of the city the data hold, and that what was not seen is not absent."""
    return _sentence(reading.coverage)


def coverage_brief(reading: Reading) -> str:
    """The same in short, where there is little room."""
    found = reading.coverage
    code = "complete" if found.complete else "known" if found.registered else "unknown"
    counts = {"recorded": found.recorded, "registered": found.registered or 0}
    return text(f"standing.coverage.brief.{code}", **counts)


def _sentence(found: Coverage) -> str:
    counts = {"recorded": found.recorded, "running": found.running}
    if found.complete:
        return text("standing.coverage.complete", **counts)
    if found.share is None:
        return text("standing.coverage.unknown", **counts)
    share = f"{found.share:.0%}"
    return text("standing.coverage.known", registered=found.registered or 0, share=share, **counts)
