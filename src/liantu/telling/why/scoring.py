"""Where a product stands on the boards, and every point of its score, in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from liantu.analysis.asking import home_or_key
from liantu.analysis.ranking import Score, switch_weight
from liantu.analysis.reading import Reading
from liantu.model.boards import CRITERIA, Board
from liantu.model.target import Target
from liantu.numerals import plain
from liantu.telling import figures
from liantu.telling.line import Line
from liantu.wording import text


def score_lines(reading: Reading, product: str, chain: str) -> Iterator[Line]:
    """The place, the chance of a place in front and the parts on each board that lists it.

    The place is that among what the page of ``chain`` lists, else that in the city.
    """
    listed = home_or_key(reading.atlas, chain) if chain in reading.atlas.chains else frozenset()
    for board in Board:
        own = reading.score(product, board)
        if own is not None:
            yield from _board(reading, own, listed)


def _board(reading: Reading, own: Score, listed: frozenset[str]) -> Iterator[Line]:
    rows = reading.boards.of(own.board, listed if own.product in listed else None)
    at = rows.index(own)
    scope = "chain" if own.product in listed else "city"
    chance = reading.chances(own.board, frozenset(row.product for row in rows))[own.product]
    yield Line(
        text(
            f"why.score.{scope}",
            board=text(f"standing.board.{own.board}"),
            place=at + 1,
            count=len(rows),
        ),
        f"{own.total:.1f}",
        text("why.score.chance", share=figures.share(chance)),
    )
    weights = reading.switches.weights[own.board]
    for name in CRITERIA[own.board]:
        yield _criterion(reading, own, name, weights.get(name, 0.0))
    if at + 1 < len(rows):
        yield _neighbour(reading, own, rows[at + 1], weights)


def _criterion(reading: Reading, own: Score, name: str, weight: float) -> Line:
    base = own.facts.get("base") if name in ("surplus", "lead") else None
    return Line(
        text(
            "why.score.part",
            criterion=text(f"standing.criterion.{own.board}.{name}"),
            fact=behind(reading, own, name),
        ),
        f"{own.parts[name]:.1f}",
        text("why.score.weight", weight=plain(weight), share=figures.share(own.values[name])),
        Target("product", base) if isinstance(base, str) and base else None,
    )


def _neighbour(reading: Reading, own: Score, other: Score, weights: Mapping[str, float]) -> Line:
    """The smallest change of one weight that puts the next row level with this one."""
    whole = sum(weights.values()) or 1.0
    ties = [
        (abs(share - weights[name] / whole), name, share)
        for name in CRITERIA[own.board]
        if (share := switch_weight(own, other, name, weights)) is not None
    ]
    name = reading.atlas.products[other.product].name
    if not ties:
        return Line(text("why.score.firm", name=name))
    _, criterion, share = min(ties)
    return Line(
        text(
            "why.score.tie",
            criterion=text(f"standing.criterion.{own.board}.{criterion}"),
            name=name,
            now=figures.share(weights[criterion] / whole),
            share=figures.share(share),
        )
    )


def behind(reading: Reading, own: Score, criterion: str) -> str:
    """The fact from which a value comes; what is unknown is said to be."""
    if criterion == "key" or (own.board, criterion) in _PLAIN:
        held = "yes" if own.values[criterion] else "no"
        return text(f"why.score.{criterion}.{held}")
    return _FACTS[criterion](reading, own)


_PLAIN = {(Board.FILL, "strategic"), (Board.EXTEND, "favour")}


def _number(own: Score, fact: str) -> float | None:
    found = own.facts.get(fact)
    return found if isinstance(found, float) else None


def _demand(reading: Reading, own: Score) -> str:
    lack = _number(own, "deficit")
    unit = reading.atlas.products[own.product].unit
    weight = figures.number(_number(own, "weight") or 0.0, 2)
    if lack is None or lack <= 0:
        return text("why.score.demand.unknown", weight=weight)
    return text("why.score.demand", weight=weight, lack=figures.amount(lack, unit, 3))


def _ready(_reading: Reading, own: Score) -> str:
    return text("why.score.ready", share=figures.share(_number(own, "readiness"), "ui.unknown"))


def _count(code: str, fact: str) -> Callable[[Reading, Score], str]:
    return lambda _reading, own: text(code, count=plain(_number(own, fact) or 0))


def _surplus(reading: Reading, own: Score) -> str:
    base, spare = own.facts.get("base"), _number(own, "spare")
    item = reading.atlas.products.get(str(base))
    if item is None:
        return text("why.score.surplus.none")
    if own.facts.get("kin"):
        return text("why.score.surplus.kin", name=item.name)
    if spare is None:
        return text("why.score.surplus.unknown", name=item.name)
    silent = _number(own, "silent") or 0
    return text(
        "why.score.surplus.most" if silent else "why.score.surplus",
        name=item.name,
        spare=figures.amount(spare, item.unit, 3),
        count=plain(silent),
    )


def _distance(_reading: Reading, own: Score) -> str:
    away = _number(own, "distance")
    return text("why.score.distance", count=text("ui.unknown") if away is None else plain(away))


def _lead(_reading: Reading, own: Score) -> str:
    return text(f"why.score.lead.{_step(own.values['lead'])}")


def _tier(_reading: Reading, own: Score) -> str:
    return text(f"why.score.lead.{_step(1 - own.values['tier'])}")


def _step(value: float) -> str:
    return "none" if value <= 0 else "province" if value < 1 else "nation"


def _behind(_reading: Reading, own: Score) -> str:
    products, firms = _number(own, "products") or 0, _number(own, "firms") or 0
    return text("why.score.behind", products=plain(products), firms=plain(firms))


def _gap(reading: Reading, own: Score) -> str:
    lack, unit = _number(own, "deficit"), reading.atlas.products[own.product].unit
    if lack is None:
        return text("why.score.gap.unknown")
    if lack <= 0:
        return text("why.score.gap.none")
    return text("why.score.gap", lack=figures.amount(lack, unit, 3))


_FACTS: Mapping[str, Callable[[Reading, Score], str]] = {
    "demand": _demand,
    "ready": _ready,
    "exposure": _count("why.score.exposure", "exposed"),
    "unlock": _count("why.score.unlock", "opened"),
    "surplus": _surplus,
    "distance": _distance,
    "lead": _lead,
    "behind": _behind,
    "gap": _gap,
    "tier": _tier,
}
