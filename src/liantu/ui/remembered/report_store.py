"""The last order of the page 汇报 and the presets: a small versioned JSON file, safely kept."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.briefing.office import Office, Part, Style
from liantu.briefing.order import SUFFIXES, Kind, Order
from liantu.ui.remembered import store

LETTER = ("issuer", "addressee", "number", "signed")
"""What an official paper has around its text; orders that were kept before have none of it."""


class ReportStore:
    """Orders by name. A file that is damaged, or holds an order that cannot be read, is set aside;
    ``trouble`` is for the window to tell.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.config_folder() / "reports.json"
        found = store.load(self._path)
        raw = found.body
        self.last = _order(raw.get("last"))
        presets = {name: _order(value) for name, value in _mapping(raw.get("presets")).items()}
        self.presets = {name: order for name, order in presets.items() if order is not None}
        self.trouble = found.trouble
        if len(self.presets) != len(presets):
            self.trouble = store.set_aside(self._path).trouble

    def save(self) -> bool:
        """Write the orders; ``False`` where that cannot be done."""
        body = {
            "last": _plain(self.last) if self.last else None,
            "presets": {name: _plain(order) for name, order in self.presets.items()},
        }
        return store.save(self._path, body)


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain(order: Order) -> dict[str, Any]:
    body = asdict(order)
    body["chains"] = list(order.chains)
    body["office"]["parts"] = sorted(order.office.parts)
    body["office"]["attachments"] = list(order.office.attachments)
    return body


def _order(value: object) -> Order | None:
    """An order from JSON; ``None`` for what is not one."""
    raw = _mapping(value)
    office = _mapping(raw.get("office"))
    try:
        kind = Kind(raw["kind"])
        suffix = raw["suffix"] if raw["suffix"] in SUFFIXES[kind] else SUFFIXES[kind][0]
        return Order(
            kind=kind,
            suffix=suffix,
            chains=tuple(str(chain) for chain in raw["chains"]),
            office=Office(
                style=Style(office["style"]),
                captions=bool(office["captions"]),
                mark=bool(office["mark"]),
                fold=bool(office["fold"]),
                since=str(office["since"]),
                parts=frozenset(Part(part) for part in office["parts"]),
                **{name: str(office.get(name, "")) for name in LETTER},
                attachments=tuple(str(name) for name in office.get("attachments", ())),
            ),
            template=str(raw["template"]),
            pattern=str(raw["pattern"]),
        )
    except (KeyError, ValueError, TypeError, RecursionError):
        return None
