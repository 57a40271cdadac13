"""The head of a chain in figures and in words: key links, coverage, main materials."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from liantu.analysis.boards import confirmed
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Mains
from liantu.briefing.blocks import Numbers
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Atlas, Chain
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Standing
from liantu.telling import completeness, figures
from liantu.telling.names import brief
from liantu.wording import text

FIRST = 3
"""Rows of a board that are named in a sentence."""
NAMED = 5
"""Products that a sentence names; the others are counted with them."""


def first_names(atlas: Atlas, products: Sequence[str], most: int = NAMED) -> str:
    """``甲、乙、丙等``: for a sentence that has told how many there are."""
    shown = "、".join(atlas.products[p].label for p in products[:most])
    return text("brief.names.more", names=shown) if len(products) > most else shown


# -- one chain


def numbers(summary: ChainSummary) -> Numbers:
    """关键环节, 自有环节, 主材本地保障率 and what lacks, as large figures with their whole."""
    keys = sum(summary.keys.values())
    mains = summary.mains
    seen = f"{seen_keys(summary.keys)}/{keys}" if keys else text("brief.none")
    lacking = text("brief.head.lacking", materials=len(mains.materials), parts=len(mains.parts))
    return Numbers(
        (
            (text("brief.head.keys"), seen),
            (text("brief.head.own"), f"{summary.span.seen}/{summary.span.own}"),
            (text("brief.head.mains"), tight(completeness.secured(mains))),
            (text("brief.head.lacks"), lacking),
        )
    )


def seen_keys(keys: Mapping[Standing, int]) -> int:
    """How many key links are made here."""
    return sum(keys.get(standing, 0) for standing in LOCAL)


def head_lines(reading: Reading, summary: ChainSummary) -> Iterator[str]:
    """The chain's own key links first, then its size, then what its materials rest on."""
    chain = reading.atlas.chains[summary.chain_id]
    if chain.key:
        yield keys_line(reading, chain)
    yield size_line(reading, summary)
    if summary.mains.made:
        yield _mains_told(reading.atlas, summary.mains)


def keys_line(reading: Reading, chain: Chain) -> str:
    """``关键环节12个：在产5个，即双酚A、…；未见记录7个，即…。``"""
    found: defaultdict[Standing, list[str]] = defaultdict(list)
    for key in chain.key:
        found[reading.situation.standing(key.product)].append(key.product)
    parts = (
        text(
            "brief.keys.part",
            word=text(f"standing.standing.{standing}"),
            count=len(found[standing]),
            names=first_names(reading.atlas, found[standing], 2 * NAMED),
        )
        for standing in Standing
        if found[standing]
    )
    return text("brief.keys", count=len(chain.key), parts="；".join(parts))


def short_lines(reading: Reading, summary: ChainSummary) -> Iterator[str]:
    """The same without the count of the standings, which the overview beside it has."""
    chain = reading.atlas.chains[summary.chain_id]
    if chain.key:
        yield keys_line(reading, chain)
    mains = _mains_told(reading.atlas, summary.mains) if summary.mains.made else ""
    yield firms_line(reading, summary) + mains


def size_line(reading: Reading, summary: ChainSummary) -> str:
    """How many products there are by standing, how many firms, and who leads."""
    chain = reading.atlas.chains[summary.chain_id]
    counts = Counter(reading.situation.standing(p) for p in known(reading.atlas, chain))
    size = text("brief.size", products=summary.products, told=standings_told(counts))
    line = size if summary.products else text("brief.size.none")
    return line + firms_line(reading, summary)


def firms_line(reading: Reading, summary: ChainSummary) -> str:
    """How many firms are on record, and who leads."""
    chain = reading.atlas.chains[summary.chain_id]
    firms = text("brief.firms", count=len(summary.enterprises))
    known_ = reading.atlas.enterprises
    leads = [brief(known_[firm]) for firm in chain.leads if firm in known_]
    if leads:
        firms = text("brief.firms.led", count=len(summary.enterprises), leads="、".join(leads))
    return firms


def standings_told(counts: Mapping[Standing, int]) -> str:
    """``在产5个，未见记录7个``, in the order of the standings."""
    return "，".join(
        text("brief.counted", word=text(f"standing.standing.{s}"), count=counts[s])
        for s in Standing
        if counts.get(s)
    )


