"""Many names as one text each way of writing, so that one scan finds who may hold a word.

A scan over all names at once is some hundred times as fast as asking each name; whoever is found is
then asked by :mod:`liantu.telling.searching.matching`, so that nothing changes but the time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from liantu.jobs import each
from liantu.telling.searching import matching
from liantu.telling.searching.entries import Entry
from liantu.telling.searching.matching import BREAK, Query

SHORTEST = 2
"""From so many letters on the spelling of a longer word is looked for only where that of its
beginning was found.
"""
REMEMBERED = 16
"""Beginnings whose finds are kept: those of one word that is being typed."""


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of all things, one after the other; ``starts`` is where those of each begin."""

    words: str = BREAK
    starts: Sequence[int] = ()

    @classmethod
    def of(cls, texts: Iterable[str]) -> Text:
        """The text of things in their order."""
        parts, starts, at = [BREAK], array("L"), len(BREAK)
        for words in each(texts):
            starts.append(at)
            parts.append(words + BREAK)
            at += len(words) + len(BREAK)
        return cls("".join(parts), starts)

    def holding(self, word: str) -> Iterator[int]:
        """The things in whose lines ``word`` stands."""
        at = self.words.find(word)
        while at >= 0:
            thing = bisect_right(self.starts, at) - 1
            yield thing
            if thing + 1 == len(self.starts):
                return
            at = self.words.find(word, self.starts[thing + 1])

    def spelling(self, word: str, within: Sequence[int] | None) -> Iterator[int]:
        """The things, of those ``within``, whose spelling ``word`` may be."""
        pattern = matching.spelling_of(word)
        if within is not None:
            for thing in within:
                if pattern.search(self.words, self.starts[thing], self._end(thing)):
                    yield thing
            return
        found = pattern.search(self.words)
        while found:
            thing = bisect_right(self.starts, found.start()) - 1
            yield thing
            found = pattern.search(self.words, self._end(thing))

    def _end(self, thing: int) -> int:
        return self.starts[thing + 1] if thing + 1 < len(self.starts) else len(self.words)


@dataclass(frozen=True, slots=True)
class Haystack:
    """The names of things and how they are spelt, and what stands around them."""

    plain: Text = field(default_factory=Text)
    spelt: Text = field(default_factory=Text)
    around: Text = field(default_factory=Text)
    around_spelt: Text = field(default_factory=Text)
    _spelt: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Haystack:
        """Of things with several names each."""
        return cls(
            Text.of(entry.plain for entry in entries),
            Text.of(entry.spellings for entry in entries),
            Text.of(entry.around.plain for entry in entries),
            Text.of(entry.around.spelt for entry in entries),
        )

    def candidates(self, query: Query) -> list[int]:
        """Whom ``query`` may fit, in their order: all whom it does, and few others."""
        found = set(self._named(query.whole))
        if len(query.words) > 1:
            each = [set(self._named(word)) | self._around(word) for word in query.words]
            found |= set.intersection(*each)
        return sorted(found)

    def _named(self, word: str) -> Iterator[int]:
        yield from self.plain.holding(word)
        if matching.is_spelling(word):
            yield from self._spelling(word)

    def _around(self, word: str) -> set[int]:
        found = set(self.around.holding(word))
        if matching.is_spelling(word):
            found.update(self.around_spelt.spelling(word, None))
        return found

    def _spelling(self, word: str) -> tuple[int, ...]:
        """Remembered, for the next key makes the word longer."""
        known = self._spelt.get(word)
        if known is None:
            beginnings = (word[:end] for end in range(len(word) - 1, SHORTEST - 1, -1))
            within = next((self._spelt[b] for b in beginnings if b in self._spelt), None)
            known = tuple(self.spelt.spelling(word, within))
            while len(self._spelt) >= REMEMBERED:
                del self._spelt[next(iter(self._spelt))]
            self._spelt[word] = known
        return known
