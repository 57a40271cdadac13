"""One chain on the home page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from liantu.analysis.reading import Reading
from liantu.analysis.state import State
from liantu.analysis.summary import ChainSummary, Ratio
from liantu.model import Chain
from liantu.telling import classes, figures
from liantu.telling.names import brief
from liantu.ui.look import Tones
from liantu.ui.widgets.bar import Bar
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text

TILE_WIDTH = 288
TILE_HEIGHT = 172


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
        self._bars = ((Bar(), summary.coverage), (Bar(second=True), summary.closure))
        self._build(reading, chain, summary)
        self.set_tones(tones)
        self.clicked.connect(lambda: self.opened.emit(self.chain))

    def set_tones(self, tones: Tones) -> None:
        """Paint the bars in other colours."""
        for bar, ratio in self._bars:
            bar.show_share(ratio.value, tones)

    def _build(self, reading: Reading, chain: Chain, summary: ChainSummary) -> None:
        title = chain.label
        self.setAccessibleName(
            text(
                "ui.chains.tip",
                name=chain.name,
                coverage=figures.ratio(summary.coverage),
                closure=figures.ratio(summary.closure),
            )
        )
        head = QHBoxLayout()
        head.addWidget(Elided(title, "tileTitle"), 1)
        head.addWidget(label(chain.field, "tag"))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(self._numbers(reading.trend(chain.id)))
        box.addWidget(Elided(_counts(reading, chain, summary), "secondary"))
        box.addWidget(Elided(_words(reading, chain), "figure"))
        box.addWidget(Elided(_leads(reading, chain), "secondary"))
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _numbers(self, change: int | None) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (code, (bar, ratio)) in enumerate(
            zip(("ui.coverage", "ui.closure"), self._bars, strict=True)
        ):
            grid.addWidget(label(text(code), "secondary"), row, 0)
            grid.addWidget(bar, row, 1)
            grid.addWidget(_number(ratio), row, 2, Qt.AlignmentFlag.AlignRight)
        if change:
            mark = text("ui.tile.rise" if change > 0 else "ui.tile.fall", change=abs(change))
            grid.addWidget(label(mark, "figure"), 0, 3)
            plain_tip(self, text("ui.tile.trend", change=f"{change:+d}"))
        return grid


def _number(ratio: Ratio) -> QLabel:
    shown = figures.percent(ratio) if ratio.whole else ""
    words = f"{figures.ratio(ratio)} · {shown}" if shown else figures.ratio(ratio)
    return label(words, "figure")


def _counts(reading: Reading, chain: Chain, summary: ChainSummary) -> str:
    states = [reading.situation.states.get(m.product) for m in chain.members()]
    return text(
        "ui.tile.counts",
        products=summary.products,
        local=states.count(State.LOCAL),
        absent=states.count(State.ABSENT),
        raw=states.count(State.RAW),
    )


def _words(reading: Reading, chain: Chain) -> str:
    return " · ".join(classes.counted(reading.chain_counts(chain.id), "spaced"))


def _leads(reading: Reading, chain: Chain) -> str:
    found = [reading.atlas.enterprises.get(key) for key in chain.leads]
    names = "、".join(firm.short for firm in found if firm)
    if names:
        return text("ui.tile.leads", names=names)
    firms = reading.summary(chain.id).enterprises
    short = "、".join(brief(reading.atlas.enterprises[key]) for key in firms[:6])
    return text("ui.tile.firms", count=len(firms), names=short or text("ui.none"))