def _mains_told(atlas: Atlas, mains: Mains) -> str:
    code = "brief.head.mains.text" if mains.tells else "brief.head.mains.few"
    told = text(code, share=figures.share(mains.share), made=mains.made, full=mains.full)
    groups = (("materials", mains.materials), ("parts", mains.parts), ("secured", mains.secured))
    for name, products in groups:
        if products:
            names = first_names(atlas, products)
            told += text(f"brief.head.{name}", count=len(products), names=names)
    return told


# -- over all chosen chains


def city_numbers(reading: Reading, chosen: Sequence[Chain]) -> Numbers:
    """Key links, products made here, chains by their main materials, and what is to be asked."""
    ids = list(dict.fromkeys(p for c in chosen for p in known(reading.atlas, c)))
    keys = dict.fromkeys(k.product for c in chosen for k in c.key)
    counts = Counter(reading.situation.standing(p) for p in keys)
    local = sum(reading.situation.is_local(p) for p in ids)
    firms = {e for c in chosen for e in reading.summary(c.id).enterprises}
    return Numbers(
        (
            (text("brief.head.keys"), f"{seen_keys(counts)}/{len(keys)}"),
            (text("brief.head.all"), f"{local}/{len(ids)}"),
            (text("brief.head.recorded"), str(len(firms))),
            (text("brief.head.asking"), str(len(asked_products(reading, chosen)))),
        )
    )


def asked_products(reading: Reading, chosen: Sequence[Chain]) -> set[str]:
    """Rows of 补链 and 延链 that are not confirmed, each product once."""
    return {
        row.product
        for board in (Board.FILL, Board.EXTEND)
        for row in _asked(reading, of_board(reading, chosen, board))
    }


def _asked(reading: Reading, rows: Sequence[Score]) -> Iterable[Score]:
    sure = {row.product for row in confirmed(rows, reading.verdicts)}
    return (row for row in rows if row.product not in sure)


def summary_lines(reading: Reading, chosen: Sequence[Chain]) -> list[str]:
    """Size, key links, and what is weak, over all chosen chains."""
    ids = list(dict.fromkeys(p for c in chosen for p in known(reading.atlas, c)))
    told = standings_told(Counter(reading.situation.standing(p) for p in ids))
    size = text("brief.summary.size", chains=len(chosen), products=len(ids), told=told)
    lines = [size if ids else text("brief.summary.size.none", chains=len(chosen))]
    keys = dict.fromkeys(k.product for c in chosen for k in c.key)
    if keys:
        counts = Counter(reading.situation.standing(p) for p in keys)
        told = standings_told(counts)
        lines.append(text("brief.summary.keys", count=len(keys), standings=told))
    lines.append(_boards_line(reading, chosen))
    lines.append(weak_line(reading, ids))
    return lines


def of_board(reading: Reading, chosen: Sequence[Chain], board: Board) -> tuple[Score, ...]:
    """Rows of a board that the pages of the chosen chains list, each once, best first; those of
    the city where all are chosen.
    """
    rows = reading.rows(board)
    if len(chosen) == len(reading.atlas.chains):
        return rows
    inside = {row.product for c in chosen for row in reading.rows(board, c.id)}
    return tuple(row for row in rows if row.product in inside)


def _boards_line(reading: Reading, chosen: Sequence[Chain]) -> str:
    """How many gaps are confirmed and how many are to be asked about."""
    rows = [row for b in (Board.FILL, Board.EXTEND) for row in of_board(reading, chosen, b)]
    sure = {row.product for row in confirmed(rows, reading.verdicts)}
    asked = len({row.product for row in rows} - sure)
    strong = len(of_board(reading, chosen, Board.STRONG))
    code = "brief.summary.gaps" if sure else "brief.summary.gaps.none"
    return text(code, sure=len(sure), asked=asked, strong=strong)


def weak_line(reading: Reading, ids: Sequence[str]) -> str:
    """How many made products are weak by evidence, and that nothing can be said of the others."""
    made = [v for p in ids if (v := reading.verdicts.get(p)) and v.standing is Standing.MADE]
    if not made:
        return text("brief.weak.nothing")
    weak = [v.product for v in made if Word.WEAK in v.words]
    code = "brief.weak.some" if weak else "brief.weak.none"
    rest = len(made) - len(weak)
    return text(code, count=len(weak), names=first_names(reading.atlas, weak), rest=rest)
