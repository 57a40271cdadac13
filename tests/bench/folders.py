"""A data folder many times as large as the shipped one, with every file and every reference.

Each file is renamed once, into a template whose ids end in a mark; a copy is the template with its
number in the place of the marks. So a hundred times the data are written in seconds.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FLOWS = frozenset({"inputs", "byproducts"})
NAMING = frozenset(
    (
        *("product", "products", "members", "supplier", "customer", "enterprise"),
        *("chain", "chains", "source", "leads", "project", "requires", "excludes"),
        *("substitutes", "trunk"),
    )
)
"""Fields whose values are ids, also in the lists and maps within them."""
CALLED = ("name", "short")
"""What else tells things apart."""
SHARED = ("library.yaml", "utilities.yaml")
"""Files that a city has once: coal and power are the same for everybody."""
CROSSING = 12
"""One input in so many is taken from the copy before, so that the copies are one city."""
OWN, BEFORE = "~~own~~", "~~before~~"
"""What stands for the number of a copy, and of the one before it."""
_ENDLESS = 1 << 20


class _Dumper(yaml.SafeDumper):
    """Writes yes and no as the format wants them."""


_Dumper.add_representer(
    bool,
    lambda dumper, it: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if it else "no"),
)


def multiplied(source: Path, target: Path, count: int) -> Path:
    """Write ``count`` copies of the folder ``source`` side by side as one folder ``target``.

    The first keeps its ids and names, the others append ``-2``, ``-3`` …; what the utilities file
    defines is shared by all, and some processes of a copy take what the copy before makes. The
    same for the same arguments.
    """
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(source.glob("*.yaml"))}
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(texts.keys() - {"library.yaml"}):
        (target / _numbered(name, 1)).write_text(texts[name], encoding="utf-8")
    if (source / "scenarios").is_dir():
        shutil.copytree(source / "scenarios", target / "scenarios", dirs_exist_ok=True)
    shared = frozenset(yaml.load(texts["utilities.yaml"], yaml.CSafeLoader)["products"])
    library = yaml.load(texts["library.yaml"], yaml.CSafeLoader)
    chains = library["library"]["chains"]
    library["library"]["chains"] = [key + suffix(n) for n in range(1, count + 1) for key in chains]
    (target / "library.yaml").write_text(_dumped(library), encoding="utf-8")
    if count > 1:
        for name in sorted(texts.keys() - set(SHARED)):
            template = _Renamer(shared).file(yaml.load(texts[name], yaml.CSafeLoader))
            _write(target, name, _dumped(template), count)
    return target


def suffix(number: int) -> str:
    """What the ids and names of a copy end in."""
    return f"-{number}" if number > 1 else ""


def _numbered(name: str, number: int) -> str:
    return name if name in SHARED else name.replace(".yaml", f"-{number}.yaml")


def _write(target: Path, name: str, template: str, count: int) -> None:
    for n in range(2, count + 1):
        text = template.replace(OWN, suffix(n)).replace(BEFORE, suffix(n - 1))
        (target / _numbered(name, n)).write_text(text, encoding="utf-8")


def _dumped(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return text


@dataclass
class _Renamer:
    """Marks the ids and names of one file."""

    shared: frozenset[str]
    crossed: int = 0

    def named(self, key: str) -> str:
        """The id or name in a copy."""
        return key if key in self.shared else key + OWN

    def file(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """A whole file."""
        return {key: self._section(key, value) for key, value in data.items()}

    def _section(self, key: str, value: Any) -> Any:
        if key == "chain":
            found = self._within(value)
            return {**found, **{k: self.named(found[k]) for k in ("id", *CALLED) if k in found}}
        if not isinstance(value, Mapping):
            return value
        return {self.named(k): self._entry(v) for k, v in value.items()}

    def _entry(self, entry: Any) -> Any:
        found = self._within(entry)
        found |= {key: self.named(found[key]) for key in CALLED if key in found}
        if "aka" in found:
            found["aka"] = [self.named(word) for word in found["aka"]]
        return found

    def _within(self, node: Any, field: str = "") -> Any:
        """References renamed; ``field`` is the one that ``node`` stands in."""
        if isinstance(node, Mapping):
            inner = field if field == "members" else ""
            return {
                self._flow(key, field) if field in FLOWS else key: self._within(value, inner or key)
                for key, value in node.items()
            }
        if isinstance(node, list):
            return [self._within(item, field) for item in node]
        return self.named(node) if field in NAMING and isinstance(node, str) else node

    def _flow(self, key: str, field: str) -> str:
        """A product that a process takes or yields; of what it takes some comes from next door."""
        self.crossed += field == "inputs" and key not in self.shared
        across = field == "inputs" and key not in self.shared and self.crossed % CROSSING == 0
        return key + BEFORE if across else self.named(key)
