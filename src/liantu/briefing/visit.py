"""巡链一页纸: what the chief of a chain needs on a visit, on one A4."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from liantu.analysis.asking import home_or_key
from liantu.analysis.boards import confirmed
from liantu.analysis.reading import Reading
from liantu.briefing import asked, heads
from liantu.briefing.blocks import Block, Heading, Items, Paragraph, Report, Table
from liantu.briefing.boards import placed, users
from liantu.briefing.case import Case, paper
from liantu.briefing.jobs import jobs_table
from liantu.briefing.order import Order
from liantu.briefing.prose import spoken_dates, tight
from liantu.briefing.told import of_chain
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.telling import making
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.firms import FirmRow, key_links, tier
from liantu.telling.names import named
from liantu.telling.standing import class_words, standing_word
from liantu.wording import text

MET = 5
MADE, NAMED = 3, 2


def visit(reading: Reading, order: Order) -> Report:
    """One page of the only ordered chain: judgement, jobs, key links, whom to meet, what to ask."""
    case = Case(reading, replace(order, office=replace(order.office, captions=False)))
    (found,) = case.chains
    title = text("brief.visit.title", chain=found.label)
    return paper(case, title, list(_blocks(case, found)), contents=False)


def _blocks(case: Case, chain: Chain) -> Iterator[Block]:
    reading = case.reading
    told = of_chain(reading, chain)
    yield Paragraph(told.overall)
    yield heads.numbers(reading.summary(chain.id))
    if told.jobs:
        yield case.table(jobs_table(case, text("brief.table.jobs"), told.jobs))
    else:
        yield Paragraph(text("brief.nofinding"))
    if chain.key:
        yield case.table(_keys(reading, chain))
    yield Paragraph(_counts(reading, chain))
    yield Heading(1, text("brief.visit.meet"))
    yield Items(_meet(reading, chain))
    yield Heading(1, text("brief.visit.ask"))
    yield Items(asked.questions(reading, chain), ordered=True)
    yield Paragraph(text("brief.visit.note"), quiet=True)


def _keys(reading: Reading, chain: Chain) -> Table:
    """The key links with how they stand and who makes or uses them, two in a row."""
    cells = [_key(reading, key.product) for key in chain.key if key.product in reading.verdicts]
    half = (len(cells) + 1) // 2
    right = [*cells[half:], *[["", "", ""]] * (2 * half - len(cells))]
    heads_ = [text(f"brief.head.{head}") for head in ("keyed", "state", "who")]
    rows = [[*one, *other] for one, other in zip(cells[:half], right, strict=True)]
    return Table(text("brief.table.keys"), [*heads_, *heads_], rows, (1.5, 1.3, 2.1) * 2)


def _key(reading: Reading, product: str) -> list[str]:
    verdict = reading.verdicts[product]
    name = reading.atlas.products[product].label
    if not verdict.local:
        told = text("brief.key.unused")
        if verdict.needed_by:
            told = text("brief.key.users", names=users(reading, product))
        return [name, class_words(verdict), told]
    firms = "、".join(placed(reading.atlas.enterprises[e]) for e in verdict.makers[:NAMED])
    more = text("brief.names.more", names=firms) if len(verdict.makers) > 2 else firms
    return [name, standing_word(verdict), more or text("brief.key.group")]


def _counts(reading: Reading, chain: Chain) -> str:
    """How many rows each board has, confirmed and to be asked apart."""
    told = []
    for board in Board:
        rows = reading.rows(board, chain.id)
        sure = len(confirmed(rows, reading.verdicts))
        name = text(f"standing.board.{board}")
        code = "brief.visit.local" if board is Board.STRONG else "brief.visit.board"
        told.append(text(code, board=name, sure=sure, asked=len(rows) - sure))
    return text("brief.sentence", words="；".join(told))


def _meet(reading: Reading, chain: Chain) -> list[str]:
    """链主 first, then those that make most key links, then by tier; none that makes nothing."""
    rows: Sequence[FirmRow] = find("tiers").rows(reading, Scope(chains=(chain.id,)))
    lead = [row for row in rows if row.id in chain.leads]
    own = home_or_key(reading.atlas, chain.id)
    rest = [row for row in rows if row not in lead and _makes(row, own)]
    return [_told(reading, chain, row) for row in [*lead, *rest][:MET]] or [
        text("brief.visit.nobody")
    ]


def _makes(row: FirmRow, own: Collection[str]) -> bool:
    """Whether it makes what is the chain's own at the date."""
    return any(m.product in own and m.when is making.When.NOW for m in row.made)


def _told(reading: Reading, chain: Chain, row: FirmRow) -> str:
    keys = key_links(reading, row.firm, chain)
    found = named(making.spoken(reading, row.made), MADE)
    made = tight(spoken_dates(found)) or text("brief.visit.unmade")
    if keys:
        made = text("brief.visit.keys", names=named(keys, MADE))
    name = placed(row.firm)
    if row.id in chain.leads:
        name = text("brief.visit.lead", tier=tier(row), name=name)
    return text("brief.visit.firm", name=name, made=made)
