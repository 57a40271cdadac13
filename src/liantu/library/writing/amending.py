"""Values of a file as written + how what they mean changes → values to be written."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from liantu.library.parsing.convert import Plain


def amended(raw: Plain, before: Plain, after: Plain) -> Plain:
    """``raw`` is how ``before`` is written; the result is ``raw`` but for what changes.

    A file may say more than what it means needs (a default in full, an unknown key) and say it in
    other ways (a short form, another order); all that stays as it is.
    """
    if before == after:
        return raw
    if isinstance(raw, dict) and isinstance(before, dict) and isinstance(after, dict):
        return _mapping(raw, before, after)
    lists = isinstance(raw, list) and isinstance(before, list) and isinstance(after, list)
    if lists and len(raw) == len(before):
        return _items(list(raw), list(before), list(after))
    return after


def _mapping(raw: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> Plain:
    found: dict[str, Any] = {}
    for key, value in raw.items():
        if key in after:
            found[key] = amended(value, before[key], after[key]) if key in before else after[key]
        elif key not in before:
            found[key] = value
    names = list(found)
    last = ""
    for key, value in after.items():
        if key not in raw and before.get(key) != value:
            names.insert(names.index(last) + 1 if last else 0, key)
            found[key] = value
        last = key if key in found else last
    return {key: found[key] for key in names}


def _items(raw: list[Any], before: list[Any], after: list[Any]) -> Plain:
    old, new = [repr(one) for one in before], [repr(one) for one in after]
    found: list[Any] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += raw[a:b]
            continue
        shared = min(b - a, d - c)
        found += [amended(raw[a + n], before[a + n], after[c + n]) for n in range(shared)]
        found += after[c + shared : d]
    return found
