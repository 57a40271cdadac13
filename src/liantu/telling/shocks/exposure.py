"""断供风险 in words: what hangs on one enterprise, product or bought-in material."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.exposure import Exposure
from liantu.analysis.shocks.outage import Term
from liantu.analysis.shocks.risks import Risk
from liantu.model.drill import ShockKind
from liantu.telling.names import named, plain_firm, plain_name
from liantu.telling.shocks import backup, words
from liantu.wording import text

FEW = 3
"""Products that a cell names."""


def name(reading: Reading, found: Exposure) -> str:
    """The enterprise or product in short."""
    firm = found.kind is ShockKind.ENTERPRISE
    return plain_firm(reading, found.id) if firm else plain_name(reading, found.id)


def category(found: Risk) -> str:
    """企业, 产品, 外购料 or 公用原料."""
    kind = "common" if found.common else found.exposure.kind.value
    return text(f"shock.list.kind.{kind}")


def stops(reading: Reading, found: Exposure) -> str:
    """The products that stand still, in the order in which they are reached."""
    return named([plain_name(reading, p) for p in found.products], FEW)


def evidence(found: Exposure) -> str:
    """``有据 1 · 推定 5``: by how many units of each."""
    deduced = found.total - found.recorded
    return text("shock.list.evidence", recorded=found.recorded, deduced=deduced)


def certainty(found: Exposure) -> str:
    """有据 where all is on record, 部分有据, else 推定: never 确认."""
    if found.recorded == found.total:
        return text("shock.words.recorded")
    return text("shock.list.partly" if found.recorded else "shock.words.deduced")


def sole(reading: Reading, found: Exposure) -> str:
    """The products of which it is the only maker on record that others take."""
    return named([plain_name(reading, p) for p in found.sole], FEW)


def single(found: Risk) -> str:
    """单点, 否, or how many would have to fail at once."""
    if not found.at_once:
        makers = len(found.makers)
        return text(f"shock.list.{'several' if makers else 'unnamed'}", count=makers)
    return text("shock.list.single" if found.single else "shock.list.not_single")


def days(found: Exposure) -> str:
    """The fewest days on record before the first of them stands still."""
    return words.days(Term(found.stock or 0.0, None))


def stand_ins(reading: Reading, found: Risk) -> str:
    """Who could step in: of an enterprise for what it alone makes."""
    exposure = found.exposure
    if exposure.kind is ShockKind.OUTSIDE:
        return backup.cell(reading, exposure.id, elsewhere=True)
    if exposure.kind is not ShockKind.ENTERPRISE:
        return backup.cell(reading, exposure.id, found.makers)
    if not exposure.sole:
        return text("shock.list.shared")
    told = [
        text(
            "shock.list.of",
            product=plain_name(reading, product),
            words=backup.cell(reading, product, found.makers),
        )
        for product in exposure.sole[:FEW]
    ]
    return "；".join(told)
