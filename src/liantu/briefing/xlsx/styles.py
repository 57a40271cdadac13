"""The cell formats of a workbook: faces, borders, number formats, tints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from liantu.diagram.theme import LIGHT
from liantu.telling import classes
from liantu.telling.lists.column import Cell
from liantu.telling.lists.fill import Fill
from liantu.wording import text

BODY, HEADS = "宋体", "微软雅黑"
"""Faces that every system with a Chinese Office has."""
DEFAULT = {"font_name": BODY, "font_size": 11}
_GRID = {"border": 1, "border_color": "#C3CCD6"}
_DONE = "#E6F4EA"
_UNDER_WAY = "#FFF7E6"
_LATE = "#FDE3E1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column: ``width`` in characters. ``share``: numbers of 1 shown as per cent; ``classes``:
    its words are tinted, ``states``: those that say that something is late or done; ``fill``:
    blank, for the office.
    """

    words: str
    width: float
    numeric: bool = False
    share: bool = False
    classes: bool = False
    states: bool = False
    fill: Fill | None = None


class Styles:
    """Made once for a workbook."""

    def __init__(self, book: Any) -> None:
        def made(**wanted: object) -> Any:
            return book.add_format({**DEFAULT, **wanted})

        top: dict[str, object] = {"valign": "top", **_GRID}
        self.plain = made()
        self.title = made(font_name=HEADS, font_size=18, bold=True, valign="vcenter")
        self.told = made(font_color=LIGHT.secondary, valign="vcenter")
        self.lead = made(text_wrap=True, valign="top", bold=True)
        self.said = made(text_wrap=True, valign="top", font_color=LIGHT.secondary)
        self.link = made(font_color=LIGHT.accent, underline=1, valign="vcenter")
        self.head = made(
            font_name=HEADS,
            bold=True,
            bg_color="#E4EEFA",
            text_wrap=True,
            align="center",
            valign="vcenter",
            **_GRID,
        )
        self.band = made(bold=True, bg_color="#F1F4F9", valign="vcenter", top=1, bottom=1)
        self.text = made(text_wrap=True, **top)
        self.blank = made(text_wrap=True, bg_color="#FFFEF5", **top)
        self.day = made(num_format="yyyy-mm-dd", bg_color="#FFFEF5", **top)
        self.number = made(num_format="#,##0.####_ ", **top)
        self.whole = made(num_format="#,##0_ ", **top)
        self.place = made(align="center", **top)
        self.share = made(num_format="0%_ ", **top)
        self.jump = made(text_wrap=True, font_color=LIGHT.accent, underline=1, **top)
        self.classes = [
            (classes.word(word), book.add_format({"bg_color": tone.tint, "font_color": tone.color}))
            for word, tone in LIGHT.tones.items()
        ]
        done, _, under_way = (Fill.PROGRESS.choices[at] for at in (2, 0, 1))
        self.progress: Sequence[tuple[str, Any]] = [
            (done, book.add_format({"bg_color": _DONE})),
            (under_way, book.add_format({"bg_color": _UNDER_WAY})),
        ]
        tints = {"late": _LATE, "today": _UNDER_WAY, "done": _DONE}
        self.states: Sequence[tuple[str, Any]] = [
            (text(f"work.state.{state}"), book.add_format({"bg_color": tint}))
            for state, tint in tints.items()
        ]

    def of(self, head: Head, value: Cell | None) -> Any:
        """The format of a cell."""
        if head.fill is not None:
            return self.day if head.fill is Fill.DAY else self.blank
        if isinstance(value, str) or not head.numeric:
            return self.place if isinstance(value, int) else self.text
        if head.share:
            return self.share
        return self.number if isinstance(value, float) and value % 1 else self.whole
