"""链×县矩阵: which counties carry which chain, by enterprises on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.telling.charts.first import first, told
from liantu.telling.charts.model import Aim, Cell, Grid, Head, Ink
from liantu.telling.charts.placed import counties, running
from liantu.telling.names import brief
from liantu.wording import text

PALEST, MOST = 0.18, 8
"""Shade of one running enterprise, and how many make it darkest."""
NAMED = 6

Key = tuple[str, str]


def matrix(reading: Reading, _chain: str = "") -> Grid:
    """A row a chain, a column a county."""
    every, places = reading.atlas.chains, counties(reading)
    firms = _firms(reading)
    run = running(reading)
    going = Counter[str]()
    for (chain, _), found in firms.items():
        going[chain] += sum(firm in run for firm in found)
    chains = [every[key] for key in first(every, going.__getitem__)]
    cells = [
        _cell(reading, chain, county, firms[chain.id, county], run, (row, column))
        for row, chain in enumerate(chains)
        for column, county in enumerate(places)
        if (chain.id, county) in firms
    ]
    return Grid(
        title=text("chart.matrix.title", region=reading.atlas.library.region.name),
        finding=_finding(reading, list(every.values()), firms, run),
        note=text("chart.matrix.note") + told(len(chains), len(every)),
        rows=tuple(Head(words=c.label, tip=c.name, aim=Aim(chain=c.id)) for c in chains),
        columns=tuple(Head(words=c, tip=c, aim=Aim(list="enterprises", county=c)) for c in places),
        cells=tuple(cells),
        corner=text("chart.heat.corner"),
    )


def _firms(reading: Reading) -> Mapping[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for chain in reading.atlas.chains:
        for firm in reading.summary(chain).enterprises:
            county = reading.atlas.enterprises[firm].county
            found.setdefault((chain, county), []).append(firm)
    return found


def _cell(
    reading: Reading,
    chain: Chain,
    county: str,
    firms: list[str],
    run: frozenset[str],
    place: tuple[int, int],
) -> Cell:
    going = [firm for firm in firms if firm in run]
    names = "、".join(brief(reading.atlas.enterprises[f]) for f in (going or firms)[:NAMED])
    tip = text(
        "chart.matrix.tip",
        chain=chain.label,
        county=county,
        running=len(going),
        firms=len(firms),
        names=names,
    )
    count = len(going)
    return Cell(
        row=place[0],
        column=place[1],
        words=str(count or len(firms)),
        tip=tip,
        aim=Aim(chain=chain.id, list="enterprises", county=county),
        shade=PALEST + (1 - PALEST) * min(count / MOST, 1.0) if count else 0.0,
        ink=Ink.HERE if count else Ink.QUIET,
        hollow=not count,
    )


def _finding(
    reading: Reading, chains: list[Chain], firms: Mapping[Key, list[str]], run: frozenset[str]
) -> str:
    counted = Counter({key: sum(f in run for f in found) for key, found in firms.items()})
    first = [(key, count) for key, count in counted.most_common(3) if count]
    if not first:
        return text("chart.matrix.empty")
    names = "、".join(
        text("chart.matrix.named", county=c, chain=reading.atlas.chains[k].label, count=n)
        for (k, c), n in first
    )
    carried = Counter(chain for (chain, _), count in counted.items() if count)
    narrow = [chain.label for chain in chains if carried[chain.id] == 1]
    words = text("chart.matrix.finding", names=names)
    return words + (text("chart.matrix.narrow", names="、".join(narrow[:4])) if narrow else "")
