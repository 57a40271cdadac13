"""What is known about a product's being made in the city, and what follows for a reader.

The words stand in ``wording/standing.json`` under these codes.
"""

from __future__ import annotations

import enum


class Standing(enum.StrEnum):
    """How a product stands at the date, the surest first; the first that holds counts."""

    MADE = "made"
    BYPRODUCT = "byproduct"
    GROUP = "group"
    CAPTIVE = "captive"
    EXTERNAL = "external"
    SHUT = "shut"
    NONE = "none"
    ASKED = "asked"
    UNSEEN = "unseen"


LOCAL = frozenset({Standing.MADE, Standing.BYPRODUCT, Standing.GROUP})
"""Standings of what is made in the city."""
ABSENT = frozenset({Standing.SHUT, Standing.NONE, Standing.ASKED, Standing.UNSEEN})
"""Standings of what nobody in the city is known to make."""
OPEN = frozenset({Standing.ASKED, Standing.UNSEEN})
"""Standings that an answer of the counties may change."""


class Certainty(enum.StrEnum):
    """How sure an absence is: 确认, 疑似 or 政策; what is made carries none."""

    CONFIRMED = "confirmed"
    SUSPECTED = "suspected"
    POLICY = "policy"

    @classmethod
    def of(cls, standing: Standing) -> Certainty | None:
        """That of a standing; ``None`` where nothing is absent."""
        return _CERTAINTY.get(standing)


_CERTAINTY = {
    Standing.NONE: Certainty.CONFIRMED,
    Standing.SHUT: Certainty.POLICY,
    Standing.ASKED: Certainty.SUSPECTED,
    Standing.UNSEEN: Certainty.SUSPECTED,
}


class Remedy(enum.StrEnum):
    """What is to be done about a class: 断链连通, 上游延伸, 配套缺口, 技术短板, 原料稳供, 下游延伸,
    细链增粗, 弱链变强, 无链生有.
    """

    CONNECT = "connect"
    UPSTREAM = "upstream"
    PARTS = "parts"
    BARRIER = "barrier"
    SUPPLY = "supply"
    DOWNSTREAM = "downstream"
    THICKEN = "thicken"
    STRENGTHEN = "strengthen"
    CREATE = "create"


class Tag(enum.StrEnum):
    """Marks beside a class: 独家, 资料内独家, 低于最小规模, 起点不详, 推算."""

    SOLE = "sole"
    SOLE_ON_RECORD = "sole_on_record"
    BELOW_SCALE = "below_scale"
    START_UNKNOWN = "start_unknown"
    CARRIED = "carried"


SOLE = frozenset({Tag.SOLE, Tag.SOLE_ON_RECORD})
"""The tags of what has but one maker, as far as is known or for certain."""


class Weakness(enum.StrEnum):
    """Evidence for 弱链: a stop within the year, technology named 限制类 or 淘汰类, makers of low
    tiers only.
    """

    STOPPED = "stopped"
    LIMITED = "limited"
    TIER = "tier"
