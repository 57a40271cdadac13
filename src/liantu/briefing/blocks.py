"""A paper as a list of plain blocks, set alike by typst and by Word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from liantu.render.vector import Picture


@dataclass(frozen=True)
class Heading:
    """``level`` 1 begins a part, 2 a section, 3 a paragraph with a head."""

    level: int
    text: str

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {"kind": "heading", "level": self.level, "text": self.text}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; ``quiet`` ones are notes. ``about``: products whose finding it tells."""

    text: str
    quiet: bool = False
    about: Sequence[str] = ()

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {"kind": "paragraph", "text": self.text, "quiet": self.quiet}


@dataclass(frozen=True)
class Numbers:
    """A row of large numbers: (label, value)."""

    pairs: Sequence[tuple[str, str]]

    def data(self) -> dict[str, Any]:
        """For JSON."""
        pairs = [{"label": label, "value": value} for label, value in self.pairs]
        return {"kind": "numbers", "pairs": pairs}


@dataclass(frozen=True)
class Items:
    """A list of points, numbered where ``ordered``, small where ``quiet``. ``about`` as in
    :class:`Paragraph`.
    """

    lines: Sequence[str]
    ordered: bool = False
    about: Sequence[str] = ()
    quiet: bool = False

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "kind": "items",
            "lines": list(self.lines),
            "ordered": self.ordered,
            "quiet": self.quiet,
        }


@dataclass(frozen=True)
class Table:
    """A table: relative column widths, numeric columns, a caption above and a note below.

    ``about``: the products that its rows tell of; ``finds`` where a row is their finding in full,
    as a sentence is, and not a line of a list.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    numeric: Sequence[int] = ()
    note: str = ""
    about: Sequence[str] = ()
    finds: bool = False

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "kind": "table",
            "caption": self.caption,
            "head": list(self.head),
            "rows": [list(row) for row in self.rows],
            "widths": list(self.widths),
            "numeric": list(self.numeric),
            "note": self.note,
        }


@dataclass(frozen=True)
class Figure:
    """A picture by its name in the report; ``page`` gives it a landscape page of its own, to whose
    edges it goes where it is ``whole`` and has margins, head and foot itself. ``share`` is its part
    of the text's width.
    """

    name: str
    caption: str
    page: bool = False
    share: float = 1.0
    note: str = ""
    whole: bool = False

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "kind": "figure",
            "whole": self.whole,
            "file": f"{self.name}.svg",
            "caption": self.caption,
            "page": self.page,
            "share": self.share,
            "note": self.note,
        }


@dataclass(frozen=True)
class Break:
    """A new page."""

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {"kind": "break"}


@dataclass(frozen=True)
class Blank:
    """Room for what only the office knows: a box with the ``instruction`` in 〔〕; with a ``label``
    it is one line to be filled, the label before it.
    """

    instruction: str
    label: str = ""

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {"kind": "blank", "label": self.label, "instruction": self.instruction}


Block = Heading | Paragraph | Numbers | Items | Table | Figure | Blank | Break
"""Every block; whoever sets a paper sets all of them."""


@dataclass(frozen=True)
class Report:
    """A paper: cover lines, blocks, and the pictures that figures name.

    ``date`` is spoken, ``edition`` ISO (it dates the file); ``contents`` asks for cover and table
    of contents; ``foot`` stands at the foot of every page.
    """

    title: str
    region: str
    date: str
    edition: str
    lines: Sequence[str]
    statement: str
    blocks: Sequence[Block]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    contents: bool = True
    foot: str = ""

    @property
    def drawn_end(self) -> bool:
        """Whether a short paper ends with a drawn page: nothing is to follow it."""
        last = self.blocks[-1] if self.blocks else None
        return not self.contents and isinstance(last, Figure) and last.page
