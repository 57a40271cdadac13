"""Which rows of the boards the city page names: one a chain, and three for the whole city.

What a mayor is to act on must carry itself: a key link, a known amount, several users, a local
material of the chain's own. What has too little of these is not named; the row of the chain then
says what is to be verified first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liantu.analysis.asking import home_or_key
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import Standing
from liantu.telling.poster.words import need

ENOUGH = 0.7
"""Share of its main materials from which a chain had better go on than fill up."""
SEVERAL = 2
"""Local users that make a gap more than the matter of one firm."""
FEEDS = 1 / 3
"""Share of a product from which a local material is what it rests on."""
WIDE = 3
"""Chains that need a gap which is named first for the city."""
JOBS = 3

OF_CHAIN, OF_ANY = 2, 1
"""What it adds to the merit of a row to be a key link of this chain, or of another one."""
OWN_BASE = 2
FILL_LEAST, EXTEND_LEAST = 3, 3
"""Merit below which a row is not named."""
CITY_LEAST = 5
"""Merit in its home chain below which what goes on is no matter of the city: a key link of that
chain made of what the chain makes, with a known rest of that or on one of its lines.
"""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A row that a chain may name, and how much speaks for it."""

    row: Score
    merit: int


# -- one a chain


def picks(reading: Reading) -> Mapping[str, Score]:
    """Chain id → its row, no product twice. Where two chains want the same product its home has it,
    else the one that asked first, and the other takes its next best.
    """
    wishes = {chain: deque(_wishes(reading, chain)) for chain in reading.atlas.chains}
    held: dict[str, tuple[str, Score]] = {}
    waiting = deque(wishes)
    while waiting:
        chain = waiting.popleft()
        if not wishes[chain]:
            continue
        row = wishes[chain].popleft()
        rival = held.get(row.product)
        if rival is None or reading.atlas.products[row.product].home == chain:
            held[row.product] = (chain, row)
            waiting.extend([rival[0]] if rival else [])
        else:
            waiting.append(chain)
    return dict(held.values())


def _wishes(reading: Reading, chain: str) -> Iterator[Score]:
    """The rows that a chain may name, the best first."""
    mains = reading.summary(chain).mains
    goes_on = mains.tells and (mains.share or 0.0) >= ENOUGH
    first = (Board.EXTEND, Board.FILL) if goes_on else (Board.FILL, Board.EXTEND)
    for board in (*first, Board.STRONG):
        found = (_Wish(row, merit(reading, row, chain)) for row in reading.rows(board, chain))
        kept = [wish for wish in found if wish.merit]
        yield from (wish.row for wish in sorted(kept, key=lambda w: (-w.merit, -w.row.total)))


def merit(reading: Reading, row: Score, chain: str) -> int:
    """How much speaks for naming a row in a chain; 0: too little."""
    key = _key(reading, row.product, chain)
    match row.board:
        case Board.FILL:
            return _filling(reading, row, chain, key)
        case Board.EXTEND:
            return _extending(reading, row, chain, key)
        case Board.STRONG:
            return key if marked(reading, row) else 0


def _key(reading: Reading, product: str, chain: str) -> int:
    if any(link.product == product for link in reading.atlas.chains[chain].key):
        return OF_CHAIN
    return OF_ANY if product in reading.diagnosis.keys else 0


def _filling(reading: Reading, row: Score, chain: str, key: int) -> int:
    """A gap that products of the chain feel, or that the chain itself could close for others."""
    users = made_users(reading, row.product)
    serves = bool(home_or_key(reading.atlas, chain).intersection(users))
    if not serves and reading.atlas.products[row.product].home != chain:
        return 0
    found = key + serves + (need(reading, row.product) > 0) + (len(users) >= SEVERAL)
    return found if found >= FILL_LEAST else 0


def _extending(reading: Reading, row: Score, chain: str, key: int) -> int:
    """A key link that rests on something made here, best on something of the chain itself."""
    base, spare = row.facts.get("base"), row.facts.get("spare")
    if not base or not key:
        return 0
    own = OWN_BASE if base in home_or_key(reading.atlas, chain) else 0
    known = isinstance(spare, float) and spare > 0
    on_line = any(row.product in line.trunk for line in reading.atlas.chains[chain].lines)
    found = key + own + known + on_line
    return found if found >= EXTEND_LEAST else 0


def marked(reading: Reading, row: Score) -> bool:
    """Whether a made product is thin or weak: what only has a sole maker asks for no work."""
    words = reading.verdicts[row.product].words
    return Word.THIN in words or Word.WEAK in words


def made_users(reading: Reading, product: str) -> tuple[str, ...]:
    """Products of firms on record that take it."""
    needed = reading.verdicts[product].needed_by
    return tuple(u for u in needed if reading.situation.standing(u) is Standing.MADE)


# -- three for the city


def city_picks(reading: Reading) -> tuple[Score, ...]:
    """The gap that most chains share, the best of 补链 and of 延链, then the best of what is left:
    no product and no local material twice.
    """
    found: list[Score] = []
    for row in _in_turn(reading):
        if len(found) < JOBS and not any(_same(reading, row, other) for other in found):
            found.append(row)
    return tuple(found)


def _in_turn(reading: Reading) -> Iterator[Score]:
    fill, extend, strong = (list(_worthy(reading, board)) for board in Board)
    wide = [row for row in fill if len(using_chains(reading, row.product)) >= WIDE]
    yield from wide[:1]
    yield from fill[:1]
    yield from extend[:1]
    yield from sorted((*fill, *extend, *strong), key=lambda row: -round(row.total, 6))


def _worthy(reading: Reading, board: Board) -> Iterator[Score]:
    """Rows that some chain may name, the best first and of equals the one with more merit; what
    goes on must rest on its home chain.
    """
    least = CITY_LEAST if board is Board.EXTEND else 1
    found = (_Wish(row, _best_merit(reading, row)) for row in reading.rows(board))
    kept = [wish for wish in found if wish.merit >= least]
    yield from (w.row for w in sorted(kept, key=lambda w: (-round(w.row.total, 6), -w.merit)))


def _best_merit(reading: Reading, row: Score) -> int:
    home = reading.atlas.products[row.product].home
    shown = reading.atlas.chains_of.get(row.product, ())
    chains = (home,) if row.board is Board.EXTEND else shown
    return max((merit(reading, row, c) for c in chains if c in reading.atlas.chains), default=0)


def using_chains(reading: Reading, product: str) -> tuple[str, ...]:
    """Chains whose products of firms on record take it."""
    homes = (reading.atlas.products[u].home for u in made_users(reading, product))
    return tuple(dict.fromkeys(home for home in homes if home in reading.atlas.chains))


def _same(reading: Reading, one: Score, other: Score) -> bool:
    roots = root(reading, one), root(reading, other)
    return one.product == other.product or (bool(roots[0]) and roots[0] == roots[1])


def root(reading: Reading, row: Score) -> str:
    """The local material that a row rests on; empty where there is none."""
    base = row.facts.get("base")
    if isinstance(base, str) and base:
        return base
    verdict = reading.verdicts[row.product]
    first = next(iter(verdict.fed_by), "")
    return first if first and verdict.fed[first] >= FEEDS else ""
