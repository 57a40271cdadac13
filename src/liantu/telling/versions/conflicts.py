"""What merging takes, asks and leaves, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from liantu.library.editing import Fault, RefusedError
from liantu.library.firm_names import name_key
from liantu.library.merging import Merged
from liantu.library.three_ways import Conflict, Path, Taken, Value
from liantu.model import Atlas, Enterprise
from liantu.telling.versions.pieces import pieces, plant
from liantu.telling.versions.values import Names, amount_word, inner, key_word, kind_word, some
from liantu.wording import issue_text, text

_PLANTS = frozenset({"capacities", "phases"})
_LISTED = 6
"""Values of a list that are named."""


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict to be decided: what it is about, and the three values."""

    about: str
    ours: str
    theirs: str
    base: str
    note: str = ""


def conflict_row(names: Names, one: Conflict) -> ConflictRow:
    """What somebody has to know to decide it."""
    return ConflictRow(
        about=_about(names, one.kind, one.id, one.path, one.item),
        ours=_value(names, one.path, one.ours),
        theirs=_value(names, one.path, one.theirs),
        base=_value(names, one.path, one.base) if one.base is not None else "",
        note=text("version.merge.unsure") if one.unsure else "",
    )


def taken_line(names: Names, one: Taken) -> str:
    """``企业 鲁西化工 产能 双酚A：无 → 20 万吨/年（在产）``."""
    about = _about(names, one.kind, one.id, one.path, None)
    if not one.path and one.ours is None:
        return text("version.merge.added", about=about)
    if not one.path and one.theirs is None:
        return text("version.merge.removed", about=about)
    if isinstance(one.ours, dict) and isinstance(one.theirs, dict):
        words = "，".join(pieces(names, one.kind, one.ours, one.theirs))
        return text("version.of", name=about, words=words)
    ours, theirs = (_value(names, one.path, side) for side in (one.ours, one.theirs))
    return text("version.merge.taken", about=about, ours=ours, theirs=theirs)


def left_line(names: Names, one: Conflict) -> str:
    """What theirs say and is not taken."""
    row = conflict_row(names, one)
    return text("version.merge.left", about=row.about, theirs=row.theirs)


def renamed_lines(names: Names, merged: Merged) -> list[str]:
    """New ids for things of theirs whose id ours had given away."""
    return [
        text("version.merge.renumbered", kind=kind_word(kind), old=old, new=new)
        for (kind, old), new in merged.renamed.items()
    ]


def doubles(ours: Atlas, theirs: Atlas) -> list[str]:
    """Firms that ours have under another id, by the key under which names are the same firm's."""
    known = {name_key(name) for firm in ours.enterprises.values() for name in _named(firm)}
    found = (
        firm
        for key, firm in theirs.enterprises.items()
        if key not in ours.enterprises and not known.isdisjoint(map(name_key, _named(firm)))
    )
    return [text("version.merge.double", name=firm.name) for firm in found]


def _named(firm: Enterprise) -> tuple[str, ...]:
    """Its name and its former ones."""
    return (firm.name, *firm.aka)


def refused_lines(error: RefusedError) -> list[str]:
    """Why the result would have been bad data."""
    return [_fault(fault) for fault in error.faults]


def _fault(fault: Fault) -> str:
    kind, id_ = kind_word(fault.draft.kind), fault.draft.id
    return text("version.merge.fault", kind=kind, id=id_, why=issue_text(fault.issue))


def sum_line(merged: Merged, title: str, *, based: bool) -> str:
    """How much is taken by itself, and how much is asked; ``based``: with a common version."""
    if not merged.taken and not merged.conflicts:
        return text("version.merge.nothing", name=title)
    counts = {"taken": len(merged.taken), "conflicts": len(merged.conflicts)}
    code = "version.merge.sum" if based else "version.merge.sum.baseless"
    return text(code, name=title, **counts)


# -- words


def _about(names: Names, kind: str, id_: str, path: Path, item: Value) -> str:
    name = "" if kind == "library" else names.of(kind, id_)
    parts = [kind_word(kind), name]
    keys = list(path)
    while keys:
        key = keys.pop(0)
        parts.append(key_word(kind, key))
        kind = inner(kind, key)
        if keys and (key in _PLANTS or item is not None or len(keys) > 1):
            within = keys.pop(0)
            parts.append(names.of("product", within) if within else "")
    return " ".join(dict.fromkeys(part for part in parts if part))


def _value(names: Names, path: Path, value: Value) -> str:
    if value is None:
        return text("version.merge.absent")
    key = path[-1] if path else ""
    if isinstance(value, list):
        return some([_one(names, key, one) for one in value], _LISTED)
    return _one(names, key, value)


def _one(names: Names, key: str, value: Any) -> str:
    """A scalar, an item or a whole thing in short."""
    if not isinstance(value, Mapping):
        return names.value(key, value, whole=True)
    if {"product", "status"} <= value.keys():
        name = names.of("product", str(value["product"]))
        return text("version.plant.changed", name=name, words=plant(names, value))
    if value.keys() <= {"amount", "unit"}:
        return amount_word(value)
    return "，".join(_told(names, value)) or text("version.merge.present")


def _told(names: Names, value: Mapping[str, Any]) -> Iterable[str]:
    for key, one in value.items():
        if not isinstance(one, list | dict):
            yield text("version.merge.pair", key=key_word("", key), value=names.value(key, one))
