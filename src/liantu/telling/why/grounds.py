"""The reasons of a class in one line, and how far the data behind it can be trusted."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model import Atlas, Basis
from liantu.model.classes import Word
from liantu.model.standing import Standing
from liantu.telling import figures
from liantu.telling.names import named
from liantu.telling.why.reason import Reason
from liantu.telling.why.reasons import reasons, sole_text
from liantu.wording import text

NAMED = 4
"""Names spelt out in a line; the rest is counted."""

MOST_TRUST = 3


def ground(reading: Reading, verdict: Verdict) -> str:
    """Why a product has its class, short enough for a table."""
    parts = _local(reading.atlas, verdict) if verdict.local else _absent(reading.atlas, verdict)
    if not parts:
        parts = [r.text for r in reasons(reading, verdict.product)[:1]]
    return "；".join(parts)


def trust(found: Iterable[Reason]) -> int:
    """3: all sourced; 2: rests on estimated coefficients; 1: also on inferred or unknown facts."""
    kept = list(found)
    estimated = any(reason.basis is Basis.ESTIMATE for reason in kept)
    doubtful = any(reason.doubt and reason.basis is None for reason in kept)
    return MOST_TRUST - estimated - doubtful


def dots(level: int) -> str:
    """``●●○``."""
    return "●" * level + "○" * (MOST_TRUST - level)


def names(atlas: Atlas, products: Iterable[str]) -> str:
    """The first few names, and that there are more."""
    return named([atlas.products[p].name for p in products], NAMED)


def _absent(atlas: Atlas, verdict: Verdict) -> list[str]:
    parts = [gate.text for gate in (verdict.gate,) if gate and verdict.standing is Standing.SHUT]
    if verdict.needed_by:
        users = names(atlas, verdict.needed_by)
        parts.append(text("why.short.needed", names=users))
    if verdict.fed_by:
        share = figures.share(verdict.fed_share)
        parts.append(text("why.short.fed", names=names(atlas, verdict.fed_by), share=share))
    return parts


def _local(atlas: Atlas, verdict: Verdict) -> list[str]:
    parts = []
    balance = verdict.balance
    if balance is not None and balance.surplus is not None and balance.need:
        code = "why.short.spare" if balance.surplus >= 0 else "why.short.lack"
        parts.append(text(code, amount=figures.amount(abs(balance.surplus), balance.unit)))
    elif Word.THIN in verdict.words and balance is not None and balance.deficit:
        parts.append(text("why.short.lack", amount=figures.deficit(balance)))
    if verdict.weakness is not None:
        parts.append(text("why.weak", evidence=text(f"standing.weakness.{verdict.weakness}")))
    sole = sole_text(atlas, verdict)
    if sole:
        parts.append(sole)
    if verdict.stops and (sole or verdict.weakness is not None):
        stopped = names(atlas, verdict.stops)
        parts.append(text("why.short.stops", names=stopped))
    return parts
