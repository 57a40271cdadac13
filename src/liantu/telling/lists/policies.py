"""政策清单, 园区清单 and 平台清单: what rules, parks and platforms the data know, with room for the
rest, which only an office can write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Enterprise, Honour, Park
from liantu.model.gates import Gate, GateKind
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.lists.office import blank
from liantu.wording import text

ROOM = 5
"""Empty rows that a sheet leaves."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PolicyRow:
    """A rule in force with the listed products that it covers."""

    atlas: Atlas
    gate: Gate
    products: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Kind and class, with 推定 where nobody read it."""
        words = (text(f"standing.gate.{self.gate.kind}"), self.gate.catalogue or "")
        return "·".join(filter(None, words))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ParkRow:
    """A park with the titles of its sources."""

    atlas: Atlas
    park: Park


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlatformRow:
    """A platform that an enterprise holds as a title."""

    firm: Enterprise
    honour: Honour


def _policies(reading: Reading, scope: Scope) -> list[PolicyRow]:
    """The rules over what the chains list, those that bind most products first."""
    wanted = scope.listed(reading)
    found: defaultdict[Gate, dict[str, None]] = defaultdict(dict)
    for verdict in reading.verdicts.values():
        if wanted is None or verdict.product in wanted:
            for gate in verdict.gates:
                found[gate][verdict.product] = None
    kinds = list(GateKind)
    order = sorted(found, key=lambda g: (kinds.index(g.kind), -len(found[g])))
    return [PolicyRow(atlas=reading.atlas, gate=g, products=tuple(found[g])) for g in order]


def _parks(reading: Reading, _scope: Scope) -> list[ParkRow]:
    return [ParkRow(atlas=reading.atlas, park=park) for park in reading.atlas.parks.values()]


def _platforms(reading: Reading, scope: Scope) -> list[PlatformRow]:
    """The titles of enterprises that name a laboratory, a centre or the like."""
    words = text("ui.platform.words").split("、")
    firms = (reading.atlas.enterprises[key] for key in scope.firms(reading))
    return [
        PlatformRow(firm=firm, honour=honour)
        for firm in firms
        for honour in firm.honours
        if any(word in honour.name for word in words)
    ]


def _titles(atlas: Atlas, sources: Iterable[str]) -> str:
    found = [atlas.sources[s].title for s in sources if s in atlas.sources]
    return "；".join(found) or text("ui.unknown")


def _told(row: PolicyRow) -> str:
    said = row.gate.text or row.gate.why
    return text("ui.policy.inferred", text=said) if row.gate.inferred else said


def _names(row: PolicyRow) -> str:
    return "、".join(row.atlas.products[p].label for p in row.products)


def _park_status(row: ParkRow) -> str:
    inferred = row.park.inferred and row.park.why
    return (
        text("ui.park.inferred", status=row.park.status, why=row.park.why)
        if inferred
        else (row.park.status or text("ui.unknown"))
    )


POLICY_COLUMNS: tuple[Column[PolicyRow], ...] = (
    Column("policy_kind", lambda r: r.kind, width=120),
    Column("edition", lambda r: r.gate.edition or text("ui.unknown"), width=200),
    Column("item", lambda r: r.gate.item or text("ui.none"), width=80),
    Column("clause", _told, width=320),
    Column("effect", lambda r: text(f"standing.effect.{r.gate.effect}"), width=110),
    Column("since", lambda r: r.gate.since or text("ui.unknown"), width=90),
    Column("covers", _names, width=260),
    Column("source", lambda r: _titles(r.atlas, r.gate.sources), width=260),
    blank("responsible", width=110),
    blank("redeem", width=150),
)
PARK_COLUMNS: tuple[Column[ParkRow], ...] = (
    Column("park", lambda r: r.park.name, edit="name", width=240),
    Column("county", lambda r: r.park.county, edit="county", width=90),
    Column("area", lambda r: r.park.area or text("ui.unknown"), edit="area", width=190),
    Column("recognised", _park_status, width=260),
    Column("note", lambda r: r.park.note, edit="note", width=360),
    Column("source", lambda r: _titles(r.atlas, r.park.sources), width=220),
    blank("park_industry", width=140),
    blank("contact", width=100),
)
PLATFORM_COLUMNS: tuple[Column[PlatformRow], ...] = (
    Column("platform", lambda r: r.honour.name, width=300),
    Column("level", lambda r: r.honour.level or text("ui.unknown"), width=100),
    Column("year", lambda r: r.honour.year[:4] or text("ui.unknown"), width=70),
    Column("enterprise", lambda r: r.firm.name, width=260),
    Column("county", lambda r: r.firm.county, width=90),
    blank("platform_field", width=180),
    blank("contact", width=100),
)

LISTS = (
    List(
        id="policies",
        columns=POLICY_COLUMNS,
        rows=_policies,
        key=lambda row: row.gate.id,
        screen="policy_kind edition item clause effect since covers source",
        filters="policy_kind effect",
        room=("ui.room.policies", ROOM),
    ),
    List(
        id="parks",
        columns=PARK_COLUMNS,
        rows=_parks,
        key=lambda row: row.park.id,
        screen="park county area recognised note source",
        filters="county",
        room=("ui.room.parks", ROOM),
    ),
    List(
        id="platforms",
        columns=PLATFORM_COLUMNS,
        rows=_platforms,
        key=lambda row: f"{row.firm.id} {row.honour.name}",
        screen="platform level year enterprise county",
        filters="county",
        room=("ui.room.platforms", ROOM),
    ),
)
