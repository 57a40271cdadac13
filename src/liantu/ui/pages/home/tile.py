"""One chain on the home page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.telling import completeness
from liantu.telling.line import joined
from liantu.telling.names import brief
from liantu.ui.look import Tones
from liantu.ui.widgets.bar import Bar
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text

TILE_WIDTH = 304
TILE_HEIGHT = 190


class Tile(QPushButton):
    """A button that shows title, field, two numbers, counts and lead enterprises of a chain."""

    opened = Signal(str)

    def __init__(self, reading: Reading, chain: Chain, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.chain = chain.id
        self.setMinimumWidth(TILE_WIDTH)
        self.setFixedHeight(TILE_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        summary = reading.summary(chain.id)
        mains = summary.mains
        self._bars = (
            (Bar(), summary.span.shares or (None, None)),
            (Bar(second=True), (mains.share if mains.tells else None, None)),
        )
        self._build(reading, chain, summary)
        self.set_tones(tones)
        self.clicked.connect(lambda: self.opened.emit(self.chain))

    def set_tones(self, tones: Tones) -> None:
        """Paint the bars in other colours."""
        for bar, shares in self._bars:
            bar.show_shares(shares, tones)

    def _build(self, reading: Reading, chain: Chain, summary: ChainSummary) -> None:
        told = completeness.numbers(reading, chain.id)
        self.setAccessibleName(text("ui.chains.spoken", name=chain.name, numbers=told))
        head = QHBoxLayout()
        head.addWidget(Elided(chain.label, "tileTitle"), 1)
        head.addWidget(label(chain.field, "tag"))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(5)
        box.addLayout(head)
        box.addLayout(self._numbers(summary, reading.trend(chain.id)))
        lacking = completeness.lacking(summary.mains)
        self.lines = (
            Elided(lacking or text("ui.mains.nothing"), "secondary"),
            Elided(completeness.keys(summary), "figure"),
            Elided(_gaps(reading, chain.id), "figure"),
            Elided(_leads(reading, chain), "secondary"),
        )
        for line in self.lines:
            box.addWidget(line)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plain_tip(self, _tip(reading, chain, summary))

    def _numbers(self, summary: ChainSummary, change: int | None) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight
        values = (
            ("ui.coverage", completeness.span(summary.span)),
            ("ui.mains", completeness.secured(summary.mains)),
        )
        for row, ((code, value), (bar, _)) in enumerate(zip(values, self._bars, strict=True)):
            grid.addWidget(label(text(code), "secondary"), row, 0)
            grid.addWidget(bar, row, 1)
            grid.addWidget(label(value, "figure"), row, 2, 1, 1 if row == 0 else 2, right)
        if change:
            mark = text("ui.tile.rise" if change > 0 else "ui.tile.fall", change=abs(change))
            grid.addWidget(label(mark, "figure"), 0, 3)
        return grid


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
    names = "、".join(firm.short for firm in found if firm)
    if names:
        return text("ui.tile.leads", names=names)
    firms = reading.summary(chain.id).enterprises
    short = "、".join(brief(reading.atlas.enterprises[key]) for key in firms[:6])
    return text("ui.tile.firms", count=len(firms), names=short or text("ui.none"))
