"""县区示意图: the counties where they lie to each other, as tiles; no map."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.telling.charts.model import Aim, Chart
from liantu.telling.charts.placed import Firms, by_county
from liantu.wording import text

WIDE = 4
"""Tiles in a row where the library has no plan."""
LED = 2
"""Chains that a tile names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A county at a row and column of the plan; ``lines`` name its chains with their firms.

    ``share``: its running enterprises over those of the county with the most, 0 to 1.
    """

    county: str
    row: int
    column: int
    counted: str
    lines: tuple[str, ...]
    share: float
    tip: str
    aim: Aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles(Chart):
    """Tiles of ``rows`` × ``columns`` places."""

    tiles: tuple[Tile, ...]
    rows: int
    columns: int

    @property
    def empty(self) -> bool:
        """Whether there is no enterprise."""
        return not self.tiles


def tiles(reading: Reading, _chain: str = "") -> Tiles:
    """A tile a county of the plan; those without a place are told in the note."""
    found = by_county(reading)
    plan = reading.atlas.library.region.places or _rows(list(found))
    most = max((len(f.running) for f in found.values()), default=0)
    made = [_tile(reading, c, found[c], (y, x), most) for c, y, x in plan if c in found]
    placed = {tile.county for tile in made}
    absent = sum(len(f.recorded) for county, f in found.items() if county not in placed)
    note = text("chart.counties.note")
    if absent:
        note += text("chart.counties.absent", count=absent)
    some = any(f.recorded for f in found.values())
    return Tiles(
        title=text("chart.counties.title", region=reading.atlas.library.region.name),
        finding=_finding(found) if some else text("chart.matrix.empty"),
        note=note,
        tiles=tuple(made) if some else (),
        rows=max((t.row for t in made), default=0) + 1,
        columns=max((t.column for t in made), default=0) + 1,
    )


def _rows(names: list[str]) -> tuple[tuple[str, int, int], ...]:
    """One after the other, where nobody laid out a plan."""
    return tuple((name, at // WIDE, at % WIDE) for at, name in enumerate(names))


def _tile(reading: Reading, county: str, found: Firms, place: tuple[int, int], most: int) -> Tile:
    chains = Counter(c for e in found.recorded for c in e.chains if c in reading.atlas.chains)
    lines = [
        text("chart.counties.chain", chain=reading.atlas.chains[c].label, count=n)
        for c, n in chains.most_common()
    ]
    counted = text("chart.counties.counted", running=len(found.running), firms=len(found.recorded))
    return Tile(
        county=county,
        row=place[0],
        column=place[1],
        counted=counted,
        lines=tuple(lines[:LED]),
        share=len(found.running) / most if most else 0.0,
        tip=text(
            "chart.counties.tip", county=county, counted=counted, names="、".join(lines) or "—"
        ),
        aim=Aim(list="enterprises", county=county),
    )


def _finding(found: dict[str, Firms]) -> str:
    whole = sum(len(f.running) for f in found.values())
    order = sorted(found, key=lambda c: -len(found[c].running))
    first = order[:3]
    share = sum(len(found[c].running) for c in first) / whole if whole else 0.0
    return text(
        "chart.counties.finding",
        names="、".join(
            text("chart.counties.named", county=c, count=len(found[c].running)) for c in first
        ),
        share=f"{share:.0%}",
    )
