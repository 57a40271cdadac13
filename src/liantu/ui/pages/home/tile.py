"""One chain on the home page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.telling import completeness
from liantu.telling.charts.model import Aim
from liantu.telling.composition import composition
from liantu.telling.line import joined
from liantu.telling.names import brief
from liantu.ui.lists.row_menu import row_menu
from liantu.ui.widgets.composition import CompositionView
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text

TILE_WIDTH = 304
TILE_HEIGHT = 196


class Tile(QPushButton):
    """A button that shows what a chain consists of, its numbers and lead enterprises; ``chosen``
    carries the :class:`Aim` of a piece that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, reading: Reading, chain: Chain, *, starred: bool = False) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.chain, self.starred = chain.id, starred
        self.setMinimumWidth(TILE_WIDTH)
        self.setFixedHeight(TILE_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build(reading, chain, reading.summary(chain.id))
        self.clicked.connect(lambda: self.chosen.emit(Aim(chain=self.chain)))

    def _build(self, reading: Reading, chain: Chain, summary: ChainSummary) -> None:
        told = completeness.numbers(reading, chain.id)
        self.setAccessibleName(text("ui.chains.spoken", name=chain.name, numbers=told))
        head = QHBoxLayout()
        name = text("ui.star.tile", name=chain.label) if self.starred else chain.label
        head.addWidget(Elided(name, "tileTitle"), 1)
        if chain.field:
            head.addWidget(label(chain.field, "tag"))
        self.composition = CompositionView(composition(reading, chain.id))
        self.composition.chosen.connect(self._on_piece)
        self.lines = (
            Elided(completeness.keys(summary), "figure"),
            Elided(_numbers(summary, reading.trend(chain.id)), "figure"),
            Elided(_lacking(reading, summary), "secondary"),
            Elided(_gaps(reading, chain.id), "figure"),
            Elided(_leads(reading, chain), "secondary"),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(5)
        box.addLayout(head)
        box.addWidget(self.composition)
        box.addSpacing(3)
        for line in self.lines:
            box.addWidget(line)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plain_tip(self, _tip(reading, chain, summary))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The pieces of the bar, for whoever does not point at them."""
        offers = self.composition.offers.items()
        menu = row_menu(self, [{words: partial(self._on_piece, word) for words, word in offers}])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _on_piece(self, word: str) -> None:
        self.chosen.emit(Aim(chain=self.chain, list="products", word=word))


def _numbers(summary: ChainSummary, change: int | None) -> str:
    """环节覆盖 with what has changed in a year, 主材本地保障率."""
    mark = (
        text("ui.tile.rise" if change > 0 else "ui.tile.fall", change=abs(change)) if change else ""
    )
    span = text("ui.numbers.span", value=completeness.span(summary.span))
    mains = text("ui.numbers.mains.short", value=completeness.secured(summary.mains))
    return joined(f"{span} {mark}".rstrip(), mains)


def _lacking(reading: Reading, summary: ChainSummary) -> str:
    """What of the mains is not to be had here, by name."""
    mains = summary.mains
    if not (mains.materials or mains.parts):
        return completeness.lacking(mains) or text("ui.mains.nothing")
    return completeness.lacking_in_full(reading.atlas, mains)[0]


def _tip(reading: Reading, chain: Chain, summary: ChainSummary) -> str:
    """All numbers of the chain with what they mean, and what has changed."""
    change = reading.trend(chain.id)
    rows = [
        chain.name,
        completeness.numbers_in_full(reading, chain.id),
        text(
            "ui.tile.counts",
            products=summary.products,
            local=summary.local,
            firms=len(summary.enterprises),
        ),
        text("ui.tile.trend", change=f"{change:+d}") if change else "",
    ]
    return "\n".join(filter(None, rows))


def _gaps(reading: Reading, chain: str) -> str:
    """Gaps that are confirmed, those that are not, and what must hold."""
    strong = text("ui.gaps.strong", count=len(reading.rows(Board.STRONG, chain)))
    return joined(completeness.found_gaps(gaps(reading, chain)), strong)


def _leads(reading: Reading, chain: Chain) -> str:
    found = [reading.atlas.enterprises.get(key) for key in chain.leads]
    names = "、".join(brief(firm) for firm in found if firm)
    if names:
        return text("ui.tile.leads", names=names)
    firms = reading.summary(chain.id).enterprises
    if not firms:
        return text("ui.tile.nobody")
    short = "、".join(brief(reading.atlas.enterprises[key]) for key in firms[:6])
    return text("ui.tile.firms", count=len(firms), names=short)
