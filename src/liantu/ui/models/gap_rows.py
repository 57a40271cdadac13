"""The rows of the lists 断链, 短链, 细链, 弱链 and 供需."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import CRITERIA, Score, acceptability
from liantu.document.session import Session
from liantu.model import classes
from liantu.model.classes import Word
from liantu.telling import figures
from liantu.telling.classes import remedy
from liantu.telling.classes import words as class_words
from liantu.telling.grounds import dots, ground, trust
from liantu.telling.reasons import reasons
from liantu.ui.models.table import Column
from liantu.wording import text

LISTS = {key: words for key, words in classes.LISTS.items() if key != "blank"}


@dataclass(frozen=True, slots=True)
class GapRow:
    """A product with a class; ``chance`` is the probability of being among the first five,
    ``counties`` where it is made, or where it is needed if nobody makes it.
    """

    id: str
    name: str
    stage: str
    verdict: Verdict
    needed_by: str
    fed_by: str
    makers: str
    counties: str
    spread: Concentration | None
    ground: str
    trust: int
    score: Score | None
    chance: float | None


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Supply and need of a product."""

    id: str
    name: str
    stage: str
    balance: Balance


def gap_rows(workspace: Session, chain: str, section: str | None) -> dict[str, tuple[GapRow, ...]]:
    """Rows by list; gaps come in the order of their scores."""
    reading = workspace.reading
    members = reading.atlas.chains[chain].members(section)
    ids = [m.product for m in members if m.product in reading.verdicts]
    scores = reading.ranking(ids)
    chances = acceptability(scores)
    by_id = {s.product: s for s in scores}
    stages = _stages(workspace, chain, section)
    order = [s.product for s in scores] + [p for p in ids if p not in by_id]
    rows = [_row(workspace, p, stages.get(p, ""), by_id.get(p), chances.get(p)) for p in order]
    return {key: _with(rows, words) for key, words in LISTS.items()}


def balance_rows(workspace: Session, chain: str, section: str | None) -> tuple[BalanceRow, ...]:
    """Rows for what is made or needed locally."""
    stages = _stages(workspace, chain, section)
    found = workspace.reading.diagnosis.balances
    return tuple(
        BalanceRow(p, workspace.reading.atlas.products[p].name, stage, found[p])
        for p, stage in stages.items()
        if p in found
    )


def _with(rows: list[GapRow], words: Collection[Word]) -> tuple[GapRow, ...]:
    return tuple(row for row in rows if set(row.verdict.words) & set(words))


def _stages(workspace: Session, chain: str, section: str | None) -> dict[str, str]:
    names = {s.id: s.name for s in workspace.reading.atlas.chains[chain].stages}
    return {
        m.product: names.get(m.stage, "")
        for m in workspace.reading.atlas.chains[chain].members(section)
    }


def _row(
    workspace: Session, product: str, stage: str, score: Score | None, chance: float | None
) -> GapRow:
    atlas = workspace.reading.atlas
    verdict = workspace.reading.verdicts[product]
    return GapRow(
        product,
        atlas.products[product].name,
        stage,
        verdict,
        "、".join(atlas.products[p].name for p in verdict.needed_by),
        "、".join(atlas.products[p].name for p in verdict.fed_by),
        "、".join(atlas.enterprises[e].short for e in verdict.makers),
        "、".join(_counties(workspace, verdict)),
        concentration(verdict.balance) if verdict.local else None,
        ground(workspace.reading, verdict),
        trust(reasons(workspace.reading, product)),
        score,
        chance,
    )


def _counties(workspace: Session, verdict: Verdict) -> tuple[str, ...]:
    concerned = (verdict.product,) if verdict.makers else verdict.needed_by
    makers = (m for p in concerned for m in workspace.reading.situation.makers(p) if m.operating)
    order = workspace.reading.atlas.library.region.counties
    found = dict.fromkeys(m.enterprise.county for m in makers)
    return tuple(c for c in order if c in found) + tuple(c for c in found if c not in order)


def _hhi(row: GapRow) -> str:
    if row.spread is None:
        return text("ui.none")
    return text("ui.unknown") if row.spread.hhi is None else f"{row.spread.hhi:.2f}"


def _remedy(row: GapRow) -> str:
    return remedy(row.verdict.worst)


def deficit(balance: Balance | None) -> str:
    """Need minus supply with its unit, a lower bound or unknown where amounts are."""
    if balance is None or not (balance.need or balance.need_unknown):
        return text("ui.none")
    if balance.supply_unknown or (balance.need_unknown and not balance.need):
        return text("ui.unknown")
    lack = balance.need - balance.supply
    if lack <= 0:
        return text("ui.none")
    least = "≥ " if balance.need_unknown else ""
    return f"{least}{figures.number(lack)} {balance.unit}"


