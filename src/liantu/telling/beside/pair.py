"""Which two stand side by side, and what is offered to stand there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.model.verification import UNPLACED
from liantu.telling.charts.placed import counties, running
from liantu.wording import text

CHAIN, COUNTY = "chain", "county"
KINDS = (CHAIN, COUNTY)
"""What can stand side by side."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Ids of two chains, or names of two counties."""

    kind: str
    left: str
    right: str

    @property
    def swapped(self) -> Pair:
        """The same with the sides exchanged."""
        return replace(self, left=self.right, right=self.left)

    @property
    def targets(self) -> tuple[Target, Target]:
        """Both as a focus keeps them."""
        return Target(self.kind, self.left), Target(self.kind, self.right)


def offered(reading: Reading, kind: str) -> dict[str, str]:
    """Ids with their names, in the order of the library."""
    if kind == COUNTY:
        known = {firm.county for firm in reading.atlas.enterprises.values()}
        return {c: c for c in counties(reading) if c != UNPLACED and c in known}
    return {key: chain.label for key, chain in reading.atlas.chains.items()}


def possible(reading: Reading, focus: Focus) -> bool:
    """Whether there are two of what a focus asks for; asked after every step, so it looks no
    further than it must.
    """
    if kind_of(focus) == CHAIN:
        return len(reading.atlas.chains) > 1
    known = set(counties(reading)) - {UNPLACED}
    firms = reading.atlas.enterprises.values()
    one = next((firm.county for firm in firms if firm.county in known), "")
    return any(firm.county in known and firm.county != one for firm in firms)


def kind_of(focus: Focus) -> str:
    """What stands side by side in a focus: chains where nothing was chosen."""
    return next((s.kind for s in (focus.left, focus.right) if s is not None), CHAIN)


def meant(reading: Reading, focus: Focus, kind: str = "") -> Pair | None:
    """The pair of a focus, of ``kind`` where that is given; what it does not name is the shown
    chain or the county of the map, and beside it what has most to do with it. ``None``: there are
    not two.
    """
    left, right = focus.left, focus.right
    kind = kind or kind_of(focus)
    known = list(offered(reading, kind))
    if len(known) < 2:
        return None
    ids = [side.id if side and side.kind == kind else "" for side in (left, right)]
    one, other = (id_ if id_ in known else "" for id_ in ids)
    if not one:
        usual = focus.chain if kind == CHAIN else focus.county
        one = usual if usual in known and usual != other else _first(reading, kind, known, other)
    return Pair(kind, one, other or partner(reading, kind, one))


def partner(reading: Reading, kind: str, one: str) -> str:
    """The chain that gives and takes most of what is made here; the county with most enterprises
    that run something. Empty where there is no other.
    """
    others = [key for key in offered(reading, kind) if key != one]
    weights = _ties(reading, one) if kind == CHAIN else _sizes(reading)
    return max(others, key=lambda key: weights[key], default="")


def _first(reading: Reading, kind: str, known: list[str], other: str) -> str:
    left = [key for key in known if key != other]
    return left[0] if kind == CHAIN else max(left, key=lambda key: _sizes(reading)[key])


def _ties(reading: Reading, chain: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for feed in reading.feeds:
        if chain in (feed.source, feed.target):
            found[feed.target if feed.source == chain else feed.source] += len(feed.local)
    return found


def _sizes(reading: Reading) -> Counter[str]:
    firms = reading.atlas.enterprises
    return Counter(firms[e].county for e in sorted(running(reading)))


def name(reading: Reading, pair: Pair) -> tuple[str, str]:
    """Both names; a chain by its label."""
    known = offered(reading, pair.kind)
    return known.get(pair.left, pair.left), known.get(pair.right, pair.right)


def joined(reading: Reading, pair: Pair) -> str:
    """``茌平区与临清市``."""
    left, right = name(reading, pair)
    return text("beside.pair", left=left, right=right)
