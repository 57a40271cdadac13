"""What begins, ends or grows between two readings: who makes what, and why it does so now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Capacity, Enterprise
from liantu.model.target import Target
from liantu.telling.figures import amount
from liantu.telling.names import brief
from liantu.telling.versions.comparison import Comparison
from liantu.wording import text

BEGUN, ENDED, GROWN = "begun", "ended", "grown"
Key = tuple[str, str]
"""A product and a firm."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlantRow:
    """A firm that begins or ends to make a product, or makes another amount of it. ``before`` and
    ``after`` are words, 不详 for an amount that nobody told; ``why`` may be empty.
    """

    product: str
    firm: str
    how: str
    name: str
    made: str
    before: str
    after: str
    why: str
    target: Target | None = None

    @property
    def line(self) -> str:
        """``鲁西集团 双酚A 投产，20 万吨/年（2022-10-26 起）``."""
        known = {"firm": self.name, "product": self.made, "before": self.before}
        said = text(f"version.plant.{self.how}.line", after=self.after, **known)
        return text("version.plant.why", words=said, why=self.why) if self.why else said


@dataclass(frozen=True, slots=True)
class _Side:
    """What a firm runs of a product at one side."""

    firm: Enterprise
    rows: tuple[Capacity, ...]


def plant_rows(found: Comparison) -> list[PlantRow]:
    """What ends, then what begins, then what runs with another amount; in each first what changes
    the class of its product, then what is told with an amount.
    """
    old, new = _running(found.before.reading), _running(found.after.reading)
    rows = [
        row
        for key in dict.fromkeys((*new, *old))
        if (row := _row(found, key, old.get(key), new.get(key))) is not None
    ]
    order = {ENDED: 0, BEGUN: 1, GROWN: 2}
    turned = {change.product for change in found.classes}
    unknown = text("version.unknown")

    def place(row: PlantRow) -> tuple[int, bool, bool]:
        return order[row.how], row.product not in turned, unknown in (row.before, row.after)

    return sorted(rows, key=place)


def _running(reading: Reading) -> Mapping[Key, _Side]:
    found: dict[Key, list[Capacity]] = {}
    firms: dict[str, Enterprise] = {}
    for product, makers in reading.situation.made.items():
        for maker in makers:
            if maker.operating:
                firms[maker.enterprise.id] = maker.enterprise
                found.setdefault((product, maker.enterprise.id), []).append(maker.capacity)
    return {key: _Side(firms[key[1]], tuple(rows)) for key, rows in found.items()}


def _row(found: Comparison, key: Key, old: _Side | None, new: _Side | None) -> PlantRow | None:
    before, after = _amount(old), _amount(new)
    side = new or old
    if side is None or (old is not None and new is not None and before == after):
        return None
    return PlantRow(
        product=key[0],
        firm=key[1],
        how=BEGUN if old is None else ENDED if new is None else GROWN,
        name=brief(side.firm),
        made=found.names.of("product", key[0]),
        before=before,
        after=after,
        why="，".join(dict.fromkeys(_why(found, key, old, new))),
        target=Target("product", key[0]) if key[0] in found.after.atlas.products else None,
    )


def _amount(side: _Side | None) -> str:
    """The sum of what is told, unit by unit; ``≥`` where some of it is not told."""
    if side is None:
        return text("ui.none")
    sums: dict[str, float] = {}
    for row in side.rows:
        if row.amount is not None:
            sums[row.unit] = sums.get(row.unit, 0.0) + row.amount
    if not sums:
        return text("version.unknown")
    told = " + ".join(amount(value, unit) for unit, value in sums.items())
    unknown = any(row.amount is None for row in side.rows)
    return text("version.amount.least", amount=told) if unknown else told


def _why(found: Comparison, key: Key, old: _Side | None, new: _Side | None) -> Iterator[str]:
    """What is supposed, else the day on record between both dates."""
    was, now = (side.rows if side else () for side in (old, new))
    yield from (row.why for row in now if _is_supposed(found.after.reading, key, row))
    gone = [row.why for row in was if _is_supposed(found.before.reading, key, row)]
    yield from (text("version.plant.without", why=why) for why in gone)
    stops = {stop.enterprise for stop in found.after.reading.scenario.stops}
    if new is None and key[1] in stops:
        yield text("version.plant.stopped")
    early, late = sorted((found.before.reading.situation.day, found.after.reading.situation.day))
    for row in (*was, *now):
        if row.since and row not in was and early < row.since <= late and not row.inferred:
            yield text("version.plant.since", date=row.since)
        if row.until and row not in now and early < row.until <= late:
            yield text("version.plant.until.told", date=row.until)


def _is_supposed(reading: Reading, key: Key, row: Capacity) -> bool:
    """Whether a row is none of the files but of the scenario."""
    firm = reading.base.enterprises.get(key[1])
    return bool(row.why) and (firm is None or row not in firm.capacities)


def sum_words(rows: Sequence[PlantRow], most: int) -> str:
    """The first rows in one line, with how many there are."""
    told = "；".join(row.line for row in rows[:most])
    return text("version.more", names=told, count=len(rows)) if len(rows) > most else told
