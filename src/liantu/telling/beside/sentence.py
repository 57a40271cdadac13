"""What differs most, and what joins both, in a few clauses with their wholes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from liantu.telling.beside.figures import Figure
from liantu.telling.beside.pair import CHAIN
from liantu.telling.beside.ties import CHAINS, FIRMS, GIVES, SHARED, TAKES, Group
from liantu.telling.names import named
from liantu.wording import text

CLEAR, NAMED = 10, 3
"""Points of a share from which two sides are said to differ; products that are named."""
TELLING = ("mains", "keys", "sole", "local", "chains")
"""Shares that say something of an industry, the most telling first among equals; what the records
lack says something of the records alone.
"""


def sentence(
    kind: str, names: tuple[str, str], figures: Sequence[Figure], groups: Sequence[Group]
) -> str:
    """``规模：…。差别最大的是主材本地保障率：…。``"""
    found = {figure.key: figure for figure in figures}
    known = {group.code: group for group in groups}
    said = [_size(kind, names, found), _most(names, found)]
    said += [*(_chain(names, known) if kind == CHAIN else _county(names, known))]
    return "".join(words for words in said if words)


def note(kind: str) -> str:
    """What the figures rest on."""
    return text(f"beside.note.{kind}")


def _size(kind: str, names: tuple[str, str], found: Mapping[str, Figure]) -> str:
    """How large both are, each figure of its own kind."""
    keys = ("firms", "running") if kind == CHAIN else ("firms", "made")
    clauses = [
        text(
            "beside.says",
            words=found[key].words,
            left=names[0],
            right=names[1],
            one=found[key].left.told,
            other=found[key].right.told,
        )
        for key in keys
    ]
    return text("beside.sentence", words="；".join(clauses))


def _most(names: tuple[str, str], found: Mapping[str, Figure]) -> str:
    """The share that differs most; that none does is said, too."""
    shares = [found[key] for key in TELLING if key in found and found[key].points is not None]
    if not shares:
        return ""
    most = max(shares, key=lambda figure: abs(figure.points or 0))
    if abs(most.points or 0) < CLEAR:
        return text("beside.alike", words="、".join(figure.words for figure in shares))
    return text(
        "beside.most",
        words=most.words,
        left=names[0],
        right=names[1],
        one=most.left.told,
        other=most.right.told,
        points=abs(most.points or 0),
    )


def _chain(names: tuple[str, str], known: Mapping[str, Group]) -> Iterator[str]:
    shared, firms = known[SHARED], known[FIRMS]
    if shared.ties or firms.ties:
        yield text(
            "beside.common", shared=len(shared.ties), made=shared.count, firms=len(firms.ties)
        )
    else:
        yield text("beside.common.none")
    for code, (giver, taker) in ((GIVES, names), (TAKES, names[::-1])):
        group = known[code]
        if group.ties:
            told = "beside.passes" if group.count else "beside.passes.none"
            params = {"count": len(group.ties), "now": group.count}
            yield text(told, giver=giver, taker=taker, **params)


def _county(names: tuple[str, str], known: Mapping[str, Group]) -> Iterator[str]:
    shared, chains = known[SHARED], known[CHAINS]
    made = text("beside.both.made" if shared.ties else "beside.both.apart", count=len(shared.ties))
    acting = text(
        "beside.both.chains" if chains.ties else "beside.both.none", count=len(chains.ties)
    )
    yield text("beside.both", made=made, chains=acting)
    for code, (giver, taker) in ((GIVES, names), (TAKES, names[::-1])):
        group = known[code]
        if group.ties:
            goods = named([tie.name for tie in group.ties], NAMED)
            told = "beside.matches" if group.count else "beside.matches.none"
            yield text(told, giver=giver, taker=taker, names=goods, count=group.count)
