"""What two people changed, each in another way, in words."""

from __future__ import annotations

from collections.abc import Mapping

from liantu.library.three_ways import Conflict
from liantu.model import Atlas
from liantu.telling.versions.values import Names, inner, key_word, kind_word
from liantu.wording import text


def conflict_words(conflict: Conflict, mine: Atlas, theirs: Atlas) -> tuple[str, str, str]:
    """What it is about, what one says, and what the other says."""
    names, kind = Names(mine, theirs), conflict.kind
    about = text("ui.differing.thing", kind=kind_word(kind), name=names.of(kind, conflict.id))
    keys: list[str] = []
    for key in conflict.path:
        keys.append(key_word(kind, key))
        kind = inner(kind, key)
    if keys:
        about = text("ui.conflict.about", thing=about, keys=" · ".join(keys))
    key = conflict.path[-1] if conflict.path else ""
    mine_, theirs_ = (_value(names, kind, key, v) for v in (conflict.ours, conflict.theirs))
    return about, mine_, theirs_


def _value(names: Names, kind: str, key: str, value: object) -> str:
    if value is None:
        return text("ui.differing.nothing")
    if isinstance(value, Mapping):
        told = (f"{key_word(kind, k)} {_value(names, kind, k, v)}" for k, v in value.items())
        return "；".join(told)
    if isinstance(value, list):
        return "、".join(_value(names, kind, key, one) for one in value)
    return names.value(key, value, whole=True)
