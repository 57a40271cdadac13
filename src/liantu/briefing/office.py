"""How an office wants its papers: margins and type, captions, mark, fold-out maps."""

from __future__ import annotations

import enum
from dataclasses import asdict, dataclass
from typing import Any


class Style(enum.StrEnum):
    """``plain``: dense and quiet; ``official``: margins and type of GB/T 9704—2012."""

    PLAIN = "plain"
    OFFICIAL = "official"


class Part(enum.StrEnum):
    """Parts of a briefing that may be left out."""

    CITY = "city"
    GAPS = "gaps"
    BALANCE = "balance"
    PROJECTS = "projects"
    ENTERPRISES = "enterprises"
    PLAN = "plan"
    MAPS = "maps"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Office:
    """``parts`` are printed beside summary, overview and data statement.

    ``captions`` numbers figures and tables and names date and source; ``mark`` prints 内部;
    ``fold`` puts maps on A3, to be folded out; ``since`` is the date to compare with (empty: a
    year before). ``issuer`` (发文机关), ``addressee`` (主送), ``number`` (发文字号), ``signed``
    (成文日期, ISO) and ``attachments`` (names of 附件) are written by the office; empty ones are
    left open on an official paper, with a line that says what goes there.
    """

    style: Style = Style.PLAIN
    captions: bool = True
    mark: bool = False
    fold: bool = False
    since: str = ""
    parts: frozenset[Part] = frozenset(Part)
    issuer: str = ""
    addressee: str = ""
    number: str = ""
    signed: str = ""
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page and type: margins in mm, sizes and line pitch in pt; ``flipped`` is landscape."""

    top: float
    bottom: float
    left: float
    right: float
    body: float
    table: float
    pitch: float
    title: float
    indent: float
    centred: bool
    flipped: bool = False

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


SHEETS = {
    Style.PLAIN: Sheet(26, 23, 23, 23, 10.5, 8.5, 18, 28, 0, False),
    Style.OFFICIAL: Sheet(37, 35, 28, 26, 16, 9.5, 28.8, 22, 2, True),
}
"""GB/T 9704—2012: 天头 37 mm, 订口 28 mm, text block 156 × 225 mm, 3号 = 16 pt, 22 lines a page,
2号 = 22 pt for the title.
"""
VISIT = Sheet(15, 13, 16, 16, 10.5, 8.5, 16, 20, 0, False)
"""One page for the chief's visit."""
