"""总体判断: the shape of a chain in one sentence, what is joined, who carries it, what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.shape import Outline, outline
from liantu.model.standing import LOCAL
from liantu.telling.names import plain_firm, plain_name
from liantu.wording import text

NAMED = 3
"""Missing materials and parts that are named."""


def overall(reading: Reading, chain: str) -> str:
    """``中段成型，两头在外。环己酮肟至锦纶帘子布在本地相连；…。`` Raises ``KeyError``."""
    clauses = overall_clauses(reading, chain)
    return clauses[0] + "；".join(clauses[1:]) + ("。" if clauses[1:] else "")


def overall_clauses(reading: Reading, chain: str) -> tuple[str, ...]:
    """The shape as a sentence of its own, then the clauses, the most telling first."""
    shown = [m.product for m in reading.atlas.chains[chain].members()]
    if not shown:
        return (text("answer.overall.empty"),)
    if not any(
        reading.situation.standing(p) in LOCAL for p in shown if p in reading.atlas.products
    ):
        return (text("answer.overall.unseen"),)
    found = outline(reading, chain)
    return (text(f"answer.overall.shape.{found.shape}"), *_clauses(reading, chain, found))


def _clauses(reading: Reading, chain: str, found: Outline) -> Iterator[str]:
    if found.runs:
        ways = (
            text(
                "answer.overall.run",
                first=plain_name(reading, run[0]),
                last=plain_name(reading, run[-1]),
            )
            for run in found.runs
        )
        yield text("answer.overall.runs", ways="、".join(ways))
    elif found.running:
        names = "、".join(plain_name(reading, p) for p in found.running[:NAMED])
        many = len(found.running) > NAMED
        code = "answer.overall.made.more" if many else "answer.overall.made"
        yield text(code, names=names, count=len(found.running))
    if found.leader:
        told = plain_firm(reading, found.leader)
        yield text("answer.overall.leader", made=found.made, firm=told, led=found.led)
    mains = reading.summary(chain).mains
    lacking = (*mains.materials, *mains.parts)
    shown = (*mains.materials[:2], *mains.parts[:2])[:NAMED]
    if shown:
        names = "、".join(plain_name(reading, p) for p in shown)
        code = (
            "answer.overall.lacking.more" if len(lacking) > len(shown) else "answer.overall.lacking"
        )
        yield text(code, names=names, count=len(lacking))
    yield _weakest(reading, chain, found)


def _weakest(reading: Reading, chain: str, found: Outline) -> str:
    stage = reading.atlas.chains[chain].stages[found.weakest].name.split()[0]
    code = "answer.overall.weakest" if found.seen else "answer.overall.weakest.none"
    return text(code, stage=stage, count=found.counted, seen=found.seen)
