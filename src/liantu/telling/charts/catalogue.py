"""All charts by name, in one place."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.telling.charts.counties import tiles
from liantu.telling.charts.gantt import gantt
from liantu.telling.charts.heat import heat
from liantu.telling.charts.matrix import matrix
from liantu.telling.charts.model import Chart
from liantu.telling.charts.network import network
from liantu.telling.charts.radar import radar
from liantu.telling.charts.sankey import sankey
from liantu.telling.charts.sole import city, sole
from liantu.telling.charts.supply import supplies
from liantu.telling.charts.trend import trend
from liantu.wording import text


class ChartName(enum.StrEnum):
    """The name of a chart on the command line."""

    BALANCE = "balance"
    SANKEY = "sankey"
    GANTT = "gantt"
    RADAR = "radar"
    SOLE = "sole"
    TREND = "trend"
    HEAT = "heat"
    NETWORK = "network"
    MATRIX = "matrix"
    COUNTIES = "counties"
    SOLES = "soles"


@dataclass(frozen=True, slots=True)
class Kind:
    """``make`` computes the chart of a reading and a chain; ``of_chain``: it needs a chain."""

    make: Callable[[Reading, str], Chart]
    of_chain: bool


CHARTS: Mapping[ChartName, Kind] = {
    ChartName.BALANCE: Kind(supplies, True),
    ChartName.SANKEY: Kind(sankey, True),
    ChartName.GANTT: Kind(gantt, True),
    ChartName.RADAR: Kind(radar, True),
    ChartName.SOLE: Kind(sole, True),
    ChartName.TREND: Kind(trend, True),
    ChartName.HEAT: Kind(heat, False),
    ChartName.NETWORK: Kind(network, False),
    ChartName.MATRIX: Kind(matrix, False),
    ChartName.COUNTIES: Kind(tiles, False),
    ChartName.SOLES: Kind(city, False),
}
"""Every chart, those of a chain first."""


def chart(reading: Reading, name: ChartName, chain: str = "") -> Chart:
    """The values of a chart; raises ``KeyError`` for a chain that the atlas does not know."""
    kind = CHARTS[name]
    return kind.make(reading, chain if kind.of_chain else "")


def kind_word(name: ChartName) -> str:
    """The kind of a chart in words: 供需对比."""
    return text(f"ui.picture.{name}")
