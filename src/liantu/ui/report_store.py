"""The last order of the page 汇报 and the presets: a small versioned JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.briefing.office import Office, Part, Style
from liantu.briefing.order import SUFFIXES, Kind, Order

VERSION = 1


class ReportStore:
    """Orders by name; a bad file is ignored, an unwritable folder too."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.config_folder() / "reports.json"
        raw = self._read()
        self.last = _order(raw.get("last"))
        self.presets: dict[str, Order] = {}
        for name, value in _mapping(raw.get("presets")).items():
            found = _order(value)
            if found is not None:
                self.presets[name] = found

    def save(self) -> bool:
        """Write through a temporary file; ``False`` where that cannot be done."""
        body = {
            "version": VERSION,
            "last": _plain(self.last) if self.last else None,
            "presets": {name: _plain(order) for name, order in self.presets.items()},
        }
        temporary = self._path.with_suffix(".tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")
            temporary.replace(self._path)
        except OSError:
            return False
        return True

    def _read(self) -> dict[str, Any]:
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        good = isinstance(raw, dict) and raw.get("version") == VERSION
        return raw if good else {}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain(order: Order) -> dict[str, Any]:
    body = asdict(order)
    body["chains"] = list(order.chains)
    body["office"]["parts"] = sorted(order.office.parts)
    return body


def _order(value: object) -> Order | None:
    """An order from JSON; ``None`` for what is not one."""
    raw = _mapping(value)
    office = _mapping(raw.get("office"))
    try:
        kind = Kind(raw["kind"])
        suffix = raw["suffix"] if raw["suffix"] in SUFFIXES[kind] else SUFFIXES[kind][0]
        return Order(
            kind,
            suffix,
            tuple(str(chain) for chain in raw["chains"]),
            Office(
                Style(office["style"]),
                bool(office["captions"]),
                bool(office["mark"]),
                bool(office["fold"]),
                str(office["since"]),
                frozenset(Part(part) for part in office["parts"]),
            ),
            str(raw["template"]),
            str(raw["pattern"]),
        )
    except (KeyError, ValueError, TypeError):
        return None
