"""便签: what is to be talked over in a meeting about a thing on the map. It is no fact and has no
source; no day asked for hides it.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class MemoState(enum.StrEnum):
    """Whether it is still to be talked over (待议) or has been (已议)."""

    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Memo:
    """A note about a product, an enterprise or a chain, written on ``date`` by ``office``; offices
    are named, never persons.
    """

    id: str
    text: str
    state: MemoState
    product: str = ""
    enterprise: str = ""
    chain: str = ""
    date: str = ""
    office: str = ""
    result: str = ""
