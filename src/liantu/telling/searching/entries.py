"""The things that a search finds, held in little room: of a large folder there are a hundred
thousand, each with several names in several ways of writing.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat

from liantu.model.target import Target
from liantu.telling.searching import matching
from liantu.telling.searching.matching import BREAK, Key

PART = "\0"
"""Between the lines of two names: no file holds it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with its names as typed, the first being its own; ``around`` is what may be typed
    beside a name: the county of a firm, the chains of a product.

    ``marked`` and ``spelt`` are those of the :attr:`keys` of all names in one text: as values of
    their own they would take four times the room.
    """

    target: Target
    weight: int
    names: tuple[str, ...]
    marked: str
    around: Key
    spelt: str = ""

    @classmethod
    def of(
        cls, target: Target, weight: int, names: tuple[str, ...], keys: Iterable[Key], around: Key
    ) -> Entry:
        """An entry with a key for each of its names, which are not spelt as yet."""
        return cls(target, weight, names, PART.join(key.marked for key in keys), around)

    def spelling(self, around: Key) -> Entry:
        """The same with spellings; ``around`` has its own."""
        spelt = PART.join(matching.spelt(key).spelt for key in self.keys)
        return replace(self, spelt=spelt, around=around)

    @property
    def keys(self) -> tuple[Key, ...]:
        """How each of the names is compared."""
        spelt = self.spelt.split(PART) if self.spelt else repeat("")
        return tuple(map(matching.marked_key, self.marked.split(PART), spelt))

    @property
    def plain(self) -> str:
        """All names without blanks and marks, one a line."""
        return matching.unmarked(self.marked).replace(PART, BREAK)

    @property
    def spellings(self) -> str:
        """How those of them are spelt that are Chinese, one a line."""
        return BREAK.join(filter(None, self.spelt.split(PART)))


@dataclass(frozen=True, slots=True)
class Called:
    """Which entry is called by a name: the first of several. Kept are numbers, not the names."""

    entries: Sequence[Entry] = ()
    _hashes: Sequence[int] = field(default_factory=lambda: array("q"))
    _places: Sequence[int] = field(default_factory=lambda: array("l"))

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Called:
        """The names of ``entries``."""
        hashes, places = array("q"), array("l")
        for at, entry in enumerate(entries):
            for name in entry.plain.split(BREAK):
                hashes.append(hash(name))
                places.append(at)
        order = sorted(range(len(hashes)), key=hashes.__getitem__)  # equals stay in their order
        return cls(
            entries,
            array("q", map(hashes.__getitem__, order)),
            array("l", map(places.__getitem__, order)),
        )

    def find(self, name: str) -> Key | None:
        """All names of the thing that is called so, as they are compared."""
        wanted = hash(name)
        at = bisect_left(self._hashes, wanted)
        while at < len(self._hashes) and self._hashes[at] == wanted:
            entry = self.entries[self._places[at]]
            if name in entry.plain.split(BREAK):
                return matching.joined(entry.keys)
            at += 1
        return None
