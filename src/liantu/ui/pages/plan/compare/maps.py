"""The map of a chain on both sides, next to each other, each with what differs marked."""

from __future__ import annotations

from collections import Counter

from liantu.diagram.drawing import Drawing
from liantu.diagram.segment.two import bare_two
from liantu.diagram.theme import Theme
from liantu.telling.versions.comparison import Comparison
from liantu.ui.pages.plan.two_pictures import TwoPictures
from liantu.wording import text


class TwoMaps(TwoPictures):
    """The chains with the most changes are offered first."""

    def __init__(self) -> None:
        super().__init__(text("version.tab.chain"), text("version.map.hint"))

    def show_found(self, found: Comparison, counts: Counter[str], chain: str) -> None:
        """``chain`` is shown where it has some changes; ``counts`` tells how many each has."""
        sides = (found.before, found.after)
        heads = (
            text("version.tab.before", name=found.before.title),
            text("version.tab.after", name=found.after.title),
        )
        chains = found.after.atlas.chains
        order = sorted(chains, key=lambda one: -counts[one])
        words = [
            (text("version.map.chain", chain=chains[key].label, count=counts[key]), key)
            for key in order
        ]

        def made(key: str, size: tuple[float, float], theme: Theme) -> list[Drawing | str]:
            drawn = bare_two(found, key, size, theme)
            pairs = zip(sides, drawn, strict=True)
            return [one or text("version.map.absent", name=side.title) for side, one in pairs]

        self.offer(heads, words, chain if counts[chain] else "", made)


def chain_counts(found: Comparison) -> Counter[str]:
    """How many products that differ each chain shows."""
    counts: Counter[str] = Counter()
    for chain in {**found.before.atlas.chains, **found.after.atlas.chains}:
        counts[chain] = len(found.shown(chain) & found.turns.keys())
    return counts
