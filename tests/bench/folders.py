"""A data folder many times as large as the shipped one, with every file and every reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FLOWS = frozenset({"inputs", "byproducts"})
NAMING = frozenset(
    (
        *("product", "products", "members", "supplier", "customer", "enterprise"),
        *("chain", "chains", "source", "leads"),
    )
)
"""Fields whose values are ids, also in the lists and maps within them."""
SHARED = ("library.yaml", "utilities.yaml")
"""Files that a city has once: coal and power are the same for everybody."""


class _Dumper(yaml.SafeDumper):
    """Writes yes and no as the format wants them."""


_Dumper.add_representer(
    bool,
    lambda dumper, it: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if it else "no"),
)


def multiplied(source: Path, target: Path, count: int) -> Path:
    """Write ``count`` copies of the folder ``source`` side by side as one folder ``target``.

    The first keeps its ids and names, the others append ``-2``, ``-3`` …; what the utilities file
    defines is shared by all, so that the copies hang together as a larger city would.
    """
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(source.glob("*.yaml"))}
    files = {name: yaml.load(text, yaml.CSafeLoader) for name, text in texts.items()}
    shared = frozenset(files["utilities.yaml"]["products"])
    target.mkdir(parents=True, exist_ok=True)
    library = files["library.yaml"]["library"]
    turns = [_Turn(n, shared) for n in range(1, count + 1)]
    library["chains"] = [turn.named(chain) for turn in turns for chain in library["chains"]]
    for name in SHARED:
        _write(target / name, files[name])
    for turn in turns:
        for name in sorted(files.keys() - set(SHARED)):
            _write(target / name.replace(".yaml", f"-{turn.number}.yaml"), turn.file(files[name]))
    return target


@dataclass(frozen=True)
class _Turn:
    """One of the copies."""

    number: int
    shared: frozenset[str]

    def named(self, key: str) -> str:
        """The id or name in this copy."""
        return key if self.number == 1 or key in self.shared else f"{key}-{self.number}"

    def file(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """A whole file."""
        return {key: self._section(key, value) for key, value in data.items()}

    def _section(self, key: str, value: Any) -> Any:
        if key == "chain":
            found = self._within(value)
            return {**found, **{k: self.named(found[k]) for k in ("id", "name", "short")}}
        if not isinstance(value, Mapping):
            return value
        return {self.named(k): self._entry(v) for k, v in value.items()}

    def _entry(self, entry: Any) -> Any:
        found = self._within(entry)
        if "name" in found:
            found["name"] = self.named(found["name"])
        if "aka" in found:
            found["aka"] = [self.named(word) for word in found["aka"]]
        return found

    def _within(self, node: Any, field: str = "") -> Any:
        """References renamed; ``field`` is the one that ``node`` stands in."""
        if isinstance(node, Mapping):
            flows = field in FLOWS
            inner = field if field == "members" else ""
            return {
                self.named(key) if flows else key: self._within(value, inner or key)
                for key, value in node.items()
            }
        if isinstance(node, list):
            return [self._within(item, field) for item in node]
        return self.named(node) if field in NAMING and isinstance(node, str) else node


def _write(path: Path, data: Any) -> None:
    words = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    path.write_text(words, encoding="utf-8")
