"""What the tab 对比 shows: both sides, a sentence, the numbers, the lists and both maps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from liantu.telling.lists.column import List
from liantu.telling.versions import lists
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.summary import basis, sentence
from liantu.ui.pages.plan.compare.maps import TwoMaps, chain_counts
from liantu.ui.pages.plan.compare.side import SideCombo
from liantu.ui.pages.plan.paired import PairedView, Told
from liantu.ui.style.look import Tones
from liantu.wording import text

PAGES: Sequence[Callable[[Comparison], List[Any]]] = (
    lists.classes,
    lists.balances,
    lists.plants,
    lists.openings,
    lists.things,
)


class CompareView(PairedView):
    """``found`` is the comparison that is shown, ``None`` where there is none."""

    maps: TwoMaps

    def __init__(self) -> None:
        self.found: Comparison | None = None
        self.before = SideCombo(text("version.head.before"))
        self.after = SideCombo(text("version.head.after"))
        super().__init__((self.before, self.after), TwoMaps())

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.maps.set_theme(tones.theme)

    def let_go(self) -> None:
        """Stop what runs, and hold neither side."""
        self.found = None
        super().let_go()

    def refuse(self, words: str) -> None:
        """Tell why there is no comparison."""
        self.found = None
        super().refuse(words)

    def show_found(self, made: Made, chain: str) -> None:
        """Tell what differs; ``chain`` is that of the map that is shown first."""
        self.found = made.found
        self.show_told(made.told)
        self.maps.show_found(made.found, made.counts, chain)


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A comparison with what is told of it, and how many products of each chain differ."""

    found: Comparison
    told: Told
    counts: Counter[str]


def make(found: Comparison) -> Made:
    """For a worker: the lists of a large folder have tens of thousands of rows."""
    made = [page(found) for page in PAGES if page is not lists.things or found.things]
    told = Told(
        reading=found.after.reading,
        sentence=sentence(found),
        notes=" ".join(basis(found)),
        numbers=lists.figures(found),
        lists=[(_title(item, found), item) for item in made],
    )
    return Made(found, told, chain_counts(found))


def _title(item: List[Any], found: Comparison) -> str:
    count = len(item.rows(found.after.reading, lists.SCOPE))
    return text("version.compare.tab", title=item.title, count=count)
