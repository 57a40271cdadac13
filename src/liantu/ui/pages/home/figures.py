"""The figures of the city that the library names: value, words with the year, sources as a tip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Figure
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text


def figure_blocks(reading: Reading) -> list[QFrame]:
    """One small block a figure."""
    atlas = reading.atlas
    found = [atlas.figures.get(key) for key in atlas.library.headline]
    return [_block(atlas, figure) for figure in found if figure is not None]


def _block(atlas: Atlas, figure: Figure) -> QFrame:
    block = QFrame()
    block.setObjectName("headlineFigure")
    box = QVBoxLayout(block)
    box.setContentsMargins(12, 8, 12, 8)
    box.setSpacing(2)
    box.addWidget(label(figure.text, "mapTitle"))
    words = figure.item
    if figure.year and figure.year not in words:
        words = text("ui.headline.figure", item=figure.item, year=figure.year)
    item = label(words, "secondary", wrap=True)
    item.setAlignment(Qt.AlignmentFlag.AlignTop)
    box.addWidget(item, 1)
    titles = "；".join(atlas.sources[s].title for s in figure.sources if s in atlas.sources)
    tip = text("ui.headline.source", words=words, titles=titles or text("ui.unknown"))
    plain_tip(block, tip)
    return block
