"""What the counties answered about a product, taken together at a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from liantu.model import Atlas
from liantu.model.standing import Standing
from liantu.model.verification import UNPLACED, WHOLE, Answer, Reply


class Replies:
    """Live answers by product, and the counties whose makers are declared to be all on record."""

    def __init__(self, atlas: Atlas, day: str) -> None:
        self._atlas, self._day = atlas, day
        self._complete = atlas.library.complete
        counties = atlas.library.region.counties
        self._scope = tuple(c for c in counties if c != UNPLACED) or (WHOLE,)
        self._told: defaultdict[str, list[Reply]] = defaultdict(list)
        for reply in atlas.answers:
            if reply.holds(day):
                self._told[reply.product].append(reply)
        self._declared = self._declarations()

    def _declarations(self) -> Mapping[str, frozenset[str]]:
        """Chain id (empty: the whole library) → counties with a live declaration."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for item in self._atlas.declarations:
            if item.holds(self._day):
                found[item.chain].update(self._counties(item.county))
        return {chain: frozenset(counties) for chain, counties in found.items()}

    def _counties(self, county: str) -> tuple[str, ...]:
        return self._scope if county == WHOLE else (county,)

    def standing(self, product: str) -> Standing:
        """``GROUP``, ``NONE``, ``ASKED`` or ``UNSEEN``, as the answers and declarations say."""
        told = self._told.get(product, ())
        if not told:
            return Standing.NONE if self.is_declared(product) else Standing.UNSEEN
        latest = self._latest(told)
        if Answer.MADE in latest.values():
            return Standing.GROUP
        silent = {c for c, answer in latest.items() if answer is Answer.NONE}
        certain = Answer.UNCLEAR not in latest.values()
        if certain and (self._complete or self.covers(product, silent)):
            return Standing.NONE
        return Standing.ASKED

    def covers(self, product: str, counties: Iterable[str] = ()) -> bool:
        """Whether ``counties`` and those with a declaration for the product are all there are."""
        known = set(counties) | self._declared.get("", frozenset())
        if not (known or self._declared):
            return False
        for chain in self._atlas.chains_of.get(product, ()):
            known |= self._declared.get(chain, frozenset())
        return known.issuperset(self._scope)

    def is_declared(self, product: str) -> bool:
        """Whether all makers of ``product`` are declared to be on record."""
        return self._complete or self.covers(product)

    def _latest(self, told: Iterable[Reply]) -> dict[str, Answer]:
        """The latest answer of each county; one of a county goes before 全市 of the same day."""
        found: dict[str, Answer] = {}
        answered = (r for r in told if r.answer is not Answer.ASKED)
        for reply in sorted(answered, key=lambda r: (r.date, r.county != WHOLE)):
            found.update(dict.fromkeys(self._counties(reply.county), reply.answer))
        return found
