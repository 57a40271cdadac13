"""政策清单, 园区清单 and 平台清单: what rules, policies, parks and platforms the data know, with
room for the rest, which only an office can write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.jobs import each
from liantu.model import Atlas, Enterprise, Honour, Park
from liantu.model.gates import Gate, GateKind
from liantu.model.ledgers import Policy
from liantu.model.statements import held
from liantu.model.target import Target
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.lists.office import blank
from liantu.telling.support import conditions, validity
from liantu.telling.work import day_of
from liantu.wording import text

ROOM = 5
"""Empty rows that a sheet leaves."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PolicyRow:
    """A rule in force with the listed products that it covers, or a policy of support: in words.
    ``record`` is the kind of what can be changed; a rule that stands at a product is no record.
    """

    id: str
    kind: str
    edition: str
    item: str
    clause: str
    effect: str
    since: str
    covers: str
    source: str
    record: str = ""


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
    for verdict in each(reading.verdicts.values()):
        if wanted is None or verdict.product in wanted:
            for gate in verdict.gates:
                found[gate][verdict.product] = None
    kinds = list(GateKind)
    order = sorted(found, key=lambda g: (kinds.index(g.kind), -len(found[g])))
    rules = [_rule(reading.atlas, gate, found[gate]) for gate in order]
    return [*_supports(reading, scope), *rules]


def _rule(atlas: Atlas, gate: Gate, products: Iterable[str]) -> PolicyRow:
    said = gate.text or gate.why
    kind = (text(f"standing.gate.{gate.kind}"), gate.catalogue or "")
    return PolicyRow(
        id=gate.id,
        kind="·".join(filter(None, kind)),
        edition=gate.edition or text("ui.unknown"),
        item=gate.item or text("ui.none"),
        clause=text("ui.policy.inferred", text=said) if gate.inferred else said,
        effect=text(f"standing.effect.{gate.effect}"),
        since=gate.since or text("ui.unknown"),
        covers="、".join(atlas.products[p].label for p in products),
        source=_titles(atlas, gate.sources),
        record="gate" if gate.id in atlas.gates else "",
    )


def _supports(reading: Reading, scope: Scope) -> Iterator[PolicyRow]:
    """The policies of support that ask for one of the chains, or for none."""
    for policy in reading.atlas.policies.values():
        if not policy.chains or {*policy.chains} & {*scope.chains} or scope.city:
            yield _support(reading, policy)


def _support(reading: Reading, policy: Policy) -> PolicyRow:
    title = text("work.policy.title", name=policy.name, number=policy.number)
    kind = text("work.policy.kind", support=text(f"work.support.{policy.support}"))
    words = policy.text or text("ui.none")
    asked = text("work.policy.ask", words=words, office=policy.office)
    return PolicyRow(
        id=policy.id,
        kind=kind,
        edition=title if policy.number else policy.name,
        item=text("ui.none"),
        clause=asked if policy.office else words,
        effect=text("ui.none"),
        since=validity(policy, day_of(reading)),
        covers=conditions(reading.atlas, policy),
        source=_titles(reading.atlas, policy.sources),
        record="policy",
    )


def _parks(reading: Reading, _scope: Scope) -> list[ParkRow]:
    return [ParkRow(atlas=reading.atlas, park=park) for park in reading.atlas.parks.values()]


def _platforms(reading: Reading, scope: Scope) -> list[PlatformRow]:
    """The titles of enterprises that name a laboratory, a centre or the like."""
    words = text("ui.platform.words").split("、")
    firms = (reading.atlas.enterprises[key] for key in scope.firms(reading))
    return [
        PlatformRow(firm=firm, honour=honour)
        for firm in firms
        for honour in held(firm.honours, reading.situation.day)
        if any(word in honour.name for word in words)
    ]


def _titles(atlas: Atlas, sources: Iterable[str]) -> str:
    found = [atlas.sources[s].title for s in sources if s in atlas.sources]
    return "；".join(found) or text("ui.unknown")


def _park_status(row: ParkRow) -> str:
    inferred = row.park.inferred and row.park.why
    return (
        text("ui.park.inferred", status=row.park.status, why=row.park.why)
        if inferred
        else (row.park.status or text("ui.unknown"))
    )


POLICY_COLUMNS: tuple[Column[PolicyRow], ...] = (
    Column("policy_kind", lambda r: r.kind, width=150),
    Column("edition", lambda r: r.edition, width=200),
    Column("item", lambda r: r.item, width=80),
    Column("clause", lambda r: r.clause, width=320),
    Column("effect", lambda r: r.effect, width=110),
    Column("since", lambda r: r.since, width=150),
    Column("covers", lambda r: r.covers, width=260),
    Column("source", lambda r: r.source, width=260),
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
        key=lambda row: row.id,
        screen="policy_kind edition item clause effect since covers source",
        filters="policy_kind effect",
        room=("ui.room.policies", ROOM),
        record=lambda row: Target(row.record, row.id) if row.record else None,
        kind="policy",
    ),
    List(
        id="parks",
        columns=PARK_COLUMNS,
        rows=_parks,
        key=lambda row: row.park.id,
        screen="park county area recognised note source",
        filters="county",
        room=("ui.room.parks", ROOM),
        record=lambda row: Target("park", row.park.id),
        kind="park",
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
