"""What the solver found: which links, which units run, at what cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.analysis.plans.integer import Status


@dataclass(frozen=True, slots=True)
class Solution:
    """One plan: the ``links`` to build and the units that run, both in the order of the problem.

    ``cost`` is what is known of it, ``unknown`` the links whose cost nobody knows; the two are
    never added. ``imports`` are bought instead of being made. ``activity`` of units and ``bought``
    amounts only with a demand. ``gap``: how much better a plan could still be, as a share; 0 is
    proven.
    """

    links: tuple[str, ...]
    units: tuple[str, ...]
    cost: float
    unknown: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    activity: Mapping[str, float] = field(default_factory=dict)
    bought: Mapping[str, float] = field(default_factory=dict)
    status: Status = Status.OPTIMAL
    gap: float = 0.0
