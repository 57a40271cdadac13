"""The list 断供风险: every enterprise, product and bought-in material by what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.exposure import Exposure
from liantu.analysis.shocks.risks import Risk, risks
from liantu.model.drill import ShockKind
from liantu.model.target import Target
from liantu.telling.lists.column import Column, List, Scope, count
from liantu.telling.shocks import exposure as told
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OutageRow:
    """One failure, alone; ``place``: its number in the list (0: what is common has none)."""

    reading: Reading
    risk: Risk
    place: int

    @property
    def of(self) -> Exposure:
        """What hangs on it."""
        return self.risk.exposure


def _rows(reading: Reading, scope: Scope) -> list[OutageRow]:
    """Those of the city, or of the products that the chains show."""
    inside = None if scope.city else scope.products(reading)
    exposures = reading.exposures if inside is None else reading.stopping(inside)
    found = risks(reading.atlas, reading.diagnosis, exposures, inside)
    return [
        OutageRow(reading=reading, risk=risk, place=0 if risk.common else at)
        for at, risk in enumerate(found, 1)
    ]


def _target(row: OutageRow) -> Target:
    firm = row.of.kind is ShockKind.ENTERPRISE
    return Target("enterprise" if firm else "product", row.of.id)


def _county(row: OutageRow) -> str:
    firms = row.reading.atlas.enterprises
    counties = (firms[e].county for e in row.risk.makers if e in firms)
    return "、".join(dict.fromkeys(counties))


def _pair(first: int, second: int) -> str:
    """Two counts in one cell; with a slash a spreadsheet takes them for a day of the year."""
    return text("shock.list.pair", first=first, second=second)


def _why(row: OutageRow) -> str:
    """The row in a sentence."""
    exposure = row.of
    return text(
        "shock.list.why",
        name=told.name(row.reading, exposure),
        direct=exposure.direct,
        total=exposure.total,
        mains=exposure.mains,
        firms=len(row.risk.others),
        stops=told.stops(row.reading, exposure),
        deduced=exposure.total - exposure.recorded,
    )


def _firm(row: OutageRow) -> str:
    return row.risk.makers[0] if row.risk.makers else ""


def _remark(reading: Reading, scope: Scope) -> str:
    rows = [row for row in _rows(reading, scope) if not row.risk.common]
    if not rows:
        return text("shock.list.empty")
    deduced = sum(row.of.recorded < row.of.total for row in rows)
    return text("shock.list.remark", count=len(rows), deduced=deduced)


COLUMNS: tuple[Column[OutageRow], ...] = (
    Column(
        "outage_of",
        lambda r: told.name(r.reading, r.of),
        number=lambda r: r.place,
        tip=_why,
        width=160,
    ),
    Column(
        "outage_kind",
        lambda r: told.category(r.risk),
        code=lambda r: r.of.kind.value,
        width=84,
    ),
    Column("outage_id", lambda r: r.of.id, width=110),
    Column("county", _county, width=110),
    count("outage_mains", lambda r: r.of.mains, width=70, unit="link"),
    Column(
        "outage_units",
        lambda r: _pair(r.of.direct, r.of.total),
        order=lambda r: r.of.total,
        width=92,
    ),
    count("outage_direct", lambda r: r.of.direct, width=88, unit="link"),
    count("outage_total", lambda r: r.of.total, width=88, unit="link"),
    count("outage_firms", lambda r: len(r.risk.others), width=100, unit="firm"),
    Column("outage_stops", lambda r: told.stops(r.reading, r.of), width=260),
    Column(
        "outage_evidence",
        lambda r: _pair(r.of.recorded, r.of.total - r.of.recorded),
        order=lambda r: r.of.recorded,
        tip=lambda r: told.evidence(r.of),
        width=84,
    ),
    count("outage_recorded", lambda r: r.of.recorded, width=80, unit="link"),
    Column("outage_sole", lambda r: told.sole(r.reading, r.of), width=100),
    Column("outage_single", lambda r: told.single(r.risk), width=96),
    Column("outage_days", lambda r: told.days(r.of), order=lambda r: r.of.stock, width=92),
    Column("outage_certainty", lambda r: told.certainty(r.of), width=76),
    Column("outage_backup", lambda r: told.stand_ins(r.reading, r.risk), width=200, grows=True),
)

LISTS = (
    List(
        id="outage",
        columns=COLUMNS,
        rows=_rows,
        key=lambda row: f"{row.of.kind}:{row.of.id}",
        target=_target,
        screen=(
            "outage_of outage_kind outage_mains outage_units outage_firms outage_evidence "
            "outage_sole outage_single outage_days outage_certainty outage_backup"
        ),
        sheet=(
            "outage_of outage_kind county outage_mains outage_direct outage_total outage_firms "
            "outage_stops outage_evidence outage_sole outage_single outage_days outage_certainty "
            "outage_backup"
        ),
        filters="outage_kind outage_single outage_certainty county",
        paper={
            "outage_of": 1.5,
            "outage_kind": 0.8,
            "outage_mains": 0.6,
            "outage_total": 0.6,
            "outage_firms": 0.6,
            "outage_stops": 2.2,
            "outage_certainty": 0.8,
            "outage_backup": 2.4,
        },
        remark=_remark,
        why=_why,
        firm=_firm,
    ),
)
