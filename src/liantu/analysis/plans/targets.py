"""What a plan may be asked for first: what a chain lacks of its 关键环节, then other gaps."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.standing import ABSENT, Standing


def key_gaps(reading: Reading, chain: str) -> list[str]:
    """The 关键环节 of a chain that are absent and not shut by policy, in the order of the file."""
    found = (key.product for key in reading.atlas.chains[chain].key)
    return [p for p in dict.fromkeys(found) if _is_open(reading, p)]


def first_gaps(reading: Reading, chain: str, most: int = 8) -> list[str]:
    """The gaps of a chain that stand first on its board 补链, without its 关键环节."""
    known = set(key_gaps(reading, chain))
    members = [member.product for member in reading.atlas.chains[chain].members()]
    gaps = (row.product for row in reading.boards.of(Board.FILL, members))
    return [p for p in gaps if p not in known and _is_open(reading, p)][:most]


def _is_open(reading: Reading, product: str) -> bool:
    standing = reading.situation.standing(product)
    return standing in ABSENT - {Standing.SHUT}
