"""Whether steps lead from one place to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def reaches(steps: Mapping[str, Sequence[str]], start: str, end: str) -> bool:
    """Whether ``end`` is ``start``, or some steps away from it."""
    seen, stack = {start}, [start]
    while stack:
        at = stack.pop()
        if at == end:
            return True
        fresh = [place for place in steps.get(at, ()) if place not in seen]
        seen.update(fresh)
        stack += fresh
    return False
