"""What two sides have in common, and what passes from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from liantu.model.target import Target

SHARED, FIRMS, CHAINS = "shared", "firms", "chains"
GIVES, TAKES = "gives", "takes"
MOST = 4
"""Names in a cell; ``more`` of the tie has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """``left`` and ``right`` say what each side has to do with it, ``words`` what follows or what
    it rests on; ``rank`` orders rows, the surest first. ``more`` is told where there is room.
    """

    id: str
    name: str
    left: str
    right: str
    words: str
    target: Target
    rank: tuple[int, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The ties of one kind; ``count`` of them hold today (the rest could)."""

    code: str
    ties: tuple[Tie, ...]
    count: int


def group(code: str, found: Iterable[Tie], holds: Callable[[Tie], bool] = lambda _: True) -> Group:
    """The ties in their order; ``holds`` says which of them are so today."""
    ties = tuple(sorted(found, key=lambda tie: tie.rank))
    return Group(code=code, ties=ties, count=sum(map(holds, ties)))
