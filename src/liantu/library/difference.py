"""What differs between two atlases, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from liantu.library.plain import ALL, plain_of, things
from liantu.model import Atlas


@dataclass(frozen=True, slots=True)
class Changed:
    """A thing as its file would hold it before and after; ``None``: there is none."""

    kind: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The top-level keys of its values that differ, those of ``after`` first."""
        old, new = self.before or {}, self.after or {}
        return tuple(key for key in {**new, **old} if old.get(key) != new.get(key))


def difference(before: Atlas, after: Atlas) -> tuple[Changed, ...]:
    """The things that differ by kind, in the order of ``after``, then those that are gone."""
    return tuple(one for kind in ALL for one in _of_kind(kind, before, after))


def same(before: Atlas, after: Atlas) -> bool:
    """Whether two atlases say the same, wherever it stands in files."""
    return before is after or replace(before, places={}) == replace(after, places={})


def _of_kind(kind: str, before: Atlas, after: Atlas) -> Iterator[Changed]:
    old, new = things(before, kind), things(after, kind)
    for id_ in dict.fromkeys((*new, *old)):
        a, b = old.get(id_), new.get(id_)
        if a is b or a == b:
            continue
        was = None if a is None else plain_of(kind, a)
        now = None if b is None else plain_of(kind, b)
        if was != now:
            yield Changed(kind, id_, was, now)
