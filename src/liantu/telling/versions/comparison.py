"""Two readings side by side, and what differs: dates, scenarios, or versions of the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from liantu.analysis.compare import Change, Pair, balance_changes, compare, share_moved
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.library.difference import Changed, difference
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.scenario import Scenario
from liantu.once import once
from liantu.telling.versions.turn import Turn
from liantu.telling.versions.values import Names

CLEAR = 0.1
"""By what share a supply or a need must move to be marked on a map."""
FIRST = 5
"""Rows of a board that are compared by name."""


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A state of the data under the name that the user knows. ``errors``: how many problems kept
    something of it from being read.
    """

    title: str
    reading: Reading
    errors: int = 0

    @property
    def atlas(self) -> Atlas:
        """What it holds."""
        return self.reading.atlas


@dataclass(frozen=True, eq=False)
class Comparison:
    """``things`` differ in the data, ``classes`` in the diagnosis, ``came`` and ``went`` are
    products of only one version, ``drift`` those whose class the date alone would have changed,
    ``moved`` the balances that differ.
    """

    before: Version
    after: Version
    things: tuple[Changed, ...] = ()
    classes: tuple[Change, ...] = ()
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    drift: frozenset[str] = field(default_factory=frozenset)
    moved: Mapping[str, Pair] = field(default_factory=dict)

    @once
    def names(self) -> Names:
        """The names of things in both."""
        return Names(self.after.atlas, self.before.atlas)

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        return not (self.things or self.classes or self.came or self.went or self.moved)

    @property
    def one_base(self) -> bool:
        """Whether both look at the same data, so that only dates and assumptions differ."""
        return self.before.reading.base is self.after.reading.base

    @property
    def dated(self) -> bool:
        """Whether the two are looked at under different dates."""
        return self.before.reading.date != self.after.reading.date

    def shown(self, chain: str) -> frozenset[str]:
        """The products that a chain shows on either side."""
        chains = (side.atlas.chains.get(chain) for side in (self.before, self.after))
        return frozenset(m.product for one in chains if one for m in one.members())

    def board(self, board: Board) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Products that are new among the first of a board of the city, and those no more there."""
        old, new = (
            [score.product for score in version.reading.rows(board)[:FIRST]]
            for version in (self.before, self.after)
        )
        return tuple(p for p in new if p not in old), tuple(p for p in old if p not in new)

    def marks(self) -> Mapping[str, str]:
        """Product → ``added``, ``removed`` or ``changed``, for a map: what became or is no longer
        local, came or went, and what changed its class, its data or the capacity of a maker.
        """
        found = dict.fromkeys(self._touched(), "changed")
        for change in self.classes:
            found[change.product] = (
                "added" if change.gained else "removed" if change.lost else "changed"
            )
        return found | dict.fromkeys(self.came, "added") | dict.fromkeys(self.went, "removed")

    @once
    def turns(self) -> Mapping[str, Turn]:
        """Product → how a map marks it, with its verdicts: :meth:`marks`, and where the data are
        the same what is made or needed in clearly another amount.
        """
        amounts = (p for p, pair in self.moved.items() if share_moved(pair) >= CLEAR)
        marks = dict.fromkeys(amounts if self.one_base else (), "amount") | dict(self.marks())
        old, new = self.before.reading.verdicts, self.after.reading.verdicts
        known = (p for p in marks if p in old or p in new)
        return {p: Turn(marks[p], old.get(p), new.get(p)) for p in known}

    def _touched(self) -> set[str]:
        from liantu.telling.versions.concerned import products_of  # noqa: PLC0415  a circle else

        return {product for changed in self.things for product in products_of(changed)}


def compared(before: Version, after: Version, progress: Progress | None = None) -> Comparison:
    """What changed from ``before`` to ``after``; raises ``Cancelled`` between two steps."""
    progress = progress or Progress()
    progress.step(0, 3)
    one_base = before.reading.base is after.reading.base
    things = () if one_base else difference(before.reading.base, after.reading.base)
    progress.step(1, 3)
    old, new = before.reading.diagnosis, after.reading.diagnosis
    classes = compare(old, new)
    progress.step(2, 3)
    drift = _drift(before.reading, after.reading, classes)
    progress.step(3, 3)
    return Comparison(
        before=before,
        after=after,
        things=things,
        classes=classes,
        came=tuple(p for p in new.verdicts if p not in old.verdicts),
        went=tuple(p for p in old.verdicts if p not in new.verdicts),
        drift=drift,
        moved=balance_changes(old, new),
    )


def _drift(before: Reading, after: Reading, classes: Sequence[Change]) -> frozenset[str]:
    """Products that another date alone gives another class."""
    if before.date == after.date:
        return frozenset()
    if before.base is not after.base:
        classes = compare(before.diagnosis, before.at(after.date).diagnosis)
    elif not replace(before.scenario, date=after.scenario.date).alike(after.scenario):
        return frozenset()
    return frozenset(change.product for change in classes)


def reading_of(atlas: Atlas, date: str = "", beside: Scenario | None = None) -> Reading:
    """The reading of a version: as its data ask, or under the assumptions of another; a ``date``
    wins.
    """
    scenario = beside or Scenario()
    return Reading.of(atlas, replace(scenario, date=date or scenario.date))


def tally(reading: Reading) -> Counter[Word]:
    """Products by each of their classes."""
    return Counter(word for verdict in reading.verdicts.values() for word in verdict.words)
