"""What differs between two atlases, in words: one line for each thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from liantu.library.difference import Changed
from liantu.model import Atlas
from liantu.wording import table, text

KEYS = 4
"""So many of the values that differ are named."""
NAMES = ("short", "name", "title", "item", "text", "label")
"""Where the values of a thing say what it is called."""
OF = ("product", "enterprise", "supplier", "chain")
"""Whose thing it is, where it has no name of its own."""
LONGEST = 24


def differing(changes: Iterable[Changed], atlas: Atlas) -> tuple[str, ...]:
    """``改 企业 鲁西集团：名称、产能``; names of others are those of ``atlas``."""
    return tuple(_line(change, atlas) for change in changes)


def _line(change: Changed, atlas: Atlas) -> str:
    kind, name = text(f"library.kind.{change.kind}"), _name(change, atlas)
    if change.before is None or change.after is None:
        code = "ui.differing.new" if change.before is None else "ui.differing.gone"
        return text(code, kind=kind, name=name)
    keys = [_key(key) for key in change.keys]
    told = "、".join(keys[:KEYS])
    if len(keys) > KEYS:
        told = text("ui.differing.more", keys=told, count=len(keys))
    if len(change.keys) == 1:
        before, after = (_short(side.get(change.keys[0])) for side in (change.before, change.after))
        if before is not None and after is not None:
            told = text("ui.differing.value", key=keys[0], before=before, after=after)
    return text("ui.differing.changed", kind=kind, name=name, keys=told)


def _name(change: Changed, atlas: Atlas) -> str:
    values: dict[str, Any] = change.after or change.before or {}
    own = next((values[k] for k in NAMES if isinstance(values.get(k), str)), "")
    if own:
        return _cut(own)
    of = next((values[k] for k in OF if isinstance(values.get(k), str)), "")
    return _label(of, atlas) if of else change.id


def _label(id_: str, atlas: Atlas) -> str:
    for things in (atlas.products, atlas.enterprises, atlas.chains):
        thing: Any = things.get(id_)
        if thing is not None:
            return str(thing.name)
    return id_


def _key(key: str) -> str:
    return table().get(f"ui.field.{key}", key)


def _short(value: object) -> str | None:
    """A single value as it is, ``None`` for lists and tables."""
    if value is None:
        return text("ui.differing.nothing")
    return _cut(value) if isinstance(value, str) else None


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
