"""Why there is no plan, and why a question cannot be answered."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.plans.blocking import Block, Why
from liantu.analysis.plans.plan import Plans
from liantu.analysis.plans.problem import ProblemError
from liantu.analysis.reading import Reading
from liantu.model.gates import Effect
from liantu.telling.names import plain_name
from liantu.telling.plans.heading import names
from liantu.telling.why.statements import gate_text
from liantu.wording import text


def block_lines(reading: Reading, found: Plans) -> list[str]:
    """What stands in the way, and what would open it; empty where there are plans."""
    if found.plans:
        return []
    if found.block is None:
        return [text("plan.none.time")]
    return list(_lines(reading, found, found.block))


def _lines(reading: Reading, found: Plans, block: Block) -> Iterator[str]:
    target = plain_name(reading, found.target)
    by_why = {why: [p for p, w in block.roots if w is why] for why in Why}
    if by_why[Why.SHUT]:
        yield text("plan.none.shut", target=target)
        gates = reading.situation.gates.get(found.target, ())
        yield from (gate_text(gate) for gate in gates if gate.effect is Effect.SHUT)
    if by_why[Why.NO_ROUTE]:
        yield text("plan.none.no_route", names=names(reading, by_why[Why.NO_ROUTE]))
    if by_why[Why.LOOP]:
        yield text("plan.none.loop", names=names(reading, by_why[Why.LOOP]))
    for root, parents in block.beside.items():
        name = plain_name(reading, root)
        yield text("plan.none.beside", product=name, names=names(reading, parents))
    if block.buying:
        yield text("plan.none.buying", names=names(reading, block.buying), target=target)
    elif not by_why[Why.SHUT]:
        yield text("plan.none.nothing")


def refusal(reading: Reading, error: ProblemError) -> tuple[str, str]:
    """Code and name of what is wrong with the figures of a question."""
    name = plain_name(reading, error.where.partition("/")[0])
    return f"plan.refused.{error.reason}", name


def refused(reading: Reading, error: ProblemError) -> str:
    """Why the figures of a question cannot be."""
    code, name = refusal(reading, error)
    return text(code, product=name)
