"""The ledgers in a paper: what of the month's matters was done; nothing where there are none."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.briefing.blocks import Block, Heading, Items, Paragraph, Table
from liantu.briefing.case import Case
from liantu.telling.work_month import HEADS, Groups, cells, summary
from liantu.wording import text

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
    )
