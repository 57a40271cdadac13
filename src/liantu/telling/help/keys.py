"""Verbs with their keys, and what mouse and keyboard do on the pages: rows for the manual.

The verbs are objects of the window; what the manual needs of them stands in ``help/verbs.json``,
which ``python -m tests.manual`` writes and a test compares with them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from liantu import paths
from liantu.telling.help import glossary
from liantu.wording import text

HANDS = {
    "map": (
        *("click", "double", "empty", "drag", "wheel", "right", "hover", "carry"),
        *("arrows", "tab", "enter", "escape", "fit", "near", "zoom", "menu", "lens"),
    ),
    "list": ("sort", "head", "double", "many", "copy", "edit"),
    "timeline": ("drag", "dot", "arrows", "page", "ends"),
    "chart": ("hover",),
    "manual": ("find", "back"),
    "dialog": ("escape",),
}
"""What can be done with mouse and keys that is no verb, by place."""


@dataclass(frozen=True, slots=True)
class Row:
    """A verb: where it stands, and its keys as they are told."""

    id: str
    menu: str
    keys: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The words of the menu without the dots that announce a window."""
        return text(f"ui.verb.{self.id}")


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys or a movement of the mouse, and what it does."""

    keys: str
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What belongs together on the sheet of shortcuts."""

    title: str
    hints: tuple[Hint, ...]


@cache
def rows() -> tuple[Row, ...]:
    """All verbs in the order of the menus."""
    read = json.loads(paths.resource("help", "verbs.json").read_text(encoding="utf-8"))
    return tuple(Row(item["id"], item["menu"], tuple(item["keys"])) for item in read)


def menu_name(menu: str) -> str:
    """What a menu is called; verbs without one have their own title."""
    if menu == "export":
        return text("ui.export.button")
    return text(f"ui.menu.{menu}") if menu else text("help.menu.none")


def by_menu() -> dict[str, list[Row]]:
    """The verbs of each menu, in the order in which menus first come."""
    found: dict[str, list[Row]] = {}
    for row in rows():
        found.setdefault(row.menu, []).append(row)
    return found


def sheets() -> tuple[Sheet, ...]:
    """Every key, menu by menu, then what is no verb, place by place."""
    verbs = (
        Sheet(menu_name(menu), tuple(_hint(row) for row in of if row.keys))
        for menu, of in by_menu().items()
    )
    return (*(sheet for sheet in verbs if sheet.hints), *map(_hands, HANDS))


def _hint(row: Row) -> Hint:
    return Hint(text("help.or").join(row.keys), row.name.rstrip("…"))


def _hands(place: str) -> Sheet:
    title = text(f"help.place.{place}")
    hints = (_hand(place, code) for code in HANDS[place])
    return Sheet(title, tuple(hints))


def _hand(place: str, code: str) -> Hint:
    return Hint(text(f"help.hand.{place}.{code}.keys"), text(f"help.hand.{place}.{code}"))


def told(row: Row) -> str:
    """What a verb does."""
    return glossary.verb(row.id)