def _percent(value: float | None) -> str:
    return text("ui.none") if value is None else f"{value * 100:.0f}%"


def _part(name: str) -> Column[GapRow]:
    def value(row: GapRow) -> float:
        return row.score.parts[name] if row.score else -1.0

    return Column(
        f"ui.score.{name}",
        lambda r: f"{value(r):.1f}" if r.score else text("ui.none"),
        value,
        numeric=True,
        width=76,
    )


_HEAD = (
    Column[GapRow]("ui.column.product", lambda r: r.name, width=190),
    Column[GapRow]("ui.column.stage", lambda r: r.stage, width=140),
    Column[GapRow]("ui.column.class", lambda r: class_words(r.verdict.words), width=110),
    Column[GapRow]("ui.column.remedy", _remedy, width=130),
)
COUNTY = 4
"""Where the county stands in both kinds of list."""

_GROUND = Column[GapRow]("ui.column.ground", lambda r: r.ground, width=300)
_TRUST = Column[GapRow](
    "ui.column.trust",
    lambda r: dots(r.trust),
    lambda r: r.trust,
    width=80,
    hint="ui.hint.trust",
)
_COUNTY = Column[GapRow]("ui.column.county", lambda r: r.counties, width=130)

_SCORE: Column[GapRow] = Column(
    "ui.column.score",
    lambda r: f"{r.score.total:.1f}" if r.score else text("ui.none"),
    lambda r: r.score.total if r.score else -1.0,
    True,
    190,
    lambda r: tuple(r.score.parts.values()) if r.score else None,
)

GAP_COLUMNS = (
    *_HEAD,
    _COUNTY,
    _SCORE,
    _GROUND,
    _TRUST,
    Column[GapRow]("ui.column.needed_by", lambda r: r.needed_by, width=200),
    Column[GapRow]("ui.column.fed_by", lambda r: r.fed_by, width=160),
    Column[GapRow]("ui.column.deficit", lambda r: deficit(r.verdict.balance), width=120),
    Column[GapRow](
        "ui.column.readiness",
        lambda r: _percent(r.verdict.readiness),
        lambda r: -1.0 if r.verdict.readiness is None else r.verdict.readiness,
        True,
        72,
    ),
    *(_part(name) for name in CRITERIA),
    Column[GapRow](
        "ui.column.chance",
        lambda r: _percent(r.chance),
        lambda r: -1.0 if r.chance is None else r.chance,
        True,
        110,
        hint="ui.hint.chance",
    ),
)

LOCAL_COLUMNS = (
    *_HEAD,
    _COUNTY,
    _GROUND,
    _TRUST,
    Column[GapRow]("ui.column.makers", lambda r: r.makers, width=200),
    Column[GapRow](
        "ui.column.hhi",
        _hhi,
        lambda r: r.spread.hhi if r.spread and r.spread.hhi is not None else -1.0,
        True,
        96,
        hint="ui.hint.hhi",
    ),
    Column[GapRow](
        "ui.column.stops",
        lambda r: str(len(r.verdict.stops)),
        lambda r: len(r.verdict.stops),
        True,
        110,
    ),
    Column[GapRow]("ui.column.needed_by", lambda r: r.needed_by, width=240),
    Column[GapRow]("ui.column.deficit", lambda r: deficit(r.verdict.balance), width=120),
)


def _sum(known: float, unknown: int) -> str:
    if unknown and not known:
        return text("ui.unknown")
    return f"≥ {figures.number(known)}" if unknown else figures.number(known)


BALANCE_COLUMNS = (
    Column[BalanceRow]("ui.column.product", lambda r: r.name, width=200),
    Column[BalanceRow]("ui.column.stage", lambda r: r.stage, width=150),
    Column[BalanceRow](
        "ui.column.supply_sum",
        lambda r: _sum(r.balance.supply, r.balance.supply_unknown),
        lambda r: r.balance.supply,
        True,
        110,
    ),
    Column[BalanceRow](
        "ui.column.need_sum",
        lambda r: _sum(r.balance.need, r.balance.need_unknown),
        lambda r: r.balance.need,
        True,
        110,
    ),
    Column[BalanceRow](
        "ui.column.surplus",
        lambda r: text("ui.unknown") if r.balance.surplus is None else f"{r.balance.surplus:+.6g}",
        lambda r: -1e18 if r.balance.surplus is None else r.balance.surplus,
        True,
        110,
    ),
    Column[BalanceRow](
        "ui.column.cover",
        lambda r: _percent(r.balance.cover) if r.balance.cover is not None else text("ui.unknown"),
        lambda r: -1.0 if r.balance.cover is None else r.balance.cover,
        True,
        92,
    ),
    Column[BalanceRow]("ui.column.unit", lambda r: r.balance.unit, width=100),
)
