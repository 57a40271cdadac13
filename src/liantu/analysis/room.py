"""How many readings of one folder may be held at once: many of a city, few of a large folder."""

from __future__ import annotations

from liantu.model import Atlas

HELD = 40_000
"""Products and enterprises of all readings that are held together; the one that is looked at is
held however large it is.
"""


def readings(atlas: Atlas, most: int) -> int:
    """At most so many, and at least one."""
    size = len(atlas.products) + len(atlas.enterprises)
    return max(1, min(most, HELD // max(size, 1)))
