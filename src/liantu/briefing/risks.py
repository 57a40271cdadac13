"""断供风险 of a chain on paper: whose stop others would feel, how surely, what to ask first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Hit
from liantu.analysis.shocks.risks import Risk, risks
from liantu.briefing.blocks import Block, Table
from liantu.briefing.case import Case
from liantu.briefing.drill_rows import questions
from liantu.model import Chain
from liantu.model.drill import Drill, Shock, ShockKind
from liantu.telling.drills import shock_words
from liantu.telling.names import plain_name
from liantu.telling.shocks import backup, words
from liantu.wording import text

MOST = 3
"""Failures that a paper tells; the list 断供风险 has all."""
LACKED = 2
"""Products for which a row tells who could step in."""
TRADED = ("01", "02", "03", "04", "05", "13")
"""大类 of farm produce and of flour, oil, meal and feed made of it."""
_HEADS = ("fails", "stops", "ground", "backup", "first")
_WIDTHS = (1.5, 3.4, 1.1, 2.4, 3.0)


@dataclass(frozen=True, slots=True)
class _Felt:
    """``hits``: units of others in the chain that lack a main material when it fails alone."""

    risk: Risk
    hits: tuple[Hit, ...]


def table(case: Case, chain: Chain) -> Iterator[Block]:
    """What hangs on single enterprises and on what they make, the most first. What comes from
    outside is no part of it: boards and tables of gaps tell of that.
    """
    rows = [_row(case, felt) for felt in _told(case.reading, chain)]
    if rows:
        caption = text("brief.table.risks", chain=chain.label)
        heads = [text(f"brief.head.risk.{head}") for head in _HEADS]
        yield case.table(Table(caption, heads, rows, _WIDTHS, note=text("brief.risk.note")))


def _told(reading: Reading, chain: Chain) -> list[_Felt]:
    """Those with a direct user in the chain. A product goes with the only enterprise that makes
    it: both are one failure.
    """
    inside = frozenset(member.product for member in chain.members())
    told: list[_Felt] = []
    for risk in risks(reading.atlas, reading.diagnosis, reading.exposures, inside):
        of = risk.exposure
        if len(told) == MOST:
            break
        if of.kind is ShockKind.OUTSIDE or risk.common or not risk.at_once or not of.outer_mains:
            continue
        if any(risk.makers == one.risk.makers for one in told):
            continue
        found = reading.outage_of(Drill((Shock(of.kind, of.id),)))
        hits = tuple(
            hit
            for hit in found.mains
            if hit.enterprise not in risk.makers
            and hit.product in inside
            and not _is_traded(reading, hit)
        )
        if any(hit.step == 1 for hit in hits):
            told.append(_Felt(risk, hits))
    return told


def _is_traded(reading: Reading, hit: Hit) -> bool:
    """Whether what is lacking first is had on any market, so that nobody stands still for it."""
    return reading.atlas.products[hit.path[0].product].gbt.startswith(TRADED)


def _row(case: Case, felt: _Felt) -> list[str]:
    reading = case.reading
    firms = len({hit.enterprise for hit in felt.hits})
    names = words.units(reading, felt.hits)
    return [
        _fails(reading, felt.risk),
        text("brief.risk.stops", firms=firms, names=names),
        _ground(case, felt.hits),
        _backup(reading, felt),
        next(iter(questions(reading, felt.hits)), text("brief.none")),
    ]


def _fails(reading: Reading, risk: Risk) -> str:
    of = risk.exposure
    if of.kind is ShockKind.ENTERPRISE:
        return shock_words(reading.atlas, Shock(of.kind, of.id))
    (maker,) = risk.makers
    return text("brief.risk.unit", unit=words.unit(reading, maker, of.id))


def _ground(case: Case, hits: tuple[Hit, ...]) -> str:
    """By how many of them are on record, with the sources of those."""
    known = [hit for hit in hits if hit.recorded]
    if not known:
        return words.certainty(recorded=False)
    supplies = case.reading.atlas.supplies
    used = dict.fromkeys(step.supply for hit in known for step in hit.path if step.supply)
    cited = case.cited.marks(key for id_ in used for key in supplies[id_].sources)
    told = words.certainty(recorded=True)
    if len(known) < len(hits):
        deduced = len(hits) - len(known)
        told = text("brief.risk.evidence", recorded=len(known), deduced=deduced)
    return told + cited


def _backup(reading: Reading, felt: _Felt) -> str:
    """For what the units of the chain lack first."""
    lacked = dict.fromkeys(hit.path[0].product for hit in felt.hits)
    return "；".join(
        text(
            "shock.list.of",
            product=plain_name(reading, product),
            words=backup.cell(reading, product, felt.risk.makers),
        )
        for product in list(lacked)[:LACKED]
    )
