"""The ledgers in a paper: the month's matters, and the policies; nothing where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.support import Fit, Match, in_force, matches
from liantu.briefing.blocks import Block, Heading, Items, Paragraph, Table
from liantu.briefing.case import Case
from liantu.model.ledgers import Policy
from liantu.telling.names import brief, named
from liantu.telling.support import conditions
from liantu.telling.work import day_of
from liantu.telling.work_month import HEADS, Groups, cells, summary
from liantu.wording import text

NAMED = 6
"""Enterprises that a policy names."""
WIDTHS = (2.2, 0.9, 0.9, 0.9, 1.4, 1.0, 0.9, 0.9)


def work(case: Case, level: int, chain: str = "") -> Iterator[Block]:
    """The month of the 口径日期, of a chain or of the whole city."""
    found = summary(case.reading, chain=chain)
    if found is None:
        return
    yield Heading(level, text("work.part"))
    yield Paragraph("".join(found.sentences))
    for groups in found.groups:
        if groups.by != "ledger" or len(groups.rows) > 1:
            yield case.table(_table(groups))
    if found.oldest:
        yield Heading(level + 1, text("work.month.oldest"))
        yield Items(found.oldest, ordered=True)


def _table(groups: Groups) -> Table:
    heads = [text(f"work.head.{head}") for head in HEADS[1:]]
    return Table(
        text(f"work.table.{groups.by}"),
        [text(f"work.head.group.{groups.by}"), *heads],
        [cells(name, month) for name, month in groups.rows],
        WIDTHS,
        range(1, len(HEADS)),
        text("work.table.note"),
    )


def supports(case: Case, chain: str) -> Iterator[Block]:
    """The policies in force that are for a chain or enterprises of it, and for whom."""
    reading, day = case.reading, day_of(case.reading)
    firms = set(reading.summary(chain).enterprises)
    lines = []
    for policy in reading.atlas.policies.values():
        told = [m for m in matches(reading, policy) if m.is_told and m.enterprise.id in firms]
        if in_force(policy, day) and (told or chain in policy.chains):
            lines.append(_support(case, policy, told))
    if lines:
        yield Items(lines)


def _support(case: Case, policy: Policy, told: Sequence[Match]) -> str:
    groups = {
        fit: [brief(m.enterprise) for m in told if m.fit is fit] for fit in (Fit.MET, Fit.UNKNOWN)
    }
    found = [
        text(f"work.paper.{fit}", count=len(names), names=named(names, NAMED))
        for fit, names in groups.items()
        if names
    ]
    return text(
        "work.paper.policy",
        name=policy.name,
        number=text("work.paper.number", number=policy.number) if policy.number else "",
        words=policy.text or conditions(case.reading.atlas, policy),
        found="；".join(found) or text("work.paper.nobody"),
        cited=case.cited.marks(policy.sources),
    )
