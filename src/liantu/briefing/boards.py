"""The boards on paper: what is confirmed first, what is to be asked apart and hollow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.boards import confirmed
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Paragraph, Table
from liantu.briefing.case import Case
from liantu.briefing.grounds import NAMED, gates_note, product_name, row_ground
from liantu.briefing.prose import tight
from liantu.model import Chain, Enterprise
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import Certainty, Tag
from liantu.model.verification import UNPLACED
from liantu.telling.names import brief, of_products
from liantu.telling.standing import class_word, tag_words
from liantu.telling.whom import knowing
from liantu.wording import text

MOST = 8
"""Rows of a board on paper; the others are counted."""
_SHOWN = frozenset({Tag.SOLE, Tag.SOLE_ON_RECORD, Tag.BELOW_SCALE})
"""Tags that stand beside a class; the others qualify figures and are told with them."""


def boards(case: Case, chain: Chain | None) -> Iterator[Block]:
    """The three boards of a chain's page, or of the city, each product in one table only."""
    for board_ in Board:
        if case.reading.rows(board_, chain.id if chain else ""):
            yield from board(case, board_, chain)


def board(case: Case, board_: Board, chain: Chain | None, most: int = MOST) -> Iterator[Block]:
    """A board in two blocks: what is confirmed or made here, then what is to be asked. Captions
    count what the board has, rows are those that no table before has told.
    """
    every = case.reading.rows(board_, chain.id if chain else "")
    rows = [row for row in every if row.product not in case.listed]
    sure = confirmed(rows, case.reading.verdicts)
    asked = [row for row in rows if row not in sure]
    count = len(every) - len(confirmed(every, case.reading.verdicts))
    of = whose(case.reading, chain)
    name = text(f"standing.board.{board_}")
    if not rows:
        yield Paragraph(text("brief.board.empty"), quiet=True)
        return
    if sure:
        code = "brief.board.local" if board_ is Board.STRONG else "brief.board.sure"
        whole = len(every) - count
        yield case.table(_rows(case, sure, text(code, of=of, board=name), chain, most, whole))
    if asked:
        caption = text("brief.board.asked", of=of, board=name, count=count)
        yield case.table(_rows(case, asked, caption, chain, most, count))


def _rows(
    case: Case, rows: Sequence[Score], caption: str, chain: Chain | None, most: int, whole: int
) -> Table:
    """The first rows; ``whole``: how many the board has of their kind."""
    reading, shown = case.reading, rows[:most]
    heads = ["rank", "product", "class", "ground", "ask", "score"]
    widths = [0.5, 2.1, 1.9, 4, 2, 0.8]
    cells = [
        [
            str(place),
            marked(reading, row.product),
            class_words(reading.verdicts[row.product]),
            row_ground(reading, row),
            asked_first(reading, row.product),
            f"{row.total:.0f}",
        ]
        for place, row in enumerate(shown, 1)
    ]
    if chain is None:
        heads.insert(2, "chain")
        widths.insert(2, 1.2)
        for line, row in zip(cells, shown, strict=True):
            line.insert(2, _chain_label(reading, row.product))
    case.listed.update(row.product for row in shown)
    left = whole - len(shown)
    more = text("brief.more", count=left) if left else ""
    return Table(
        caption,
        [text(f"brief.head.{head}") for head in heads],
        cells,
        widths,
        (0, len(heads) - 1),
        more + gates_note(reading, (row.product for row in shown), case.rules),
        [row.product for row in shown],
    )


def asked_first(reading: Reading, product: str) -> str:
    """The firm that may know, with its county."""
    verdict = reading.verdicts[product]
    firms = verdict.makers or knowing(reading, verdict)
    if not firms:
        return text("brief.survey.office")
    return placed(reading.atlas.enterprises[firms[0]])


def placed(firm: Enterprise) -> str:
    """The short name with the county, where that is known."""
    if firm.county in ("", UNPLACED):
        return brief(firm)
    return text("brief.firm", name=brief(firm), county=firm.county)


def marked(reading: Reading, product: str) -> str:
    """The name, with a hollow mark before it where the absence is not confirmed."""
    name = product_name(reading, product)
    suspected = reading.verdicts[product].certainty is Certainty.SUSPECTED
    return text("brief.hollow", name=name) if suspected else name


def class_words(verdict: Verdict) -> str:
    """The classes with 疑似 where due; the tags of what is made here."""
    words = [class_word(verdict, word) for word in verdict.words]
    if verdict.local:
        words = [w for w, code in zip(words, verdict.words, strict=True) if code is not Word.STEADY]
        tags = zip(verdict.tags, tag_words(verdict), strict=True)
        words += [word for tag, word in tags if tag in _SHOWN]
    return "、".join(words) or text("brief.none")


def users(reading: Reading, product: str) -> str:
    """Local products that use it; that none is seen does not mean that there are none."""
    found = of_products(reading.atlas, reading.verdicts[product].needed_by, NAMED)
    return tight(found) or text("brief.users.none")


def _chain_label(reading: Reading, product: str) -> str:
    chain = reading.atlas.chains.get(reading.chain_for(product))
    return chain.label if chain else text("brief.none")


def whose(reading: Reading, chain: Chain | None) -> str:
    """The chain, or the region, whose board it is."""
    return chain.label if chain else reading.atlas.library.region.name
