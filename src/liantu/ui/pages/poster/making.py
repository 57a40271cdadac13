"""Which page is shown, and its drawing: a pure function, so that a worker may make it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.diagram.poster.city_page import city_pages
from liantu.diagram.poster.model import Page
from liantu.diagram.poster.pages import chain_pages
from liantu.diagram.theme import Theme


@dataclass(frozen=True, slots=True)
class Sight:
    """The page of a chain (id), or of the city where it is empty, on a paper of
    :data:`liantu.diagram.page.SIZES`; ``lines`` are those of the map.
    """

    chain: str = ""
    paper: str = "A3"
    lines: bool = True


def make(reading: Reading, sight: Sight, theme: Theme) -> tuple[Page, ...]:
    """The pages in the colours of ``theme``; raises ``KeyError`` for an unknown chain."""
    if sight.chain:
        return chain_pages(reading, sight.chain, sight.paper, theme=theme, lines=sight.lines)
    return city_pages(reading, sight.paper, theme=theme)
