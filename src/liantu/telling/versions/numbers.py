"""The numbers of the city, or of one chain, on both sides of a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import ACTED_ON, ORDER, Word
from liantu.model.standing import LOCAL, Certainty
from liantu.telling import classes
from liantu.telling.versions.comparison import Comparison
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Number:
    """A number on both sides; ``share``: it is in per cent. ``None`` is unknown."""

    words: str
    before: int | None
    after: int | None
    share: bool = False

    @property
    def more(self) -> int | None:
        """By how much it grew; ``None`` where a side is unknown."""
        known = self.before is not None and self.after is not None
        return (self.after or 0) - (self.before or 0) if known else None

    @property
    def turn(self) -> str:
        """``+2``, ``-1``, ``0``, or for a share ``+3 个百分点``; empty where a side is unknown."""
        more = self.more
        if more is None:
            return ""
        told = f"{more:+d}" if more else "0"
        return text("version.number.points", count=told) if more and self.share else told

    @property
    def told(self) -> tuple[str, str]:
        """Both sides in words: ``53%``."""
        return self._word(self.before), self._word(self.after)

    def _word(self, value: int | None) -> str:
        if value is None:
            return text("ui.unknown")
        return f"{value}%" if self.share else str(value)


def numbers(found: Comparison, chain: str = "") -> list[Number]:
    """Firms, projects, what is made here, key links, mains, each class that asks for action, how
    sure the gaps are, each board, what is to be verified. Of a ``chain``: what that chain has of
    them. Raises ``KeyError`` for a chain that a side does not have.
    """
    old, new = (dict(_values(side.reading, chain)) for side in (found.before, found.after))
    return [
        Number(text(code, **params), old[key], new[key], share=code.endswith("mains"))
        for key in new
        for code, params in (_name(key),)
    ]


def _name(key: str) -> tuple[str, dict[str, str]]:
    kind, _, id_ = key.partition(":")
    if kind == "class":
        return "version.number.class", {"word": classes.word(Word(id_))}
    if kind == "board":
        return f"standing.board.{id_}", {}
    return f"version.number.{kind}", {}


def _values(reading: Reading, chain: str) -> Iterator[tuple[str, int | None]]:
    atlas = reading.atlas
    if not chain:
        yield "firms", len(reading.base.enterprises)
        yield "projects", len(atlas.projects)
    shown = _shown(reading, chain)
    verdicts = [reading.verdicts[p] for p in shown]
    yield "local", sum(verdict.local for verdict in verdicts)
    yield "keys", sum(reading.situation.standing(p) in LOCAL for p in _keys(reading, chain))
    if chain:
        share = reading.summary(chain).mains.share
        yield "mains", None if share is None else round(share * 100)
    counts = Counter(word for verdict in verdicts for word in verdict.words)
    for word in sorted(ACTED_ON, key=ORDER.__getitem__):
        yield f"class:{word}", counts[word]
    gaps = [v for v in verdicts if set(ACTED_ON).intersection(v.words) and not v.local]
    yield "suspected", sum(v.certainty is Certainty.SUSPECTED for v in gaps)
    yield "confirmed", sum(v.certainty is Certainty.CONFIRMED for v in gaps)
    for board in Board:
        yield f"board:{board}", len(reading.rows(board, chain))
    asked = reading.questions if not chain else _asked(reading, chain)
    yield "asked", len(asked)


def _asked(reading: Reading, chain: str) -> list[object]:
    own = home_or_key(reading.atlas, chain)
    return [question for question in reading.questions if question.product in own]


def _shown(reading: Reading, chain: str) -> list[str]:
    if not chain:
        return list(reading.verdicts)
    members = dict.fromkeys(m.product for m in reading.atlas.chains[chain].members())
    return [product for product in members if product in reading.verdicts]


def _keys(reading: Reading, chain: str) -> set[str]:
    chains = reading.atlas.chains
    own = [chains[chain]] if chain else chains.values()
    return {key.product for one in own for key in one.key if key.product in reading.verdicts}
