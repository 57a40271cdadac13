"""Why a row stands on its board, short enough for a cell of a printed table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.prose import tight
from liantu.model.boards import Board
from liantu.model.gates import Effect, Gate
from liantu.model.standing import Tag
from liantu.telling import figures
from liantu.telling.lists.row import coproducts
from liantu.telling.names import brief, of_products
from liantu.wording import text

NAMED = 3
"""Products that a cell names."""
_TOLD = frozenset({Effect.CONDITION, Effect.ASK, Effect.INDIRECT})
"""Gates that leave a row on its board and are told with it."""


def product_name(reading: Reading, product: str) -> str:
    """The name, with what comes only beside it: 苯酚（联产丙酮）."""
    products = reading.atlas.products
    beside = [products[v.product].label for v in coproducts(reading).get(product, ())]
    if not beside:
        return products[product].label
    return text("brief.beside", product=products[product].label, names="、".join(beside))


def row_ground(reading: Reading, row: Score) -> str:
    """The facts behind a row of a board."""
    verdict = reading.verdicts[row.product]
    parts = list(_BOARDS[row.board](reading, row, verdict))
    parts += map(_gate_name, told_gates(verdict))
    return tight("；".join(parts))


def told_gates(verdict: Verdict) -> list[Gate]:
    """The strongest gate that leaves a row on its board, if any binds."""
    return [gate for gate in verdict.gates if gate.effect in _TOLD][:1]


def _kind(gate: Gate) -> str:
    kind = text(f"standing.gate.{gate.kind}")
    if gate.catalogue is None:
        return kind
    return text("brief.gate.class", **{"kind": kind, "class": gate.catalogue})


def _gate_name(gate: Gate) -> str:
    effect = text(f"standing.effect.{gate.effect}")
    return text("brief.gate.told", kind=_kind(gate), effect=effect)


def gates_note(reading: Reading, products: Iterable[str], told: set[Gate]) -> str:
    """What the gates of these rows say and where that is read, each once; ``told`` are left out
    and filled.
    """
    found = dict.fromkeys(g for p in products for g in told_gates(reading.verdicts[p]))
    fresh = [gate for gate in found if gate not in told]
    told.update(fresh)
    return tight("".join(map(gate_words, fresh)))


def supply_ground(reading: Reading, verdict: Verdict) -> str:
    """Why something is secured from outside: the rule that closes it, or what it is."""
    if verdict.gate is not None and verdict.gate.effect is Effect.SHUT:
        return gate_words(verdict.gate)
    item = reading.atlas.products[verdict.product]
    return text("brief.supply.generic" if item.generic else "brief.supply.common")


def gate_words(gate: Gate) -> str:
    """What a gate says and where that is read."""
    read = "，".join(filter(None, (gate.edition, gate.item)))
    words = {"kind": _kind(gate), "words": gate.text, "read": read}
    code = "brief.gate.shut" if gate.effect is Effect.SHUT else "brief.gate.open"
    return text(code, effect=text(f"standing.effect.{gate.effect}"), **words)


def _amount(value: float, unit: str) -> str:
    """An amount of one year, in 万 or 亿 where it is large."""
    return figures.compact(value, unit)


def _fill(reading: Reading, row: Score, verdict: Verdict) -> Iterator[str]:
    yield text("brief.ground.users", names=of_products(reading.atlas, verdict.needed_by, NAMED))
    balance = verdict.balance
    lack = balance.deficit if balance else None
    if balance is not None and lack is not None and lack > 0:
        mark = text("standing.tag.carried") if Tag.CARRIED in verdict.tags else ""
        code = "brief.ground.least" if balance.need_unknown or mark else "brief.ground.lack"
        told = text(code, amount=_amount(lack, balance.unit))
        yield text("brief.ground.carried", words=told) if mark else told
    else:
        yield text("brief.ground.nolack")
    if verdict.fed:
        fed = of_products(reading.atlas, verdict.fed_by, NAMED)
        yield text("brief.ground.fed", names=fed, share=figures.share(verdict.fed_share))
    barrier = reading.atlas.products[row.product].barrier
    if barrier is not None:
        yield text("brief.ground.barrier", words=barrier.text)


def _extend(reading: Reading, row: Score, verdict: Verdict) -> Iterator[str]:
    base = reading.atlas.products.get(str(row.facts.get("base") or ""))
    if base is not None:
        kin = row.facts.get("kin")
        yield text("brief.ground.kin", name=base.label) if kin else _surplus(reading, base.id)
    if row.facts.get("step") == 2:
        yield text("brief.ground.two")
    if verdict.missing or verdict.distance:
        yield text("brief.ground.buy", count=verdict.distance or len(verdict.missing))


def _surplus(reading: Reading, base: str) -> str:
    """What is left of a local material; a bound where users or makers did not say."""
    name, verdict = reading.atlas.products[base].label, reading.verdicts.get(base)
    balance = verdict.balance if verdict else None
    if balance is None or balance.spare is None:
        return text("brief.ground.nospare", name=name)
    if balance.spare <= 0:
        return text("brief.ground.used", name=name)
    code = "brief.ground.spare"
    if balance.need_unknown:
        code = "brief.ground.spare.most"
    elif balance.supply_unknown:
        code = "brief.ground.spare.least"
    amount = _amount(balance.spare, balance.unit)
    return text(code, name=name, amount=amount, count=balance.need_unknown)


def _strong(reading: Reading, row: Score, verdict: Verdict) -> Iterator[str]:
    if verdict.weakness is not None:
        yield text("brief.ground.weak", words=text(f"standing.weakness.{verdict.weakness}"))
    balance = verdict.balance
    lack = balance.deficit if balance else None
    if balance is not None and lack is not None and lack > 0:
        code = "brief.ground.least" if balance.need_unknown else "brief.ground.lack"
        yield text(code, amount=_amount(lack, balance.unit))
    if verdict.lost:
        firms = {e for user in verdict.lost for e in reading.situation.firms(user)}
        sole = reading.atlas.enterprises[verdict.makers[0]]
        yield text(
            "brief.ground.cut",
            firm=brief(sole),
            names=of_products(reading.atlas, verdict.lost, NAMED),
            count=len(firms - set(verdict.makers)),
        )


_BOARDS = {Board.FILL: _fill, Board.EXTEND: _extend, Board.STRONG: _strong}
