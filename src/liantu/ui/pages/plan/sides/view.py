"""What the tab 并排 shows: which two, a sentence, their figures, what they share, both maps."""

from __future__ import annotations

from PySide6.QtCore import Signal

from liantu.analysis.reading import Reading
from liantu.diagram.drawing import Drawing
from liantu.diagram.lenses import DIAGNOSIS, Lens
from liantu.diagram.segment.pair import bare_pair, shared_chains
from liantu.diagram.theme import Theme
from liantu.telling.beside import lists
from liantu.telling.beside.pair import CHAIN, KINDS, Pair, offered
from liantu.telling.beside.told import Beside
from liantu.ui.pages.plan.paired import PairedView, Told
from liantu.ui.pages.plan.two_pictures import TwoPictures
from liantu.ui.style.look import Tones
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.seeking import SeekButton
from liantu.wording import text

WIDTH = 190
"""Least width of the choice of a side, px."""
FIGURES = 620
"""Width of the figures beside the lists, px."""


class SidesView(PairedView):
    """``asked`` carries the :class:`Pair` that the user means, ``kind_asked`` what is to stand side
    by side instead.
    """

    asked = Signal(object)
    kind_asked = Signal(str)

    def __init__(self) -> None:
        self.found: Beside | None = None
        self._pair: Pair | None = None
        self.kind = Combo()
        self.kind.setAccessibleName(text("beside.kind"))
        for kind in KINDS:
            self.kind.addItem(text(f"beside.kind.{kind}"), kind)
        self.left = SeekButton(text("beside.left"), WIDTH)
        self.right = SeekButton(text("beside.right"), WIDTH)
        maps = TwoPictures(text("version.tab.chain"), text("beside.map.hint"))
        super().__init__((self.kind, self.left, self.right), maps, FIGURES)
        self.setObjectName("sides")
        self.setAccessibleName(text("ui.plan.sides"))
        self.kind.activated.connect(lambda _: self.kind_asked.emit(self.kind.currentData()))
        for side in (self.left, self.right):
            side.chosen.connect(self._on_side)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.maps.set_theme(tones.theme)

    def offer(self, reading: Reading, pair: Pair | None, kind: str) -> None:
        """Offer what there is of a kind; ``pair`` is chosen."""
        self._pair = pair
        self.kind.setCurrentIndex(self.kind.findData(kind))
        known = offered(reading, kind)
        self.left.offer(known, pair.left if pair else "")
        self.right.offer(known, pair.right if pair else "")

    def let_go(self) -> None:
        """Stop what runs, and hold neither side."""
        self.found = None
        super().let_go()

    def refuse(self, words: str) -> None:
        """Tell why nothing stands side by side."""
        self.found = None
        super().refuse(words)

    def show_found(self, found: Beside, lens: Lens) -> None:
        """Tell of both sides; their maps are drawn with a lens."""
        before = self.found.pair if self.found else None
        chain = self.maps.chain.currentData() if before == found.pair else ""
        self.found = found
        items = [(lists.title(found, group), lists.ties(found, group)) for group in found.groups]
        self.show_told(
            Told(
                reading=found.reading,
                sentence=found.sentence,
                notes=found.notes[0],
                numbers=lists.figures(found),
                lists=items,
            )
        )
        self.show_maps(found, lens, chain or "")

    def show_maps(self, found: Beside, lens: Lens = DIAGNOSIS, chain: str = "") -> None:
        """Draw both maps with a lens."""
        labels = found.reading.atlas.chains
        chains = [(labels[key].label, key) for key in shared_chains(found)]

        def made(key: str, size: tuple[float, float], theme: Theme) -> list[Drawing | str]:
            if not key and found.pair.kind != CHAIN:
                return [text("beside.map.none")] * 2
            drawn = bare_pair(found.reading, found.pair, key, size, theme, lens)
            pairs = zip(found.names, drawn, strict=True)
            return [one or text("version.map.absent", name=name) for name, one in pairs]

        self.maps.offer(found.names, chains or [("", "")], chain, made)

    def _on_side(self, _key: str) -> None:
        kind = self.kind.currentData()
        self.asked.emit(Pair(kind, self.left.key, self.right.key))
