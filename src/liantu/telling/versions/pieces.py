"""What changed within a thing, key by key, each in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from liantu.library.pairing import Pair, pairs
from liantu.telling.versions.values import SHORT, Names, amount_word, inner, key_word, some
from liantu.wording import text

_PLANTS = frozenset({"capacities", "phases"})
ITEMS = 4
"""Changes of the items of one list that are told one by one."""


def pieces(
    names: Names, kind: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[str]:
    """Every key that differs, in the order of the file."""
    found: list[str] = []
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if old == new or (key == "unit" and _amounts(before, after)):
            continue
        if key == "amount":
            found.append(_amount(kind, before, after))
        else:
            found += _piece(names, kind, key, old, new)
    return found


def _amounts(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return before.get("amount") != after.get("amount")


def _amount(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """``产能 20 → 40 万吨/年``; with both units where these differ."""
    word, unit = key_word(kind, "amount"), after.get("unit")
    if unit == before.get("unit") and "amount" in before and "amount" in after:
        turn = {"before": before["amount"], "after": after["amount"]}
        return text("version.turn.unit", word=word, unit=unit or "", **turn).strip()
    return text("version.turn", word=word, before=amount_word(before), after=amount_word(after))


def _piece(names: Names, kind: str, key: str, old: Any, new: Any) -> Iterator[str]:
    if isinstance(old, list) or isinstance(new, list):
        yield from _list(names, kind, key, old or [], new or [])
    elif key == "members":
        yield from _names(names, kind, key, _members(old), _members(new))
    elif isinstance(old, Mapping) or isinstance(new, Mapping):
        yield from _mapping(names, kind, key, old or {}, new or {})
    else:
        yield _scalar(names, kind, key, old, new)


def _scalar(names: Names, kind: str, key: str, old: Any, new: Any) -> str:
    word = key_word(kind, key)
    if old is not None and new is not None and min(len(str(old)), len(str(new))) > SHORT:
        return text("version.long", word=word)
    if old is None:
        return text("version.set", word=word, after=names.value(key, new))
    if new is None:
        return text("version.unset", word=word, before=names.value(key, old))
    turn = {"before": names.value(key, old), "after": names.value(key, new)}
    return text("version.turn", word=word, **turn)


# -- lists


def _list(
    names: Names, kind: str, key: str, old: Sequence[Any], new: Sequence[Any]
) -> Iterator[str]:
    if all(isinstance(one, str) for one in (*old, *new)):
        yield from _names(names, kind, key, old, new)
        return
    told = [words for pair in pairs(old, new) for words in _item(names, kind, key, pair)]
    yield from told[:ITEMS]
    if len(told) > ITEMS:
        yield text("version.more", names=key_word(kind, key), count=len(told))


def _names(
    names: Names, kind: str, key: str, old: Sequence[str], new: Sequence[str]
) -> Iterator[str]:
    word = key_word(kind, key)
    came = [names.value(key, one) for one in new if one not in old]
    went = [names.value(key, one) for one in old if one not in new]
    if came:
        yield text("version.names.added", word=word, names=some(came))
    if went:
        yield text("version.names.removed", word=word, names=some(went))
    if not came and not went:
        yield text("version.names.order", word=word)


def _item(names: Names, kind: str, key: str, pair: Pair) -> Iterator[str]:
    old, new = pair
    if old == new:
        return
    shown = new if new is not None else old
    name = names.item(key, shown)
    if old is None or new is None:
        yield _whole(names, kind, key, shown, name, "removed" if new is None else "added")
        return
    before = old if isinstance(old, Mapping) else {"product": old}
    after = new if isinstance(new, Mapping) else {"product": new}
    words = "，".join(pieces(names, inner(kind, key), before, after))
    if key in _PLANTS:
        yield text("version.plant.changed", name=_which(names, name, before, after), words=words)
    else:
        yield text("version.item.changed", word=key_word(kind, key), name=name, words=words)


def _which(names: Names, name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The product, with what tells its capacity from others: that it ended, or is not in use."""
    if "until" in after and before.get("until") == after["until"]:
        return text("version.plant.until", name=name, date=after["until"])
    status = after.get("status")
    if status == before.get("status") and status not in (None, "operating"):
        told = names.value("status", status)
        return text("version.plant.status", name=name, status=told)
    return name


def _whole(names: Names, kind: str, key: str, item: Any, name: str, how: str) -> str:
    """An item that came or went."""
    if key in _PLANTS and isinstance(item, Mapping):
        return text(f"version.plant.{how}", name=name, words=plant(names, item))
    return text(f"version.item.{how}", word=key_word(kind, key), name=name)


def plant(names: Names, item: Mapping[str, Any]) -> str:
    """``20 万吨/年（在产）``."""
    status = names.value("status", item.get("status", "unknown"))
    return text("version.plant.told", amount=amount_word(item), status=status)


# -- mappings


def _mapping(
    names: Names, kind: str, key: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
    if key == "drill":
        yield from pieces(names, key, old, new)
        return
    if "text" in old or "text" in new or key in ("mass", "scale_min", "cost", "barrier"):
        yield from (
            text("version.of", name=key_word(kind, key), words=w)
            for w in pieces(names, kind, old, new)
        )
        return
    for id_ in dict.fromkeys((*new, *old)):
        before, after = old.get(id_), new.get(id_)
        if before == after:
            continue
        name, word = names.keyed(key, id_, after or before), key_word(kind, key)
        if before is None or after is None:
            how = "removed" if after is None else "added"
            yield text(f"version.item.{how}", word=word, name=name)
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            words = "，".join(pieces(names, inner(kind, key), before, after))
            yield text("version.item.changed", word=word, name=name, words=words)
        else:
            yield text("version.item.changed", word=word, name=name, words=f" {before} → {after}")


def _members(found: Mapping[str, Sequence[str]] | None) -> list[str]:
    return [product for products in (found or {}).values() for product in products]
