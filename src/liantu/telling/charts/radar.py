"""五维雷达: five honest shares of a chain beside the middle of all chains."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.standing import LOCAL, SOLE
from liantu.telling.charts.model import Chart
from liantu.telling.charts.names import shown
from liantu.wording import text


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A share from 0 to 1, ``None`` unknown; ``told`` in words, ``meaning`` what it is a share of.
    ``most``: what it may be at most. ``middle``: the median of all chains that know theirs.
    """

    name: str
    meaning: str
    share: float | None
    most: float | None
    middle: float | None
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar(Chart):
    """Axes clockwise from the top."""

    axes: tuple[Axis, ...]

    @property
    def empty(self) -> bool:
        """Whether no share is known."""
        return all(axis.share is None for axis in self.axes)


def radar(reading: Reading, chain: str) -> Radar:
    """The shares of a chain."""
    axes = tuple(_axis(reading, chain, name) for name in AXES)
    return Radar(
        title=text("chart.radar.title", chain=reading.atlas.chains[chain].label),
        finding=_finding(axes),
        note=text("chart.radar.note"),
        axes=axes,
    )


def _axis(reading: Reading, chain: str, name: str) -> Axis:
    share = AXES[name]
    own, told = share(reading, chain)
    others = (share(reading, other)[0] for other in reading.atlas.chains)
    known = [value for value in others if value is not None]
    spans = reading.summary(chain).span.shares
    return Axis(
        name=text(f"chart.radar.{name}"),
        meaning=text(f"chart.radar.{name}.meaning"),
        share=own,
        most=spans[1] if name == "span" and spans else None,
        middle=statistics.median(known) if known else None,
        told=told,
    )


def _counted(part: int, whole: int) -> tuple[float | None, str]:
    if not whole:
        return None, text("ui.unknown")
    return part / whole, text("chart.radar.counted", part=part, whole=whole)


def _span(reading: Reading, chain: str) -> tuple[float | None, str]:
    span = reading.summary(chain).span
    return _counted(span.seen, span.own)


def _keys(reading: Reading, chain: str) -> tuple[float | None, str]:
    keys = reading.summary(chain).keys
    return _counted(sum(keys[s] for s in LOCAL if s in keys), sum(keys.values()))


def _mains(reading: Reading, chain: str) -> tuple[float | None, str]:
    mains = reading.summary(chain).mains
    if not mains.tells or mains.share is None:
        return None, text("chart.radar.few", count=mains.made)
    return mains.share, f"{mains.share:.0%}"


def _spread(reading: Reading, chain: str) -> tuple[float | None, str]:
    """Made products of its own with a second maker."""
    made = [v for v in _own(reading, chain) if v.makers]
    several = [v for v in made if len(v.makers) > 1 and not SOLE.intersection(v.tags)]
    return _counted(len(several), len(made))


def _known(reading: Reading, chain: str) -> tuple[float | None, str]:
    """Made products of its own of which every maker says how much."""
    made = [v for v in _own(reading, chain) if v.makers]
    supplies = (reading.situation.supply(v.product) for v in made)
    known = sum(s is not None and not s.unknown_makers and s.known > 0 for s in supplies)
    return _counted(known, len(made))


def _own(reading: Reading, chain: str) -> list[Verdict]:
    products = reading.atlas.products
    found = (p for p in shown(reading.atlas, chain) if products[p].home == chain)
    return [reading.verdicts[p] for p in found if p in reading.verdicts]


AXES: Mapping[str, Callable[[Reading, str], tuple[float | None, str]]] = {
    "span": _span,
    "keys": _keys,
    "mains": _mains,
    "spread": _spread,
    "known": _known,
}
"""Share of each axis by its name, clockwise from the top."""


def _finding(axes: Sequence[Axis]) -> str:
    known = [axis for axis in axes if axis.share is not None]
    if not known:
        return text("chart.radar.empty")
    weakest = min(known, key=lambda axis: axis.share or 0.0)
    strongest = max(known, key=lambda axis: axis.share or 0.0)
    below = [a.name for a in known if a.middle is not None and (a.share or 0.0) < a.middle - 0.005]
    words = text(
        "chart.radar.finding",
        strong=strongest.name,
        strong_told=f"{strongest.share:.0%}",
        weak=weakest.name,
        weak_told=f"{weakest.share:.0%}",
    )
    words += (
        text("chart.radar.below", names="、".join(below)) if below else text("chart.radar.above")
    )
    unknown = [axis.name for axis in axes if axis.share is None]
    return words + (text("chart.radar.unknown", names="、".join(unknown)) if unknown else "")
